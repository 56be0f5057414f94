"""Laws, measures and terms: the words that the whole handbook shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator import model
from generator.link.handbook.named import Named
from generator.link.handbook.people import Bearer
from generator.link.targets import LinkedText, Target, TargetKind


@dataclass(frozen=True, eq=False, slots=True)
class Law(Named):
    """A statute or standard."""

    kind: ClassVar[TargetKind] = TargetKind.LAW
    spec: model.Law
    replaced_by: Target | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Measure(Named):
    """A disciplinary measure; `gravity` counts from 1, the lightest.

    `decided_by` and `hearing` hold for every penalty that imposes it and does not name its own.
    """

    kind: ClassVar[TargetKind] = TargetKind.MEASURE
    spec: model.Measure
    gravity: int
    decided_by: tuple[Bearer, ...] = ()
    hearing: tuple[Target, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Term:
    """A word with its definition, and the policy that defines it or None when the whole handbook does."""

    spec: model.Term
    definition: LinkedText
    policy: Target | None

    @property
    def name(self) -> str:
        """Its title."""
        return self.spec.term

    @property
    def target(self) -> Target:
        """Its address."""
        return Target(TargetKind.TERM, self.spec.term)
