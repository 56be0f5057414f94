"""The figures of a text, read once however many rules ask for them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from generator.quantities import Figure, find_figures
from generator.quantities.lexicon import FIRST_CHARACTERS

_TEXTS_KEPT = 1 << 16


@lru_cache(maxsize=_TEXTS_KEPT)
def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures of a text from left to right; any text is accepted."""
    return find_figures(text) if _first_character().search(text) else ()


@cache
def _first_character() -> re.Pattern[str]:
    return re.compile(rf"[{FIRST_CHARACTERS}０-９]")
