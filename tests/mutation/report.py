"""The score: by kind, in all, and what was missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tests.mutation.fault import Kind
from tests.mutation.trial import Outcome


def score(outcomes: Sequence[Outcome]) -> float:
    """The share of faults found, from 0 to 1; 1 when none was tried."""
    return sum(outcome.found for outcome in outcomes) / len(outcomes) if outcomes else 1.0


def table(kinds: Iterable[Kind], outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A line for each kind in Markdown, and one for all."""
    yield "| kind | right codes | tries | found | beside | score | what is wrong |"
    yield "|---|---|---:|---:|---:|---:|---|"
    for kind in kinds:
        own = [outcome for outcome in outcomes if outcome.kind == kind.name]
        codes = " ".join(sorted(kind.codes))
        yield f"| {kind.name} | {codes} | {_figures(own)} | {kind.about} |"
    yield f"| **all** | | {_figures(outcomes)} | |"


def misses(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Each fault that was not found: where, what was changed, what was said in its place."""
    for outcome in outcomes:
        if outcome.found:
            continue
        fault = outcome.fault
        said = ", ".join(f"{one.code} {one.file}:{one.line}" for one in outcome.said[:6])
        yield f"{outcome.kind}  {fault.file}:{outcome.line}"
        yield f"    {_short(fault.before)} -> {_short(fault.after)}"
        yield f"    said: {said or 'nothing'}{' (points here as related)' if outcome.beside else ''}"


def _figures(outcomes: Sequence[Outcome]) -> str:
    found = sum(outcome.found for outcome in outcomes)
    beside = sum(outcome.beside for outcome in outcomes)
    return f"{len(outcomes)} | {found} | {beside} | {score(outcomes):.1%}" if outcomes else "0 | 0 | 0 | –"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line[:80]}…”" if len(line) > 80 else f"“{line}”"
