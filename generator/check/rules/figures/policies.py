"""Whether what stands beside the clauses of a policy gives the same figures as the clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator import model
from generator.check.rules.figures.held import Held, bounds_of, held_by_penalty, meets, needs_of, quoted
from generator.check.rules.figures.scope import Scope, speaks_of_sanctions
from generator.check.rules.figures.told import Told, kind_of, told_in, with_line
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook, Penalty, Policy, Procedure
from generator.quantities import Point, Quantity

_LISTED = frozenset("个项类种条步款级份")


def beside_clauses(handbook: Handbook) -> Iterator[Diagnostic]:
    """Q002: a penalty, a procedure, a level, a definition or the summary has a figure that the clauses lack."""
    scope = Scope(handbook)
    clauses: dict[str, list[Clause]] = {}
    for clause in handbook.clauses.values():
        clauses.setdefault(clause.policy.key, []).append(clause)
    for policy in handbook.policies:
        mine = _Policy(clauses.get(policy.id, []), scope)
        for penalty in policy.penalties:
            if isinstance(penalty.spec, model.Penalty):
                yield from _of_penalty(penalty, handbook, scope)
        for procedure in policy.procedures:
            yield from _of_procedure(procedure, mine)
        yield from mine.missing(_standing(policy), "standing")


class _Policy:
    """The figures of clauses of a policy, found out when first asked for."""

    def __init__(self, clauses: list[Clause], scope: Scope) -> None:
        self._clauses = clauses
        self._scope = scope
        self._points: set[Point] | None = None

    def missing(self, held: Iterable[Held], variant: str) -> Iterator[Diagnostic]:
        """A finding for each figure that is in no clause."""
        for one in held:
            if not all(self._has(point) for point in _points(one)):
                yield finding("Q002", one.place, variant, focus=one.quoted, key=one.key, held=one.written)

    def beside(self, procedure: Procedure) -> _Policy:
        """The clauses that apply where the procedure does, and are none of its steps."""
        steps = {step.clause.key for step in procedure.steps}
        units = set(procedure.units)
        clauses = [one for one in self._clauses if one.key not in steps and not units.isdisjoint(one.units)]
        return _Policy(clauses, self._scope)

    def tells_time(self) -> bool:
        """Whether the texts tell any length of time."""
        return any(kind_of(one.value) == "time" for clause in self._clauses for one in told_in(clause.spec.text))

    def _has(self, points: tuple[Point, ...]) -> bool:
        if self._points is None:
            self._points = {point for clause in self._clauses for point in self._points_of(clause)}
        return any(point in self._points for point in points)

    def _points_of(self, clause: Clause) -> Iterator[Point]:
        for told in told_in(clause.spec.text):
            yield from told.points
        for held in (*self._scope.own(clause), *self._scope.sanctions(clause)):
            yield from (point for points in _points(held) for point in points)


def _points(held: Held) -> list[tuple[Point, ...]]:
    return [tuple(point for point, _ in need.points) for need in held.needs]


def _of_penalty(penalty: Penalty, handbook: Handbook, scope: Scope) -> Iterator[Diagnostic]:
    """Figures of a penalty that the clauses it is for leave out though they speak of it."""
    breached = [handbook.clauses[target.key] for target in penalty.breach if target.key in handbook.clauses]
    speaking = [clause for clause in breached if speaks_of_sanctions(scope.texts(clause))]
    told = [one for clause in breached for text in scope.texts(clause) for one in told_in(text)]
    for held in held_by_penalty(penalty.spec) if speaking else ():
        if not held.told_elsewhere and not _is_told(held, told):
            clause = speaking[0]
            text = clause.spec.at("text")
            facts = {"clause": clause.label, "key": held.key, "held": held.written}
            variant = "quoted" if held.quoted else ""
            related = (Related(text, "text"),)
            yield finding("Q002", held.place, variant, focus=held.quoted, related=related, **facts)
            if not held.quoted:
                yield finding("Q002", text, "text", related=(Related(held.place, "field"),), **facts)


def _is_told(held: Held, told: Sequence[Told]) -> bool:
    return all(any(meets(one, need) for one in told) for need in held.needs)


def _of_procedure(procedure: Procedure, policy: _Policy) -> Iterator[Diagnostic]:
    spec = procedure.spec
    beside = policy.beside(procedure)
    if spec.total_limit and beside.tells_time():
        total = Held(spec, ("total_limit",), spec.total_limit, needs_of(spec.total_limit))
        yield from beside.missing([total], "limit")
    for step in procedure.steps:
        yield from policy.missing(quoted(step.spec, ("when",), step.spec.when), "standing")


def _standing(policy: Policy) -> Iterator[Held]:
    spec = policy.spec
    yield from quoted(spec, ("summary",), spec.summary)
    for term in spec.terms:
        for one in quoted(term, ("definition",), term.definition):
            if not (isinstance(one.value, Quantity) and one.value.unit in _LISTED):
                yield one
    for scheme in spec.levels:
        for level in scheme.levels:
            for key in ("criterion", "consequence"):
                yield from quoted(level, (key,), getattr(level, key))
            said = [told for text in (level.criterion, level.consequence) if text for told in told_in(text)]
            bounds = bounds_of(level, scheme.measure)
            yield from (one for one in bounds if not _is_told(one, said) and not _on_other_side(one, said))


def _on_other_side(held: Held, said: Sequence[Told]) -> Told | None:
    """The figure that is told with a line on the other side of it, if it is told in no other way."""
    return None if _is_told(held, said) else next((one for one in said if meets(one, held.needs[0]) is None), None)


def criteria(handbook: Handbook) -> Iterator[Diagnostic]:
    """Q004: a level begins or ends on the other side of a figure than its criterion says."""
    for scheme in handbook.levels:
        for level in scheme.spec.levels:
            said = told_in(level.criterion)
            for held in bounds_of(level, scheme.spec.measure):
                if other := _on_other_side(held, said):
                    facts = {"level": level.name, "key": held.key, "held": held.written}
                    place, told = level.at("criterion"), with_line(other, level.criterion)
                    related = (Related(held.place, "field"),)
                    yield finding("Q004", place, "level", related=related, focus=told, told=told, **facts)


RULES = (Rule("Q002", beside_clauses), Rule("Q004", criteria))
