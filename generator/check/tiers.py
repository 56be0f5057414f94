"""Whether tiers cover a scale from below upwards without gap or overlap, from its bottom to its top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Protocol

from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.model import Edge
from generator.quantities import Quantity, chinese_number
from generator.read.marks import Place

_FROM_NOTHING = frozenset({"元", "%"})
"""Units that are measured from 0; everything else is counted from 1."""

_WHOLE_SHARE = 100


class Bounded(Protocol):
    """A tier as written: from one edge to the next."""

    @property
    def start(self) -> Edge | None:
        """Where it begins; None at the bottom of the scale."""

    @property
    def end(self) -> Edge | None:
        """Where the next begins; None at the top of the scale."""

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Both, as far as they are said."""

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
        yield from _uneven_scale(code, [tier for tier in tiers if tier.case == case and tier.edges])


def incomplete_tiers(code: str, tiers: Sequence[Bounded], told: str, all_cases: Sequence[str]) -> Iterator[Diagnostic]:
    """Findings of `code` for cases in which nothing holds: below the first tier, above the last, in no case named.

    A scale may begin later where `told`, the words for what is tiered, names the figure that it begins with. A tier
    for one case needs no other when the case begins with a word of `all_cases`.
    """
    yield from _unconditional_tiers(code, tiers)
    if len(tiers) == 1 and _is_one_of_several(tiers[0], all_cases):
        yield finding(code, tiers[0].at("case"), "only", case=tiers[0].case)
    for case in dict.fromkeys(tier.case for tier in tiers):
        scale = [tier for tier in tiers if tier.case == case and tier.edges]
        if scale and _mixed_units(code, scale) is None:
            yield from _open_ends(code, scale, told + (case or ""))


def _is_one_of_several(tier: Bounded, all_cases: Sequence[str]) -> bool:
    """Whether the tier is for a case beside which there are others."""
    return bool(tier.case) and not tier.edges and not str(tier.case).startswith(tuple(all_cases))


def _unconditional_tiers(code: str, tiers: Sequence[Bounded]) -> Iterator[Diagnostic]:
    """Tiers of which nothing says when they hold, or that hold in the same case as an earlier one."""
    cases: dict[str, Bounded] = {}
    for tier in tiers if len(tiers) > 1 else ():
        if tier.edges:
            continue
        if tier.case is None:
            yield finding(code, tier.at(), "condition")
        elif (earlier := cases.setdefault(tier.case, tier)) is not tier:
            yield finding(
                code, tier.at("case"), "twice", related=(Related(earlier.at("case"), "first"),), case=tier.case
            )


def _open_ends(code: str, scale: Sequence[Bounded], told: str) -> Iterator[Diagnostic]:
    start, last = scale[0].start, scale[-1]
    if start and start.position > _bottom(start.bound) and not _names(told, start.bound):
        yield finding(code, scale[0].at(start.key), "bottom", start=start)
    end = last.end
    if end and not _is_backwards(last) and not (end.bound.unit == "%" and end.bound.low >= _WHOLE_SHARE):
        yield finding(code, last.at(end.key), "top", end=end)


def _bottom(bound: Quantity) -> tuple[Decimal, bool]:
    """The highest position at which nothing is left out below: 超过 0 元, 1 次以上."""
    return (Decimal(0), True) if bound.unit in _FROM_NOTHING else (Decimal(1), False)


def _names(told: str, bound: Quantity) -> bool:
    """Whether the words name the bound, so that what lies below it is left out on purpose."""
    number = f"{bound.low.normalize():f}"
    written = [number, f"{bound.low:f}"]
    if bound.low == int(bound.low) and bound.low < 10_000:
        written.append(chinese_number(int(bound.low)))
    if bound.low % 10_000 == 0:
        written.append(f"{int(bound.low / 10_000)}万")
    return any(number in told.replace(" ", "").replace(",", "") for number in written)


def _uneven_scale(code: str, scale: Sequence[Bounded]) -> Iterator[Diagnostic]:
    mixed = _mixed_units(code, scale)
    if mixed is not None:
        yield mixed
        return
    for tier in scale:
        if tier.end and _is_backwards(tier):
            yield finding(code, tier.at(tier.end.key), "order", start=tier.start, end=tier.end)
    for tier, after in pairwise(scale):
        yield from _uneven_step(code, tier.end, after)


def _is_backwards(tier: Bounded) -> bool:
    return bool(tier.start and tier.end and tier.end.position <= tier.start.position)


def _uneven_step(code: str, end: Edge | None, after: Bounded) -> Iterator[Diagnostic]:
    """A tier that does not begin where the one before ends."""
    if after.start is None:
        yield finding(code, after.at(), "unbegun")
    elif end is None:
        yield finding(code, after.at(after.start.key), "unended", start=after.start)
    elif end.position != after.start.position:
        variant = "overlap" if end.position > after.start.position else "gap"
        yield finding(code, after.at(after.start.key), variant, start=after.start, end=end)


def _mixed_units(code: str, scale: Sequence[Bounded]) -> Diagnostic | None:
    """The first bound that counts in another unit than the one before it, so that nothing can be compared."""
    edges = [(tier.at(edge.key), edge.bound.unit) for tier in scale for edge in tier.edges]
    for (_, before), (place, unit) in pairwise(edges):
        if unit != before:
            return finding(code, place, "units", unit=unit, other=before)
    return None
