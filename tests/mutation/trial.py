"""Trying faults: each one in a copy of the handbook, and what the check says that it did not say before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from generator.check.rules import RULES
from generator.check.run import CheckResult, check_project
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.formats import text
from generator.model.load import Memory, source_files
from tests.mutation.book import Book
from tests.mutation.fault import Changed, Fault, Kind, apply

TODAY = date(2026, 11, 22)
"""The day on which the handbook is checked."""


class NotReadyError(RuntimeError):
    """The handbook itself cannot be read, so that nothing can be said about faults in it."""


@dataclass(frozen=True, slots=True)
class Try:
    """One fault to try."""

    kind: str
    codes: frozenset[str]
    fault: Fault


@dataclass(frozen=True, slots=True)
class Said:
    """A new finding: its code, place and how it is told."""

    code: str
    file: str
    line: int
    related: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a try ended: whether it was found, where the fault is, and what new was said.

    Of a fault that was found only the rules were asked that have to see it, which is quicker.
    `beside`: it was found at the other end of a contradiction, and the finding points at the fault as related.
    """

    kind: str
    fault: Fault
    found: bool
    beside: bool
    line: int
    said: tuple[Said, ...]


def read(root: Path) -> Book:
    """The handbook at `root`.

    Raises NotReadyError when it cannot be read and linked without errors.
    """
    result = check_project(root, TODAY)
    if result.handbook is None or any(found.code[0] in "YS" for found in result.diagnostics):
        raise NotReadyError(text.render(result.report))
    return Book({file: (root / file).read_text(encoding="utf-8") for file in source_files(root)}, result.handbook)


def plan(book: Book, kinds: Iterable[Kind], count: int, seed: int) -> list[Try]:
    """Choose `count` faults, evenly from all kinds and, within a kind, from all files; fewer if there are no more."""
    waiting = {kind: _spread(kind, book, Random(f"{seed} {kind.name}")) for kind in kinds}  # noqa: S311 - no secret
    chosen: list[Try] = []
    while waiting and len(chosen) < count:
        for kind, faults in list(waiting.items()):
            fault = next(faults, None)
            if fault is None:
                del waiting[kind]
            elif len(chosen) < count:
                chosen.append(Try(kind.name, kind.codes, fault))
    return sorted(chosen, key=lambda one: one.kind)


def _spread(kind: Kind, book: Book, chance: Random) -> Iterator[Fault]:
    """All faults of a kind in random order, one of each file in turn."""
    by_file: dict[str, list[Fault]] = {}
    for fault in dict.fromkeys(kind.make(book, chance)):
        by_file.setdefault(fault.file, []).append(fault)
    heaps = list(by_file.values())
    chance.shuffle(heaps)
    for heap in heaps:
        chance.shuffle(heap)
    while heaps:
        for heap in heaps:
            yield heap.pop()
        heaps = [heap for heap in heaps if heap]


def try_all(texts: Mapping[str, str], tries: list[Try], jobs: int = 1) -> list[Outcome]:
    """Try all faults, in `jobs` processes; the outcomes are in the order of `tries`."""
    if jobs == 1:
        return _try_share(texts, tries)
    with get_context("spawn").Pool(jobs) as pool:
        shares = pool.starmap(_try_share, [(texts, tries[job::jobs]) for job in range(jobs)])
    return [shares[number % jobs][number // jobs] for number in range(len(tries))]


def _try_share(texts: Mapping[str, str], tries: list[Try]) -> list[Outcome]:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for file, content in texts.items():
            _write(root / file, content)
        memory: Memory = {}
        before = _told(check_project(root, TODAY, memory=memory))
        return [_try(root, texts, one, before, dict(memory)) for one in tries]


def _try(
    root: Path, texts: Mapping[str, str], one: Try, before: Mapping[tuple[str, ...], int], memory: Memory
) -> Outcome:
    changed = apply(one.fault, texts)
    for file, content in changed.texts.items():
        _write(root / file, content)
    right = tuple(rule for rule in RULES if rule.code.startswith(tuple(one.codes)))
    outcome = _judged(one, changed, before, check_project(root, TODAY, right, memory))
    if not outcome.found:
        outcome = _judged(one, changed, before, check_project(root, TODAY, memory=memory))
    for file in changed.texts:
        _restore(root / file, texts.get(file))
    return outcome


def _judged(one: Try, changed: Changed, before: Mapping[tuple[str, ...], int], result: CheckResult) -> Outcome:
    said = tuple(_said(new) for new in _new(result, before))
    right = [new for new in said if new.code.startswith(tuple(one.codes))]
    found = any(changed.is_near(new.file, new.line) for new in right)
    beside = not found and any(changed.is_near(*place) for new in right for place in new.related)
    return Outcome(one.kind, one.fault, found, beside, changed.lines[0][1].start, said)


def _said(new: Diagnostic) -> Said:
    related = tuple((other.place.file, other.place.line) for other in new.related)
    return Said(new.code, new.place.file, new.place.line, related)


def _new(result: CheckResult, before: Mapping[tuple[str, ...], int]) -> list[Diagnostic]:
    """The findings that were not told before, however the lines have moved or changed since."""
    left = Counter(before)
    unknown = []
    for found in result.diagnostics:
        key = _key(result, found)
        if left[key]:
            left[key] -= 1
        else:
            unknown.append(found)
    moved = Counter[tuple[str, ...]]()
    for key, times in left.items():
        moved[key[:-1]] += times
    new = []
    for found in unknown:
        key = _key(result, found)[:-1]
        if moved[key]:
            moved[key] -= 1
        else:
            new.append(found)
    return new


def _told(result: CheckResult) -> Counter[tuple[str, ...]]:
    return Counter(_key(result, found) for found in result.diagnostics)


def _key(result: CheckResult, found: Diagnostic) -> tuple[str, ...]:
    """What makes a finding the same in another state of the file; last the line that it points at."""
    lines = result.sources.get(found.place.file, "").split("\n")
    line = lines[found.place.line - 1] if found.place.line <= len(lines) else ""
    return (found.code, found.variant, found.place.file, repr(found.facts), line)


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="")


def _restore(path: Path, content: str | None) -> None:
    if content is None:
        path.unlink()
    else:
        _write(path, content)
