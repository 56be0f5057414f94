"""What a fine or a reward comes to: a sum of money, or a multiple of a named base."""

from __future__ import annotations

from .errors import Kind, QuantityError
from .grammar import parsed
from .money import MONEY_REPAIRS, Money, read_money
from .ratio import MULTIPLE_REPAIRS, Multiple, read_multiple

Amount = Money | Multiple

_SIGNS_OF_A_MULTIPLE = ("倍", "%", "天", "日", "百分之", "全额")


def parse_amount(text: str) -> Amount:
    """The amount a text writes. Raises QuantityError."""
    return parsed(Kind.AMOUNT, text, read_amount, (*MULTIPLE_REPAIRS, *MONEY_REPAIRS))


def read_amount(text: str) -> Amount:
    """The amount of a trimmed half-width text; a refusal comes without suggestion."""
    try:
        return read_money(text)
    except QuantityError as not_money:
        try:
            return read_multiple(text)
        except QuantityError as not_multiple:
            if any(sign in text for sign in _SIGNS_OF_A_MULTIPLE):
                raise not_multiple from None
        raise not_money from None
