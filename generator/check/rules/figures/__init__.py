"""Figures in texts and in fields."""

from generator.check.rules.figures import clauses, listed

RULES = (
    *clauses.RULES,
    *listed.RULES,
)
