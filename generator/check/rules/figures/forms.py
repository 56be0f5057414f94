"""Whether forms repeat the figures of the clauses that use them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator import model
from generator.check.rules.figures.held import Side, fits
from generator.check.rules.figures.scope import Scope, of_form
from generator.check.rules.figures.told import Told, kind_of, told_in
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Form, Handbook
from generator.link.targets import TargetKind
from generator.model.base import Model
from generator.quantities import Frequency, Point, Quantity
from generator.quantities.points import SCORE

_OF_THE_FORM = frozenset({SCORE, "页", "字"})
_ALIKE = 0.6


def in_forms(handbook: Handbook) -> Iterator[Diagnostic]:
    """Q005: a form has a figure that the clauses using it lack."""
    scope = Scope(handbook)
    of_policy: defaultdict[str, list[Clause]] = defaultdict(list)
    for clause in handbook.clauses.values():
        of_policy[clause.policy.key].append(clause)
    for form in handbook.forms:
        said = [(where, one) for where in _texts(form.spec) for one in told_in(where.text) if one.firm]
        using = _using(form, handbook) if said else []
        if not using:
            continue
        policies = dict.fromkeys(clause.policy.key for clause in using)
        clauses = [clause for key in policies for clause in of_policy[key]]
        near = _Given(using, scope)
        near.add(point for held in of_form(form) for need in held.needs for point, _ in need.points)
        definitions = (term.spec.definition for key in policies for term in handbook.policy_by_id[key].terms)
        near.add(point for text in definitions for one in told_in(text) for point in one.points)
        for where, one in said:
            if not _is_its_own(one) and not near.has(one) and not _repeats(where, one, clauses, scope):
                yield _finding(where, one, using[0])


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of a form: where it stands, and what else tells what it is about."""

    spec: Model
    path: tuple[str | int, ...]
    text: str
    about: str = ""


def _texts(form: model.Form) -> Iterator[_Text]:
    """What a form tells those who fill it in."""
    yield _Text(form, ("purpose",), form.purpose)
    for position, note in enumerate(form.notes):
        yield _Text(form, ("notes", position), note)
    for section in form.sections:
        for field in section.fields:
            yield _Text(field, ("label",), field.label)
            if field.hint:
                yield _Text(field, ("hint",), field.hint, field.label)
            for column in field.columns:
                yield _Text(column, ("label",), column.label)
    for signature in form.signatures:
        yield _Text(signature, ("label",), signature.label)


def _using(form: Form, handbook: Handbook) -> list[Clause]:
    """The clauses that name the form, in the order of the handbook."""
    keys = dict.fromkeys(use.by.key for use in handbook.uses.get(form.target, ()) if use.by.kind is TargetKind.CLAUSE)
    return [handbook.clauses[key] for key in keys if key in handbook.clauses]


def _is_its_own(told: Told) -> bool:
    """Whether it is about filling the form in, such as how many points a line scores, or no more than a period."""
    if isinstance(told.value, Frequency):
        return len(told.points) == 1
    return isinstance(told.value, Quantity) and told.value.unit in _OF_THE_FORM


def _repeats(where: _Text, told: Told, clauses: list[Clause], scope: Scope) -> bool:
    """Whether the figure is in those clauses with figures of its kind that are worded most like the form."""
    words = _pairs(where.text + where.about)
    alike = [
        (len(words & _pairs(clause.spec.text)), clause)
        for clause in clauses
        if any(kind_of(one.value) == kind_of(told.value) for one in told_in(clause.spec.text))
    ]
    most = max((score for score, _ in alike), default=0)
    return any(_Given([clause], scope).has(told) for score, clause in alike if score >= most * _ALIKE)


@lru_cache(maxsize=1 << 14)
def _pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters, which stand for words."""
    return frozenset(first + second for first, second in pairwise(text) if first > "\u4e00" and second > "\u4e00")


class _Given:
    """The figures of clauses and what belongs to them, each with the sides on which a line is drawn at it."""

    def __init__(self, clauses: list[Clause], scope: Scope) -> None:
        self._told: set[Point] = set()
        self._sides: defaultdict[Point, set[Side]] = defaultdict(set)
        for clause in {one.key: one for using in clauses for one in scope.family(using)}.values():
            self._told.update(point for told in told_in(clause.spec.text) for point in told.points)
            for held in (*scope.own(clause), *scope.sanctions(clause)):
                for need in held.needs:
                    point, side = need.points[0]
                    self._sides[point].add(side)

    def add(self, points: Iterable[Point]) -> None:
        """What else may be repeated, such as the number of copies."""
        self._told.update(points)

    def has(self, told: Told) -> bool:
        """Whether the clauses have the figure, with its line on the same side."""
        return all(self._fits(point, told) for point in told.points)

    def _fits(self, point: Point, told: Told) -> bool:
        sides = self._sides.get(point)
        if sides is None:
            return point in self._told
        return any(fits(side, told.line) for side in sides)


def _finding(where: _Text, told: Told, clause: Clause) -> Diagnostic:
    related = (Related(clause.spec.at("text"), "text"),)
    place = where.spec.at(*where.path)
    return finding("Q005", place, focus=told.written, related=related, told=told.written, clause=clause.label)


RULES = (Rule("Q005", in_forms),)
