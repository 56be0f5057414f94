"""Where a clause names a thing, and in which units the thing exists."""

from __future__ import annotations

from collections.abc import Iterable

from generator.link.handbook import Bearer, Clause, Department, Form, Handbook, Role, Unit
from generator.read.marks import Place


def place_named(thing: Bearer | Form, clause: Clause, key: str, handbook: Handbook) -> Place:
    """Where the clause names the thing under `key`, by whatever name and among whatever unknown ones."""
    uses = (use for use in handbook.uses[thing.target] if use.spec is clause.spec and use.key == key)
    return next(uses).place


def units_of(bearer: Bearer) -> frozenset[Unit]:
    """The units a bearer exists in; empty for groups, which are everywhere."""
    if isinstance(bearer, Role):
        return frozenset(bearer.department.units)
    if isinstance(bearer, Department):
        return frozenset(bearer.units)
    return frozenset({bearer}) if isinstance(bearer, Unit) else frozenset()


def units_above(handbook: Handbook, words: Iterable[str]) -> frozenset[Unit]:
    """The units with one of the words in a name: the headquarters, whose people may act for any unit."""
    return frozenset(
        unit
        for unit in handbook.units
        if any(word in name for word in words for name in (unit.name, *unit.spec.aliases))
    )
