"""Phrases for readers: patterns from the locale, filled with texts and with names that are links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from string import Formatter
from typing import Any, Protocol

from generator.link.targets import LinkedText, Mention, Target

Words = Mapping[str, Any]


class Named(Protocol):
    """Anything of the handbook that has a name and an address."""

    @property
    def name(self) -> str:
        """What readers call it."""

    @property
    def target(self) -> Target:
        """Where it can be read."""


def fill(pattern: str, **parts: LinkedText | str) -> LinkedText:
    """The pattern with `{part}` replaced by that part; links in a part stay links."""
    spans: list[str | Mention] = []
    for literal, name in _pieces(pattern):
        if literal:
            spans.append(literal)
        if name is not None:
            part = parts[name]
            spans.extend((part,) if isinstance(part, str) else part)
    return tuple(spans)


def link(thing: Named) -> Mention:
    """The thing by its name."""
    return Mention(thing.name, thing.target)


def listed(things: Sequence[Named], words: Words) -> LinkedText:
    """The names of the things, one after the other."""
    if len(things) < 2:
        return tuple(link(thing) for thing in things)
    return joined(((link(thing),) for thing in things), words["join"]["names"])


def joined(texts: Iterable[LinkedText], separator: str) -> LinkedText:
    """The texts with the separator between them; empty ones are left out."""
    spans: list[str | Mention] = []
    for text in texts:
        if not text:
            continue
        if spans:
            spans.append(separator)
        spans.extend(text)
    return tuple(spans)


@cache
def _pieces(pattern: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, name) for literal, name, _, _ in Formatter().parse(pattern))
