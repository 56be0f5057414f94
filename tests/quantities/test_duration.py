from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from generator.quantities import Duration, QuantityError, Unit, parse_duration
from tests.quantities.strategies import durations, suggestion_is_canonical, texts


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("24 小时", "24 小时"),
        ("24个小时", "24 小时"),
        ("３　小时", "3 小时"),
        ("3个工作日", "3 个工作日"),
        ("一个工作日", "1 个工作日"),
        ("三日", "3 天"),
        ("3 天", "3 天"),
        ("两个月", "2 个月"),
        ("一周", "1 周"),
        ("两个星期", "2 周"),
        ("一个季度", "1 个季度"),
        ("半年", "6 个月"),
        ("一年半", "18 个月"),
        ("3 年", "3 年"),
        ("一个半月", "1.5 个月"),
        ("两个半小时", "2.5 小时"),
        ("半小时", "半小时"),
        ("0.5 天", "半天"),
        ("14–21 天", "14–21 天"),
        ("14~21天", "14–21 天"),
        ("14-21 天", "14–21 天"),
        ("14天至21天", "14–21 天"),
        ("十四天到二十一天", "14–21 天"),
        ("即刻", "立即"),
        ("马上", "立即"),
        ("当天", "当日"),
        ("次日", "次日"),
    ],
)
def test_a_duration_has_one_canonical_form(text: str, canonical: str) -> None:
    assert str(parse_duration(text)) == canonical


def test_durations_are_equal_by_value_and_not_by_wording() -> None:
    assert parse_duration("三日") == parse_duration("3 天") == parse_duration("3.0天")
    assert hash(parse_duration("三日")) == hash(parse_duration("3.0天"))
    assert parse_duration("半年") == parse_duration("6 个月")
    assert parse_duration("3 个工作日") != parse_duration("3 天")
    assert parse_duration("次日") != parse_duration("1 天")


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "empty", None),
        ("3", "no_unit", None),
        ("尽快", "no_number", None),
        ("3 苹果", "unknown_unit", None),
        ("三五天", "bad_number", None),
        ("1–2个半月", "bad_number", None),
        ("1.5天半", "bad_number", None),
        ("-3 天", "negative", None),
        ("21–14 天", "reversed_range", "14–21 天"),
        ("0 天", "zero", "当日"),
        ("0 小时", "zero", "立即"),
        ("3 工作天", "unknown_unit", "3 个工作日"),
        ("24h", "unknown_unit", "24 小时"),
        ("2 days", "unknown_unit", "2 天"),
        ("15分", "unknown_unit", "15 分钟"),
        ("三月", "unknown_unit", "3 个月"),
        ("3 个钟头", "unknown_unit", "3 小时"),
        ("3天内", "trailing_text", "3 天"),
        ("14天至1个月", "trailing_text", None),
        ("不超过3天", "leading_text", "3 天"),
        ("天" * 61, "too_long", None),
    ],
)
def test_what_is_no_duration_is_refused_with_what_to_write_instead(
    text: str, reason: str, suggestion: str | None
) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_duration(text)
    assert (refused.value.kind, refused.value.reason, refused.value.suggestion) == ("duration", reason, suggestion)
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("text", "shortest", "longest"),
    [
        ("立即", "0", "0"),
        ("12 小时", "0.5", "0.5"),
        ("当日", "0", "1"),
        ("次日", "1", "2"),
        ("3 天", "3", "3"),
        ("1 个工作日", "1", "3"),
        ("5 个工作日", "5", "7"),
        ("6 个工作日", "6", "10"),
        ("2 周", "14", "14"),
        ("14–21 天", "14", "21"),
        ("2 个月", "60", "60"),
        ("1 年", "365", "365"),
    ],
)
def test_a_duration_spans_so_many_calendar_days(text: str, shortest: str, longest: str) -> None:
    duration = parse_duration(text)
    assert duration.shortest_days() == Decimal(shortest)
    assert duration.longest_days() == Decimal(longest)


def test_only_workdays_count_workdays() -> None:
    assert parse_duration("3 个工作日").counts_workdays
    assert not parse_duration("3 天").counts_workdays


@pytest.mark.parametrize(
    ("low", "high", "unit"),
    [
        ("3", "2", Unit.DAY),
        ("-1", "2", Unit.DAY),
        ("NaN", "NaN", Unit.DAY),
        ("0", "0", Unit.WEEK),
        ("2", "2", Unit.DAY_END),
    ],
)
def test_a_duration_no_text_can_write_cannot_be_made(low: str, high: str, unit: Unit) -> None:
    with pytest.raises(QuantityError):
        Duration(Decimal(low), Decimal(high), unit)


@given(durations)
def test_the_canonical_form_is_read_back(duration: Duration) -> None:
    assert parse_duration(str(duration)) == duration
    assert str(parse_duration(str(duration))) == str(duration)
    assert duration.shortest_days() <= duration.longest_days()


@given(texts)
def test_any_text_is_read_or_refused_with_a_suggestion_that_is_accepted(text: str) -> None:
    assert suggestion_is_canonical(parse_duration, text)
