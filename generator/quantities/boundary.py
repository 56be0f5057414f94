"""On which side of a figure the text draws the line: 以上 and 以下 include the figure, 超过 and 不满 do not.

By 民法典 第一千二百五十九条. A line just below 3 and one just above 3 are all there is: 3 次以上, 至少 3 次 and
不满 3 次 part 2 from 3; 超过 3 次, 不超过 3 次 and 3 次以下 part 3 from 4.
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
    """The line a text draws at a figure; a `weak` word is also said of an exact figure (满 1 年, 3 天内)."""

    boundary: Boundary
    weak: bool = False


def line_at(text: str, figure: Figure) -> Line | None:
    """The line that the words around a figure draw, if they draw one."""
    found = None
    if text[figure.end : figure.end + 2].lstrip()[:1] in _FIRST_AFTER:
        found = _after().match(text, figure.end)
    before = text[max(0, figure.start - _NEAR) : figure.start].rstrip()
    if found is None and (before[-1:] in _LAST_BEFORE or "至" in before or "最" in before):
        found = _before().search(text, max(0, figure.start - _REACH), figure.start)
    return None if found is None else _LINES[found.lastgroup or ""]


_REACH = 14
_NEAR = 6
# Most figures have none of these beside them, which is quicker to see than to search for the words.
_FIRST_AFTER = frozenset("以之及或内起上下为封")
_LAST_BEFORE = frozenset("过出于多高长满足少低起达逾到了的")
_LINES = {
    "above": Line(Boundary.ABOVE),
    "below": Line(Boundary.BELOW),
    "weakly_above": Line(Boundary.ABOVE, weak=True),
    "weakly_below": Line(Boundary.BELOW, weak=True),
}


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<above>超过|超出|高于|多于|大于|迟于|最多|至多|最高|最长)"
        r"|(?P<below>少于|低于|小于|短于|不满|未满|不足|至少|最少|最低|起码)"
        r"|(?P<weakly_above>逾)|(?P<weakly_below>满|达))"
        r"(?:[^，。；：、0-9]{0,8}的|到|了|(?<=[至最][少多])[^，。；：、0-9]{1,3})?\ ?\Z"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"\ ?(?:(?P<below>(?:及其?|或者?|及其?以|或者?以|以)上|起(?!算))"
        r"|(?P<above>(?:及其?|或者?|及其?以|或者?以|以)下|为限|封顶)"
        r"|(?P<weakly_above>(?:之|以)?内(?![容部设外])))"
    )
