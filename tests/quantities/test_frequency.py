from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given

from generator.quantities import (
    Anchor,
    Day,
    Frequency,
    MonthDay,
    MonthEnd,
    Period,
    PeriodEnd,
    QuantityError,
    Weekday,
    parse_frequency,
)
from tests.quantities.strategies import frequencies, suggestion_is_canonical, texts


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("每天", "每日"),
        ("每日", "每日"),
        ("每一天", "每日"),
        ("每周", "每周"),
        ("每星期", "每周"),
        ("每个月", "每月"),
        ("每季度", "每季度"),
        ("每半年", "每半年"),
        ("每年", "每年"),
        ("每两个月", "每2个月"),
        ("每 2 个月", "每2个月"),
        ("每两月", "每2个月"),
        ("每三个月", "每季度"),
        ("每6个月", "每半年"),
        ("每12个月", "每年"),
        ("每3天", "每3天"),
        ("每两周", "每2周"),
        ("每24个月", "每2年"),
        ("每日两次", "每日2次"),
        ("每天 2 次", "每日2次"),
        ("每周一次", "每周"),
        ("每月10日前", "每月10日前"),
        ("每月十日之前", "每月10日前"),
        ("每个月的5日前", "每月5日前"),
        ("每月1日", "每月1日"),
        ("每月1日、15日", "每月1日、15日"),
        ("每月15日和1日", "每月1日、15日"),
        ("每月底", "每月底"),
        ("每月月末", "每月底"),
        ("每月最后一天", "每月底"),
        ("每周一", "每周一"),
        ("每周周一", "每周一"),
        ("每周二、四", "每周二、四"),
        ("每周四、周二", "每周二、四"),
        ("每周一至周五", "每周一、二、三、四、五"),
        ("每周天", "每周日"),
        ("每周五前", "每周五前"),
        ("每周五17:00前", "每周五17:00前"),
        ("每周五下班前", "每周五前"),
        ("每年1月15日前", "每年1月15日前"),
        ("每年十二月三十一日前", "每年12月31日前"),
        ("每年年底", "每年底"),
        ("每年2月底前", "每年2月底前"),
        ("每年三月末", "每年3月底"),
        ("每年12月份底、6月末以前", "每年6月底、12月底前"),
        ("每日9:00前", "每日9:00前"),
        ("每日 9:00、17:00 前", "每日9:00、17:00前"),
        ("每天早晨9点之前", "每日9:00前"),
        ("每日下午5点半", "每日17:30"),
        ("每季度末", "每季度末"),
        ("每半年末前", "每半年末前"),
    ],
)
def test_a_frequency_has_one_canonical_form(text: str, canonical: str) -> None:
    assert str(parse_frequency(text)) == canonical


def test_the_anchor_is_data_for_a_calendar() -> None:
    assert parse_frequency("每月10日前").anchor == Anchor((MonthDay(10),), before=True)
    assert parse_frequency("每年1月15日").anchor == Anchor((MonthDay(15, month=1),))
    assert parse_frequency("每周二、四").anchor == Anchor((Weekday.TUESDAY, Weekday.THURSDAY))
    assert parse_frequency("每季度末").anchor == Anchor((PeriodEnd.LAST_DAY,))
    assert parse_frequency("每年2月底前").anchor == Anchor((MonthEnd(2),), before=True)
    assert parse_frequency("每日9:00、17:30前").anchor == Anchor((), (time(9), time(17, 30)), before=True)
    assert parse_frequency("每月").anchor is None


@pytest.mark.parametrize("text", ["每年13月底", "每年0月末", "每月2月底", "每季度3月末"])
def test_the_end_of_a_month_is_that_of_a_real_month_of_the_year(text: str) -> None:
    with pytest.raises(QuantityError):
        parse_frequency(text)


def test_frequencies_sort_from_the_most_frequent_to_the_rarest() -> None:
    ranked = [
        "每日9:00、17:00前",
        "每日",
        "每3天",
        "每周二、四",
        "每周",
        "每月2次",
        "每月10日前",
        "每2个月",
        "每季度末",
        "每半年",
        "每年",
    ]
    frequencies = [parse_frequency(text) for text in sorted(ranked)]
    assert [str(frequency) for frequency in sorted(frequencies, key=lambda each: each.rank)] == ranked


def test_equally_frequent_ones_sort_as_they_come_in_the_calendar() -> None:
    ordered = [
        "每周一",
        "每周五前",
        "每月3日前",
        "每月25日前",
        "每月底",
        "每年3月31日前",
        "每年6月底前",
        "每年12月31日前",
    ]
    frequencies = [parse_frequency(text) for text in sorted(ordered)]
    assert [str(frequency) for frequency in sorted(frequencies, key=lambda each: each.order)] == ordered


def test_the_period_heads_the_group_of_a_checklist() -> None:
    assert [period.label for period in Period] == ["每日", "每周", "每月", "每季度", "每半年", "每年"]


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "empty", None),
        ("经常", "no_period", None),
        ("月", "no_period", "每月"),
        ("一月一次", "no_period", "每月"),
        ("monthly", "no_period", "每月"),
        ("每季", "no_period", "每季度"),
        ("每月10号", "trailing_text", "每月10日"),
        ("每周1", "trailing_text", "每周一"),
        ("每周至少2次", "trailing_text", "每周2次"),
        ("应每周", "leading_text", None),
        ("每月32日", "no_such_day", None),
        ("每年2月30日", "no_such_day", None),
        ("每日24:00", "no_such_time", None),
        ("每日9:60", "no_such_time", None),
        ("每周9:00", "anchor_mismatch", None),
        ("每年10日", "anchor_mismatch", None),
        ("每两周周五", "anchor_mismatch", None),
        ("每周五至周一", "reversed_range", None),
        ("每0天", "bad_number", None),
    ],
)
def test_what_is_no_frequency_is_refused_with_what_to_write_instead(
    text: str, reason: str, suggestion: str | None
) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_frequency(text)
    assert (refused.value.kind, refused.value.reason, refused.value.suggestion) == ("frequency", reason, suggestion)


@pytest.mark.parametrize(
    ("days", "times"),
    [((), ()), ((Weekday.MONDAY, MonthDay(1)), ()), ((), (time(9, 0, 30),))],
)
def test_an_anchor_no_text_can_write_cannot_be_made(days: tuple[Day, ...], times: tuple[time, ...]) -> None:
    with pytest.raises(QuantityError):
        Anchor(days, times)


@given(frequencies)
def test_the_canonical_form_is_read_back(frequency: Frequency) -> None:
    assert parse_frequency(str(frequency)) == frequency
    assert str(parse_frequency(str(frequency))) == str(frequency)
    assert frequency.rank > 0


@given(texts)
def test_any_text_is_read_or_refused_with_a_suggestion_that_is_accepted(text: str) -> None:
    assert suggestion_is_canonical(parse_frequency, text)
