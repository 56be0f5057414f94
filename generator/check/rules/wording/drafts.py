"""What a draft leaves behind: places still to be filled in, and titles that end like sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.rule import Options, Rule, TunedRule
from generator.check.texts import TextKind, every_text
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook

_SIGNS = "[×]{2,}|[Xx](?<![A-Za-z].)[Xx]+(?![A-Za-z])|[○〇]{2,}|_{2,}|[?？]{2,}|【[^】]*】|……(?=[。；]|$)"
_TITLE_ENDS = re.compile(r"[。，、；：！,.;:!]$")


def unfinished(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W023: something that stands for what is still to be written: 待定, ××, TODO. One finding a text."""
    words = "|".join(map(re.escape, sorted(options.words, key=len, reverse=True)))
    left = re.compile(f"{_SIGNS}|{words}" if words else _SIGNS, re.MULTILINE)
    for found, _ in every_text(handbook).first_found(left):
        if not (found.word.startswith("……") and found.told.kind is TextKind.LABEL):
            yield finding("W023", found.told.place, focus=found.focus, word=found.word)


def title_like_a_sentence(handbook: Handbook) -> Iterator[Diagnostic]:
    """W024: a title that ends with a mark."""
    for told in every_text(handbook).told:
        if told.kind is TextKind.LABEL and told.path == ("title",) and _TITLE_ENDS.search(told.text):
            mended = told.text.rstrip("。，、；：！,.;:!")
            yield finding("W024", told.place, focus=told.text[-1], written=told.text, mended=mended)


RULES = (TunedRule("W023", unfinished), Rule("W024", title_like_a_sentence))
