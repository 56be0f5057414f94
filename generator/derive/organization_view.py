"""Departments, roles, groups and units as they are read: who they are, what they do, sign and receive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.derive.checklists import Sheet, sheets
from generator.derive.citations import is_in_force
from generator.derive.clause_view import Fact, Reading
from generator.derive.consequences import Consequence
from generator.derive.duties import Duties, Duty, clauses_by_bearer, duties_of, together, units_of
from generator.derive.phrases import Words, link, listed
from generator.derive.policy_view import told_units
from generator.link.handbook import (
    Bearer,
    Clause,
    Department,
    Form,
    Group,
    Handbook,
    Penalty,
    Policy,
    Role,
    Unit,
)
from generator.link.targets import LinkedText, Mention, Target

_FEW = 12
"""So many posts can be read in one line after the other."""


@dataclass(frozen=True, slots=True)
class Posts:
    """Many posts, by the units that have them."""

    count: str
    by_units: tuple[tuple[str, LinkedText], ...]


@dataclass(frozen=True, slots=True)
class RoleView:
    """Everything on a role's page; `manages` are the roles below it if they are many.

    What its groups must do is counted for its units; `only_unit` is its unit if it has but one.
    """

    role: Role
    head: tuple[Fact, ...]
    manages: Posts | None
    aliases: str
    task: LinkedText
    duties: Duties
    groups: tuple[tuple[Mention, int], ...]
    only_unit: Target | None
    approvals: tuple[tuple[Mention, str, str], ...]
    signatures: tuple[tuple[Mention, str], ...]
    penalties: tuple[Consequence, ...]


@dataclass(frozen=True, slots=True)
class DepartmentView:
    """Everything on a department's page; its duties are its own and those of its roles."""

    department: Department
    head: tuple[Fact, ...]
    aliases: str
    task: LinkedText
    roles: tuple[tuple[Mention, bool, LinkedText], ...]
    duties: Duties
    policies: tuple[Mention, ...]
    owned_forms: tuple[Mention, ...]
    received: tuple[tuple[Mention, str], ...]
    checklists: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group of people with its members and duties; `posts` are the members if they are many, by their units."""

    group: Group
    aliases: str
    meaning: LinkedText
    members: LinkedText
    posts: Posts | None
    duties: Duties
    every_duty: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class UnitView:
    """A unit with its departments and, by category, its policies."""

    unit: Unit
    aliases: str
    departments: LinkedText
    policies: tuple[tuple[str, LinkedText], ...]


@dataclass(frozen=True, slots=True)
class Concerns:
    """What leads from a bearer back to what concerns it, found in one pass over the handbook."""

    clauses: dict[Target, list[Clause]]
    penalties: dict[Target, list[Penalty]]
    groups: dict[Target, list[Group]]
    approvals: dict[Target, list[tuple[Policy, str, str]]]
    signatures: dict[Target, list[tuple[Form, str]]]
    received: dict[Target, list[tuple[Form, str]]]
    checklists: dict[Department, tuple[Sheet, ...]]


def concerns(handbook: Handbook, words: Words) -> Concerns:
    """The indexes that the pages of departments, roles and groups need."""
    penalties: defaultdict[Target, list[Penalty]] = defaultdict(list)
    approvals: defaultdict[Target, list[tuple[Policy, str, str]]] = defaultdict(list)
    signatures: defaultdict[Target, list[tuple[Form, str]]] = defaultdict(list)
    received: defaultdict[Target, list[tuple[Form, str]]] = defaultdict(list)
    for policy in handbook.policies:
        for penalty in policy.penalties if is_in_force(policy) else ():
            for bearer in penalty.who:
                penalties[bearer.target].append(penalty)
        for matrix in policy.approvals:
            for approver in dict.fromkeys(approver for tier in matrix.tiers for approver in tier.approve):
                approvals[approver.target].append((policy, matrix.spec.id, matrix.spec.subject))
    for form in handbook.forms:
        for signature in form.signatures:
            for signer in signature.who:
                signatures[signer.target].append((form, signature.spec.label))
        for copy in form.copies:
            received[copy.to.target].append((form, copy.name))
    return Concerns(
        clauses=clauses_by_bearer(handbook),
        penalties=penalties,
        groups=_groups_of(handbook),
        approvals=approvals,
        signatures=signatures,
        received=received,
        checklists=sheets(handbook),
    )


def role_view(reading: Reading, role: Role, found: Concerns) -> RoleView:
    """A role in words."""
    handbook, words = reading.handbook, reading.words
    units = role.department.units
    groups = tuple(
        (link(group), count)
        for group in found.groups[role.target]
        if (count := _count_for(units, found.clauses.get(group.target, ())))
    )
    below = tuple(other for other in handbook.roles if other.reports_to == role.target)
    return RoleView(
        role=role,
        head=tuple(_role_head(handbook, role, below, words)),
        manages=_by_units(below, words) if len(below) > _FEW else None,
        aliases=words["join"]["names"].join(role.spec.aliases),
        task=role.task,
        duties=duties_of(handbook, found.clauses.get(role.target, ()), units, words),
        groups=groups,
        only_unit=units[0].target if len(units) == 1 else None,
        approvals=tuple(
            (Mention(policy.name, policy.target), matrix, subject)
            for policy, matrix, subject in found.approvals.get(role.target, ())
        ),
        signatures=tuple((link(form), label) for form, label in found.signatures.get(role.target, ())),
        penalties=tuple(reading.penalties[penalty] for penalty in found.penalties.get(role.target, ())),
    )


def department_view(handbook: Handbook, department: Department, found: Concerns, words: Words) -> DepartmentView:
    """A department in words."""
    roles = handbook.roles_of.get(department, ())
    duties = duties_of(handbook, together(found.clauses, (department, *roles)), department.units, words)
    receivers: tuple[Bearer, ...] = (department, *roles)
    return DepartmentView(
        department=department,
        head=tuple(_department_head(handbook, department, words)),
        aliases=words["join"]["names"].join(department.spec.aliases),
        task=department.task,
        roles=tuple((link(role), role.is_head, role.task) for role in roles),
        duties=duties,
        policies=tuple(link(policy) for policy in handbook.policies if policy.owner is department),
        owned_forms=tuple(link(form) for form in handbook.forms if form.owner is department),
        received=tuple(
            (link(form), copy) for receiver in receivers for form, copy in found.received.get(receiver.target, ())
        ),
        checklists=found.checklists.get(department, ()),
    )


def group_view(handbook: Handbook, group: Group, found: Concerns, words: Words) -> GroupView:
    """A group in words."""
    spec, told = group.spec, words["group"]
    posts = None
    if spec.everyone:
        members: LinkedText = (told["everyone"],)
    elif spec.external:
        members = (told["external"],)
    elif len(group.roles) > _FEW:
        members, posts = (), _by_units(group.roles, words)
    else:
        members = listed(group.roles, words)
    clauses = found.clauses.get(group.target, ())
    duties = duties_of(handbook, clauses, units_of(handbook, clauses), words)
    return GroupView(
        group,
        words["join"]["names"].join(spec.aliases),
        group.meaning,
        members,
        posts,
        duties,
        tuple(_all(duties)),
    )


def unit_view(handbook: Handbook, unit: Unit, words: Words) -> UnitView:
    """A unit in words."""
    policies: defaultdict[str, list[Policy]] = defaultdict(list)
    for policy in handbook.policies:
        if unit in policy.units:
            policies[policy.spec.category].append(policy)
    return UnitView(
        unit,
        words["join"]["names"].join(unit.spec.aliases),
        listed([department for department in handbook.departments if unit in department.units], words),
        tuple((category, listed(found, words)) for category, found in policies.items()),
    )


def _by_units(roles: Sequence[Role], words: Words) -> Posts:
    found: defaultdict[tuple[Unit, ...], list[Role]] = defaultdict(list)
    for role in roles:
        found[role.department.units].append(role)
    join = words["join"]["names"]
    return Posts(
        words["role"]["posts"].format(count=len(roles)),
        tuple((join.join(unit.name for unit in units), listed(posts, words)) for units, posts in found.items()),
    )


def _all(duties: Duties) -> Iterator[Duty]:
    for group in (*duties.recurring, *duties.on_event):
        yield from group.duties
    yield from duties.standing
    yield from duties.prohibitions
    yield from duties.permissions


def _count_for(units: Sequence[Unit], clauses: Iterable[Clause]) -> int:
    return sum(not set(units).isdisjoint(clause.units) for clause in clauses)


def _groups_of(handbook: Handbook) -> dict[Target, list[Group]]:
    groups: dict[Target, list[Group]] = {role.target: [] for role in handbook.roles}
    for group in handbook.groups:
        members = handbook.roles if group.spec.everyone else group.roles
        for role in members:
            groups[role.target].append(group)
    return groups


def _role_head(handbook: Handbook, role: Role, below: Sequence[Role], words: Words) -> Iterator[Fact]:
    label = words["role"]
    yield Fact("department", label["department"], (link(role.department),))
    yield Fact("units", label["units"], told_units(handbook, role.department.units, words))
    if role.reports_to:
        yield Fact("reports", label["reports_to"], (Mention(role.reports_to.key, role.reports_to),))
    if 0 < len(below) <= _FEW:
        yield Fact("manages", label["manages"], listed(below, words))


def _department_head(handbook: Handbook, department: Department, words: Words) -> Iterator[Fact]:
    label = words["department"]
    if department in handbook.head_of:
        yield Fact("head", label["head"], (link(handbook.head_of[department]),))
    yield Fact("units", label["units"], told_units(handbook, department.units, words))
    if department.parent:
        yield Fact("parent", label["parent"], (Mention(department.parent.key, department.parent),))
    below = tuple(other for other in handbook.departments if other.parent == department.target)
    if below:
        yield Fact("children", label["children"], listed(below, words))
