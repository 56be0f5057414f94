"""Characters that stand for another: 帐 for 账, 体 written 體."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.check.rules.rule import Options, Rule, TunedRule
from generator.check.rules.wording.traditional import SIMPLIFIED
from generator.check.texts import REFERENCE_MARK, every_text
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook

_ARROW = "→"
_TRADITIONAL = re.compile(f"[{''.join(SIMPLIFIED)}][{''.join(SIMPLIFIED)}]*")


def wrong_characters(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W006: a word with a wrong character of the same sound or shape. One finding a text."""
    right = dict(entry.split(_ARROW, 1) for entry in options.words if _ARROW in entry)
    avoided = {word for term in handbook.terms for word in term.spec.avoid}
    allowed = _any_of(avoided.union(entry for entry in options.words if _ARROW not in entry))
    for first, others in every_text(handbook).first_found(_any_of(right)):
        spans = [one.span() for one in allowed.finditer(first.told.text)]
        wrong = (one for one in (first, *others) if not any(start <= one.start < end for start, end in spans))
        if (found := next(wrong, None)) is not None:
            word, mended = _with_neighbour(found.told.text, found.start, found.end, right[found.word])
            yield finding("W006", found.told.place, focus=found.focus, word=word, right=mended)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first)) or REFERENCE_MARK)


def traditional_characters(handbook: Handbook) -> Iterator[Diagnostic]:
    """W007: a traditional character. One finding a text."""
    for found, _ in every_text(handbook).first_found(_TRADITIONAL):
        simple = "".join(SIMPLIFIED[character] for character in found.word)
        yield finding("W007", found.told.place, focus=found.focus, word=found.word, right=simple)


def _with_neighbour(text: str, start: int, end: int, right: str) -> tuple[str, str]:
    """The wrong word and the right one, with the character before and after it where it is but one character."""
    if end - start > 1:
        return text[start:end], right
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return f"{before}{text[start:end]}{after}", f"{before}{right}{after}"


RULES = (TunedRule("W006", wrong_characters), Rule("W007", traditional_characters))
