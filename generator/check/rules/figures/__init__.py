"""Figures in texts and in fields."""

from generator.check.rules.figures import clauses, forms, listed, policies

RULES = (
    *clauses.RULES,
    *policies.RULES,
    *forms.RULES,
    *listed.RULES,
)
