"""Whether deadlines can be kept."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Clause, Handbook, Policy, Procedure, Step
from generator.quantities import Duration


def without_start(handbook: Handbook) -> Iterator[Diagnostic]:
    """T001: a deadline that starts with nothing."""
    for clause in handbook.clauses.values():
        spec = clause.spec
        if spec.within and not (spec.when or spec.before or spec.after or spec.every):
            yield finding("T001", spec.at("within"), clause=clause.label)


def too_long(handbook: Handbook) -> Iterator[Diagnostic]:
    """T002: no way through a procedure may take longer than its total limit."""
    for policy in handbook.policies:
        for procedure in policy.procedures:
            limit = procedure.spec.total_limit or policy.spec.total_limit
            if limit is not None:
                yield from _too_long(policy, procedure, limit)


def _too_long(policy: Policy, procedure: Procedure, limit: Duration) -> Iterator[Diagnostic]:
    longest: dict[Clause, tuple[Decimal, tuple[str, ...]]] = {}
    for step in procedure.steps:
        before = max((longest[clause] for clause in step.after if clause in longest), default=(Decimal(0), ()))
        longest[step.clause] = (before[0] + _days(step), (*before[1], step.clause.label))
    total, path = max(longest.values(), default=(Decimal(0), ()))
    if total > limit.longest_days():
        at = procedure.spec.at("total_limit") if procedure.spec.total_limit else policy.spec.at("total_limit")
        yield finding(
            "T002",
            at,
            procedure=procedure.spec.title,
            path=" → ".join(path),
            sum=f"{total.normalize():f}",
            limit=limit,
        )


def _days(step: Step) -> Decimal:
    limit = step.spec.within or step.clause.spec.within
    return limit.longest_days() if limit else Decimal(0)


RULES = (Rule("T001", without_start), Rule("T002", too_long))
