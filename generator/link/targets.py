"""Addresses of the things a handbook names, and texts in which those names have been found."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class TargetKind(StrEnum):
    """What a name can stand for."""

    __hash__ = str.__hash__  # targets are looked up all the time, and the enum's own hash is a Python function

    UNIT = "unit"
    DEPARTMENT = "department"
    ROLE = "role"
    GROUP = "group"
    TERM = "term"
    FORM = "form"
    POLICY = "policy"
    CLAUSE = "clause"
    LAW = "law"
    MEASURE = "measure"
    SOURCE = "source"


class Target(NamedTuple):
    """The address of one thing: its kind and its key.

    The key is the name of a unit, department, role, group, term, law or measure, the id of a policy, form or source,
    and `policy/clause` for a clause.
    """

    kind: TargetKind
    key: str


class Mention(NamedTuple):
    """A stretch of text that names something; `text` is what is printed."""

    text: str
    target: Target


LinkedText = tuple[str | Mention, ...]


def plain(text: LinkedText) -> str:
    """The text as a reader sees it, without links."""
    return "".join(span if isinstance(span, str) else span.text for span in text)
