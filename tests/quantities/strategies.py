"""Quantities of every kind, as hypothesis draws them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from decimal import Decimal

from hypothesis import strategies as st

from generator.quantities import (
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
    QuantityError,
    Unit,
    Weekday,
)

numbers = st.decimals(0, 10**9, places=2) | st.integers(0, 10**9).map(Decimal)
positive = numbers.filter(lambda number: number > 0)
ranges = st.tuples(numbers, numbers).map(lambda ends: (min(ends), max(ends)))
ends = ranges | numbers.map(lambda number: (number, number))

_lengths = [unit for unit in Unit if unit is not Unit.DAY_END]
durations = (
    st.builds(
        lambda ends, unit: Duration(ends[0], ends[1], unit), ends.filter(lambda e: e[1] > 0), st.sampled_from(_lengths)
    )
    | st.sampled_from([0, 1]).map(lambda day: Duration(Decimal(day), Decimal(day), Unit.DAY_END))
    | st.just(Duration(Decimal(0), Decimal(0), Unit.SECOND))
)
money = ends.map(lambda ends: Money(ends[0], ends[1]))
percentages = ends.map(lambda ends: Percentage(ends[0], ends[1]))

words = st.text("礼品价值当月绩效工资基本罚金abc（）１２ ", max_size=8).map(lambda rest: f"物{rest}")
multiples = st.builds(Multiple, numbers, st.sampled_from(Measure), words) | st.builds(
    Multiple, numbers, st.just(Measure.TIMES), st.just("")
)
units = st.sampled_from(["台", "人", "次", "份", "mA", "%", "℃", "m²", "km/h", "人次", "页"])
quantities = st.builds(lambda ends, unit: Quantity(ends[0], ends[1], unit), ends, units)

_times = st.lists(st.builds(time, st.integers(0, 23), st.integers(0, 59)), max_size=3).map(tuple)
_some_times = _times.filter(bool)


def _anchors(
    days: st.SearchStrategy[Weekday] | st.SearchStrategy[MonthDay] | st.SearchStrategy[MonthEnd],
) -> st.SearchStrategy[Anchor]:
    return st.builds(Anchor, st.lists(days, min_size=1, max_size=4).map(tuple), _times, st.booleans())


def _anchored(period: Period, anchors: st.SearchStrategy[Anchor]) -> st.SearchStrategy[Frequency]:
    return anchors.map(lambda anchor: Frequency(1, period, 1, anchor))


_month_days = st.builds(MonthDay, st.integers(1, 31))
_year_days = st.builds(MonthDay, st.integers(1, 28), st.integers(1, 12)) | st.just(MonthDay(29, 2))
_ends = st.builds(Anchor, st.just((PeriodEnd.LAST_DAY,)), _times, st.booleans())

frequencies: st.SearchStrategy[Frequency] = (
    st.builds(Frequency, st.integers(1, 80), st.sampled_from(Period), st.integers(1, 80))
    | _anchored(Period.DAY, st.builds(Anchor, st.just(()), _some_times, st.booleans()))
    | _anchored(Period.WEEK, _anchors(st.sampled_from(Weekday)))
    | _anchored(Period.MONTH, _anchors(_month_days))
    | _anchored(Period.YEAR, _anchors(_year_days))
    | _anchored(Period.YEAR, _anchors(st.builds(MonthEnd, st.integers(1, 12))))
    | st.sampled_from([Period.MONTH, Period.QUARTER, Period.HALF_YEAR, Period.YEAR]).flatmap(
        lambda period: _anchored(period, _ends)
    )
)

# Any text at all, and texts that look as if they were quantities.
texts = st.text() | st.text(
    "0123456789１２.,，%-–至到一二两三十百千万零半点第每日天周月年季度个工作小时分钟元倍次前、: 联份"
)


def refusal(parse: Callable[[str], object], text: str) -> QuantityError | None:
    """How the text is refused, if it is; any other exception passes on and fails the test."""
    try:
        parse(text)
    except QuantityError as refused:
        return refused
    return None


def suggestion_is_canonical(parse: Callable[[str], object], text: str) -> bool:
    """Whether what is suggested for a refused text, if anything, is accepted and printed the same."""
    refused = refusal(parse, text)
    if refused is None or refused.suggestion is None:
        return True
    return str(parse(refused.suggestion)) == refused.suggestion
