"""Deadlines and frequencies."""

from generator.check.rules.time import procedures, starts

RULES = (
    *starts.RULES,
    *procedures.RULES,
)
