"""What belongs to a clause when its figures are compared: its article, its items, its sanctions, what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from generator import model
from generator.check.rules.figures.held import (
    Held,
    bounds_of,
    held_by,
    held_by_penalty,
    held_by_reward,
    line_drawn,
    needs_of,
    scales_in,
)
from generator.check.rules.figures.told import Told
from generator.link.handbook import Clause, Form, Handbook, Policy
from generator.link.targets import Mention, TargetKind
from generator.quantities import Boundary, Duration, Frequency, Point, Quantity

_PERIODS = {"天": "每日", "周": "每周", "月": "每月", "年": "每年"}

_LEADING_IN = ("下列", "以下", "如下", "各项")


class Scope:
    """The figures of a handbook by clause, each found out when first asked for."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._articles = {item.key: clause for clause in handbook.clauses.values() for item in clause.items}
        self._own: dict[str, tuple[Held, ...]] = {}
        self._of_policy: dict[str, tuple[Held, ...]] = {}

    def own(self, clause: Clause) -> tuple[Held, ...]:
        """The figures of the clause's own fields."""
        if clause.key not in self._own:
            self._own[clause.key] = tuple(held_by(clause.spec))
        return self._own[clause.key]

    def texts(self, clause: Clause) -> Iterator[str]:
        """The text of the clause, then of its items, then of the articles it is an item of."""
        return (one.spec.text for one in self.family(clause))

    def family(self, clause: Clause) -> Iterator[Clause]:
        """The clause, what is below it, what is above it."""
        yield from clause.with_items()
        while (article := self._articles.get(clause.key)) is not None:
            yield article
            clause = article

    def holds(self, clause: Clause, told: Told) -> bool:
        """Whether anything that belongs to the clause holds a figure of its text."""
        missing = set(told.points)
        for held in self.own(clause):
            if held.needs[0].points[0][0] in missing and not held.quoted:
                missing -= given_by(held, told)
        if not missing:
            return True
        for held in self._all(clause):
            missing -= given_by(held, told)
            if not missing:
                return True
        missing -= set(self._implied(clause))
        return not missing or (told.lists and any(self.listed(clause, before) for before in (True, False)))

    def _all(self, clause: Clause) -> Iterator[Held]:
        # What is done wrong is told in the words of the duty: that alone gives the duty no field.
        yield from (held for held in self.own(clause) if not _only_speaks_of(held, clause))
        yield from self.sanctions(clause)
        for one in self.family(clause):
            if one is not clause:
                yield from self._shared_within_article(clause, one)
        for cited in self._cited(clause):
            yield from self.own(cited)
            yield from self.sanctions(cited)
        for form in clause.forms:
            yield from of_form(form)
        for held in self._shared(clause):
            # A deadline set as a duty is held by the clause itself; others may tell that of a whole procedure.
            if held.key not in ("total_limit", "within") or clause.spec.kind is not model.Kind.DUTY:
                yield held

    def _shared_within_article(self, clause: Clause, other: Clause) -> Iterator[Held]:
        """What the fields of an article hold for its items, and theirs for it."""
        leads_in = self.leads_in(clause)
        is_below = other.depth > clause.depth
        for held in (*self.own(other), *self.sanctions(other)):
            # What an item is punished with is not what its article is.
            if not held.quoted and (leads_in or (held.of_sanction and not is_below)):
                yield held

    def leads_in(self, clause: Clause) -> bool:
        """Whether an article and its items are one sentence: 应当办理下列事项."""
        return any(word in text for text in self.texts(clause) for word in _LEADING_IN)

    def sanctions(self, clause: Clause) -> Iterator[Held]:
        """The figures of the penalties that follow the breach of the clause, and stand elsewhere."""
        for penalty in self._handbook.penalties_of.get(clause.target, ()):
            if isinstance(penalty.spec, model.Penalty):
                yield from held_by_penalty(penalty.spec)

    def is_punished(self, clause: Clause) -> bool:
        """Whether a penalty follows the breach of the clause, wherever it stands."""
        return bool(self._handbook.penalties_of.get(clause.target))

    def _cited(self, clause: Clause) -> Iterator[Clause]:
        for span in clause.text:
            if isinstance(span, Mention) and span.target.kind is TargetKind.CLAUSE:
                cited = self._handbook.clauses.get(span.target.key)
                if cited is not None:
                    yield from cited.with_items()

    def _shared(self, clause: Clause) -> tuple[Held, ...]:
        """The figures of the policy that are no clause's: limits of procedures, approvals, levels, rewards."""
        key = clause.policy.key
        if key not in self._of_policy:
            policy = self._handbook.policy_by_id.get(key)
            self._of_policy[key] = tuple(_of_policy(policy)) if policy else ()
        return self._of_policy[key]

    def _implied(self, clause: Clause) -> Iterator[Point]:
        """One of what sanctions count by: 每少 1 个 where they say `per: 个`; 每天 where they say `per: 天`."""
        for one in self.family(clause):
            penalties = self._handbook.penalties_of.get(one.target, ())
            for said in (*(penalty.spec.per for penalty in penalties), one.spec.reward and one.spec.reward.per):
                for scale in scales_in(said) if said else ():
                    yield Point(scale, Decimal(1))
                    if scale in _PERIODS:
                        yield Point(_PERIODS[scale], Decimal(1))

    def listed(self, clause: Clause, before: bool) -> int:
        """How many things a clause lists: its items, or those before it in its article."""
        article = self._articles.get(clause.key)
        if before:
            return article.items.index(clause) if article is not None else 0
        return len(clause.items)


