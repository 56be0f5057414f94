"""Whether each clause says who, from where, and for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Bearer, Clause, Department, Form, Handbook, Role, Unit
from generator.model import Kind, Organization
from generator.read.marks import Place

MAX_DEPTH = 2
"""Articles are at depth 0, items at 1, sub-items at 2."""


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


def too_deep(handbook: Handbook) -> Iterator[Diagnostic]:
    """D002: items nested deeper than print can number."""
    for clause in handbook.clauses.values():
        if clause.depth > MAX_DEPTH:
            yield finding("D002", clause.spec.at("id"), clause=clause.label)


def without_origin(handbook: Handbook) -> Iterator[Diagnostic]:
    """D003: a clause that neither names its source nor says that it was added or adapted.

    An item may rest on the source of the article it belongs to.
    """
    for policy in handbook.policies:
        for chapter in policy.chapters:
            for article in chapter.articles:
                yield from _origins(article)


def _origins(clause: Clause) -> Iterator[Diagnostic]:
    if clause.spec.source or clause.spec.added or clause.spec.adapted:
        return
    if clause.items and clause.spec.kind in (Kind.STATEMENT, Kind.DEFINITION):
        for item in clause.items:
            yield from _origins(item)
        return
    yield finding("D003", clause.spec.at("id"), clause=clause.label)


def outside_policy(handbook: Handbook) -> Iterator[Diagnostic]:
    """D004: a clause for a unit to which its policy does not apply."""
    for clause in handbook.clauses.values():
        policy = handbook.policy_by_id[clause.policy.key]
        for unit in clause.units if clause.spec.applies_to else ():
            if unit not in policy.units:
                place = _place_of(unit, clause, "applies_to", handbook)
                yield finding("D004", place, unit=unit.name, policy=policy.name)


def absent_bearer(handbook: Handbook) -> Iterator[Diagnostic]:
    """D005: a bearer that exists in none of the units the clause applies to."""
    for clause in handbook.clauses.values():
        if not clause.spec.who:
            continue
        for bearer in clause.who:
            present = units_of(bearer)
            if present and not present.intersection(clause.units):
                units = "、".join(unit.name for unit in clause.units)
                yield finding("D005", _place_of(bearer, clause, "who", handbook), bearer=bearer.name, units=units)


def absent_form(handbook: Handbook) -> Iterator[Diagnostic]:
    """D006: a form that is not used in any of the units the clause applies to."""
    for clause in handbook.clauses.values():
        for form in clause.forms:
            if not set(form.units).intersection(clause.units):
                units = "、".join(unit.name for unit in clause.units)
                yield finding("D006", _place_of(form, clause, "form", handbook), form=form.name, units=units)


def _place_of(thing: Bearer | Form, clause: Clause, key: str, handbook: Handbook) -> Place:
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


RULES = (
    Rule("D001", without_bearer),
    Rule("D002", too_deep),
    Rule("D003", without_origin),
    Rule("D004", outside_policy, needs=frozenset({Organization})),
    Rule("D005", absent_bearer, needs=frozenset({Organization})),
    Rule("D006", absent_form, needs=frozenset({Organization})),
)
