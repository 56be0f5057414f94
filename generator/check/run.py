"""Everything there is to say about a project, in one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from generator import model
from generator.check.baseline import FILE, read_baseline, sift
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
from generator.model.load import Loaded, Memory, load

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

    `severities` are those that the handbook sets for rules, by code. `waived` are findings that the handbook lets pass
    and `known` those in its baseline; neither is among `diagnostics`.
    """

    handbook: Handbook | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    severities: Mapping[str, Severity] = field(default_factory=dict)
    waived: tuple[Diagnostic, ...] = ()
    known: tuple[Diagnostic, ...] = ()

    @property
    def report(self) -> Report:
        """The findings in words."""
        report = explain(self.diagnostics, self.sources, self.severities)
        return replace(report, waived=len(self.waived), known=len(self.known))


def check_project(
    root: Path, today: date | None = None, rules: tuple[AnyRule, ...] = RULES, memory: Memory | None = None
) -> CheckResult:
    """Read, link and check the project at `root`. Never raises for what an editor wrote.

    What depends on the day, such as a review that is overdue, is left out unless `today` is given. `memory` saves
    reading again what has not changed since the last check.
    """
    with without_collector():
        loaded = load(root, memory)
        if loaded.written is None:
            return CheckResult(None, _in_order(loaded.diagnostics, loaded.sources), loaded.sources)
        linked = link(loaded.written, _incomplete(loaded))
        asked = rules_as_set(linked.handbook.settings)
        judged = _in_order(_judge(linked.handbook, rules, asked, loaded, today), loaded.sources)
        is_whole = today is not None and not loaded.broken
        waived = waive(linked.handbook, judged, today if is_whole else None)
        baseline = read_baseline(root)
        sources = {**loaded.sources, FILE: baseline.text} if baseline.text else loaded.sources
        sifted = sift(baseline.written, waived.counted, sources, is_whole)
        certain = (*loaded.diagnostics, *linked.diagnostics, *asked.diagnostics, *baseline.diagnostics)
        return CheckResult(
            handbook=linked.handbook,
            diagnostics=_in_order((*certain, *waived.about, *sifted.counted, *sifted.about), sources),
            sources=sources,
            severities={code: severity for code, severity in asked.severities.items() if severity},
            waived=waived.passed,
            known=sifted.known,
        )


def _judge(
    handbook: Handbook, rules: Iterable[AnyRule], asked: Asked, loaded: Loaded, today: date | None
) -> Iterator[Diagnostic]:
    for rule in rules:
        if rule.needs.isdisjoint(loaded.broken):
            yield from (one for one in _ask(rule, handbook, asked, today) if asked.is_on(one.code))


def _ask(rule: AnyRule, handbook: Handbook, asked: Asked, today: date | None) -> Iterator[Diagnostic]:
    match rule:
        case TunedRule(code, check):
            return check(handbook, asked.options.get(code) or default_options(code))
        case DatedRule(_, check):
            return check(handbook, today) if today else iter(())
        case Rule(_, check):
            return check(handbook)


def _in_order(found: Iterable[Diagnostic], sources: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """The findings without repetition, each at the word it is about, by place."""
    return tuple(sorted({focused(one, sources.get(one.place.file, "")) for one in found}))


def _incomplete(loaded: Loaded) -> frozenset[TargetKind]:
    return frozenset(kind for broken in loaded.broken for kind in _DECLARED_BY.get(broken, frozenset()))
