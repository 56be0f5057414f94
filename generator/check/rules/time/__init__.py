"""Deadlines and frequencies."""

from generator.check.rules.time import chains, days, frequencies, limits, procedures, starts

RULES = (
    *starts.RULES,
    *procedures.RULES,
    *limits.RULES,
    *chains.RULES,
    *days.RULES,
    *frequencies.RULES,
)
