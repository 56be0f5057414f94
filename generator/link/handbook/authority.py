"""Approval matrices, procedures and level schemes."""

from __future__ import annotations

from dataclasses import dataclass

from generator import model
from generator.link.handbook.clause import Clause
from generator.link.handbook.form import Form
from generator.link.handbook.people import Bearer, Unit
from generator.link.targets import LinkedText, Target


@dataclass(frozen=True, eq=False, slots=True)
class ApprovalTier:
    """One row of an approval matrix."""

    spec: model.ApprovalTier
    approve: tuple[Bearer, ...]


@dataclass(frozen=True, eq=False, slots=True)
class ApprovalMatrix:
    """Who decides a subject."""

    spec: model.ApprovalMatrix
    propose: tuple[Bearer, ...]
    tiers: tuple[ApprovalTier, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Step:
    """One step of a procedure; who, forms and limit are the clause's where the step names none."""

    spec: model.Step
    clause: Clause
    after: tuple[Clause, ...]
    forms: tuple[Form, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Procedure:
    """Steps in order."""

    spec: model.Procedure
    steps: tuple[Step, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Level:
    """One level of a scheme."""

    spec: model.Level
    criterion: LinkedText
    consequence: LinkedText
    may_read: tuple[Bearer, ...]


@dataclass(frozen=True, eq=False, slots=True)
class LevelScheme:
    """A classification, and the policy it belongs to or None when it is shared."""

    spec: model.LevelScheme
    policy: Target | None
    levels: tuple[Level, ...]
