"""Whether the deadlines of a chain count the same kind of days."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook, Policy, Procedure
from generator.quantities import Duration
from generator.quantities.duration import Unit
from generator.read.marks import Place

_DAYS = (Unit.DAY, Unit.WORKDAY)

Limits = dict[Place, Duration]
"""The limits in days of one chain, by where they stand."""


def mixed_days(handbook: Handbook) -> Iterator[Diagnostic]:
    """T009: some deadlines of one chain count workdays and others calendar days."""
    for policy in handbook.policies:
        for limits in _limits_of_chains(policy, handbook):
            days = [place for place, limit in limits.items() if limit.unit is Unit.DAY]
            workdays = [place for place, limit in limits.items() if limit.unit is Unit.WORKDAY]
            for found, others in ((days, workdays), (workdays, days)):
                if others and len(found) <= len(others):
                    yield from _unlike(found, others[0], limits)


def _unlike(found: list[Place], other: Place, limits: Limits) -> Iterator[Diagnostic]:
    for place in found:
        related = (Related(other, "other_days"),)
        yield finding("T009", place, related=related, limit=limits[place], other=limits[other])


def _limits_of_chains(policy: Policy, handbook: Handbook) -> Iterator[Limits]:
    chains: dict[Clause, dict[Clause, None]] = {}
    for linked in _links(policy, handbook):
        joined = {clause: None for one in linked for clause in chains.get(one, {one: None})}
        chains.update(dict.fromkeys(joined, joined))
    for chain in {id(chain): chain for chain in chains.values()}.values():
        limits = {clause.spec.at("within"): clause.spec.within for clause in chain if clause.spec.within}
        for procedure in policy.procedures:
            if any(step.clause in chain for step in procedure.steps):
                limits |= _limits_of(procedure, policy)
        yield {place: limit for place, limit in sorted(limits.items()) if limit.unit in _DAYS}


def _links(policy: Policy, handbook: Handbook) -> Iterator[tuple[Clause, ...]]:
    """Clauses that follow each other: by their own word, or as the steps of a procedure."""
    waiting = [article for chapter in policy.chapters for article in chapter.articles]
    while waiting:
        clause = waiting.pop()
        waiting.extend(clause.items)
        if clause.after:
            yield (clause, *(handbook.clauses[target.key] for target in clause.after))
    for procedure in policy.procedures:
        yield tuple(step.clause for step in procedure.steps)


def _limits_of(procedure: Procedure, policy: Policy) -> Limits:
    limits = {step.spec.at("within"): step.spec.within for step in procedure.steps if step.spec.within}
    if procedure.spec.total_limit:
        limits[procedure.spec.at("total_limit")] = procedure.spec.total_limit
    elif policy.spec.total_limit:
        limits[policy.spec.at("total_limit")] = policy.spec.total_limit
    return limits


RULES = (Rule("T009", mixed_days),)
