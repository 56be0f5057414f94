"""Who decides."""

from generator.check.rules.authority import matrices

RULES = (*matrices.RULES,)
