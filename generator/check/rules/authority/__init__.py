"""Who decides."""

from generator.check.rules.authority import chains, matrices, separation, signatures

RULES = (
    *matrices.RULES,
    *chains.RULES,
    *separation.RULES,
    *signatures.RULES,
)
