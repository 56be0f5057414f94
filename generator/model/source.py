"""The older documents that the handbook restates."""

from __future__ import annotations

from enum import StrEnum

from generator.model.base import Model
from generator.model.values import Id, Name, Names, SourceId, SourceIds, Text, Whole


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


class Difference(Model):
    """Figures or forms of a paragraph, as written there, that the handbook knowingly has otherwise, and why."""

    paragraph: SourceId
    said: Names
    reason: Text


class Source(Model):
    """One source document: its id, title, how many paragraphs it has, and what of it is not carried over as it is."""

    id: Id
    title: Name
    paragraphs: Whole
    left_out: tuple[LeftOut, ...] = ()
    differs: tuple[Difference, ...] = ()
