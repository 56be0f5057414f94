"""What is wrong with a quantity: machine keys only, since the words for it live in the message catalog."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What the text was expected to be."""

    NUMBER = "number"
    DURATION = "duration"
    FREQUENCY = "frequency"
    MONEY = "money"
    PERCENTAGE = "percentage"
    MULTIPLE = "multiple"
    AMOUNT = "amount"
    QUANTITY = "quantity"


class Reason(StrEnum):
    """Why the text is refused."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NO_NUMBER = "no_number"
    BAD_NUMBER = "bad_number"
    NO_UNIT = "no_unit"
    UNKNOWN_UNIT = "unknown_unit"
    LEADING_TEXT = "leading_text"
    TRAILING_TEXT = "trailing_text"
    REVERSED_RANGE = "reversed_range"
    NEGATIVE = "negative"
    ZERO = "zero"
    MISSING_BASE = "missing_base"
    NO_PERIOD = "no_period"
    NO_SUCH_DAY = "no_such_day"
    NO_SUCH_TIME = "no_such_time"
    ANCHOR_MISMATCH = "anchor_mismatch"


class QuantityError(ValueError):
    """A text or a value that is no quantity of its kind.

    `suggestion`, when there is one, is a near text in canonical form that would be accepted.
    """

    def __init__(self, kind: Kind, text: str, reason: Reason, suggestion: str | None = None) -> None:
        super().__init__(kind, text, reason, suggestion)
        self.kind = kind
        self.text = text
        self.reason = reason
        self.suggestion = suggestion

    def __str__(self) -> str:
        return f"{self.kind}:{self.reason}:{self.text!r}"
