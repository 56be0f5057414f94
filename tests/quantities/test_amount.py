from __future__ import annotations

import pytest
from hypothesis import given

from generator.quantities import Amount, Money, Multiple, QuantityError, parse_amount
from tests.quantities.strategies import money, multiples, refusal, suggestion_is_canonical, texts


@pytest.mark.parametrize(
    ("text", "kind", "canonical"),
    [
        ("200 元", Money, "200 元"),
        ("50–500 元", Money, "50–500 元"),
        ("10倍 礼品价值", Multiple, "10 倍 礼品价值"),
        ("50% 当月绩效工资", Multiple, "50% 当月绩效工资"),
        ("半天工资", Multiple, "半天工资"),
        ("原价", Multiple, "原价"),
    ],
)
def test_an_amount_is_a_sum_or_a_multiple(text: str, kind: type, canonical: str) -> None:
    amount = parse_amount(text)
    assert isinstance(amount, kind)
    assert str(amount) == canonical


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "empty", None),
        ("重罚", "no_number", None),
        ("200", "no_unit", "200 元"),
        ("200块", "unknown_unit", "200 元"),
        ("50%", "missing_base", None),
        ("礼品价值10倍", "leading_text", "10 倍 礼品价值"),
        ("500–50 元", "reversed_range", "50–500 元"),
    ],
)
def test_what_is_no_amount_is_refused_with_what_to_write_instead(
    text: str, reason: str, suggestion: str | None
) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_amount(text)
    assert (refused.value.kind, refused.value.reason, refused.value.suggestion) == ("amount", reason, suggestion)


@given(money | multiples)
def test_the_canonical_form_is_read_back(amount: Amount) -> None:
    assert parse_amount(str(amount)) == amount


@given(texts)
def test_any_text_is_read_or_refused_with_a_suggestion_that_is_accepted(text: str) -> None:
    refused = refusal(parse_amount, text)
    assert refused is None or refused.kind == "amount"
    assert suggestion_is_canonical(parse_amount, text)
