"""Whether the steps of a procedure fit into its limit."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook, Policy, Procedure, Step
from generator.link.targets import Target


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
    if limit is None:
        return
    longest: dict[Step, Decimal] = {}
    came_from: dict[Step, Step] = {}
    for step in order:
        for earlier in before[step]:
            if step not in came_from or longest[earlier] > longest[came_from[step]]:
                came_from[step] = earlier
        longest[step] = _days(step) + (longest[came_from[step]] if step in came_from else 0)
    last = max(order, key=lambda step: longest[step], default=None)
    if last is not None and longest[last] > limit.longest_days():
        path = [last]
        while path[-1] in came_from:
            path.append(came_from[path[-1]])
        yield finding(
            "T002",
            (procedure if procedure.spec.total_limit else policy).spec.at("total_limit"),
            procedure=procedure.spec.title,
            path=" → ".join(step.clause.label for step in reversed(path)),
            sum=f"{longest[last].normalize():f}",
            limit=limit,
        )


def _days(step: Step) -> Decimal:
    limit = step.spec.within or step.clause.spec.within
    return limit.longest_days() if limit else Decimal(0)


RULES = (Rule("T002", procedures),)
