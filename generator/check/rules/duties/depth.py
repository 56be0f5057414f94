"""How deep clauses may be nested."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook

MAX_DEPTH = 2
"""Articles are at depth 0, items at 1, sub-items at 2."""


def too_deep(handbook: Handbook) -> Iterator[Diagnostic]:
    """D002: items nested deeper than print can number."""
    for clause in handbook.clauses.values():
        if clause.depth > MAX_DEPTH:
            yield finding("D002", clause.spec.at("id"), clause=clause.label)


RULES = (Rule("D002", too_deep),)
