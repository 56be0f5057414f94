"""Whether a figure can satisfy all the bounds that one limit sets."""

from __future__ import annotations

from collections.abc import Iterator

from generator import model
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook
from generator.quantities import Quantity, points_of

_SAME_END = (("at_least", "over"), ("at_most", "under"))
_INCLUDING = ("at_least", "at_most")
_BOTH_ENDS = (_INCLUDING, ("at_least", "under"), ("over", "at_most"), ("over", "under"))
_BOUNDS = ("at_least", "over", "at_most", "under")


def bounds(handbook: Handbook) -> Iterator[Diagnostic]:
    """Q007: more than 5 and less than 3 at once; or two bounds for the same end."""
    for clause in handbook.clauses.values():
        for limit in clause.spec.limits:
            yield from _in_limit(clause, limit)


def _in_limit(clause: Clause, limit: model.Limit) -> Iterator[Diagnostic]:
    given: dict[str, Quantity] = {key: bound for key in _BOUNDS if (bound := getattr(limit, key)) is not None}
    if limit.exactly is not None:
        for key in given:
            yield _finding("exactly", clause, limit, "exactly", key)
    elif len(given) > 1:
        yield from (_finding("twice", clause, limit, *ends) for ends in _SAME_END if given.keys() >= set(ends))
        for low, high in _BOTH_ENDS:
            if low in given and high in given and not _leave_some(given[low], given[high], (low, high) == _INCLUDING):
                yield _finding("", clause, limit, low, high)


def _leave_some(low: Quantity, high: Quantity, included: bool) -> bool:
    """Whether anything lies between; equal bounds leave it if both are `included`. Other scales are not compared."""
    first, last = points_of(low).low, points_of(high).high
    if first.scale != last.scale:
        return True
    return first.number < last.number or (included and first.number == last.number)


def _finding(variant: str, clause: Clause, limit: model.Limit, one: str, other: str) -> Diagnostic:
    facts = {"one": one, "first": getattr(limit, one), "other": other, "second": getattr(limit, other)}
    related = (Related(limit.at(one), "bound"),)
    return finding("Q007", limit.at(other), variant, related=related, clause=clause.label, of=limit.of, **facts)


RULES = (Rule("Q007", bounds),)
