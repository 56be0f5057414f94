"""Findings that the handbook knowingly lets pass, and waivers that have had their day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.check.settings import codes_of, unknown_or_fixed
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.model.waiver import Waivable


@dataclass(frozen=True, slots=True)
class Waived:
    """The findings that still count, those let pass, and what is wrong with the waivers themselves."""

    counted: tuple[Diagnostic, ...]
    passed: tuple[Diagnostic, ...]
    about: tuple[Diagnostic, ...]


def waive(handbook: Handbook, found: Iterable[Diagnostic], today: date | None) -> Waived:
    """Let pass what waivers cover; whether they have had their day is told only if `today` is given.

    X001, X002: a waiver of a rule that is not there or cannot be waived. X004: a waiver that has run out.
    X005: a waiver that lets nothing pass.
    """
    waiting = list(found)
    passed: list[Diagnostic] = []
    about: list[Diagnostic] = []
    for thing in _with_waivers(handbook):
        for waiver in thing.waive:
            if not codes_of(waiver.rule):
                about.append(unknown_or_fixed(waiver.rule, waiver))
                continue
            covered = [one for one in waiting if one.code == waiver.rule and thing.covers(one.place)]
            if today and waiver.until < today:
                about.append(finding("X004", waiver.at("until"), rule=waiver.rule, until=waiver.until))
            elif today and not covered:
                about.append(finding("X005", waiver.at("rule"), rule=waiver.rule))
            else:
                passed += covered
                waiting = [one for one in waiting if one not in covered]
    return Waived(tuple(waiting), tuple(passed), tuple(about))


def _with_waivers(handbook: Handbook) -> Iterator[Waivable]:
    """All things that hold a waiver, the smallest first, so that the waiver nearest to a finding is used."""
    for clause in reversed(handbook.clauses.values()):
        if clause.spec.waive:
            yield clause.spec
    for policy in handbook.policies:
        spec = policy.spec
        parts = (spec.penalties, spec.rewards, spec.approvals, spec.procedures, spec.levels, spec.terms)
        yield from (thing for part in parts for thing in part if thing.waive)
    shared = (handbook.policies, handbook.forms, handbook.departments, handbook.terms, handbook.levels)
    yield from (thing.spec for part in shared for thing in part if thing.spec.waive)
    if handbook.settings.waive:
        yield handbook.settings
