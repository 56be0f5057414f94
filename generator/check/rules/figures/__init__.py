"""Figures in texts and in fields."""

from generator.check.rules.figures import bounds, clauses, forms, listed, policies

RULES = (
    *clauses.RULES,
    *bounds.RULES,
    *policies.RULES,
    *forms.RULES,
    *listed.RULES,
)
