"""Names and what they lead to."""

from generator.check.rules.references import (
    articles,
    categories,
    circles,
    codes,
    dates,
    misnamed,
    repealed,
    rivals,
    similar,
    statutes,
    titles,
    unused,
)

RULES = (
    *categories.RULES,
    *unused.RULES,
    *circles.RULES,
    *codes.RULES,
    *similar.RULES,
    *misnamed.RULES,
    *articles.RULES,
    *statutes.RULES,
    *dates.RULES,
    *rivals.RULES,
    *repealed.RULES,
    *titles.RULES,
)
