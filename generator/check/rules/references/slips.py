"""Slips of the pen: one character wrong, too many, missing, or exchanged with its neighbour."""

from __future__ import annotations

_MEANT = frozenset(
    "一二三四五六七八九十甲乙丙丁0123456789正副内外大小新旧上下前后左右东西南北男女出入收付人部处科组室课股班队"
)
"""Characters that make another name of it on purpose: 一厂 and 二厂, 经理 and 副经理."""

_BETWEEN_NAMES = frozenset("应须可不得的在将由和或及对与按向为并经，。、；：（）“”《》\n ")
"""Characters that end a name rather than being a slip in it."""


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one name becomes the other by one slip."""
    if len(one) == len(other):
        wrong = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(wrong) == 2:
            first, second = wrong
            return second == first + 1 and one[first] == other[second] and one[second] == other[first]
        return len(wrong) == 1 and _MEANT.isdisjoint((one[wrong[0]], other[wrong[0]]))
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(longer) - len(shorter) > 1:
        return False
    at = next((at for at, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    return longer[at + 1 :] == shorter[at:] and longer[at] not in _MEANT


def slip_in(text: str, name: str) -> str:
    """The first stretch of a text that is the name but for one slip; empty if there is none.

    A slip leaves one half of the name as it is, so that only the places around a half are looked at. A stretch that is
    shorter or longer begins and ends like the name.
    """
    half = len(name) // 2
    for part, is_start in ((name[:half], True), (name[half:], False)):
        at = text.find(part)
        while at >= 0:
            for length in (len(name) + 1, len(name), len(name) - 1):
                start = at if is_start else at + len(part) - length
                stretch = text[start : start + length] if start >= 0 else ""
                if _looks_like(stretch, name):
                    return stretch
            at = text.find(part, at + 1)
    return ""


def _looks_like(stretch: str, name: str) -> bool:
    if len(stretch) != len(name) and (stretch[:1] != name[0] or stretch[-1:] != name[-1]):
        return False
    return one_slip_apart(stretch, name) and _BETWEEN_NAMES.isdisjoint(set(stretch).difference(name))
