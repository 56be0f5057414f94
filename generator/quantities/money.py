"""Sums in yuan: `2000 元`, `2.5万元`, `50–500 元`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from .errors import Kind
from .grammar import SEPARATOR, SWAPPED_RANGE, Repair, check_range, parsed, read_range, refusal, written_range
from .numerals import NUMBER

_TEN_THOUSAND = 10_000
"""From here on sums are told in 万元, if they come out even: 2000000 is hard to read."""


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in yuan or a range of sums; `low` and `high` are the same unless it is a range.

    Raises QuantityError for values no text can write.
    """

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        check_range(Kind.MONEY, self.low, self.high)

    def __str__(self) -> str:
        return written_sum(self.low, self.high)


def written_sum(low: Decimal, high: Decimal) -> str:
    """`200 元`, `50–500 元`, `200 万元`."""
    if low and not (low % _TEN_THOUSAND or high % _TEN_THOUSAND):
        return f"{written_range(low / _TEN_THOUSAND, high / _TEN_THOUSAND)} 万元"
    return f"{written_range(low, high)} 元"


def parse_money(text: str) -> Money:
    """The sum a text writes. Raises QuantityError."""
    return parsed(Kind.MONEY, text, read_money, MONEY_REPAIRS)


def read_money(text: str) -> Money:
    """The sum of a trimmed half-width text; a refusal comes without suggestion."""
    match = _pattern().fullmatch(text)
    if match is None:
        raise refusal(Kind.MONEY, text, "元")
    return Money(*read_range(Kind.MONEY, match[1], match[2]))


MONEY_REPAIRS: tuple[Repair, ...] = (
    (r"元整$", "元"),
    (r"(?i)^(?:人民币|RMB|CNY|￥|¥)\s*(.+?)元?$", r"\1元"),
    (r"(?i)\s*(?:块钱?|圆|人民币|RMB|CNY|yuan)$", "元"),
    (r"([0-9]),?[ ，]([0-9]{3})", r"\1\2"),
    (rf"^({NUMBER})元({NUMBER})角$", r"\1.\2元"),
    (r"(?i)([0-9])\s*w(?=元|$)", r"\1万"),
    (r"(?i)([0-9])\s*k(?=元|$)", r"\1千"),
    (r"元?\s*(?:/|每)\s*[^0-9]*$", "元"),
    (rf"^({NUMBER})$", r"\1元"),
    SWAPPED_RANGE,
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"({NUMBER})\s*(?:元?\s*{SEPARATOR}\s*({NUMBER})\s*)?元")
