"""The older documents that the handbook restates."""

from __future__ import annotations

from enum import StrEnum

from generator.model.base import Model
from generator.model.values import Id, Name, SourceId, SourceIds, Text, Whole


class Reason(StrEnum):
    """Why a paragraph of a source is not in the handbook."""

    HEADING = "heading"
    REPEATED = "repeated"
    FRAGMENT = "fragment"
    SPAM = "spam"
    NOISE = "noise"


class LeftOut(Model):
    """Paragraphs without a clause, and why; a repeated paragraph names the one that says the same."""

    paragraphs: SourceIds
    reason: Reason
    same_as: SourceId | None = None
    note: Text | None = None


class Source(Model):
    """One source document: its id, title and how many paragraphs it has."""

    id: Id
    title: Name
    paragraphs: Whole
    left_out: tuple[LeftOut, ...] = ()
