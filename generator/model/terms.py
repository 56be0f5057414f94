"""Words with one meaning."""

from __future__ import annotations

from generator.model.values import Name, SourceIds, Text
from generator.model.waiver import Waivable


class Term(Waivable):
    """A word, what it means, its other allowed forms and the words that must not stand for it."""

    term: Name
    aliases: tuple[Name, ...] = ()
    avoid: tuple[Name, ...] = ()
    definition: Text
    source: SourceIds = ()
    added: Text | None = None
