"""Words with one meaning."""

from __future__ import annotations

from generator.model.base import Model
from generator.model.values import Name, SourceIds, Text


class Term(Model):
    """A word, what it means, its other allowed forms and the words that must not stand for it."""

    term: Name
    aliases: tuple[Name, ...] = ()
    avoid: tuple[Name, ...] = ()
    definition: Text
    source: SourceIds = ()
    added: Text | None = None
