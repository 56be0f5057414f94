"""Texts as HTML and as Markdown headings that no name can break out of."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from generator.link.targets import LinkedText, Mention

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_SPECIAL = re.compile(r"[&<>\"']")


def linked(text: LinkedText, link: Callable[[Mention], str]) -> Markup:
    """The text escaped, with its mentions as the HTML that `link` gives."""
    parts = [_escaped(span) if isinstance(span, str) else link(span) for span in text]
    return Markup("".join(parts))  # noqa: S704  # every part is escaped


def anchor(href: str, text: str) -> str:
    """A link in HTML."""
    return f'<a href="{_escaped(href)}">{_escaped(text)}</a>'


def heading(text: str) -> Markup:
    """A name as the text of a Markdown heading: one line, and no character that Markdown, HTML or Jinja reads."""
    line = " ".join(text.split())
    return Markup(_PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", line))  # noqa: S704


def _escaped(text: str) -> str:
    # Hardly any Chinese text has such a character, and looking is much faster than escaping.
    return str(escape(text)) if _SPECIAL.search(text) else text
