"""Every quantity in running Chinese text, with its place.

Numerals are parts of many words that set no figure: 第三条, 2026年1月15日, 9:30, 统一, 十分重要. The scanner
steps over them as a whole, so that no part of one is taken for a figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from .count import Quantity, read_quantity
from .duration import DURATION_WORDS, Duration, read_duration
from .errors import QuantityError
from .frequency import FREQUENCY, Frequency, read_frequency
from .grammar import SEPARATOR
from .lexicon import FIRST_CHARACTERS, MEASURE_WORDS, NO_FIGURE, PIECES, TIME_WORDS, WAGES
from .money import Money, read_money
from .numerals import FULL_WIDTH, NUMBER, NUMERAL_CHARACTERS, WHOLE_NUMBER, half_width
from .ratio import WHOLE_BASES, Multiple, Percentage, read_multiple, read_percentage

Value = Duration | Frequency | Money | Percentage | Multiple | Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in a text: `text[start:end]` writes `value`.

    `firm` is False for words that may set no figure at all (一个新客户, 二次回访, 当日值班): a field may
    agree with them, but none has to exist for them.
    """

    start: int
    end: int
    value: Value
    firm: bool = True


def find_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text from left to right; they never overlap. Any text is accepted."""
    return tuple(_figures(_readable(text)))


def _figures(text: str) -> Iterator[Figure]:
    patterns = _patterns()
    position = 0
    while (match := patterns.any.search(text, position)) is not None:
        figure = None if match.lastgroup is None else _figure(text, match, patterns)
        if figure is not None:
            yield figure
        position = match.end() if figure is None else figure.end


def _figure(text: str, match: re.Match[str], patterns: _Patterns) -> Figure | None:
    if match["frequency"]:
        return _frequency(text, match, patterns)
    figure = _read(match)
    if figure is None and match["range"]:
        # 14天至1个月 is no range of one unit, but two figures.
        single = patterns.single.match(text, match.start())
        return None if single is None else _read(single)
    return figure


def _read(match: re.Match[str]) -> Figure | None:
    value = _value(match.lastgroup or "", match[0])
    return None if value is None else Figure(match.start(), match.end(), value, _is_firm(match))


@lru_cache(maxsize=4096)
def _value(kind: str, written: str) -> Value | None:
    """What one stretch of text writes; a handbook writes the same few over and over."""
    try:
        return _READERS[kind](written)
    except QuantityError:
        return None


def _is_firm(match: re.Match[str]) -> bool:
    written = match[0]
    if match.lastgroup == "quantity":
        # 3.1项 is the first of section 3.
        section_number = "." in match["number"] and written[-1] in PIECES
        return match["number"] != "一" and written != "二次" and not section_number
    return match.lastgroup != "word" and written not in ("100%", "百分之百")


def _frequency(text: str, match: re.Match[str], patterns: _Patterns) -> Figure | None:
    end_of_period = match.end("period")
    later = patterns.times_later.match(text, match.end()) if match.end() == end_of_period else None
    if later is not None:
        # 每月至少监盘三次 is 每月三次.
        return _periodic(match.start(), later.end(), f"{match[0]}{later[1]}次")
    whole = _periodic(match.start(), match.end(), match[0])
    return whole or _periodic(match.start(), end_of_period, text[match.start() : end_of_period])


def _periodic(start: int, end: int, written: str) -> Figure | None:
    value = _value("frequency", written)
    return None if value is None else Figure(start, end, value)


def _readable(text: str) -> str:
    patterns = _patterns()
    if patterns.full_width.search(text):
        text = half_width(text)
    # 每月10号 is 每月10日 in speech; both have the same length, so that places stay.
    return patterns.spoken_day.sub(r"\1日", text) if "号" in text and "月" in text else text


def _read_word(text: str) -> Value:
    if text == "全额":
        return Percentage(Decimal(100), Decimal(100))
    return DURATION_WORDS.get(text) or read_multiple(text)


_READERS: dict[str, Callable[[str], Value]] = {
    "frequency": read_frequency,
    "word": _read_word,
    "fraction": read_percentage,
    "money": read_money,
    "percentage": read_percentage,
    "multiple": read_multiple,
    "duration": read_duration,
    "quantity": read_quantity,
}


@dataclass(frozen=True, slots=True)
class _Patterns:
    any: re.Pattern[str]
    single: re.Pattern[str]
    times_later: re.Pattern[str]
    spoken_day: re.Pattern[str]
    full_width: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = "|".join((*DURATION_WORDS, *sorted(WHOLE_BASES), "全额", "双倍"))
    number = rf"(?<![A-Za-z0-9_.百千万亿])(?P<number>(?>{NUMBER}))\ ?"
    second = rf"(?P<range>[^\s0-9{NUMERAL_CHARACTERS}，。；：、]{{0,4}}?\ ?{SEPARATOR}\ ?{NUMBER}\ ?)?"
    units = (
        rf"(?:(?P<money>元(?![旦素件]))|(?P<percentage>%)|(?P<multiple>倍|{WAGES})"
        rf"|(?P<duration>{TIME_WORDS})|(?P<quantity>{MEASURE_WORDS}))"
    )
    percents = rf"[百千万]分之\ ?(?:百|{NUMBER}(?:\ ?{SEPARATOR}\ ?(?:[百千万]分之)?\ ?{NUMBER})?)"
    return _Patterns(
        any=re.compile(
            rf"(?=[{FIRST_CHARACTERS}])(?:(?P<frequency>{FREQUENCY}(?![常刊气]))|(?P<fraction>{percents})"
            rf"|{NO_FIGURE}|(?P<word>(?:{words})(?![程常期志]|(?<=日)记(?![入录账载])))|{number}{second}{units}|{NUMBER})"
        ),
        single=re.compile(number + units),
        times_later=re.compile(
            rf"(?:应当|应该|应|必须|须|需|要|均|各|可|定期)*(?:(?:至少|不少于|最少)[\u4e00-\u9fff]{{0,4}}?"
            rf"|进行|组织|开展|召开|实施|举行|安排|检查)?\ ?({WHOLE_NUMBER})\ ?次(?![日品序])"
        ),
        spoken_day=re.compile(rf"(月的?\ ?{WHOLE_NUMBER})号"),
        full_width=re.compile(FULL_WIDTH),
    )
