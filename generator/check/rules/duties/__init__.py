"""Who must do what, and with what evidence."""

from generator.check.rules.duties import bearers, depth, origins, units

RULES = (
    *bearers.RULES,
    *depth.RULES,
    *origins.RULES,
    *units.RULES,
)
