"""Lengths of time and the deadlines made of them: `24 小时`, `3 个工作日`, `14–21 天`, `当日`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from enum import Enum
from functools import cache

from .errors import Kind, QuantityError, Reason
from .grammar import SEPARATOR, SWAPPED_RANGE, Repair, check_range, parsed, read_range, refusal, written_range
from .numerals import NUMBER

_SECONDS_A_DAY = 86_400
_HALF = Decimal("0.5")


class Unit(Enum):
    """A unit of time: how it is printed after a number, and its length in seconds.

    A month is 30 days and a year 365. DAY_END is no length but the end of a calendar day: 0 is 当日,
    1 is 次日.
    """

    label: str
    seconds: int

    SECOND = ("秒", 1)
    MINUTE = ("分钟", 60)
    HOUR = ("小时", 3600)
    DAY = ("天", _SECONDS_A_DAY)
    WORKDAY = ("个工作日", _SECONDS_A_DAY)
    DAY_END = ("日终", _SECONDS_A_DAY)
    WEEK = ("周", 7 * _SECONDS_A_DAY)
    MONTH = ("个月", 30 * _SECONDS_A_DAY)
    QUARTER = ("个季度", 90 * _SECONDS_A_DAY)
    YEAR = ("年", 365 * _SECONDS_A_DAY)

    def __init__(self, label: str, seconds: int) -> None:
        self.label = label
        self.seconds = seconds


UNIT_WORDS: dict[str, Unit] = {
    "个工作日": Unit.WORKDAY,
    "个自然日": Unit.DAY,
    "个小时": Unit.HOUR,
    "个星期": Unit.WEEK,
    "个季度": Unit.QUARTER,
    "工作日": Unit.WORKDAY,
    "自然日": Unit.DAY,
    "个月": Unit.MONTH,
    "小时": Unit.HOUR,
    "分钟": Unit.MINUTE,
    "星期": Unit.WEEK,
    "秒钟": Unit.SECOND,
    "秒": Unit.SECOND,
    "天": Unit.DAY,
    "日": Unit.DAY,
    "周": Unit.WEEK,
    "年": Unit.YEAR,
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time or a range of it; `low` and `high` are the same unless it is a range.

    立即 is 0 seconds; 当日 and 次日 are 0 and 1 of Unit.DAY_END. A broken year is held in months, so that
    半年 equals 6 个月. Raises QuantityError for values no text can write.
    """

    low: Decimal
    high: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        check_range(Kind.DURATION, self.low, self.high)
        if self.unit is Unit.YEAR and (self.low % 1 or self.high % 1):
            object.__setattr__(self, "low", self.low * 12)
            object.__setattr__(self, "high", self.high * 12)
            object.__setattr__(self, "unit", Unit.MONTH)
        if self.unit is Unit.DAY_END:
            if self.low != self.high or self.high not in (Decimal(0), Decimal(1)):
                raise QuantityError(Kind.DURATION, written_range(self.low, self.high), Reason.BAD_NUMBER)
        elif self.high == 0 and self.unit is not Unit.SECOND:
            raise QuantityError(Kind.DURATION, "0", Reason.ZERO)

    def __str__(self) -> str:
        if self.high == 0 and self.unit is Unit.SECOND:
            return "立即"
        if self.unit is Unit.DAY_END:
            return "次日" if self.high else "当日"
        if self.low == self.high == _HALF:
            return f"半{self.unit.label}"
        return f"{written_range(self.low, self.high)} {self.unit.label}"

    @property
    def counts_workdays(self) -> bool:
        """Whether rest days and holidays don't count."""
        return self.unit is Unit.WORKDAY

    def shortest_days(self) -> Decimal:
        """The fewest calendar days it can take; a workday is at least one."""
        return self.low * self.unit.seconds / _SECONDS_A_DAY

    def longest_days(self) -> Decimal:
        """The most calendar days it can take.

        Workdays meet every weekend they can: from a Friday, five end after 7 days and six after 10; public
        holidays are not foreseen. The end of a day is up to a day away.
        """
        if self.unit is Unit.WORKDAY:
            return self.high + 2 * (self.high / 5).to_integral_value(ROUND_CEILING)
        if self.unit is Unit.DAY_END:
            return self.high + 1
        return self.high * self.unit.seconds / _SECONDS_A_DAY


def parse_duration(text: str) -> Duration:
    """The duration a text writes. Raises QuantityError."""
    return parsed(Kind.DURATION, text, read_duration, _REPAIRS)


def read_duration(text: str) -> Duration:
    """The duration of a trimmed half-width text; a refusal comes without suggestion."""
    word = DURATION_WORDS.get(text)
    if word is not None:
        return word
    match = _pattern().fullmatch(text)
    if match is None:
        raise refusal(Kind.DURATION, text, "|".join(UNIT_WORDS))
    low_text, first_unit, high_text, half_before, unit_word, half_after = match.groups()
    unit = UNIT_WORDS[f"个{unit_word}" if half_before else unit_word]
    if first_unit and UNIT_WORDS[first_unit] is not unit:
        raise QuantityError(Kind.DURATION, text, Reason.TRAILING_TEXT)
    low, high = read_range(Kind.DURATION, low_text, high_text)
    if half_before or half_after:
        if high_text or low % 1:
            raise QuantityError(Kind.DURATION, text, Reason.BAD_NUMBER)
        low = high = low + _HALF
    return Duration(low, high, unit)


DURATION_WORDS: dict[str, Duration] = {
    **dict.fromkeys(("立即", "立刻", "即刻", "马上"), Duration(Decimal(0), Decimal(0), Unit.SECOND)),
    **dict.fromkeys(("当日", "当天"), Duration(Decimal(0), Decimal(0), Unit.DAY_END)),
    **dict.fromkeys(("次日", "翌日"), Duration(Decimal(1), Decimal(1), Unit.DAY_END)),
}

_REPAIRS: tuple[Repair, ...] = (
    (r"^零$|^0\s*(?:秒|分钟|个?小时)$", "立即"),
    (r"^(?:0|零)\s*[天日]$|^同[天日]$|^即日$", "当日"),
    (r"^第二[天日]$|^隔[天日]$|^明[天日]$", "次日"),
    (r"个?工作天", "个工作日"),
    (r"(?i)\s*(?:hours?|hrs?|h)$", "小时"),
    (r"(?i)\s*(?:minutes?|mins?)$", "分钟"),
    (r"(?i)\s*(?:days?|d)$", "天"),
    (r"(?i)\s*(?:weeks?|w)$", "周"),
    (r"(?i)\s*months?$", "个月"),
    (r"(?i)\s*(?:years?|y)$", "年"),
    (r"个?钟头", "小时"),
    (r"个?礼拜|个周", "周"),
    (r"个([天日年秒])", r"\1"),
    (r"个分钟?$|(?<!个)分$", "分钟"),
    (r"(?<![个小])时$", "小时"),
    (r"(?<!个)月$", "个月"),
    (r"(?<!个)季度?$", "个季度"),
    (r"号$", "日"),
    SWAPPED_RANGE,
)


@cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(UNIT_WORDS)
    halved = "工作日|小时|星期|季度|月"
    return re.compile(
        rf"({NUMBER})\s*(?:({units})?\s*{SEPARATOR}\s*({NUMBER})\s*)?"
        rf"(?:(个半)(?=(?:{halved})$))?((?:{units})|(?<=个半)(?:{halved}))(半)?"
    )
