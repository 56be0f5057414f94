"""The order in which readers meet things, whatever the order of the files; all that lists them keeps to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator import model
from generator.link.handbook import Department, Group, Role, Unit
from generator.link.targets import Target


def by_category(policies: Mapping[str, model.Policy], categories: Sequence[str]) -> dict[str, model.Policy]:
    """Policies by the settings' categories; those of other categories at the end."""
    rank = {category: at for at, category in enumerate(categories)}
    return dict(sorted(policies.items(), key=lambda item: rank.get(item[1].category, len(rank))))


def by_unit(departments: Mapping[Target, Department], units: Sequence[Unit]) -> dict[Target, Department]:
    """Departments that most units have first, then by the first unit of each."""
    rank = {unit: at for at, unit in enumerate(units)}

    def place(item: tuple[Target, Department]) -> int:
        own = item[1].units
        return -1 if is_shared(own, units) else min((rank[unit] for unit in own), default=len(rank))

    return dict(sorted(departments.items(), key=place))


def by_department(roles: Mapping[Target, Role], departments: Mapping[Target, Department]) -> dict[Target, Role]:
    """Roles by their departments."""
    rank = {target: at for at, target in enumerate(departments)}
    return dict(sorted(roles.items(), key=lambda item: rank[item[1].department.target]))


def by_reach(groups: Mapping[Target, Group]) -> dict[Target, Group]:
    """Everyone, then all heads, then other people of the company, then people outside it."""

    def place(item: tuple[Target, Group]) -> tuple[bool, bool, bool]:
        spec = item[1].spec
        return not spec.everyone, not spec.heads, spec.external

    return dict(sorted(groups.items(), key=place))


def is_shared(units: Sequence[Unit], among: Sequence[Unit]) -> bool:
    """Whether what `units` have is had by most of the units `among` which they are."""
    return len(units) > 1 and len(among) < 2 * len(units)
