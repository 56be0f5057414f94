"""Units, departments, roles and groups, linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator import model
from generator.diagnostics.diagnostic import finding
from generator.diagnostics.nearest import nearest
from generator.link.handbook import Department, Group, Role, Unit
from generator.link.resolver import Resolver
from generator.link.targets import Target, TargetKind


def link_units(files: Sequence[model.Organization], resolver: Resolver) -> None:
    """Link the units of all organization files into `resolver.built`."""
    for unit in (unit for file in files for unit in file.units):
        target = Target(TargetKind.UNIT, unit.name)
        resolver.built.units[target] = Unit(unit, resolver.text(unit.business, target, unit, "business"))


def link_departments(files: Sequence[model.Organization], resolver: Resolver) -> None:
    """Link all departments and their roles into `resolver.built`, which has the units."""
    for department in (department for file in files for department in file.departments):
        _link_department(department, resolver)


def link_groups(files: Sequence[model.Organization], resolver: Resolver) -> None:
    """Link all groups into `resolver.built`, which has the roles."""
    for group in (group for file in files for group in file.groups):
        _link_group(group, resolver)


def _link_department(spec: model.Department, resolver: Resolver) -> None:
    target = Target(TargetKind.DEPARTMENT, spec.name)
    parent = resolver.one(TargetKind.DEPARTMENT, spec.parent, target, spec, "parent") if spec.parent else None
    task = resolver.text(spec.task, target, spec, "task")
    department = Department(spec, resolver.units(spec.units, target, spec, "units"), task, parent)
    resolver.built.departments[target] = department
    head = next((role.name for role in spec.roles if spec.head in (role.name, *role.aliases)), None)
    if head is None:
        near = nearest(spec.head, (name for role in spec.roles for name in (role.name, *role.aliases)))
        resolver.names.findings.append(
            finding("R007", spec.at("head"), name=spec.head, department=spec.name, near=near)
        )
    for role in spec.roles:
        at = Target(TargetKind.ROLE, role.name)
        boss = resolver.one(TargetKind.ROLE, role.reports_to, at, role, "reports_to") if role.reports_to else None
        task = resolver.text(role.task, at, role, "task")
        resolver.built.roles[at] = Role(role, department, role.name == head, task, boss)


def _link_group(spec: model.Group, resolver: Resolver) -> None:
    target = Target(TargetKind.GROUP, spec.name)
    every = tuple(resolver.built.roles.values())
    if spec.everyone:
        members = every
    elif spec.heads:
        members = tuple(role for role in every if role.is_head)
    else:
        found = (resolver.one(TargetKind.ROLE, name, target, spec, "roles", at) for at, name in enumerate(spec.roles))
        members = tuple(resolver.built.roles[role] for role in found if role is not None)
    meaning = resolver.text(spec.meaning, target, spec, "meaning")
    resolver.built.groups[target] = Group(spec, members, meaning)


def roles_by_department(roles: Sequence[Role]) -> dict[Department, tuple[Role, ...]]:
    """The roles of each department, in the order given."""
    found: defaultdict[Department, list[Role]] = defaultdict(list)
    for role in roles:
        found[role.department].append(role)
    return {department: tuple(members) for department, members in found.items()}
