"""The figures that a text tells, as points with the line that is drawn at each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import time
from functools import cache, lru_cache
from typing import NamedTuple

from generator.check.figures import figures_in
from generator.quantities import (
    Anchor,
    Boundary,
    Duration,
    Figure,
    Frequency,
    Line,
    Percentage,
    Period,
    Point,
    Quantity,
    QuantityError,
    Value,
    line_at,
    parse_duration,
    parse_quantity,
    points_of,
    words_before,
)
from generator.quantities.points import TIME_SCALES

_TEXTS_KEPT = 1 << 16


class Told(NamedTuple):
    """One figure of a text; a field must exist only for one that is `firm`.

    It `lists` if it counts what is listed before or after it: 下列三项, 前两项, 所列五份, 分为两类.
    """

    written: str
    value: Value
    points: tuple[Point, ...]
    line: Line | None
    firm: bool
    lists: bool = False
    start: int = 0


@lru_cache(maxsize=_TEXTS_KEPT)
def told_in(text: str) -> tuple[Told, ...]:
    """What a text tells: its figures, and what no field need hold: 第 2 次, 9:00."""
    if not _numeral().search(text):
        return ()
    figures = figures_in(text)
    return tuple(_told(text, figure) for figure in (*figures, *_ordinals(text), *_clocks(text, figures)))


def _told(text: str, figure: Figure) -> Told:
    low, high, others = points_of(figure.value)
    written = text[figure.start : figure.end]
    if isinstance(figure.value, Frequency):
        line = Line(Boundary.BELOW, side=Boundary.ABOVE) if _at_least().search(written) else None
        return Told(written, figure.value, (low, *others) if figure.firm else others, line, figure.firm)
    points = (low,) if low == high else (low, high)
    lists = isinstance(figure.value, Quantity) and text.endswith(_LISTING, 0, figure.start)
    firm = figure.firm or (isinstance(figure.value, Duration) and text.endswith(_BINDING, 0, figure.start))
    firm = firm or (isinstance(figure.value, Percentage) and text[: figure.start].rstrip().endswith(_RATES))
    return Told(written, figure.value, points, line_at(text, figure), firm, lists, figure.start)


_BINDING = ("应当", "应当于", "应当在", "必须", "必须于", "必须在", "应", "应于", "应在", "须", "须于", "须在")
_RATES = ("率为", "率是", "率达到", "率应当为", "率应当达到", "率均为")
_LISTING = ("下列", "以下", "如下", "上列", "上述", "前述", "所列", "前", "分为", "分成")


def with_line(told: Told, text: str) -> str:
    """A figure with the words beside it that may draw a line: 不超过 3 天, 3 天以上."""
    end = told.start + len(told.written)
    after = _side().match(text, end)
    if after is not None:
        return text[told.start : after.end()]
    return text[words_before(text, told.start) : end]


@cache
def _side() -> re.Pattern[str]:
    return re.compile(r"\ ?(?:及其?|或者?)?以?[上下内]|[以之]外")


def kind_of(value: Value) -> str:
    """What sort of figure it is: a length of time, a frequency, money, a count of something."""
    if isinstance(value, Frequency):
        return "frequency"
    scale = points_of(value).low.scale
    return "time" if scale in TIME_SCALES else scale


def _ordinals(text: str) -> Iterator[Figure]:
    """第 2 次, 第 1 个月."""
    if "第" not in text:
        return
    for match in _ordinal().finditer(text):
        try:
            value = parse_quantity(match[1]) if match["times"] else parse_duration(match[1])
        except QuantityError:
            continue
        yield Figure(match.start(), match.end(), value, firm=False)


def _clocks(text: str, figures: tuple[Figure, ...]) -> Iterator[Figure]:
    """9:00, unless it is part of a frequency."""
    if ":" not in text and "：" not in text and "点" not in text:
        return
    inside = {place for figure in figures for place in range(figure.start, figure.end)}
    for match in _clock().finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"] or (30 if match["half"] else 0))
        hour += 12 if match["part"] and hour < 12 else 0
        if match.end() - 1 not in inside and hour < 24 and minute < 60:
            at = Anchor(times=(time(hour, minute),))
            yield Figure(match.start(), match.end(), Frequency(1, Period.DAY, anchor=at), firm=False)


@cache
def _at_least() -> re.Pattern[str]:
    """What a frequency may hold: 每月至少监盘三次."""
    return re.compile("至少|不少于|最少")


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(
        "[0-9０-９零一二两三四五六七八九十百半每]|立[即刻]|即刻|马上|当[日天]|[次翌]日|全额|双倍|原价|市价|成本价|损失"
    )


@cache
def _ordinal() -> re.Pattern[str]:
    number = r"(?:[0-9]+|[一二三四五六七八九十]+)\ ?"
    return re.compile(rf"第\ ?((?:(?P<times>{number}次)|{number}(?:个工作日|个月|[天日周年])))")


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(
        r"(?P<part>下午|晚上|晚)?\ ?(?<![0-9])(?P<hour>[0-9]{1,2})"
        r"(?:[:：](?P<minute>[0-9]{2})|点(?:(?P<half>半)|整|钟|(?=前|后|之)))"
    )
