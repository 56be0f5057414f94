"""Texts as HTML and as Markdown headings that no name can break out of."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from generator.link.targets import LinkedText, Target

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_SPECIAL = re.compile(r"[&<>\"']")


def linked(text: LinkedText, href: Callable[[Target], str]) -> Markup:
    """The text escaped, with its mentions as links to where `href` says."""
    parts = [
        _escaped(span)
        if isinstance(span, str)
        else f'<a href="{_escaped(href(span.target))}">{_escaped(span.text)}</a>'
        for span in text
    ]
    return Markup("".join(parts))  # noqa: S704  # every part is escaped


def heading(text: str) -> Markup:
    """A name as the text of a Markdown heading: one line, and no character that Markdown, HTML or Jinja reads."""
    line = " ".join(text.split())
    return Markup(_PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", line))  # noqa: S704


def _escaped(text: str) -> str:
    # Hardly any Chinese text has such a character, and looking is much faster than escaping.
    return str(escape(text)) if _SPECIAL.search(text) else text
