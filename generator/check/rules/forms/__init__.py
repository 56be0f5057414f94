"""Forms and what they record."""

from generator.check.rules.forms import (
    choices,
    copies,
    demands,
    distribution,
    fields,
    fillers,
    listed,
    numbers,
    personal,
    signatures,
)

RULES = (
    *fields.RULES,
    *choices.RULES,
    *copies.RULES,
    *distribution.RULES,
    *numbers.RULES,
    *signatures.RULES,
    *listed.RULES,
    *demands.RULES,
    *personal.RULES,
    *fillers.RULES,
)
