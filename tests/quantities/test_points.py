from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantities import (
    chinese_number,
    find_figures,
    parse_amount,
    parse_duration,
    parse_frequency,
    parse_quantity,
    points_of,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("一周", "7 天"),
        ("半年", "6 个月"),
        ("1 年", "12 个月"),
        ("2 小时", "120 分钟"),
        ("一个季度", "3 个月"),
        ("三日", "3 天"),
    ],
)
def test_the_same_length_of_time_is_one_point(one: str, other: str) -> None:
    assert points_of(parse_duration(one)) == points_of(parse_duration(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("3 天", "3 个工作日"), ("24 小时", "1 天"), ("1 个月", "30 天"), ("当日", "1 天"), ("52 周", "1 年")],
)
def test_lengths_that_are_counted_otherwise_are_not(one: str, other: str) -> None:
    assert points_of(parse_duration(one)) != points_of(parse_duration(other))


@pytest.mark.parametrize(
    ("limit", "value"),
    [
        ("2 个月", parse_duration("两个月")),
        ("1.5 元", parse_amount("1.5 元")),
        ("2 万元", parse_amount("20000 元")),
        ("2 名", parse_quantity("2 人")),
        ("3 辆", parse_quantity("3 台")),
        ("2 公斤", parse_quantity("2 kg")),
    ],
)
def test_a_limit_in_any_unit_is_the_point_of_what_it_counts(limit: str, value: object) -> None:
    assert points_of(parse_quantity(limit)) == points_of(value)


def test_a_frequency_is_its_period_and_when_within_it() -> None:
    by_day = points_of(parse_frequency("每月10日前"))
    assert by_day.low == points_of(parse_frequency("每月")).low
    assert set(by_day.others) > set(points_of(parse_frequency("每月10日")).others)
    assert points_of(parse_frequency("每日8:30")) != points_of(parse_frequency("每日9:00"))
    assert points_of(parse_frequency("每周二、四")) != points_of(parse_frequency("每周二、五"))
    assert points_of(parse_frequency("每年12月31日")) != points_of(parse_frequency("每年11月30日"))
    assert points_of(parse_frequency("每月底")) != points_of(parse_frequency("每月"))


_UNITS = (
    ("天", "日", "个自然日"),
    ("个工作日", "工作日"),
    ("小时", "个小时"),
    ("周", "星期", "个星期"),
    ("元",),
    ("次",),
    ("份",),
    ("人", "名", "位"),
    ("台",),
    ("%",),
)


@given(st.integers(2, 99), st.sampled_from(_UNITS), st.data())
def test_any_way_to_write_a_quantity_is_the_same_point(
    number: int, units: tuple[str, ...], data: st.DataObject
) -> None:
    def written() -> str:
        unit = data.draw(st.sampled_from(units))
        ways = [f"{number}{unit}", f"{number} {unit}", str(number).translate(_FULL_WIDTH) + unit]
        ways += [f"{chinese_number(number)}{unit}"] if unit != "%" else [f"百分之{chinese_number(number)}"]
        return data.draw(st.sampled_from(ways))

    first, second = (find_figures(f"应当：{written()}。") for _ in range(2))
    assert [points_of(one.value) for one in first] == [points_of(one.value) for one in second] != []
    assert points_of(first[0].value).low.number == Decimal(number) * (
        7 if "周" in units else 3600 if "小时" in units else 1
    )


_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
