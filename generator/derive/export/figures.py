"""Quantities: as written in their canonical form, and in parts to compute with."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Annotated, Literal

from pydantic import WithJsonSchema

from generator.derive.export.record import Record, record
from generator.quantities import (
    Amount,
    Anchor,
    Duration,
    Frequency,
    Measure,
    Money,
    MonthDay,
    MonthEnd,
    Multiple,
    Percentage,
    Period,
    PeriodEnd,
    Quantity,
    Unit,
    Weekday,
)


def code(member: Enum) -> str:
    """What a member of an enumeration is called in the data."""
    return member.name.lower()


def _codes(enum: type[Enum]) -> WithJsonSchema:
    return WithJsonSchema({"enum": [code(member) for member in enum]})


Number = int | float
TimeUnit = Annotated[str, _codes(Unit)]
PeriodName = Annotated[str, _codes(Period)]
MeasureName = Annotated[str, _codes(Measure)]


@record
class DurationRecord(Record):
    """A length of time, or a range of it; 立即 is 0 seconds, 当日 and 次日 are 0 and 1 of `day_end`."""

    text: str
    low: Number
    high: Number
    unit: TimeUnit


@record
class ForeverRecord(Record):
    """Without end, of the time something is kept."""

    text: Literal["永久"]
    unit: Literal["forever"]


@record
class AnchorRecord(Record):
    """When within each period something is due: days of one sort, times of day, or both."""

    weekdays: tuple[int, ...] = ()
    """1 is Monday, 7 is Sunday."""
    days: tuple[int, ...] = ()
    """Days of the month."""
    dates: tuple[str, ...] = ()
    """Days of the year: 12-31."""
    month_ends: tuple[int, ...] = ()
    """Months of the year, at the end of which it is due."""
    last_day: bool = False
    """The last day of the period."""
    times: tuple[str, ...] = ()
    """Times of day: 09:00."""
    before: bool = False
    """Whether those are the latest moments."""


@record
class FrequencyRecord(Record):
    """`times` times in every `every` periods, or at the anchor's moments in each one."""

    text: str
    every: int
    period: PeriodName
    times: int
    anchor: AnchorRecord | None = None


@record
class QuantityRecord(Record):
    """A number with its unit, or a range: money is in 元, a percentage in %."""

    text: str
    low: Number
    high: Number
    unit: str


@record
class MultipleRecord(Record):
    """So many times, per cent or days of a base: 10 倍 礼品价值."""

    text: str
    factor: Number
    measure: MeasureName
    of: str = ""


AmountRecord = QuantityRecord | MultipleRecord
RetentionRecord = DurationRecord | ForeverRecord


def duration_record(duration: Duration | None) -> DurationRecord | None:
    """A duration in parts."""
    if duration is None:
        return None
    low, high = _number(duration.low), _number(duration.high)
    return DurationRecord(text=str(duration), low=low, high=high, unit=code(duration.unit))


def retention_record(retention: Duration | Literal["永久"] | None) -> RetentionRecord | None:
    """How long something is kept."""
    return ForeverRecord(text="永久", unit="forever") if retention == "永久" else duration_record(retention)


def frequency_record(frequency: Frequency | None) -> FrequencyRecord | None:
    """A frequency in parts."""
    if frequency is None:
        return None
    return FrequencyRecord(
        text=str(frequency),
        every=frequency.every,
        period=code(frequency.period),
        times=frequency.times,
        anchor=_anchor_record(frequency.anchor) if frequency.anchor else None,
    )


def quantity_record(quantity: Quantity | Money | Percentage | None) -> QuantityRecord | None:
    """A number with its unit in parts."""
    if quantity is None:
        return None
    unit = quantity.unit if isinstance(quantity, Quantity) else "元" if isinstance(quantity, Money) else "%"
    return QuantityRecord(text=str(quantity), low=_number(quantity.low), high=_number(quantity.high), unit=unit)


def amount_record(amount: Amount | None) -> AmountRecord | None:
    """A sum of money, or a multiple, in parts."""
    return multiple_record(amount) if isinstance(amount, Multiple) else quantity_record(amount)


def multiple_record(multiple: Multiple | None) -> MultipleRecord | None:
    """A multiple in parts."""
    if multiple is None:
        return None
    factor, measure = _number(multiple.factor), code(multiple.measure)
    return MultipleRecord(text=str(multiple), factor=factor, measure=measure, of=multiple.of)


def _anchor_record(anchor: Anchor) -> AnchorRecord:
    month_days = [day for day in anchor.days if isinstance(day, MonthDay)]
    return AnchorRecord(
        weekdays=tuple(day.number for day in anchor.days if isinstance(day, Weekday)),
        days=tuple(day.day for day in month_days if day.month is None),
        dates=tuple(f"{day.month:02}-{day.day:02}" for day in month_days if day.month is not None),
        month_ends=tuple(day.month for day in anchor.days if isinstance(day, MonthEnd)),
        last_day=PeriodEnd.LAST_DAY in anchor.days,
        times=tuple(f"{moment:%H:%M}" for moment in anchor.times),
        before=anchor.before,
    )


def _number(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else float(value)
