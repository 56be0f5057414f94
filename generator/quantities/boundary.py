"""On which side of a figure the text draws the line: 以上 and 以下 include the figure, 超过 and 不满 do not.

By 民法典 第一千二百五十九条. A line just below 3 and one just above 3 are all there is: 3 次以上, 至少 3 次 and
不满 3 次 part 2 from 3; 超过 3 次, 不超过 3 次 and 3 次以下 part 3 from 4. Which side of it is meant is another
matter: 超过 3 次 means what is above the line, 不超过 3 次 what is below.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from .scan import Figure


class Boundary(Enum):
    """Where the line is drawn: below the figure, or above it."""

    BELOW = "below"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Line:
    """The line a text draws at a figure, and the `side` of it that is meant, if that is certain.

    A `weak` word is also said of an exact figure (满 1 年, 3 天内).
    """

    boundary: Boundary
    weak: bool = False
    side: Boundary | None = None

    def agrees_with(self, other: Line) -> bool:
        """Whether both draw the same line and, as far as both tell it, mean the same side of it."""
        same_side = self.side is other.side or self.side is None or other.side is None
        return self.boundary is other.boundary and same_side


def line_at(text: str, figure: Figure) -> Line | None:
    """The line that the words around a figure draw, if they draw one."""
    found = None
    if text[figure.end : figure.end + 2].lstrip()[:1] in _FIRST_AFTER:
        found = _after().match(text, figure.end)
    before = text[max(0, figure.start - _NEAR) : figure.start].rstrip()
    if found is None and (before[-1:] in _LAST_BEFORE or "至" in before or "最" in before):
        found = _before().search(text, max(0, figure.start - _REACH), figure.start)
    return None if found is None else _line(found, text)


def words_before(text: str, start: int) -> int:
    """Where the words begin that draw a line at the figure that starts there; where it starts if there are none."""
    found = _before().search(text, max(0, start - _REACH), start)
    if found is None:
        return start
    denied = _denial().search(text, max(0, found.start() - _NEAR), found.start())
    return (denied or found).start()


def _line(found: re.Match[str], text: str) -> Line:
    boundary, side, weak = _WORDS[found.lastgroup or ""]
    denied = _denial().search(text, max(0, found.start() - _NEAR), found.start())
    if denied and found.lastgroup in _DENIABLE:
        return Line(boundary, weak, _OTHER[side])
    # 不得一次领取超过 3 件: whether what is forbidden or what is allowed is meant is for the reader to tell.
    forbidden = _forbidden().search(text, max(text.rfind(mark, 0, found.start()) for mark in "。；") + 1, found.start())
    return Line(boundary, weak, None if denied or forbidden else side)


_REACH = 14
_NEAR = 6
# Most figures have none of these beside them, which is quicker to see than to search for the words.
_FIRST_AFTER = frozenset("以之及或内起上下为封")
_LAST_BEFORE = frozenset("超过出于多高长满足少低起达逾到及了的")
_ABOVE, _BELOW = Boundary.ABOVE, Boundary.BELOW
_OTHER = {_ABOVE: _BELOW, _BELOW: _ABOVE}
# Where each kind of word draws the line, which side of it is meant, and whether the word is weak.
_WORDS = {
    "over": (_ABOVE, _ABOVE, False),
    "under": (_BELOW, _BELOW, False),
    "at_most": (_ABOVE, _BELOW, False),
    "at_least": (_BELOW, _ABOVE, False),
    "past": (_ABOVE, _ABOVE, True),
    "full": (_BELOW, _ABOVE, True),
    "beyond": (_ABOVE, _ABOVE, False),
    "and_more": (_BELOW, _ABOVE, False),
    "and_less": (_ABOVE, _BELOW, False),
    "inside": (_ABOVE, _BELOW, True),
}
_DENIABLE = frozenset({"over", "under", "past", "full"})


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<over>超[过出]?|高于|多于|大于|长于|迟于|晚于)"
        r"|(?P<under>少于|低于|小于|短于|早于|不满|未满|不足|不到|不及)"
        r"|(?P<at_most>最多|至多|最高|最长)|(?P<at_least>至少|最少|最低|起码)"
        r"|(?P<past>逾)|(?P<full>满|达))"
        r"(?:[^，。；：、0-9]{0,8}的|到|了|(?<=[至最][少多])[^，。；：、0-9]{1,3})?\ ?\Z"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"\ ?(?:(?P<and_more>(?:及其?|或者?|及其?以|或者?以|以)上|起(?!算))"
        r"|(?P<and_less>(?:及其?|或者?|及其?以|或者?以|以)下|为限|封顶)"
        r"|(?P<beyond>[以之]外)"
        r"|(?P<inside>(?:之|以)?内(?![容部设外])))"
    )


@cache
def _denial() -> re.Pattern[str]:
    return re.compile(r"(?:不|未|没有?|无)(?:得|能|能够|应|应当|应该|可|可以|宜|许|准|允许|会|再|曾)?\ ?\Z")


@cache
def _forbidden() -> re.Pattern[str]:
    """What forbids or denies, other than in a comparison of its own: 不超过, 不得少于, 不满."""
    return re.compile(
        r"不(?!(?:得|能|应当?|可以?|宜)?(?:超|[少低高大小多短长迟]于|满|足|到|及|达)|仅|但|同|论|管)"
        r"|禁止|严禁|切勿|未(?!满|达)|没有|无(?!论)"
    )
