"""The handbook as faults see it: the files' texts, their YAML as things with places, and the linked handbook."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.link.handbook import Clause as LinkedClause
from generator.link.handbook import Department, Group, Handbook, Role, Unit
from generator.link.handbook import Policy as LinkedPolicy
from tests.mutation.tree import Thing, Word, thing

SOURCE = "handbook/source"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a policy, as written and as linked; `text` is its word."""

    policy: Policy
    thing: Thing
    text: Word
    linked: LinkedClause
    parent: Clause | None

    @property
    def is_item(self) -> bool:
        """Whether it is an item of another clause."""
        return self.parent is not None

    @property
    def kind(self) -> str:
        """duty, prohibition …"""
        return self.thing.get("kind")

    @property
    def id(self) -> str:
        """Its id."""
        return self.thing.get("id")


@dataclass(frozen=True, eq=False)
class Policy:
    """A policy, as written and as linked."""

    id: str
    thing: Thing
    linked: LinkedPolicy
    clauses: list[Clause]

    @property
    def penalties(self) -> list[Thing]:
        """Its penalties: those inside clauses, then those listed."""
        inline = [penalty for clause in self.clauses for penalty in clause.thing.things("penalty")]
        return inline + self.thing.things("penalties")

    @property
    def articles(self) -> list[Clause]:
        """Its clauses that are no items."""
        return [clause for clause in self.clauses if not clause.is_item]


@dataclass(frozen=True)
class Book:
    """Everything that can be made wrong."""

    texts: Mapping[str, str]
    handbook: Handbook

    @cached_property
    def things(self) -> dict[str, Thing]:
        """What each file holds."""
        return {file: found for file, text in self.texts.items() if (found := thing(file, text))}

    @cached_property
    def policies(self) -> list[Policy]:
        """The policies that are in force."""
        return [
            self._policy(policy_id, found)
            for file, found in self.things.items()
            if file.startswith(f"{SOURCE}/policies/")
            and (policy_id := Path(file).stem) in self.handbook.policy_by_id
            and found.get("status") == "in-force"
        ]

    @cached_property
    def clauses(self) -> list[Clause]:
        """Every clause of every policy."""
        return [clause for policy in self.policies for clause in policy.clauses]

    @cached_property
    def forms(self) -> list[Thing]:
        """Every form."""
        return [found for file, found in self.things.items() if file.startswith("forms/")]

    @cached_property
    def organization(self) -> list[Thing]:
        """Every organization file."""
        return [found for file, found in self.things.items() if file.startswith(f"{SOURCE}/organization/")]

    def shared(self, name: str) -> list[Thing]:
        """What a shared file lists: its laws, measures, terms …"""
        found = self.things.get(f"{SOURCE}/{name}.yml")
        return found.things(name) if found else []

    @cached_property
    def departments(self) -> list[Thing]:
        """Every department as written."""
        return [department for file in self.organization for department in file.things("departments")]

    @cached_property
    def roles(self) -> list[Thing]:
        """Every role as written."""
        return [role for department in self.departments for role in department.things("roles")]

    @cached_property
    def bearers(self) -> dict[str, Role | Department | Group]:
        """Roles, departments and groups by name and alias."""
        found: dict[str, Role | Department | Group] = {}
        for group in self.handbook.groups:
            found |= dict.fromkeys((group.name, *group.spec.aliases), group)
        for department in self.handbook.departments:
            found |= dict.fromkeys((department.name, *department.spec.aliases), department)
        for role in self.handbook.roles:
            found |= dict.fromkeys((role.name, *role.spec.aliases), role)
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name and alias that means something."""
        declared = [one for file in self.things.values() for one in _declarations(file)]
        return frozenset(name for one in declared for name in (one.get(_name_key(one)), *one.texts("aliases")))

    def elsewhere(self, units: Iterable[Unit]) -> list[str]:
        """Roles and departments that exist in none of these units, by name, but in one that policies apply to.

        The headquarters may well act for all units and get reports from them.
        """
        here = {unit.name for unit in units}
        here |= {unit.name for unit in self.handbook.units if self.is_above(unit)}
        here |= {unit.name for unit in self.handbook.units} - {u.name for p in self.policies for u in p.linked.units}
        roles = [role.name for role in self.handbook.roles if here.isdisjoint(u.name for u in role.department.units)]
        departments = [d.name for d in self.handbook.departments if here.isdisjoint(u.name for u in d.units)]
        return roles + departments

    @staticmethod
    def is_above(unit: Unit) -> bool:
        """Whether it is the headquarters of others."""
        return re.search("集团|总部|总公司", unit.name) is not None

    def superior(self, role: str) -> str:
        """Whom a role reports to; empty at the top."""
        bearer = self.bearers.get(role)
        return bearer.reports_to.key if isinstance(bearer, Role) and bearer.reports_to else ""

    def subordinates(self, role: str) -> list[str]:
        """The roles that report to a role, directly."""
        return [other.name for other in self.handbook.roles if other.reports_to and other.reports_to.key == role]

    def _policy(self, policy_id: str, found: Thing) -> Policy:
        policy = Policy(policy_id, found, self.handbook.policy_by_id[policy_id], [])
        for chapter in found.things("chapters"):
            for article in chapter.things("articles"):
                policy.clauses.extend(self._clauses(policy, article, None))
        return policy

    def _clauses(self, policy: Policy, found: Thing, parent: Clause | None) -> Iterator[Clause]:
        linked = self.handbook.clauses.get(f"{policy.id}/{found.get('id')}")
        text = found.word("text")
        clause = Clause(policy, found, text, linked, parent) if linked and text else None
        if clause:
            yield clause
        for item in found.things("items"):
            yield from self._clauses(policy, item, clause)


def _declarations(file: Thing) -> Iterator[Thing]:
    """All mappings of a file that give something a name: its roles, laws, terms … and the file itself."""
    yield file
    for key in ("units", "departments", "groups", "laws", "measures", "terms"):
        for named in file.things(key):
            yield named
            yield from named.things("roles")


def _name_key(named: Thing) -> str:
    return next((key for key in ("name", "term", "title") if key in named), "title")
