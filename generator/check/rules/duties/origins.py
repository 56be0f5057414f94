"""Where clauses come from."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.absent import end_of_those_before
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Clause, Handbook
from generator.model import Kind


def without_origin(handbook: Handbook) -> Iterator[Diagnostic]:
    """D003: a clause that neither names its source nor says that it was added; what is adapted has a source too.

    An item may rest on the source of the article it belongs to.
    """
    for policy in handbook.policies:
        for chapter in policy.chapters:
            for article in chapter.articles:
                yield from _origins(article)


def _origins(clause: Clause) -> Iterator[Diagnostic]:
    if clause.spec.source or clause.spec.added:
        return
    if clause.items and clause.spec.kind in (Kind.STATEMENT, Kind.DEFINITION):
        for item in clause.items:
            yield from _origins(item)
        return
    variant = "adapted" if clause.spec.adapted else ""
    yield finding("D003", end_of_those_before(clause.spec, "source"), variant, clause=clause.label)


RULES = (Rule("D003", without_origin),)
