"""How often something is due, and by when within the period: `每日2次`, `每月10日前`, `每周二、四`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from functools import cache

from .anchor import Anchor, Day, MonthDay, MonthEnd, Period, PeriodEnd, Weekday, order_in_year
from .errors import Kind, QuantityError, Reason
from .grammar import SEPARATOR, Repair, parsed
from .numerals import NUMBER, WHOLE_NUMBER, number_in

_MOST = 1000
_MONTHS_OF = {Period.MONTH: 1, Period.QUARTER: 3, Period.HALF_YEAR: 6, Period.YEAR: 12}
_PERIOD_OF_MONTHS = {months: period for period, months in _MONTHS_OF.items()}
_END_WORD = {Period.MONTH: "底", Period.QUARTER: "末", Period.HALF_YEAR: "末", Period.YEAR: "底"}


@dataclass(frozen=True, slots=True)
class Frequency:
    """`times` times in every `every` periods, or at the anchor's moments in each one.

    Months are held in the longest period they fill, so that 每6个月 equals 每半年. An anchor stands alone:
    neither `every` nor `times` is then more than 1. Raises QuantityError for values no text can write.
    """

    every: int
    period: Period
    times: int = 1
    anchor: Anchor | None = None

    def __post_init__(self) -> None:
        if not (1 <= self.every <= _MOST and 1 <= self.times <= _MOST):
            raise QuantityError(Kind.FREQUENCY, f"{self.every}/{self.times}", Reason.BAD_NUMBER)
        if self.anchor is not None:
            _check_anchor(self, self.anchor)
        elif self.every > 1 and self.period in _MONTHS_OF:
            _fold_months(self)

    def __str__(self) -> str:
        written = self.period.label if self.every == 1 else f"每{self.every}{_COUNTED[self.period]}"
        if self.anchor is not None:
            return written + _written_anchor(self.anchor, self.period)
        return written if self.times == 1 else f"{written}{self.times}次"

    @property
    def rank(self) -> float:
        """Days from one time to the next: sorts from the most frequent to the rarest."""
        moments = self.times
        if self.anchor is not None:
            moments = max(len(self.anchor.days), 1) * max(len(self.anchor.times), 1)
        return self.every * self.period.days / moments

    @property
    def order(self) -> tuple[float, tuple[tuple[int, int], ...], tuple[time, ...]]:
        """For sorting: the more frequent first, and of the equally frequent the earlier in the week, month or year."""
        days, times = (self.anchor.days, self.anchor.times) if self.anchor else ((), ())
        return self.rank, tuple(map(order_in_year, days)), times


def parse_frequency(text: str) -> Frequency:
    """The frequency a text writes. Raises QuantityError."""
    return parsed(Kind.FREQUENCY, text, read_frequency, _REPAIRS)


def read_frequency(text: str) -> Frequency:
    """The frequency of a trimmed half-width text; a refusal comes without suggestion."""
    match = _pattern().fullmatch(text)
    if match is None:
        raise QuantityError(Kind.FREQUENCY, text, _reason(text))
    every = _whole(match["every"]) if match["every"] else 1
    period = _PERIODS[match["period"]]
    if match["times"]:
        return Frequency(every, period, _whole(match["times"]))
    days = _days(match)
    moments = tuple(_time(*clock) for clock in _clock().findall(match["clocks"] or ""))
    if not days and not moments:
        return Frequency(every, period)
    return Frequency(every, period, 1, Anchor(days, moments, before=match["before"] is not None))


_PERIODS = {
    "日": Period.DAY,
    "天": Period.DAY,
    "周": Period.WEEK,
    "星期": Period.WEEK,
    "月": Period.MONTH,
    "季度": Period.QUARTER,
    "半年": Period.HALF_YEAR,
    "年": Period.YEAR,
}
_WEEKDAYS = {weekday.label: weekday.number for weekday in Weekday} | {"天": Weekday.SUNDAY.number}
_COUNTED = {Period.DAY: "天", Period.WEEK: "周", Period.MONTH: "个月", Period.YEAR: "年"}

_JOIN = r"\s*(?:、|,|，|和|及|与)\s*"
_CLOCK = r"(?:(?:上午|早晨|早上|下午|晚上|晚)\s*)?[0-9]{1,2}(?::[0-9]{2}|[点时](?:[0-9]{1,2}分|半|整)?)"
_WEEKDAY = r"(?:周|星期)?[一二三四五六日天](?!\s*(?:[次天个份条篇人名月]|小时))"
_MONTH_DAY = rf"{WHOLE_NUMBER}\s*日?"
_MONTH_END = rf"{WHOLE_NUMBER}\s*月份?\s*[底末]"
_YEAR_DAY = rf"{WHOLE_NUMBER}\s*月\s*{WHOLE_NUMBER}\s*日"

# The shape of a frequency, for the scanner too: it has named groups, so it may stand once in a pattern.
FREQUENCY = (
    rf"每\s*(?P<every>{WHOLE_NUMBER})?\s*个?\s*(?P<period>半年|季度|星期|[日天周月年])"
    rf"(?:\s*(?P<times>{WHOLE_NUMBER})\s*次"
    rf"|(?:\s*的?\s*(?:(?P<month_ends>{_MONTH_END}(?:{_JOIN}{_MONTH_END})*)"
    rf"|(?P<weekdays>{_WEEKDAY}(?:(?:{_JOIN}|{SEPARATOR}){_WEEKDAY})*)(?!\s*日(?![常志报程间]))"
    rf"|(?P<month_days>(?:{_MONTH_DAY}{_JOIN})*{WHOLE_NUMBER}\s*日)"
    rf"|(?P<year_days>{_YEAR_DAY}(?:{_JOIN}{_YEAR_DAY})*)"
    rf"|(?P<end>[月年]?[底末]|最后一[日天])))?"
    rf"(?:\s*的?\s*(?P<clocks>{_CLOCK}(?:{_JOIN}{_CLOCK})*))?"
    rf"(?:(?<!每[日天周月年])(?<!季度|半年|星期)\s*(?P<before>(?:下班)?(?:之前|以前|前)))?)"
)

_REPAIRS: tuple[Repair, ...] = (
    (r"(?<=[0-9一二三四五六七八九十])号", "日"),
    (r"^每隔", "每"),
    (r"^按", "每"),
    (r"^逐日$|^天天$", "每日"),
    (r"每(个)?礼拜", "每周"),
    (r"(每.{0,3}季)(?!度)", r"\1度"),
    (r"(?<=[月年季周])度$", ""),
    (r"季$", "季度"),
    (r"^(季度|半年|[日天周月年])", r"每\1"),
    (r"(?<=次)以上$", ""),
    (r"(?:至少|不少于|最少)", ""),
    (r"[回遍趟]$", "次"),
    (r"^每周初", "每周一"),
    (r"^每月初", "每月1日"),
    *((rf"^每周周?{number}(?![0-9天次])", f"每周{name}") for name, number in _WEEKDAYS.items()),
    (r"(?i)^daily$", "每日"),
    (r"(?i)^weekly$", "每周"),
    (r"(?i)^monthly$", "每月"),
    (r"(?i)^quarterly$", "每季度"),
    (r"(?i)^(?:yearly|annual(?:ly)?)$", "每年"),
    (rf"^每?({NUMBER}|半)?个?(季度|半年|[日天周月年])({WHOLE_NUMBER}次)$", r"每\1\2\3"),
)


def _fits(day: Day, period: Period) -> bool:
    match day:
        case Weekday():
            return period is Period.WEEK
        case MonthDay():
            return period is (Period.YEAR if day.month else Period.MONTH)
        case MonthEnd():
            return period is Period.YEAR
        case PeriodEnd():
            return period in _END_WORD


def _check_anchor(frequency: Frequency, anchor: Anchor) -> None:
    alone = frequency.every == 1 and frequency.times == 1
    if not alone or not all(_fits(day, frequency.period) for day in anchor.days):
        raise QuantityError(Kind.FREQUENCY, frequency.period.label, Reason.ANCHOR_MISMATCH)
    # 每月9:00 names no day: a time of day alone belongs to every day.
    if not anchor.days and frequency.period is not Period.DAY:
        raise QuantityError(Kind.FREQUENCY, frequency.period.label, Reason.ANCHOR_MISMATCH)


def _fold_months(frequency: Frequency) -> None:
    months = frequency.every * _MONTHS_OF[frequency.period]
    period = Period.YEAR if months % 12 == 0 else _PERIOD_OF_MONTHS.get(months, Period.MONTH)
    object.__setattr__(frequency, "every", months // _MONTHS_OF[period])
    object.__setattr__(frequency, "period", period)


def _written_anchor(anchor: Anchor, period: Period) -> str:
    days = "、".join(_written_day(day, period) for day in anchor.days)
    times = "、".join(f"{moment.hour}:{moment.minute:02}" for moment in anchor.times)
    return days + times + ("前" if anchor.before else "")


def _written_day(day: Day, period: Period) -> str:
    match day:
        case Weekday():
            return day.label
        case MonthDay():
            return f"{day.month}月{day.day}日" if day.month else f"{day.day}日"
        case MonthEnd():
            return f"{day.month}月底"
        case PeriodEnd():
            return _END_WORD[period]


def _whole(text: str) -> int:
    number = number_in(text)
    if number is None or number > _MOST:
        raise QuantityError(Kind.FREQUENCY, text, Reason.BAD_NUMBER)
    return int(number)


def _days(match: re.Match[str]) -> tuple[Day, ...]:
    if match["weekdays"]:
        return tuple(_weekdays(match["weekdays"]))
    if match["month_days"]:
        return tuple(MonthDay(_whole(number)) for number in _number().findall(match["month_days"]))
    if match["year_days"]:
        numbers = [_whole(number) for number in _number().findall(match["year_days"])]
        return tuple(MonthDay(day, month) for month, day in zip(numbers[::2], numbers[1::2], strict=True))
    if match["month_ends"]:
        return tuple(MonthEnd(_whole(number)) for number in _number().findall(match["month_ends"]))
    return (PeriodEnd.LAST_DAY,) if match["end"] else ()


def _weekdays(text: str) -> list[Weekday]:
    week = list(Weekday)
    numbers: list[int] = []
    for until, sign in _weekday().findall(text):
        number = _WEEKDAYS[sign]
        if until and number < numbers[-1]:
            raise QuantityError(Kind.FREQUENCY, text, Reason.REVERSED_RANGE)
        numbers.extend(range(numbers[-1], number + 1) if until else (number,))
    return [week[number - 1] for number in numbers]


def _time(part_of_day: str, hour: str, minute: str, half: str) -> time:
    hours = int(hour) + (12 if part_of_day in ("下午", "晚上", "晚") and int(hour) < 12 else 0)
    minutes = 30 if half == "半" else int(minute or 0)
    if hours > 23 or minutes > 59:
        raise QuantityError(Kind.FREQUENCY, f"{hour}:{minute}", Reason.NO_SUCH_TIME)
    return time(hours, minutes)


def _reason(text: str) -> Reason:
    if "每" not in text:
        return Reason.NO_PERIOD
    if not text.startswith("每"):
        return Reason.LEADING_TEXT
    start = re.match(rf"每\s*(?:{WHOLE_NUMBER}\s*个?|个)?\s*(?:半年|季度|星期|[日天周月年])", text)
    return Reason.NO_PERIOD if start is None else Reason.TRAILING_TEXT


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(FREQUENCY)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(WHOLE_NUMBER)


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"(?:({SEPARATOR})\s*)?(?:周|星期)?([一二三四五六日天])")


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(r"(上午|早晨|早上|下午|晚上|晚)?\s*([0-9]{1,2})(?::|[点时])(?:([0-9]{1,2})分?)?(半?)")
