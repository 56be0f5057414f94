"""Everything there is to say about a project, in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator import model
from generator.check.rules import RULES, AnyRule
from generator.check.rules.rule import DatedRule, Rule, TunedRule
from generator.check.settings import Asked, default_options, rules_as_set
from generator.check.waivers import waive
from generator.collector import without_collector
from generator.diagnostics.diagnostic import Diagnostic, Severity, focused
from generator.diagnostics.report import Report, explain
from generator.link.handbook import Handbook
from generator.link.link import link
from generator.link.targets import TargetKind
from generator.model.base import Model
from generator.model.load import Loaded, load

_DECLARED_BY: Mapping[type[Model], frozenset[TargetKind]] = {
    model.Organization: frozenset({TargetKind.UNIT, TargetKind.DEPARTMENT, TargetKind.ROLE, TargetKind.GROUP}),
    model.Policy: frozenset({TargetKind.POLICY, TargetKind.CLAUSE, TargetKind.TERM}),
    model.Form: frozenset({TargetKind.FORM}),
    model.TermsFile: frozenset({TargetKind.TERM}),
    model.LawsFile: frozenset({TargetKind.LAW}),
    model.MeasuresFile: frozenset({TargetKind.MEASURE}),
    model.SourcesFile: frozenset({TargetKind.SOURCE}),
}


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The linked handbook (None if it cannot be read at all), all findings sorted, and the files' texts.

    `severities` are those that the handbook sets for rules, by code. `waived` findings are none of `diagnostics`.
    """

    handbook: Handbook | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    waived: tuple[Diagnostic, ...] = ()

    @property
    def report(self) -> Report:
        """The findings in words."""
        return explain(self.diagnostics, self.sources, self.severities)


def check_project(root: Path, today: date | None = None, rules: tuple[AnyRule, ...] = RULES) -> CheckResult:
    """Read, link and check the project at `root`. Never raises for what an editor wrote.

    What depends on the day, such as a review that is overdue, is left out unless `today` is given.
    """
    with without_collector():
        loaded = load(root)
        if loaded.written is None:
            return CheckResult(None, _in_order(loaded.diagnostics, loaded), loaded.sources)
        linked = link(loaded.written, _incomplete(loaded))
        handbook = linked.handbook
        asked = rules_as_set(handbook.settings)
        judged = [
            one
            for rule in rules
            if rule.needs.isdisjoint(loaded.broken)
            for one in _ask(rule, handbook, asked, today)
            if asked.is_on(one.code)
        ]
        waived = waive(handbook, _in_order(judged, loaded), today)
        said = _in_order((*loaded.diagnostics, *linked.diagnostics, *asked.diagnostics, *waived.counted), loaded)
        severities = {code: severity for code, severity in asked.severities.items() if severity}
        return CheckResult(handbook, said, loaded.sources, severities, waived.passed)


def _ask(rule: AnyRule, handbook: Handbook, asked: Asked, today: date | None) -> Iterator[Diagnostic]:
    match rule:
        case TunedRule(code, check):
            return check(handbook, asked.options.get(code) or default_options(code))
        case DatedRule(_, check):
            return check(handbook, today) if today else iter(())
        case Rule(_, check):
            return check(handbook)


def _in_order(found: Iterable[Diagnostic], loaded: Loaded) -> tuple[Diagnostic, ...]:
    """The findings without repetition, each at the word it is about, by place."""
    return tuple(sorted({focused(one, loaded.sources.get(one.place.file, "")) for one in found}))


def _incomplete(loaded: Loaded) -> frozenset[TargetKind]:
    return frozenset(kind for broken in loaded.broken for kind in _DECLARED_BY.get(broken, frozenset()))
