from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given

from generator.quantities import QuantityError, chinese_number, parse_number
from tests.quantities.strategies import refusal, texts


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", "7"),
        ("1,000", "1000"),
        ("2.5", "2.5"),
        ("１２", "12"),
        ("三", "3"),
        ("两", "2"),
        ("十", "10"),
        ("十五", "15"),
        ("二十一", "21"),
        ("一百零五", "105"),
        ("一百二十", "120"),
        ("一百五", "150"),
        ("三千五百", "3500"),
        ("一万二", "12000"),
        ("二〇二六", "2026"),
        ("零", "0"),
        ("半", "0.5"),
        ("三点五", "3.5"),
        ("2万", "20000"),
        ("2.5 万", "25000"),
        ("五百万", "5000000"),
        ("一亿三千万", "130000000"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: str) -> None:
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("三五", "bad_number"),
        ("百", "bad_number"),
        ("二十百", "bad_number"),
        ("1,00", "bad_number"),
        ("12个", "bad_number"),
        ("9" * 40, "bad_number"),
        ("-3", "negative"),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(QuantityError) as refused:
        parse_number(text)
    assert (refused.value.kind, refused.value.reason, refused.value.text) == ("number", reason, text)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (1, "一"),
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1050, "一千零五十"),
        (10010, "一万零一十"),
        (20500, "二万零五百"),
        (110000, "十一万"),
    ],
)
def test_articles_are_numbered_in_chinese(number: int, text: str) -> None:
    assert chinese_number(number) == text


def test_every_number_written_in_chinese_is_read_back() -> None:
    assert [number for number in range(100_000) if parse_number(chinese_number(number)) != number] == []


def test_only_numbers_from_zero_to_below_a_hundred_million_are_written() -> None:
    for number in (-1, 10**8):
        with pytest.raises(ValueError, match=str(number)):
            chinese_number(number)


@given(texts)
def test_any_text_is_read_or_refused(text: str) -> None:
    refused = refusal(parse_number, text)
    assert refused is None or refused.text == text
