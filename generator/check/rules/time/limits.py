"""Whether single deadlines fit into the limits around them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook, Policy


def over_the_total(handbook: Handbook) -> Iterator[Diagnostic]:
    """T005: a deadline longer than the total limit of the policy."""
    for clause in handbook.clauses.values():
        limit = clause.spec.within
        if limit:
            policy = handbook.policy_by_id[clause.policy.key]
            total = policy.spec.total_limit
            if total and limit.longest_days() > total.longest_days() and not _is_a_step(clause, policy):
                related = (Related(policy.spec.at("total_limit"), "total"),)
                yield finding(
                    "T005", clause.spec.at("within"), related=related, clause=clause.label, within=limit, total=total
                )


def _is_a_step(clause: Clause, policy: Policy) -> bool:
    """Whether a procedure does the clause; it then fits into the limit together with the other steps, or does not."""
    return any(step.clause is clause for procedure in policy.procedures for step in procedure.steps)


def step_over_clause(handbook: Handbook) -> Iterator[Diagnostic]:
    """T006: a step that is given more time than its clause allows."""
    for policy in handbook.policies:
        for procedure in policy.procedures:
            for step in procedure.steps:
                given, allowed = step.spec.within, step.clause.spec.within
                if given and allowed and given.longest_days() > allowed.longest_days():
                    related = (Related(step.clause.spec.at("within"), "limit"),)
                    yield finding(
                        "T006",
                        step.spec.at("within"),
                        related=related,
                        clause=step.clause.label,
                        given=given,
                        allowed=allowed,
                    )


RULES = (Rule("T005", over_the_total), Rule("T006", step_over_clause))
