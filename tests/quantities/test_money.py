from __future__ import annotations

import pytest
from hypothesis import given

from generator.quantities import Money, QuantityError, parse_money
from tests.quantities.strategies import money, suggestion_is_canonical, texts


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2000 元", "2000 元"),
        ("2,000元", "2000 元"),
        ("２０００元", "2000 元"),
        ("1 万元", "1 万元"),
        ("2.5万元", "25000 元"),
        ("二百元", "200 元"),
        ("五百万元", "500 万元"),
        ("1.50 元", "1.5 元"),
        ("0 元", "0 元"),
        ("50–500 元", "50–500 元"),
        ("50元至500元", "50–500 元"),
        ("50000——150000元", "5–15 万元"),
        ("1–2 万元", "1–2 万元"),
        ("5000元至2万元", "5000–20000 元"),
        ("500–2 万元", "500–20000 元"),
    ],
)
def test_a_sum_has_one_canonical_form(text: str, canonical: str) -> None:
    assert str(parse_money(text)) == canonical


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "empty", None),
        ("200", "no_unit", "200 元"),
        ("200块", "unknown_unit", "200 元"),
        ("200块钱", "unknown_unit", "200 元"),
        ("¥200", "leading_text", "200 元"),
        ("人民币200元整", "leading_text", "200 元"),
        ("1元5角", "trailing_text", "1.5 元"),
        ("20元/次", "trailing_text", "20 元"),
        ("2，000元", "unknown_unit", "2000 元"),
        ("500–50 元", "reversed_range", "50–500 元"),
        ("-5 元", "negative", None),
        ("若干", "no_number", None),
        ("3 苹果", "unknown_unit", None),
    ],
)
def test_what_is_no_sum_is_refused_with_what_to_write_instead(text: str, reason: str, suggestion: str | None) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_money(text)
    assert (refused.value.kind, refused.value.reason, refused.value.suggestion) == ("money", reason, suggestion)


@given(money)
def test_the_canonical_form_is_read_back(amount: Money) -> None:
    assert parse_money(str(amount)) == amount
    assert str(parse_money(str(amount))) == str(amount)


@given(texts)
def test_any_text_is_read_or_refused_with_a_suggestion_that_is_accepted(text: str) -> None:
    assert suggestion_is_canonical(parse_money, text)
