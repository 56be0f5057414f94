"""Texts as HTML and as Markdown headings that no name can break out of."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from generator.link.targets import LinkedText, Target

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")


def linked(text: LinkedText, href: Callable[[Target], str]) -> Markup:
    """The text escaped, with its mentions as links to where `href` says."""
    return Markup(  # noqa: S704  # every part is escaped here
        "".join(
            escape(span) if isinstance(span, str) else f'<a href="{href(span.target)}">{escape(span.text)}</a>'
            for span in text
        )
    )


def heading(text: str) -> Markup:
    """A name as the text of a Markdown heading: one line, and no character that Markdown, HTML or Jinja reads."""
    line = " ".join(text.split())
    return Markup(_PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", line))  # noqa: S704
