"""Whether the steps of a procedure fit into its limit."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook, Policy, Procedure, Step
from generator.link.targets import Target
from generator.read.marks import Place


def procedures(handbook: Handbook) -> Iterator[Diagnostic]:
    """T002: a way through a procedure takes longer than its total limit. T003: its steps wait for each other."""
    for policy in handbook.policies:
        for procedure in policy.procedures:
            before = _steps_before(procedure)
            try:
                order = tuple(TopologicalSorter(before).static_order())
            except CycleError as error:
                yield _circle(error.args[1])
            else:
                yield from _too_long(policy, procedure, order, before)


def _steps_before(procedure: Procedure) -> dict[Step, list[Step]]:
    """The steps that each step waits for; where it names none, those that do what its clause comes after."""
    positions: defaultdict[Target, list[int]] = defaultdict(list)
    for position, step in enumerate(procedure.steps):
        positions[step.clause.target].append(position)
    before: dict[Step, list[Step]] = {}
    for position, step in enumerate(procedure.steps):
        clauses = tuple(clause.target for clause in step.after) or step.clause.after
        found = (_last_before(position, positions[clause]) for clause in clauses if clause in positions)
        before[step] = [procedure.steps[at] for at in found]
    return before


def _last_before(position: int, listed: list[int]) -> int:
    """Which of several listed places is meant at `position`: the last one above it, else the first below."""
    return listed[max(bisect_left(listed, position) - 1, 0)]


def _circle(steps: list[Step]) -> Diagnostic:
    """The finding about steps of which each comes before the next, and the last is the first again."""
    first = min(steps, key=lambda step: step.spec.place)
    start = steps.index(first)
    around = (*steps[start:-1], *steps[:start], first)
    path = " → ".join(step.clause.label for step in around)
    return finding("T003", first.spec.at("after" if first.spec.after else "do"), path=path)


def _too_long(
    policy: Policy, procedure: Procedure, order: tuple[Step, ...], before: Mapping[Step, list[Step]]
) -> Iterator[Diagnostic]:
    limit = procedure.spec.total_limit or policy.spec.total_limit
    path = _longest_path(order, before) if limit else ()
    if not limit or _days_of(path) <= limit.longest_days():
        return
    total = (procedure if procedure.spec.total_limit else policy).spec.at("total_limit")
    slowest = _far_slower_than_the_rest(path)
    longest = max(path, key=lambda way: way.days).step
    yield finding(
        "T002",
        _place_of_limit(slowest) if slowest else total,
        related=(Related(total, "total") if slowest else Related(_place_of_limit(longest), "longest_step"),),
        procedure=procedure.spec.title,
        path=" → ".join(way.step.clause.label for way in path),
        sum=f"{_days_of(path).normalize():f}",
        limit=limit,
    )


class _Way(NamedTuple):
    """A step on the way through a procedure, and the days that it adds to the way."""

    step: Step
    days: Decimal


def _longest_path(order: tuple[Step, ...], before: Mapping[Step, list[Step]]) -> tuple[_Way, ...]:
    """The way that takes longest, from the first step to the last.

    Deadlines that start with the same event run at the same time, although one step comes after the other.
    """
    paths: dict[Step, tuple[_Way, ...]] = {}
    to_event: dict[str, tuple[_Way, ...]] = {}
    for step in order:
        waited = max((paths[earlier] for earlier in before[step]), key=_days_of, default=())
        days = _days(step)
        event = step.clause.spec.when if days else None
        begun = to_event.setdefault(event, waited) if event else waited
        since_event = (*begun, _Way(step, days))
        paths[step] = since_event if _days_of(since_event) >= _days_of(waited) else (*waited, _Way(step, Decimal(0)))
    return max(paths.values(), key=_days_of, default=())


def _days_of(path: tuple[_Way, ...]) -> Decimal:
    return sum((way.days for way in path), Decimal(0))


def _days(step: Step) -> Decimal:
    limit = step.spec.within or step.clause.spec.within
    return limit.longest_days() if limit else Decimal(0)


def _far_slower_than_the_rest(path: tuple[_Way, ...]) -> Step | None:
    """The step that is to blame: it takes at least twice as long as any other."""
    first, *others = sorted(path, key=lambda way: way.days, reverse=True)
    second = others[0].days if others else Decimal(0)
    return first.step if first.days >= 2 * second else None


def _place_of_limit(step: Step) -> Place:
    return (step.spec if step.spec.within else step.clause.spec).at("within")


RULES = (Rule("T002", procedures),)
