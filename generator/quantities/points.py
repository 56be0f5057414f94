"""What a value comes to on a scale, however it is written: 一周 and 7 天, 半年 and 6 个月, 两名 and 2 人."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from .anchor import Day, MonthDay, MonthEnd, PeriodEnd, Weekday
from .count import Quantity
from .duration import UNIT_WORDS, Duration, Unit
from .frequency import Frequency
from .money import Money
from .ratio import Measure, Multiple, Percentage
from .scan import Value


class Point(NamedTuple):
    """A number on a scale, such as 3 on the scale of workdays."""

    scale: str
    number: Decimal


class Points(NamedTuple):
    """Where a value begins and ends; the same point twice unless it is a range. `others` are further points of it."""

    low: Point
    high: Point
    others: tuple[Point, ...] = ()


MONEY = "元"
PERCENT = "%"
TIMES = "次"
SCORE = "分"

_LENGTHS = {
    Unit.SECOND: ("秒", 1),
    Unit.MINUTE: ("秒", 60),
    Unit.HOUR: ("秒", 3600),
    Unit.DAY: ("天", 1),
    Unit.WEEK: ("天", 7),
    Unit.WORKDAY: ("工作日", 1),
    Unit.DAY_END: ("日终", 1),
    Unit.MONTH: ("月", 1),
    Unit.QUARTER: ("月", 3),
    Unit.YEAR: ("月", 12),
}

TIME_SCALES = frozenset(scale for scale, _ in _LENGTHS.values())
"""The scales on which lengths of time lie."""

_SAME_UNITS = (
    ("人", "名", "位"),
    ("台", "辆"),
    ("千克", "公斤", "kg"),
    ("克", "g"),
    ("公里", "千米", "km"),
    ("米", "m"),
    ("厘米", "cm"),
    ("毫米", "mm"),
    ("平方米", "㎡", "m²"),
    ("℃", "摄氏度", "°C", "度"),
)
_UNIT = {word: units[0] for units in _SAME_UNITS for word in units}
_MONEY_UNITS = {"元": 1, "千元": 1000, "万元": 10_000, "百万元": 10**6, "亿元": 10**8}


@lru_cache(maxsize=4096)
def points_of(value: Value) -> Points:
    """Where the value lies."""
    match value:
        case Duration():
            return _span(*_LENGTHS[value.unit], value.low, value.high)
        case Money():
            return _span(MONEY, 1, value.low, value.high)
        case Percentage():
            return _span(PERCENT, 1, value.low, value.high)
        case Multiple():
            scale = {Measure.TIMES: "倍", Measure.SHARE: PERCENT, Measure.DAYS: "天"}[value.measure]
            return _span(scale, 1, value.factor, value.factor)
        case Quantity():
            return _span(*_scale_of(value.unit), value.low, value.high)
        case Frequency():
            return _recurrence(value)


def _span(scale: str, size: int, low: Decimal, high: Decimal) -> Points:
    first = Point(scale, low * size)
    return Points(first, first if low == high else Point(scale, high * size))


def _scale_of(unit: str) -> tuple[str, int]:
    if unit in UNIT_WORDS:
        return _LENGTHS[UNIT_WORDS[unit]]
    if unit in _MONEY_UNITS:
        return MONEY, _MONEY_UNITS[unit]
    return _UNIT.get(unit, unit), 1


def _recurrence(value: Frequency) -> Points:
    """The period, and as further points how often and when within it."""
    period = Point(value.period.label, Decimal(value.every))
    others = [Point(TIMES, Decimal(value.times))] if value.times > 1 else []
    if value.anchor is not None:
        others += (_day(day) for day in value.anchor.days)
        others += (clock(moment.hour, moment.minute) for moment in value.anchor.times)
        others += [Point("前", Decimal(1))] if value.anchor.before else []
    return Points(period, period, tuple(others))


def _day(day: Day) -> Point:
    match day:
        case Weekday():
            return Point("周", Decimal(day.number))
        case MonthDay():
            return Point("日期", Decimal(100 * (day.month or 0) + day.day))
        case MonthEnd():
            return Point("月末", Decimal(day.month))
        case PeriodEnd():
            return Point("期末", Decimal(1))


def clock(hour: int, minute: int) -> Point:
    """A time of day."""
    return Point("时刻", Decimal(hour * 60 + minute))
