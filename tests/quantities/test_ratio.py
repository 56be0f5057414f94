from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from generator.quantities import (
    Measure,
    Multiple,
    Percentage,
    QuantityError,
    parse_multiple,
    parse_percentage,
)
from tests.quantities.strategies import multiples, percentages, suggestion_is_canonical, texts


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("20%", "20%"),
        ("２０％", "20%"),
        ("20 %", "20%"),
        ("百分之二十", "20%"),
        ("百分之20", "20%"),
        ("百分之百", "100%"),
        ("百分之一百五十", "150%"),
        ("千分之五", "0.5%"),
        ("万分之五", "0.05%"),
        ("5–10%", "5–10%"),
        ("5%—10%", "5–10%"),
        ("百分之五至百分之十", "5–10%"),
        ("百分之五至十", "5–10%"),
    ],
)
def test_a_percentage_has_one_canonical_form(text: str, canonical: str) -> None:
    assert str(parse_percentage(text)) == canonical


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("10 倍 礼品价值", "10 倍 礼品价值"),
        ("10倍礼品价值", "10 倍 礼品价值"),
        ("十倍 礼品价值", "10 倍 礼品价值"),
        ("2倍", "2 倍"),
        ("双倍罚金", "2 倍 罚金"),
        ("50% 当月绩效工资", "50% 当月绩效工资"),
        ("百分之五十 当月绩效工资", "50% 当月绩效工资"),
        ("全额 当月绩效工资", "100% 当月绩效工资"),
        ("半天工资", "半天工资"),
        ("0.5 天 工资", "半天工资"),
        ("2 天工资", "2 天工资"),
        ("三日 基本工资", "3 天基本工资"),
        ("原价", "原价"),
        ("100% 原价", "原价"),
    ],
)
def test_a_multiple_has_one_canonical_form(text: str, canonical: str) -> None:
    assert str(parse_multiple(text)) == canonical


def test_all_of_a_base_is_a_hundred_per_cent_of_it() -> None:
    assert parse_multiple("全额 工资") == parse_multiple("100% 工资") == Multiple(Decimal(100), Measure.SHARE, "工资")


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "empty", None),
        ("50%", "missing_base", None),
        ("半天", "missing_base", None),
        ("礼品价值的10倍", "leading_text", "10 倍 礼品价值"),
        ("按礼品价值10倍", "leading_text", "10 倍 礼品价值"),
        ("当月绩效工资的50%", "leading_text", "50% 当月绩效工资"),
        ("一半工资", "unknown_unit", "50% 工资"),
        ("工资", "no_number", None),
        ("-2 倍", "negative", None),
    ],
)
def test_what_is_no_multiple_is_refused_with_what_to_write_instead(
    text: str, reason: str, suggestion: str | None
) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_multiple(text)
    assert (refused.value.kind, refused.value.reason, refused.value.suggestion) == ("multiple", reason, suggestion)


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("20", "no_unit", "20%"),
        ("20个百分点", "unknown_unit", "20%"),
        ("一半", "unknown_unit", "50%"),
        ("10–5%", "reversed_range", "5–10%"),
        ("少量", "no_number", None),
    ],
)
def test_what_is_no_percentage_is_refused_with_what_to_write_instead(
    text: str, reason: str, suggestion: str | None
) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_percentage(text)
    assert (refused.value.kind, refused.value.reason, refused.value.suggestion) == ("percentage", reason, suggestion)


@pytest.mark.parametrize("base", ["3 月工资", "%", "、工资"])
def test_a_base_that_would_run_into_its_number_is_refused(base: str) -> None:
    with pytest.raises(QuantityError):
        Multiple(Decimal(2), Measure.TIMES, base)


@given(percentages)
def test_the_canonical_form_of_a_percentage_is_read_back(percentage: Percentage) -> None:
    assert parse_percentage(str(percentage)) == percentage


@given(multiples)
def test_the_canonical_form_of_a_multiple_is_read_back(multiple: Multiple) -> None:
    assert parse_multiple(str(multiple)) == multiple
    assert str(parse_multiple(str(multiple))) == str(multiple)


@given(texts)
def test_any_text_is_read_or_refused_with_a_suggestion_that_is_accepted(text: str) -> None:
    assert suggestion_is_canonical(parse_percentage, text)
    assert suggestion_is_canonical(parse_multiple, text)