def given_by(held: Held, told: Told) -> set[Point]:
    """The points of a text's figure that a field holds."""
    given = set()
    for need in held.needs:
        first = need.points[0][0].number
        for point, _ in need.points:
            if point in told.points and (point.number == first or _is_last(told, point)):
                given.add(point)
    return given


def _is_last(told: Told, point: Point) -> bool:
    """Whether the next tier begins after the figure: 3 天以下, 1–3 天, where the field says from 4."""
    line = line_drawn(told, point)
    return line is not None and line.boundary is Boundary.ABOVE


def speaks_of_sanctions(texts: Iterable[str]) -> bool:
    """Whether a text tells what follows a breach or a merit, and does not leave it to the fields altogether."""
    return any(_sanction().search(text) for text in texts)


def of_form(form: Form) -> Iterator[Held]:
    """How long it is kept and how many copies it has."""
    retention = form.spec.retention
    if isinstance(retention, Duration):
        yield Held(form.spec, ("retention",), retention, needs_of(retention), told_elsewhere=True)
    if form.copies:
        for unit in ("联", "份"):
            number = Quantity(Decimal(len(form.copies)), Decimal(len(form.copies)), unit)
            yield Held(form.spec, ("copies",), number, needs_of(number), told_elsewhere=True)


def _only_speaks_of(held: Held, clause: Clause) -> bool:
    """Whether a field only quotes the figure: the act of a breach, or the title of a duty for how often it is due."""
    if held.key == "title":
        return clause.spec.kind is model.Kind.DUTY and isinstance(held.value, Frequency)
    return bool(held.quoted) and held.key == "act" and isinstance(held.spec, model.InlinePenalty)


def _of_policy(policy: Policy) -> Iterator[Held]:
    spec = policy.spec
    if spec.total_limit:
        yield Held(spec, ("total_limit",), spec.total_limit, needs_of(spec.total_limit))
    for procedure in spec.procedures:
        yield from _of_procedure(procedure)
    for matrix in spec.approvals:
        yield from (held for tier in matrix.tiers for held in bounds_of(tier, matrix.measure))
    for scheme in spec.levels:
        yield from (held for level in scheme.levels for held in bounds_of(level, scheme.measure))
    for reward in spec.rewards:
        yield from held_by_reward(reward)


def _of_procedure(procedure: model.Procedure) -> Iterator[Held]:
    if procedure.total_limit:
        yield Held(procedure, ("total_limit",), procedure.total_limit, needs_of(procedure.total_limit))
    for step in procedure.steps:
        if step.within:
            yield Held(step, ("within",), step.within, needs_of(step.within))


@cache
def _sanction() -> re.Pattern[str]:
    return re.compile("[罚扣赔惩奖]|违者|处分|处以|辞退|劝退|开除|记过|警告|发给|报销|补贴|补助|分|元")
