"""Where a tier or level begins and ends on its scale; 以上 and 以内 include the figure, 超过 and 不满 do not."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from generator.model.base import Model, not_both
from generator.model.values import Bound
from generator.quantities import Quantity
from generator.quantities.points import TIMES

_PAST = frozenset({"over", "up_to"})


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a tier begins or ends: just before a bound, or just past it; `key` is what the bound is written under."""

    key: str
    bound: Quantity

    @property
    def past(self) -> bool:
        """Whether the edge lies past the bound, as those of 超过 4 天 and 4 天以内 do."""
        return self.key in _PAST

    @property
    def position(self) -> tuple[Decimal, bool]:
        """What comes first is less; only for edges in one unit. Occurrences are whole: past 3 is before 4."""
        if self.past and self.bound.unit == TIMES:
            return self.bound.low + 1, False
        return self.bound.low, self.past

    def __str__(self) -> str:
        return f"{self.key}: {self.bound}"


class Scaled(Model):
    """A stretch of a scale: `from` and `up_to` include their figure, `over` and `below` do not."""

    from_: Bound | None = Field(default=None, alias="from")
    over: Bound | None = None
    below: Bound | None = None
    up_to: Bound | None = None

    @model_validator(mode="after")
    def _begins_and_ends_once(self) -> Self:
        if self.from_ is not None and self.over is not None:
            raise not_both("from", "over")
        if self.below is not None and self.up_to is not None:
            raise not_both("below", "up_to")
        return self

    @property
    def start(self) -> Edge | None:
        """Where it begins; None at the bottom of the scale."""
        if self.over is not None:
            return Edge("over", self.over)
        return Edge("from", self.from_) if self.from_ is not None else None

    @property
    def end(self) -> Edge | None:
        """Where it ends; None at the top of the scale."""
        if self.up_to is not None:
            return Edge("up_to", self.up_to)
        return Edge("below", self.below) if self.below is not None else None

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Where it begins and ends, as far as it is said."""
        return tuple(edge for edge in (self.start, self.end) if edge)
