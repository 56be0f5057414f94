"""Whether tiers cover a scale from below upwards without gap or overlap, from its bottom to its top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.quantities import Quantity, chinese_number
from generator.read.marks import Place

_FROM_NOTHING = frozenset({"元", "%"})
"""Units that are measured from 0; everything else is counted from 1."""

_WHOLE_SHARE = 100


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


def incomplete_tiers(code: str, tiers: Sequence[Bounded], told: str, all_cases: Sequence[str]) -> Iterator[Diagnostic]:
    """Findings of `code` for cases in which nothing holds: below the first tier, above the last, in no case named.

    A scale may begin later where `told`, the words for what is tiered, names the figure that it begins with. A tier
    for one case needs no other when the case begins with a word of `all_cases`.
    """
    yield from _unconditional_tiers(code, tiers)
    if len(tiers) == 1 and _is_one_of_several(tiers[0], all_cases):
        yield finding(code, tiers[0].at("case"), "only", case=tiers[0].case)
    for case in dict.fromkeys(tier.case for tier in tiers):
        scale = [tier for tier in tiers if tier.case == case and (tier.from_ or tier.below)]
        if scale and _mixed_units(code, scale) is None:
            yield from _open_ends(code, scale, told + (case or ""))


def _is_one_of_several(tier: Bounded, all_cases: Sequence[str]) -> bool:
    """Whether the tier is for a case beside which there are others."""
    return bool(tier.case) and not (tier.from_ or tier.below) and not str(tier.case).startswith(tuple(all_cases))


def _unconditional_tiers(code: str, tiers: Sequence[Bounded]) -> Iterator[Diagnostic]:
    """Tiers of which nothing says when they hold, or that hold in the same case as an earlier one."""
    cases: dict[str, Bounded] = {}
    for tier in tiers if len(tiers) > 1 else ():
        if tier.from_ or tier.below:
            continue
        if tier.case is None:
            yield finding(code, tier.at(), "condition")
        elif (earlier := cases.setdefault(tier.case, tier)) is not tier:
            yield finding(
                code, tier.at("case"), "twice", related=(Related(earlier.at("case"), "first"),), case=tier.case
            )


def _open_ends(code: str, scale: Sequence[Bounded], told: str) -> Iterator[Diagnostic]:
    first, last = scale[0], scale[-1]
    if first.from_ and first.from_.low > _bottom(first.from_) and not _names(told, first.from_):
        yield finding(code, first.at("from"), "bottom", start=first.from_)
    backwards = last.below and last.from_ and last.below.low <= last.from_.low
    if last.below and not backwards and not (last.below.unit == "%" and last.below.low >= _WHOLE_SHARE):
        yield finding(code, last.at("below"), "top", end=last.below)


def _bottom(bound: Quantity) -> int:
    return 0 if bound.unit in _FROM_NOTHING else 1


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
