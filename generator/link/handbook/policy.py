"""Policies."""

from __future__ import annotations

from dataclasses import dataclass

from generator import model
from generator.link.handbook.authority import ApprovalMatrix, LevelScheme, Procedure
from generator.link.handbook.clause import Chapter
from generator.link.handbook.people import Bearer, Department, Unit
from generator.link.handbook.sanctions import Penalty, Reward
from generator.link.handbook.vocabulary import Law, Term
from generator.link.targets import LinkedText, Target, TargetKind


@dataclass(frozen=True, eq=False, slots=True)
class Basis:
    """A law a policy rests on, with the article if one is named."""

    law: Law
    article: str


@dataclass(frozen=True, eq=False, slots=True)
class Policy:
    """A policy with everything in it linked. `penalties` and `rewards` include those written inside clauses."""

    id: str
    spec: model.Policy
    owner: Department
    approver: Bearer
    units: tuple[Unit, ...]
    basis: tuple[Basis, ...]
    supersedes: tuple[Target, ...]
    summary: LinkedText
    chapters: tuple[Chapter, ...]
    penalties: tuple[Penalty, ...]
    rewards: tuple[Reward, ...]
    approvals: tuple[ApprovalMatrix, ...]
    procedures: tuple[Procedure, ...]
    levels: tuple[LevelScheme, ...]
    terms: tuple[Term, ...]

    @property
    def name(self) -> str:
        """Its title."""
        return self.spec.title

    @property
    def target(self) -> Target:
        """Its address."""
        return Target(TargetKind.POLICY, self.id)
