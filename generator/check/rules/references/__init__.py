"""Names and what they lead to."""

from generator.check.rules.references import categories, circles, codes, unused

RULES = (
    *categories.RULES,
    *unused.RULES,
    *circles.RULES,
    *codes.RULES,
)
