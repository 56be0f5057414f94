"""Whether each duty has somebody to bear it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.naming import place_named, units_of
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Clause, Handbook
from generator.model import Kind, Organization


def without_bearer(handbook: Handbook) -> Iterator[Diagnostic]:
    """D001: a duty or prohibition that nobody bears, neither by itself nor as an item of what somebody bears."""
    for policy in handbook.policies:
        for chapter in policy.chapters:
            yield from _unborne(chapter.articles)


def _unborne(clauses: Iterable[Clause]) -> Iterator[Diagnostic]:
    for clause in clauses:
        if clause.spec.who:
            continue
        if clause.spec.kind in (Kind.DUTY, Kind.PROHIBITION):
            yield finding("D001", clause.spec.at("id"), clause=clause.label)
        yield from _unborne(clause.items)


def absent_bearer(handbook: Handbook) -> Iterator[Diagnostic]:
    """D005: a bearer that exists in none of the units the clause applies to."""
    for clause in handbook.clauses.values():
        if not clause.spec.who:
            continue
        for bearer in clause.who:
            present = units_of(bearer)
            if present and not present.intersection(clause.units):
                units = "、".join(unit.name for unit in clause.units)
                yield finding("D005", place_named(bearer, clause, "who", handbook), bearer=bearer.name, units=units)


RULES = (
    Rule("D001", without_bearer),
    Rule("D005", absent_bearer, needs=frozenset({Organization})),
)
