"""What follows a breach."""

from generator.check.rules.penalties import sanctions

RULES = (*sanctions.RULES,)
