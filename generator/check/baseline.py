"""Adopting the check on an old handbook: what was there already does not count, and may only become less.

A finding is known by its rule, its file and the line it stands on, so that it stays known when other lines come and
go, and counts again as soon as somebody edits its line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.model.baseline import Baseline
from generator.model.shape import shape
from generator.read.document import read_file

FILE: Final = "handbook/baseline.yml"

Known = Counter[tuple[str, str, str]]
"""How often each rule finds something on each line of each file."""


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """The file as read; `written` is None where there is none or it cannot be read."""

    written: Baseline | None
    text: str
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings that count, those that were known, and what is wrong with the baseline itself."""

    counted: tuple[Diagnostic, ...]
    known: tuple[Diagnostic, ...] = ()
    about: tuple[Diagnostic, ...] = ()


def read_baseline(root: Path) -> BaselineFile:
    """Read the baseline of the project at `root`."""
    if not (root / FILE).exists():
        return BaselineFile(None, "", ())
    document = read_file(root, FILE)
    if document.root is None:
        return BaselineFile(None, document.text, document.diagnostics)
    written, findings = shape(Baseline, document.root)
    return BaselineFile(written, document.text, (*document.diagnostics, *findings))


def sift(baseline: Baseline | None, found: Iterable[Diagnostic], sources: Mapping[str, str], is_whole: bool) -> Sifted:
    """Take the known findings out of `found`.

    X006: a known finding that is no longer there; told only when the check `is_whole`, so that it could be.
    """
    if baseline is None:
        return Sifted(tuple(found))
    left = _known_in(baseline)
    counted: list[Diagnostic] = []
    known: list[Diagnostic] = []
    lines = _Lines(sources)
    for one in found:
        key = lines.key(one)
        left[key] -= 1
        (known if left[key] >= 0 else counted).append(one)
    return Sifted(tuple(counted), tuple(known), tuple(_mended(baseline, left)) if is_whole else ())


def _mended(baseline: Baseline, left: Known) -> Iterator[Diagnostic]:
    for position, entry in enumerate(baseline.findings):
        if left[entry.rule, entry.file, entry.line] > 0:
            yield finding("X006", baseline.at("findings", position, "rule"), rule=entry.rule, file=entry.file)


def shrunk(baseline: Baseline | None, found: Iterable[Diagnostic], sources: Mapping[str, str]) -> Known:
    """What a baseline may hold now: all that is found where there was none, else what is known and still found."""
    lines = _Lines(sources)
    now: Known = Counter(lines.key(one) for one in found)
    return now if baseline is None else now & _known_in(baseline)


def as_yaml(known: Known, heading: str) -> str:
    """The text of the file, its entries in order."""
    findings = [
        {"rule": rule, "file": file, "line": line} | ({"times": times} if times > 1 else {})
        for (rule, file, line), times in sorted(known.items())
    ]
    body = yaml.safe_dump({"findings": findings}, allow_unicode=True, sort_keys=False, width=10_000)
    return f"# {heading}\n{body}"


def _known_in(baseline: Baseline) -> Known:
    known: Known = Counter()
    for entry in baseline.findings:
        known[entry.rule, entry.file, entry.line] += entry.times
    return known


class _Lines:
    """The lines of files, to know a finding by."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources
        self._split: dict[str, list[str]] = {}

    def key(self, one: Diagnostic) -> tuple[str, str, str]:
        """Rule, file and the text of the line, without its indent."""
        file = one.place.file
        if file not in self._split:
            self._split[file] = self._sources.get(file, "").split("\n")
        lines = self._split[file]
        line = lines[one.place.line - 1].strip() if one.place.line <= len(lines) else ""
        return one.code, file, line
