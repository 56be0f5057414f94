"""Which clause an item belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.link.handbook import Clause, Handbook

Outline = Mapping[Clause, Clause]
"""The clause that each item belongs to."""


def outline(handbook: Handbook) -> Outline:
    """Read where each item stands."""
    return {item: clause for clause in handbook.clauses.values() for item in clause.items}


def from_within(clause: Clause, above: Outline) -> Iterator[Clause]:
    """The clause, then the one it is an item of, and so on up to the article."""
    here: Clause | None = clause
    while here is not None:
        yield here
        here = above.get(here)
