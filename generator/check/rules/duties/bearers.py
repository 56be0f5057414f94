"""Whether each duty has somebody to bear it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Clause, Group, Handbook
from generator.model import Kind


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
            yield finding("D001", clause.spec.at("kind"), clause=clause.label)
        yield from _unborne(clause.items)


def outsiders(handbook: Handbook) -> Iterator[Diagnostic]:
    """D019: a duty or prohibition that only people outside the company bear."""
    for clause in handbook.clauses.values():
        spec = clause.spec
        if not spec.who or spec.kind not in (Kind.DUTY, Kind.PROHIBITION) or len(clause.who) < len(spec.who):
            continue
        if all(isinstance(who, Group) and who.spec.external for who in clause.who):
            bearers = "、".join(who.name for who in clause.who)
            yield finding("D019", spec.at("who"), clause=clause.label, bearers=bearers, kind=spec.kind)


RULES = (Rule("D001", without_bearer), Rule("D019", outsiders))
