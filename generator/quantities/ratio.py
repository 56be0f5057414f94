"""Percentages (`5–10%`), and multiples or shares of a named base (`10 倍 礼品价值`, `半天工资`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache

from .errors import Kind, QuantityError, Reason
from .grammar import SEPARATOR, SWAPPED_RANGE, Repair, check_range, parsed, read_range, refusal, written_range
from .numerals import NUMBER, half_width, plain

_PARTS = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_WHOLE = Decimal(100)

# Bases that say by themselves that all of them is meant.
WHOLE_BASES = frozenset({"原价", "市价", "成本价", "实际损失"})


class Measure(Enum):
    """How the factor of a multiple counts its base: times it, per cent of it, days of it."""

    TIMES = "倍"
    SHARE = "%"
    DAYS = "天"


@dataclass(frozen=True, slots=True)
class Percentage:
    """A share in per cent, or a range of shares; `low` and `high` are the same unless it is a range.

    Raises QuantityError for values no text can write.
    """

    low: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        check_range(Kind.PERCENTAGE, self.low, self.high)

    def __str__(self) -> str:
        return f"{written_range(self.low, self.high)}%"


@dataclass(frozen=True, slots=True)
class Multiple:
    """So many times, per cent or days of a base: 10 倍 礼品价值, 50% 当月绩效工资, 半天工资.

    `of` names the base in the policy's own words; only 倍 may leave it empty. Raises QuantityError for values
    no text can write.
    """

    factor: Decimal
    measure: Measure
    of: str

    def __post_init__(self) -> None:
        check_range(Kind.MULTIPLE, self.factor, self.factor)
        object.__setattr__(self, "of", " ".join(half_width(self.of).split()))
        if not self.of and self.measure is not Measure.TIMES:
            raise QuantityError(Kind.MULTIPLE, plain(self.factor) + self.measure.value, Reason.MISSING_BASE)
        if self.of and not self.of[0].isalpha():
            raise QuantityError(Kind.MULTIPLE, self.of, Reason.MISSING_BASE)

    def __str__(self) -> str:
        if self.measure is Measure.DAYS:
            return f"半天{self.of}" if self.factor == Decimal("0.5") else f"{plain(self.factor)} 天{self.of}"
        if self.measure is Measure.TIMES:
            return f"{plain(self.factor)} 倍 {self.of}".rstrip()
        if self.factor == _WHOLE and self.of in WHOLE_BASES:
            return self.of
        return f"{plain(self.factor)}% {self.of}"


def parse_percentage(text: str) -> Percentage:
    """The percentage a text writes. Raises QuantityError."""
    return parsed(Kind.PERCENTAGE, text, read_percentage, _PERCENTAGE_REPAIRS)


def parse_multiple(text: str) -> Multiple:
    """The multiple, share or number of days of a base a text writes. Raises QuantityError."""
    return parsed(Kind.MULTIPLE, text, read_multiple, MULTIPLE_REPAIRS)


def read_percentage(text: str) -> Percentage:
    """The percentage of a trimmed half-width text; a refusal comes without suggestion."""
    if text == "百分之百":
        return Percentage(_WHOLE, _WHOLE)
    match = _percentage().fullmatch(text)
    if match is None:
        raise refusal(Kind.PERCENTAGE, text, "%")
    low, high, part, worded_low, worded_high = match.groups()
    if part is None:
        return Percentage(*read_range(Kind.PERCENTAGE, low, high))
    first, last = read_range(Kind.PERCENTAGE, worded_low, worded_high)
    return Percentage(first * _PARTS[part], last * _PARTS[part])


def read_multiple(text: str) -> Multiple:
    """The multiple of a trimmed half-width text; a refusal comes without suggestion."""
    if text in WHOLE_BASES:
        return Multiple(_WHOLE, Measure.SHARE, text)
    match = _multiple().fullmatch(text)
    if match is None:
        raise refusal(Kind.MULTIPLE, text, "倍|%|天|日")
    whole, share, times, number, unit, base = match.groups()
    if whole:
        return Multiple(_WHOLE, Measure.SHARE, base)
    if share:
        percentage = read_percentage(share)
        return Multiple(percentage.low, Measure.SHARE, base)
    if times:
        return Multiple(Decimal(2), Measure.TIMES, base)
    factor, _ = read_range(Kind.MULTIPLE, number, None)
    return Multiple(factor, Measure.TIMES if unit == "倍" else Measure.DAYS, base)


_PERCENTAGE_REPAIRS: tuple[Repair, ...] = (
    (r"(?i)\s*(?:percent|个?百分点)$", "%"),
    (rf"^({NUMBER})$", r"\1%"),
    (r"^全额$|^全部$", "100%"),
    (r"^一半$|^半数$", "50%"),
    SWAPPED_RANGE,
)

MULTIPLE_REPAIRS: tuple[Repair, ...] = (
    (r"^一半(?:的)?", "50% "),
    (r"^(?:全部|全数|所有)(?:的)?", "全额 "),
    (r"^(?:按|照|以)\s*", ""),
    (rf"^([^\W\d_].*?)的?\s*({NUMBER}\s*(?:倍|%)|百分之{NUMBER})$", r"\2 \1"),
    (r"个工作日", "天"),
)


@cache
def _percentage() -> re.Pattern[str]:
    return re.compile(
        rf"({NUMBER})\s*(?:%?\s*{SEPARATOR}\s*({NUMBER})\s*)?%"
        rf"|([百千万])分之\s*({NUMBER})(?:\s*{SEPARATOR}\s*(?:\3分之)?\s*({NUMBER}))?"
    )


@cache
def _multiple() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(全额)|({NUMBER}\s*%|百分之百|[百千万]分之\s*{NUMBER}(?=\s|[^\W\d]))|(双倍)|({NUMBER})\s*(倍|天|日))\s*(.*)"
    )
