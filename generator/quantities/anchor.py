"""The periods of a calendar and the moments within them: `周二`, `10日`, `3月31日`, `月底`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import Enum

from .errors import Kind, QuantityError, Reason

_LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_AFTER_ALL_DAYS = 32


class Period(Enum):
    """A recurring stretch of time; `label` heads its group in a checklist, `days` is its length."""

    label: str
    days: int

    DAY = ("每日", 1)
    WEEK = ("每周", 7)
    MONTH = ("每月", 30)
    QUARTER = ("每季度", 91)
    HALF_YEAR = ("每半年", 182)
    YEAR = ("每年", 365)

    def __init__(self, label: str, days: int) -> None:
        self.label = label
        self.days = days


class Weekday(Enum):
    """A day of the week; `label` is its sign after 周."""

    label: str

    MONDAY = (1, "一")
    TUESDAY = (2, "二")
    WEDNESDAY = (3, "三")
    THURSDAY = (4, "四")
    FRIDAY = (5, "五")
    SATURDAY = (6, "六")
    SUNDAY = (7, "日")

    def __init__(self, number: int, label: str) -> None:
        self.number = number
        self.label = label


class PeriodEnd(Enum):
    """The end of the period."""

    LAST_DAY = "末"


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of every month, or of one month of every year; 29 February is one.

    Raises QuantityError for a day no calendar has.
    """

    day: int
    month: int | None = None

    def __post_init__(self) -> None:
        month_exists = self.month is None or 1 <= self.month <= 12
        if not month_exists or not 1 <= self.day <= _LONGEST_MONTHS[(self.month or 1) - 1]:
            raise QuantityError(Kind.FREQUENCY, f"{self.month}-{self.day}", Reason.NO_SUCH_DAY)


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """The end of one month of every year. Raises QuantityError for a month no calendar has."""

    month: int

    def __post_init__(self) -> None:
        if not 1 <= self.month <= 12:
            raise QuantityError(Kind.FREQUENCY, str(self.month), Reason.NO_SUCH_DAY)


Day = Weekday | MonthDay | MonthEnd | PeriodEnd


@dataclass(frozen=True, slots=True)
class Anchor:
    """When within the period: days of one sort, times of day, or both; `before` makes them the latest moment.

    Both are held sorted and without repetition.
    """

    days: tuple[Day, ...] = ()
    times: tuple[time, ...] = ()
    before: bool = False

    def __post_init__(self) -> None:
        if not (self.days or self.times) or len({type(day) for day in self.days}) > 1:
            raise QuantityError(Kind.FREQUENCY, "", Reason.ANCHOR_MISMATCH)
        if any(moment != time(moment.hour, moment.minute) for moment in self.times):
            raise QuantityError(Kind.FREQUENCY, "", Reason.NO_SUCH_TIME)
        object.__setattr__(self, "days", tuple(sorted(set(self.days), key=order_in_year)))
        object.__setattr__(self, "times", tuple(sorted(set(self.times))))


def order_in_year(day: Day) -> tuple[int, int]:
    """For sorting days of one sort."""
    match day:
        case Weekday():
            return 0, day.number
        case MonthDay():
            return day.month or 0, day.day
        case MonthEnd():
            return day.month, _AFTER_ALL_DAYS
        case PeriodEnd():
            return _AFTER_ALL_DAYS, 0
