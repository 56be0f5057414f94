"""Units, departments, roles and groups: who can bear a duty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from generator import model
from generator.link.handbook.named import Named
from generator.link.targets import LinkedText, Target, TargetKind


@dataclass(frozen=True, eq=False, slots=True)
class Unit(Named):
    """A business unit of the group."""

    kind: ClassVar[TargetKind] = TargetKind.UNIT
    spec: model.Unit
    business: LinkedText


@dataclass(frozen=True, eq=False, slots=True)
class Department(Named):
    """A department with the units that have it."""

    kind: ClassVar[TargetKind] = TargetKind.DEPARTMENT
    spec: model.Department
    units: tuple[Unit, ...]
    task: LinkedText
    parent: Target | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Role(Named):
    """A post and the department it sits in."""

    kind: ClassVar[TargetKind] = TargetKind.ROLE
    spec: model.Role
    department: Department
    is_head: bool
    task: LinkedText
    reports_to: Target | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Group(Named):
    """A name for several people; `roles` are its members inside the company."""

    kind: ClassVar[TargetKind] = TargetKind.GROUP
    spec: model.Group
    roles: tuple[Role, ...]
    meaning: LinkedText


Bearer = Role | Department | Unit | Group
