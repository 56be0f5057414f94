"""One clause says one thing to one bearer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.check.rules.wording import declared
from generator.check.texts import Found, clause_texts
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook

_NORM = re.compile("应当|不得|可以")
_LATER_SENTENCE = re.compile(r"(?<=。)[^。\n]*?(?:应当|不得|可以)")
_SEVERAL = re.compile(f"(?:{_NORM.pattern})[^\n]*?(?:{_NORM.pattern})")
_BETWEEN = ("均", "都", "还", "也", "同样")


def two_duties(handbook: Handbook) -> Iterator[Diagnostic]:
    """W010: two sentences that each oblige, forbid or allow, or two bearers with a norm each. One finding a clause."""
    texts = clause_texts(handbook)
    told: set[int] = set()
    for found in texts.found(_LATER_SENTENCE):
        if id(found.told) not in told and _NORM.search(found.told.text, 0, found.start):
            told.add(id(found.told))
            yield finding("W010", found.told.place, "sentences", focus=found.focus, clause=_label(found))
    names = declared.of_bearers(handbook)
    lengths = sorted({len(name) for name in names}, reverse=True)
    for found in texts.found(_SEVERAL):
        if id(found.told) in told:
            continue
        told.add(id(found.told))
        text = found.told.text
        borne = list(_borne(text, names, lengths))
        if len(borne) > 1:
            (first, _), (second, at) = borne[:2]
            variant = "again" if first == second else "bearers"
            here = found._replace(start=at - len(second), end=at + len("应当"))
            yield finding(
                "W010", found.told.place, variant, focus=here.focus, clause=_label(found), first=first, second=second
            )
        elif borne and _begins_anew(text, *borne[0]):
            name, at = borne[0]
            here = found._replace(start=at - len(name), end=at + len("应当"))
            yield finding("W010", found.told.place, "sentences", focus=here.focus, clause=_label(found))


def _borne(text: str, names: frozenset[str], lengths: list[int]) -> Iterator[tuple[str, int]]:
    """Each name that stands right before the word of a norm, and where that word begins.

    What somebody else may do about a breach (争吵的，客服主任可以……) is a part of the norm itself.
    """
    for norm in _NORM.finditer(text):
        before = text[: norm.start()]
        for word in _BETWEEN:
            before = before.removesuffix(word)
        name = next((before[-length:] for length in lengths if before[-length:] in names), "")
        is_consequence = norm.group() == "可以" and before.endswith(f"的，{name}")
        if name and not is_consequence:
            yield name, len(before)


def _begins_anew(text: str, name: str, at: int) -> bool:
    """Whether a norm for somebody begins after a semicolon, and another norm stands before it."""
    start = at - len(name)
    return text.startswith("；", start - 1) and not text.startswith("可以", at) and bool(_NORM.search(text, 0, start))


def _label(found: Found) -> str:
    return found.told.clause.label if found.told.clause else ""


RULES = (Rule("W010", two_duties),)
