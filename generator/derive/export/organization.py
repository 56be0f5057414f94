"""Units, departments, roles and groups."""

from __future__ import annotations

from generator.derive.export.addresses import Addresses
from generator.derive.export.record import Address, Record, record
from generator.derive.export.texts import TextRecord, text_if_any, text_record
from generator.link.handbook import Department, Group, Handbook, Role, Unit


@record
class UnitRecord(Record):
    """A business unit of the group."""

    id: Address
    name: str
    aliases: tuple[str, ...] = ()
    business: TextRecord


@record
class DepartmentRecord(Record):
    """A department."""

    id: Address
    name: str
    aliases: tuple[str, ...] = ()
    units: tuple[Address, ...]
    """The units that have it."""
    parent: Address | None = None
    head: Address | None = None
    """The role that heads it."""
    task: TextRecord | None = None
    roles: tuple[Address, ...] = ()
    source: tuple[str, ...] = ()


@record
class RoleRecord(Record):
    """A post."""

    id: Address
    name: str
    aliases: tuple[str, ...] = ()
    department: Address
    heads_department: bool = False
    reports_to: Address | None = None
    task: TextRecord | None = None
    source: tuple[str, ...] = ()


@record
class GroupRecord(Record):
    """A name for several people."""

    id: Address
    name: str
    aliases: tuple[str, ...] = ()
    everyone: bool = False
    heads: bool = False
    """Whether it means the heads of all departments."""
    external: bool = False
    """Whether they are outside the company."""
    roles: tuple[Address, ...] = ()
    """Its members inside the company, if they are fixed roles; everyone and all heads are not listed."""
    meaning: TextRecord | None = None
    source: tuple[str, ...] = ()


def unit_record(unit: Unit, addresses: Addresses) -> UnitRecord:
    """A unit."""
    return UnitRecord(
        id=addresses.of(unit.target),
        name=unit.name,
        aliases=unit.spec.aliases,
        business=text_record(unit.business, addresses),
    )


def department_record(department: Department, handbook: Handbook, addresses: Addresses) -> DepartmentRecord:
    """A department."""
    head = handbook.head_of.get(department)
    return DepartmentRecord(
        id=addresses.of(department.target),
        name=department.name,
        aliases=department.spec.aliases,
        units=addresses.of_all(department.units),
        parent=addresses.of(department.parent) if department.parent else None,
        head=addresses.of(head.target) if head else None,
        task=text_if_any(department.task, addresses),
        roles=addresses.of_all(handbook.roles_of.get(department, ())),
        source=department.spec.source,
    )


def role_record(role: Role, addresses: Addresses) -> RoleRecord:
    """A role."""
    return RoleRecord(
        id=addresses.of(role.target),
        name=role.name,
        aliases=role.spec.aliases,
        department=addresses.of(role.department.target),
        heads_department=role.is_head,
        reports_to=addresses.of(role.reports_to) if role.reports_to else None,
        task=text_if_any(role.task, addresses),
        source=role.spec.source,
    )


def group_record(group: Group, addresses: Addresses) -> GroupRecord:
    """A group of people."""
    spec = group.spec
    return GroupRecord(
        id=addresses.of(group.target),
        name=group.name,
        aliases=spec.aliases,
        everyone=spec.everyone,
        heads=spec.heads,
        external=spec.external,
        roles=() if spec.everyone or spec.heads else addresses.of_all(group.roles),
        meaning=text_if_any(group.meaning, addresses),
        source=spec.source,
    )
