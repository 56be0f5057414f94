"""Diagnostics put into words and in order, ready for any format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.diagnostics.catalog import rule, worded_fact, worded_role
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.visible import shortened, visible
from generator.read.marks import Place

_LONGEST_FACT = 200


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """Another place to look at, and what is there."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A diagnostic in words; `hint` is the change to make, empty when there is none to name."""

    code: str
    severity: Severity
    place: Place
    message: str
    hint: str
    related: tuple[RelatedPlace, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All findings of a run by place, and the texts of the files read, by path relative to the project.

    `waived` and `known` count the findings that are not listed: let pass by a waiver, or known from the baseline.
    """

    findings: tuple[Explained, ...]
    sources: Mapping[str, str]
    waived: int = 0
    known: int = 0

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity that occurs, the gravest first."""
        counted = Counter(found.severity for found in self.findings)
        return {severity: counted[severity] for severity in Severity if counted[severity]}

    @property
    def has_errors(self) -> bool:
        """Whether anything stops a build."""
        return Severity.ERROR in self.counts

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to mend: notes do not count."""
        return not self.counts.keys() - {Severity.NOTE}


def explain(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], severities: Mapping[str, Severity] | None = None
) -> Report:
    """Put diagnostics into words, sorted by file, line, column and code.

    `severities` are those that the handbook sets for rules instead of their own, by code.
    """
    ordered = sorted(diagnostics, key=_by_place_then_code)
    return Report(tuple(_explain(found, severities or {}) for found in ordered), sources)


def _by_place_then_code(found: Diagnostic) -> tuple[str, int, int, str, Diagnostic]:
    return found.place.file, found.place.line, found.place.column, found.code, found


def _explain(found: Diagnostic, severities: Mapping[str, Severity]) -> Explained:
    written = rule(found.code)
    facts = {name: shortened(visible(worded_fact(name, value)), _LONGEST_FACT) for name, value in found.facts}
    message, hint = written.say(found.variant, facts)
    related = tuple(RelatedPlace(other.place, worded_role(other.role)) for other in found.related)
    severity = severities.get(found.code, written.severity)
    return Explained(found.code, severity, found.place, message, hint, related)
