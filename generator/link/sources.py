"""Source paragraphs: which exist, and that none is both cited and left out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import model
from generator.diagnostics.diagnostic import Diagnostic, Related, finding, told_twice
from generator.diagnostics.nearest import nearest
from generator.link.targets import TargetKind
from generator.model.base import Model
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
    | model.Department
    | model.Role
    | model.Group
)


def check_sources(written: model.Written) -> Iterator[Diagnostic]:
    """Findings about paragraphs that do not exist, are left out twice or are left out although something cites them.

    An unknown document is told once. A document that is declared twice is one too.
    """
    first: dict[str, model.Source] = {}
    for source in written.sources:
        earlier = first.setdefault(source.id, source)
        if earlier is not source:
            yield from told_twice("R002", earlier.at("id"), source.at("id"), name=source.id, kind=TargetKind.SOURCE)
    counts = {name: max(s.paragraphs for s in written.sources if s.id == name) for name in first}
    reported: set[str] = set()
    left_out: dict[str, Place] = {}
    for thing, key, position, paragraph in _named_paragraphs(written):
        document, _, number = paragraph.rpartition(".")
        place = partial(thing.at, key, position)
        if document not in counts:
            if document not in reported:
                yield finding("R001", place(), "source-document", name=document, near=nearest(document, counts))
            reported.add(document)
        elif not 1 <= int(number) <= counts[document]:
            yield finding("R009", place(), paragraph=paragraph, count=counts[document])
        if paragraph in left_out:
            variant, role = ("twice", "first") if key == "paragraphs" else ("", "left_out")
            related = (Related(left_out[paragraph], role),)
            yield finding("R010", place(), variant, related=related, paragraph=paragraph)
        elif key == "paragraphs":
            left_out[paragraph] = place()


def _named_paragraphs(written: model.Written) -> Iterator[tuple[Model, str, int, str]]:
    """Every paragraph that is left out, then every one that is cited: by what, under which key, at which position."""
    for source in written.sources:
        for entry in source.left_out:
            for position, paragraph in enumerate(entry.paragraphs):
                yield entry, "paragraphs", position, paragraph
    for thing in _citing(written):
        for position, paragraph in enumerate(thing.source):
            yield thing, "source", position, paragraph


def _citing(written: model.Written) -> Iterator[Cited]:
    yield from written.terms
    yield from written.levels
    yield from written.forms.values()
    for organization in written.organization:
        for department in organization.departments:
            yield department
            yield from department.roles
        yield from organization.groups
    for policy in written.policies.values():
        for chapter in policy.chapters:
            for article in chapter.articles:
                yield from article.with_items()
        yield from policy.penalties
        yield from policy.rewards
        yield from policy.approvals
        yield from policy.procedures
        yield from policy.levels
        yield from policy.terms
