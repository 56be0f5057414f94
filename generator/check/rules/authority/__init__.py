"""Who decides."""

from generator.check.rules.authority import chains, matrices, separation, signatures, told

RULES = (
    *matrices.RULES,
    *chains.RULES,
    *separation.RULES,
    *signatures.RULES,
    *told.RULES,
)
