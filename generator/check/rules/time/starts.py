"""Whether deadlines start with something."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook


def without_start(handbook: Handbook) -> Iterator[Diagnostic]:
    """T001: a deadline that starts with nothing."""
    for clause in handbook.clauses.values():
        spec = clause.spec
        if spec.within and not (spec.when or spec.before or spec.after or spec.every):
            yield finding("T001", spec.at("within"), clause=clause.label)


RULES = (Rule("T001", without_start),)
