"""Forms and what they record."""

from generator.check.rules.forms import fields

RULES = (*fields.RULES,)
