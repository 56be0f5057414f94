"""Whether deadlines start with something."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.outline import from_within, outline
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Clause, Handbook, Step


def without_start(handbook: Handbook) -> Iterator[Diagnostic]:
    """T001: a deadline that starts with nothing, neither by itself nor by the clause it is an item of."""
    above = outline(handbook)
    for clause in handbook.clauses.values():
        if clause.spec.within and not any(_starts(one) for one in from_within(clause, above)):
            yield finding("T001", clause.spec.at("within"), clause=clause.label)
    for policy in handbook.policies:
        for procedure in policy.procedures:
            for step in procedure.steps:
                if step.spec.within and not (_is_awaited(step) or _starts(step.clause)):
                    yield finding("T001", step.spec.at("within"), "step", clause=step.clause.label)


def _starts(clause: Clause) -> bool:
    spec = clause.spec
    return bool(spec.when or spec.before or spec.after or spec.every)


def _is_awaited(step: Step) -> bool:
    return bool(step.spec.when or step.spec.after)


def ahead_of_nothing(handbook: Handbook) -> Iterator[Diagnostic]:
    """T004: a clause that says how long ahead, but not of what."""
    above = outline(handbook)
    for clause in handbook.clauses.values():
        if clause.spec.ahead and not any(one.spec.before for one in from_within(clause, above)):
            yield finding("T004", clause.spec.at("ahead"), clause=clause.label)


RULES = (Rule("T001", without_start), Rule("T004", ahead_of_nothing))
