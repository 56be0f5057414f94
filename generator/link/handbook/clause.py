"""Chapters and clauses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import model
from generator.link.handbook.form import Form
from generator.link.handbook.people import Bearer, Unit
from generator.link.handbook.sanctions import Penalty, Reward
from generator.link.targets import LinkedText, Target, TargetKind


@dataclass(frozen=True, eq=False, slots=True)
class Clause:
    """A clause in its policy: numbered, with its bearers, forms and items.

    `number` is its own printed number (第三条, （二）, 1.), `label` the full one to cite it by (第三条（二）1.).
    `who` falls back to the bearers of the clause it is an item of; `units` are those it applies to.
    """

    key: str
    spec: model.Clause
    policy: Target
    number: str
    label: str
    depth: int
    text: LinkedText
    who: tuple[Bearer, ...]
    with_: tuple[Bearer, ...]
    to: tuple[Bearer, ...]
    forms: tuple[Form, ...]
    keeper: Bearer | None
    after: tuple[Target, ...]
    units: tuple[Unit, ...]
    penalty: Penalty | None
    reward: Reward | None
    items: tuple[Clause, ...]

    @property
    def id(self) -> str:
        """Its permanent id within the policy, also its anchor on the policy's page."""
        return self.spec.id

    @property
    def target(self) -> Target:
        """Its address."""
        return Target(TargetKind.CLAUSE, self.key)

    def with_items(self) -> Iterator[Clause]:
        """The clause and all below it, in reading order."""
        yield self
        for item in self.items:
            yield from item.with_items()


@dataclass(frozen=True, eq=False, slots=True)
class Chapter:
    """A chapter with its printed number (第一章, or 1)."""

    spec: model.Chapter
    number: str
    articles: tuple[Clause, ...]
