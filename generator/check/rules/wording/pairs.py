"""Brackets and quotation marks come in pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.check.texts import Told, every_text
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook

_CLOSED_BY = {"“": "”", "‘": "’", "（": "）", "【": "】", "「": "」", "〈": "〉"}
_OPENED_BY = {close: start for start, close in _CLOSED_BY.items()}
_ALL = "".join((*_CLOSED_BY, *_OPENED_BY))
_STRAY = re.compile(f"[{_ALL}]")
_PAIR = re.compile("|".join(f"{start}[^{_ALL}\n]*{close}" for start, close in _CLOSED_BY.items()))
_ENUMERATION = re.compile(r"(?:^|[，。；：、\s])[0-9a-zA-Z①-⑳一二三四五六七八九十]{1,3}$")


def unpaired(handbook: Handbook) -> Iterator[Diagnostic]:
    """W016: a bracket or quotation mark without its other half; R014 tells of 《 and 》. One finding a text."""
    texts = every_text(handbook)
    if not _STRAY.search(texts.without(_PAIR)):
        return
    for told in texts.told:
        stray = _stray(told.text) if _STRAY.search(told.text) else None
        if stray is not None:
            yield _told(told, stray)


def _stray(text: str) -> int | None:
    """Where the first mark without its other half stands."""
    open_marks: list[int] = []
    for at, character in enumerate(text):
        if character in _CLOSED_BY:
            open_marks.append(at)
        elif character in _OPENED_BY and not _is_no_mark(text, at):
            if not open_marks or text[open_marks[-1]] != _OPENED_BY[character]:
                return open_marks[-1] if open_marks else at
            open_marks.pop()
    return open_marks[0] if open_marks else None


def _is_no_mark(text: str, at: int) -> bool:
    """Whether it is an apostrophe, or ends the number of an enumeration: 1） a）."""
    if text[at] == "’":
        return text[at - 1 : at].isascii()
    return text[at] == "）" and "（" not in text[:at] and bool(_ENUMERATION.search(text[:at]))


def _told(told: Told, at: int) -> Diagnostic:
    mark = told.text[at]
    missing = _CLOSED_BY.get(mark) or _OPENED_BY[mark]
    around = told.text[at : at + 8] if mark in _CLOSED_BY else told.text[max(at - 7, 0) : at + 1]
    return finding("W016", told.place, focus=around, mark=mark, missing=missing, around=around)


RULES = (Rule("W016", unpaired),)
