"""How texts are worded: vague words, terms, modal verbs, length, punctuation, slips and repetition."""

from generator.check.rules.wording import (
    acts,
    characters,
    definitions,
    drafts,
    duplicates,
    length,
    modals,
    pairs,
    punctuation,
    repetition,
    synonyms,
    vague,
)

RULES = (
    *vague.RULES,
    *definitions.RULES,
    *synonyms.RULES,
    *characters.RULES,
    *modals.RULES,
    *acts.RULES,
    *length.RULES,
    *punctuation.RULES,
    *pairs.RULES,
    *repetition.RULES,
    *drafts.RULES,
    *duplicates.RULES,
)
