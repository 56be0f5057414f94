from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from generator.quantities import Quantity, QuantityError, parse_quantity
from tests.quantities.strategies import quantities, texts


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("5 台", "5 台"),
        ("五台", "5 台"),
        ("2人", "2 人"),
        ("100 mA", "100 mA"),
        ("45–60 %", "45–60 %"),
        ("14-24℃", "14–24 ℃"),
        ("14℃至24℃", "14–24 ℃"),
        ("1,000 字", "1000 字"),
        ("60 km/h", "60 km/h"),
    ],
)
def test_a_quantity_has_one_canonical_form(text: str, canonical: str) -> None:
    assert str(parse_quantity(text)) == canonical


@pytest.mark.parametrize(
    ("text", "reason", "suggestion"),
    [
        ("", "empty", None),
        ("5", "no_unit", None),
        ("几台", "no_number", None),
        ("5 3", "unknown_unit", None),
        ("5–3 台", "reversed_range", "3–5 台"),
        ("-5 台", "negative", None),
        ("3人–5台", "trailing_text", None),
    ],
)
def test_what_is_no_quantity_is_refused_with_what_to_write_instead(
    text: str, reason: str, suggestion: str | None
) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_quantity(text)
    assert (refused.value.kind, refused.value.reason, refused.value.suggestion) == ("quantity", reason, suggestion)


@pytest.mark.parametrize("unit", ["", "万台", "3台", "至台", " 台"])
def test_a_unit_that_would_run_into_its_number_is_refused(unit: str) -> None:
    with pytest.raises(QuantityError):
        Quantity(Decimal(1), Decimal(1), unit)


@given(quantities)
def test_the_canonical_form_is_read_back(quantity: Quantity) -> None:
    assert parse_quantity(str(quantity)) == quantity


@given(texts)
def test_any_text_is_read_back_or_refused(text: str) -> None:
    try:
        quantity = parse_quantity(text)
    except QuantityError:
        return
    assert parse_quantity(str(quantity)) == quantity
