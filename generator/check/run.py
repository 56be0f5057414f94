"""Everything there is to say about a project, in one run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import model
from generator.check.rules import RULES
from generator.collector import without_collector
from generator.diagnostics.diagnostic import Diagnostic, focused
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
    """The linked handbook (None if it cannot be read at all), all findings sorted, and the files' texts."""

    handbook: Handbook | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


def check_project(root: Path) -> CheckResult:
    """Read, link and check the project at `root`. Never raises for what an editor wrote."""
    with without_collector():
        loaded = load(root)
        diagnostics = list(loaded.diagnostics)
        handbook = None
        if loaded.written is not None:
            linked = link(loaded.written, _incomplete(loaded))
            handbook = linked.handbook
            diagnostics += linked.diagnostics
            for rule in RULES:
                if rule.needs.isdisjoint(loaded.broken):
                    diagnostics += rule.check(handbook)
        placed = (focused(one, loaded.sources.get(one.place.file, "")) for one in diagnostics)
        return CheckResult(handbook, tuple(sorted(set(placed))), loaded.sources)


def _incomplete(loaded: Loaded) -> frozenset[TargetKind]:
    return frozenset(kind for broken in loaded.broken for kind in _DECLARED_BY.get(broken, frozenset()))
