"""Source paragraphs: which exist, and that none is both cited and left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import model
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.diagnostics.nearest import nearest
from generator.read.marks import Place

Cited = (
    model.Clause
    | model.Penalty
    | model.Reward
    | model.ApprovalMatrix
    | model.Procedure
    | model.LevelScheme
    | model.Term
    | model.Form
)


@dataclass(frozen=True, slots=True)
class _Paragraphs:
    """How many paragraphs each document has, and which unknown documents have been reported."""

    counts: Mapping[str, int]
    reported: set[str]

    def check(self, paragraph: str, place: Place) -> Iterator[Diagnostic]:
        """A finding if there is no such paragraph; an unknown document is told once."""
        document, _, number = paragraph.rpartition(".")
        if document in self.counts:
            if not 1 <= int(number) <= self.counts[document]:
                yield finding("R009", place, paragraph=paragraph, count=self.counts[document])
        elif document not in self.reported:
            self.reported.add(document)
            yield finding("R001", place, "source-document", name=document, near=nearest(document, self.counts))


def check_sources(written: model.Written) -> Iterator[Diagnostic]:
    """Findings about paragraphs that do not exist, are left out twice or are left out although something cites them."""
    paragraphs = _Paragraphs({source.id: source.paragraphs for source in written.sources}, set())
    left_out: dict[str, Place] = {}
    for source in written.sources:
        for entry in source.left_out:
            for position, paragraph in enumerate(entry.paragraphs):
                place = entry.at("paragraphs", position)
                yield from paragraphs.check(paragraph, place)
                if paragraph in left_out:
                    related = (Related(left_out[paragraph], "first"),)
                    yield finding("R010", place, "twice", related=related, paragraph=paragraph)
                left_out[paragraph] = place
    for thing in _citing(written):
        for position, paragraph in enumerate(thing.source):
            place = thing.at("source", position)
            yield from paragraphs.check(paragraph, place)
            if paragraph in left_out:
                related = (Related(left_out[paragraph], "left_out"),)
                yield finding("R010", place, related=related, paragraph=paragraph)


def _citing(written: model.Written) -> Iterator[Cited]:
    yield from written.terms
    yield from written.levels
    yield from written.forms.values()
    for policy in written.policies.values():
        for chapter in policy.chapters:
            yield from every_written_clause(chapter.articles)
        yield from policy.penalties
        yield from policy.rewards
        yield from policy.approvals
        yield from policy.procedures
        yield from policy.levels
        yield from policy.terms


def every_written_clause(clauses: Sequence[model.Clause]) -> Iterator[model.Clause]:
    """Clauses as written, with their items."""
    for clause in clauses:
        yield clause
        yield from every_written_clause(clause.items)
