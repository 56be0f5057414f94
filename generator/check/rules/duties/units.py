"""Whether a clause stays within the units of its policy and its forms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.naming import place_named
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.model import Organization


def outside_policy(handbook: Handbook) -> Iterator[Diagnostic]:
    """D004: a clause for a unit to which its policy does not apply."""
    for clause in handbook.clauses.values():
        policy = handbook.policy_by_id[clause.policy.key]
        for unit in clause.units if clause.spec.applies_to else ():
            if unit not in policy.units:
                place = place_named(unit, clause, "applies_to", handbook)
                yield finding("D004", place, unit=unit.name, policy=policy.name)


def absent_form(handbook: Handbook) -> Iterator[Diagnostic]:
    """D006: a form that is not used in any of the units the clause applies to."""
    for clause in handbook.clauses.values():
        for form in clause.forms:
            if not set(form.units).intersection(clause.units):
                units = "、".join(unit.name for unit in clause.units)
                yield finding("D006", place_named(form, clause, "form", handbook), form=form.name, units=units)


RULES = (
    Rule("D004", outside_policy, needs=frozenset({Organization})),
    Rule("D006", absent_form, needs=frozenset({Organization})),
)
