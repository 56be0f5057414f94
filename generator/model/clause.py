"""A clause: one article or item that says one thing to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from generator.model.base import Model, one_of
from generator.model.sanctions import InlinePenalty, InlineReward
from generator.model.values import Count, Every, Id, Ids, Name, Names, Retention, SourceIds, Text, Within
from generator.model.waiver import Waivable


class Kind(StrEnum):
    """What a clause does to its reader."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    DEFINITION = "definition"
    STANDARD = "standard"
    STATEMENT = "statement"


class Limit(Model):
    """A figure that a clause sets: of what, and how much; only `over` and `under` exclude the figure itself."""

    of: Text
    at_least: Count | None = None
    over: Count | None = None
    at_most: Count | None = None
    under: Count | None = None
    exactly: Count | None = None

    @model_validator(mode="after")
    def _says_how_much(self) -> Self:
        return one_of(self, "at_least", "over", "at_most", "under", "exactly")


class Record(Model):
    """What is kept as evidence without a form of its own, by whom and how long."""

    name: Name
    keeper: Name
    retention: Retention | None = None


class Adaptation(Model):
    """Why a clause departs from its source: the statute article that demands it and what the source had said."""

    law: Name
    article: Text
    was: Text


class Clause(Waivable):
    """One article, item or sub-item; `items` nest it at most three deep."""

    id: Id
    kind: Kind
    title: Name | None = None
    who: Names = ()
    with_: Names = Field(default=(), alias="with")
    to: Names = ()
    when: Text | None = None
    before: Text | None = None
    within: Within | None = None
    ahead: Within | None = None
    every: Every | None = None
    after: Ids = ()
    text: Text
    form: Names = ()
    record: Record | None = None
    limits: tuple[Limit, ...] = ()
    penalty: InlinePenalty | None = None
    reward: InlineReward | None = None
    applies_to: Names = ()
    source: SourceIds = ()
    added: Text | None = None
    adapted: Adaptation | None = None
    items: tuple[Clause, ...] = ()

    def with_items(self) -> Iterator[Clause]:
        """The clause and all below it, in reading order."""
        yield self
        for item in self.items:
            yield from item.with_items()
