"""Numbers as Chinese people write them: Arabic, full-width and Chinese numerals, alone or mixed with 万."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from .errors import Kind, QuantityError, Reason

# No rule of a company needs more, and below it Decimal stays exact.
LARGEST = Decimal(10) ** 15

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_PLACES = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_MULTIPLIERS = {"": 1, **dict(_PLACES), "百万": 10**6, "千万": 10**7, "万亿": 10**12}
_WRITTEN_DIGITS = "零一二三四五六七八九"

_FULL_WIDTH_CHARACTERS = "０１２３４５６７８９．％－：\u3000\u00a0"
_HALF_WIDTH = str.maketrans(_FULL_WIDTH_CHARACTERS, "0123456789.%-:  ")
FULL_WIDTH = f"[{_FULL_WIDTH_CHARACTERS}]"
"""A character that `half_width` changes, as a regular expression."""

_ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
NUMERAL_CHARACTERS = "零〇一二两三四五六七八九十百千万亿"

# Regular expressions without capturing groups, for the grammars of the other modules.
WHOLE_NUMBER = rf"(?:[0-9]+|[{NUMERAL_CHARACTERS}]+)"
NUMBER = (
    rf"(?:{_ARABIC}(?:\ ?(?:百万|千万|万亿|[百千万亿]))?"
    rf"|[{NUMERAL_CHARACTERS}]+(?:点[零〇一二三四五六七八九]+)?"
    r"|半)"
)


def half_width(text: str) -> str:
    """The text with full-width digits, points, signs and spaces as ASCII; its length never changes."""
    return text if text.isascii() else text.translate(_HALF_WIDTH)


def parse_number(text: str) -> Decimal:
    """The number a text writes: `1,000`, `２.5`, `2 万`, `三千五百`, `一百零五`, `三点五`, `半`.

    Raises QuantityError of kind number.
    """
    stripped = half_width(text).strip()
    if not stripped:
        raise QuantityError(Kind.NUMBER, text, Reason.EMPTY)
    if stripped[0] in "-−":
        raise QuantityError(Kind.NUMBER, text, Reason.NEGATIVE)
    number = number_in(stripped)
    if number is None:
        raise QuantityError(Kind.NUMBER, text, Reason.BAD_NUMBER)
    return number


def number_in(text: str) -> Decimal | None:
    """The number that a half-width text writes, or None; for texts that a grammar has already cut out."""
    if text.isdecimal() and text.isascii():
        number = Decimal(text)
    elif text == "半":
        return Decimal("0.5")
    elif (arabic := _arabic().fullmatch(text)) is not None:
        number = Decimal(arabic[1].replace(",", "")) * _MULTIPLIERS[arabic[2] or ""]
    else:
        whole, point, fraction = text.partition("点")
        integer = _integer(whole)
        if integer is None or (point and not fraction) or not all(digit in _DIGITS for digit in fraction):
            return None
        decimals = "".join(str(_DIGITS[digit]) for digit in fraction)
        number = Decimal(f"{integer}.{decimals}") if decimals else Decimal(integer)
    return number if number < LARGEST and _has_few_decimals(number) else None


def chinese_number(number: int) -> str:
    """A whole number from 0 to 99,999,999 in Chinese: 10 is 十, 21 is 二十一, 105 is 一百零五."""
    if not 0 <= number < 10**8:
        raise ValueError(number)
    written = _written(number)
    return written.removeprefix("一") if written.startswith("一十") else written


def plain(number: Decimal) -> str:
    """The number in Arabic digits, without exponent, separators or trailing zeros."""
    written = format(number, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


@cache
def _arabic() -> re.Pattern[str]:
    return re.compile(rf"({_ARABIC})(?:\ ?(百万|千万|万亿|[百千万亿]))?")


def _has_few_decimals(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -8


def _integer(text: str) -> int | None:
    if text and all(character in _DIGITS for character in text):
        return _digit_by_digit(text)
    return _by_places(text, _PLACES)


def _digit_by_digit(text: str) -> int | None:
    # 二〇二六 is a number, but 三五 in 三五天 means "three to five".
    if len(text) > 1 and len(text) < 4 and "零" not in text and "〇" not in text:
        return None
    return int("".join(str(_DIGITS[character]) for character in text))


def _by_places(text: str, places: tuple[tuple[str, int], ...]) -> int | None:
    if not places:
        return _DIGITS.get(text)
    (name, value), lower = places[0], places[1:]
    head, mark, tail = text.rpartition(name)
    if not mark:
        return _by_places(text, lower)
    # 十五 leaves out its one; 百 and 千 may not.
    count = 1 if name == "十" and not head else _by_places(head.strip("零〇"), lower if value > 1000 else ())
    rest = _below(tail, value, lower)
    return None if not count or rest is None else count * value + rest


def _below(tail: str, value: int, places: tuple[tuple[str, int], ...]) -> int | None:
    if not tail:
        return 0
    if tail[0] in "零〇":
        return _by_places(tail.lstrip("零〇"), places)
    if tail in _DIGITS:
        # Spoken style: 一百五 is 150, 一万二 is 12,000; 十五 is 15.
        return _DIGITS[tail] * max(value // 10, 1)
    return _by_places(tail, places)


def _written(number: int) -> str:
    if number < 10:
        return _WRITTEN_DIGITS[number]
    name, value = next((name, value) for name, value in _PLACES if value <= number)
    count, rest = divmod(number, value)
    head = chinese_number(count) if value > 1000 else _WRITTEN_DIGITS[count]
    if not rest:
        return head + name
    return head + name + ("零" if rest < value // 10 else "") + _written(rest)
