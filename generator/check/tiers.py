"""Whether tiers cover a scale from below upwards without gap or overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.quantities import Quantity
from generator.read.marks import Place


class Bounded(Protocol):
    """A tier as written: from one bound up to, but not including, the next."""

    @property
    def from_(self) -> Quantity | None:
        """Where it begins; None at the bottom of the scale."""

    @property
    def below(self) -> Quantity | None:
        """Where the next begins; None at the top of the scale."""

    @property
    def case(self) -> str | None:
        """The case it is for, besides its bounds."""

    def at(self, *path: str | int) -> Place:
        """Where a value of it stands."""


def uneven_tiers(code: str, tiers: Sequence[Bounded]) -> Iterator[Diagnostic]:
    """Findings of `code` for tiers that end before they begin, overlap, leave a gap to the next or change the unit.

    Tiers of different cases are different scales; those without bounds are skipped.
    """
    for case in dict.fromkeys(tier.case for tier in tiers):
        yield from _uneven_scale(code, [tier for tier in tiers if tier.case == case and (tier.from_ or tier.below)])


def _uneven_scale(code: str, scale: Sequence[Bounded]) -> Iterator[Diagnostic]:
    mixed = _mixed_units(code, scale)
    if mixed is not None:
        yield mixed
        return
    for tier in scale:
        if tier.from_ and tier.below and tier.below.low <= tier.from_.low:
            yield finding(code, tier.at("below"), "order", start=tier.from_, end=tier.below)
    for tier, after in pairwise(scale):
        end = tier.below.low if tier.below else None
        start = after.from_.low if after.from_ else None
        if end is None or start is None or end > start:
            yield finding(code, after.at("from"), "overlap", start=after.from_ or "0", end=tier.below or "∞")
        elif end < start:
            yield finding(code, after.at("from"), "gap", start=after.from_, end=tier.below)


def _mixed_units(code: str, scale: Sequence[Bounded]) -> Diagnostic | None:
    """The first bound that counts in another unit than the one before it, so that nothing can be compared."""
    bounds = [
        (tier.at(key), bound) for tier in scale for key, bound in (("from", tier.from_), ("below", tier.below)) if bound
    ]
    for (_, before), (place, bound) in pairwise(bounds):
        if bound.unit != before.unit:
            return finding(code, place, "units", unit=bound.unit, other=before.unit)
    return None
