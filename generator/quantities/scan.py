"""Every quantity in running Chinese text, with its place."""

from __future__ import annotations

from dataclasses import dataclass

from .count import Quantity
from .duration import Duration
from .frequency import Frequency
from .money import Money
from .ratio import Multiple, Percentage

Value = Duration | Frequency | Money | Percentage | Multiple | Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in a text: `text[start:end]` writes `value`.

    `firm` is False for words that may set no figure at all (一个新客户, 二次回访, 当日值班): a field may be found in
    them, but none has to exist for them.
    """

    start: int
    end: int
    value: Value
    firm: bool = True


def find_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text from left to right; they never overlap. Any text is accepted."""
    return ()
