"""Numbers with any unit: `5 台`, `14–24 ℃`, `100 mA`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from .errors import Kind, QuantityError, Reason
from .grammar import SEPARATOR, SWAPPED_RANGE, Repair, check_range, parsed, read_range, refusal, written_range
from .money import written_sum
from .numerals import NUMBER, NUMERAL_CHARACTERS, half_width

_YUAN = "元"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with a unit, or a range of numbers; `low` and `high` are the same unless it is a range.

    The unit is any word that a number can't run into. Raises QuantityError for values no text can write.
    """

    low: Decimal
    high: Decimal
    unit: str

    def __post_init__(self) -> None:
        check_range(Kind.QUANTITY, self.low, self.high)
        object.__setattr__(self, "unit", half_width(self.unit))
        if not self.unit:
            raise QuantityError(Kind.QUANTITY, self.unit, Reason.NO_UNIT)
        if _unit().fullmatch(self.unit) is None:
            raise QuantityError(Kind.QUANTITY, self.unit, Reason.UNKNOWN_UNIT)

    def __str__(self) -> str:
        if self.unit == _YUAN:
            return written_sum(self.low, self.high)
        return f"{written_range(self.low, self.high)} {self.unit}"


def parse_quantity(text: str) -> Quantity:
    """The number and unit a text writes. Raises QuantityError."""
    return parsed(Kind.QUANTITY, text, read_quantity, _REPAIRS)


def read_quantity(text: str) -> Quantity:
    """The quantity of a trimmed half-width text; a refusal comes without suggestion."""
    match = _pattern().fullmatch(text)
    if match is None:
        raise refusal(Kind.QUANTITY, text, _UNIT)
    low, first_unit, high, unit = match.groups()
    if first_unit and first_unit != unit:
        raise QuantityError(Kind.QUANTITY, text, Reason.TRAILING_TEXT)
    return Quantity(*read_range(Kind.QUANTITY, low, high), unit)


_UNIT = rf"[^\s0-9.,:，。、；：;点至到–—~～〜\-−{NUMERAL_CHARACTERS}半][^\s{NUMERAL_CHARACTERS}–—~～〜]*"

_REPAIRS: tuple[Repair, ...] = ((r"(?i)°C$|度C$|摄氏度$", "℃"), SWAPPED_RANGE)


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(_UNIT)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"({NUMBER})\s*(?:({_UNIT})?\s*{SEPARATOR}\s*({NUMBER})\s*)?({_UNIT})")
