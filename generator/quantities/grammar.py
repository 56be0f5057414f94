"""What the grammars share: ranges, the reason for a refusal, the search for a text that would do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from typing import TypeVar

from .errors import Kind, QuantityError, Reason
from .numerals import LARGEST, NUMBER, NUMERAL_CHARACTERS, half_width, number_in, plain

SEPARATOR = r"(?:——|[–—~～〜\-−至到])"

# (what an editor may have written, what the grammar wants)
Repair = tuple[str, str]

_LONGEST_TEXT = 60
SWAPPED_RANGE: Repair = (rf"({NUMBER})([^0-9]*?)\s*{SEPARATOR}\s*({NUMBER})", r"\3–\1\2")
_WRAPPING: tuple[Repair, ...] = (
    (r"^\s*(?:大约|约|至少|最多|不超过|不少于|不低于|不高于|在|于|≤|≥|<=?|>=?)\s*", ""),
    (r"\s*(?:左右|之内|以内|以上|以下|内)\s*$", ""),
)

_Value = TypeVar("_Value")


def parsed(kind: Kind, text: str, read: Callable[[str], _Value], repairs: Iterable[Repair] = ()) -> _Value:
    """What `read` makes of the text; its refusal carries the text as given and a text that would do."""
    tidy = half_width(text).strip()
    try:
        if not tidy:
            raise QuantityError(kind, text, Reason.EMPTY)
        if len(tidy) > _LONGEST_TEXT:
            raise QuantityError(kind, text, Reason.TOO_LONG)
        return read(tidy)
    except QuantityError as refused:
        reason = refused.reason
    short = tidy[:_LONGEST_TEXT]
    raise QuantityError(kind, text, reason, _suggestion(short, read, repairs)) from None


def read_range(kind: Kind, low: str, high: str | None) -> tuple[Decimal, Decimal]:
    """Both ends of a range that a grammar has cut out; a single number is both ends of its own."""
    first = number_in(low)
    last = number_in(high) if high else first
    if first is None or last is None:
        raise QuantityError(kind, low, Reason.BAD_NUMBER)
    if high and high[-1] in "万亿" and low[-1] not in "百千万亿":
        first = _with_shared_multiplier(low, high, first)
    return first, last


def check_range(kind: Kind, low: Decimal, high: Decimal) -> None:
    """Refuse a range that no text can write: reversed, negative, endless."""
    if not (low.is_finite() and high.is_finite()) or max(abs(low), abs(high)) >= LARGEST:
        raise QuantityError(kind, f"{low}–{high}", Reason.BAD_NUMBER)
    if low < 0:
        raise QuantityError(kind, f"{low}–{high}", Reason.NEGATIVE)
    if low > high:
        raise QuantityError(kind, f"{low}–{high}", Reason.REVERSED_RANGE)


def written_range(low: Decimal, high: Decimal) -> str:
    """`3`, or `14–21`."""
    return plain(low) if low == high else f"{plain(low)}–{plain(high)}"


def refusal(kind: Kind, text: str, units: str) -> QuantityError:
    """Why a text that is no `<number> <unit>` of the kind is refused; `units` is a regular expression."""
    return QuantityError(kind, text, _reason(text, units))


def _reason(text: str, units: str) -> Reason:
    if text[0] in "-−" and _number().match(text[1:].lstrip()):
        return Reason.NEGATIVE
    number = _number().search(text)
    if number is None:
        return Reason.NO_NUMBER
    if number.start() > 0:
        return Reason.LEADING_TEXT
    rest = text[number.end() :]
    if not rest:
        return Reason.NO_UNIT
    return Reason.TRAILING_TEXT if re.match(rf"\s*(?:{units})", rest) else Reason.UNKNOWN_UNIT


def _suggestion(text: str, read: Callable[[str], object], repairs: Iterable[Repair]) -> str | None:
    for pattern, replacement in (*_WRAPPING, *repairs):
        mended = re.sub(pattern, replacement, text).strip()
        if mended == text or not mended:
            continue
        text = mended
        try:
            return str(read(text))
        except QuantityError:
            continue
    return None


def _with_shared_multiplier(low: str, high: str, first: Decimal) -> Decimal:
    # 1–2 万元 starts at 1 万元, but 5000–2 万元 starts at 5000 元.
    last = number_in(high.rstrip("万亿").strip())
    if last is None or first >= last:
        return first
    return number_in(low + high[len(high.rstrip("万亿")) :]) or first


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"{NUMBER}(?:\s*{SEPARATOR}\s*{NUMBER})?|[{NUMERAL_CHARACTERS}]")
