"""Resolving the names of one thing: what the linkers of organization, forms and policies share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from generator import model
from generator.diagnostics.diagnostic import finding
from generator.diagnostics.nearest import nearest
from generator.link.handbook import Bearer, Department, Form, Group, Law, Measure, Role, Unit
from generator.link.names import BEARERS, Names
from generator.link.targets import LinkedText, Target, TargetKind
from generator.link.texts import TextLinker
from generator.link.use import Use
from generator.model.base import Model

Thing = TypeVar("Thing")


@dataclass(slots=True)
class Built:
    """The things that have been linked so far, by target."""

    units: dict[Target, Unit] = field(default_factory=dict)
    departments: dict[Target, Department] = field(default_factory=dict)
    roles: dict[Target, Role] = field(default_factory=dict)
    groups: dict[Target, Group] = field(default_factory=dict)
    forms: dict[Target, Form] = field(default_factory=dict)
    laws: dict[Target, Law] = field(default_factory=dict)
    measures: dict[Target, Measure] = field(default_factory=dict)

    def bearer(self, target: Target) -> Bearer | None:
        """The unit, department, role or group at `target`."""
        found: Bearer | None = self.roles.get(target) or self.departments.get(target)
        return found or self.groups.get(target) or self.units.get(target)


@dataclass(slots=True)
class Resolver:
    """Resolves names written in the keys and texts of things, and records each use."""

    names: Names
    texts: TextLinker
    built: Built
    policy_ids: frozenset[str] = frozenset()

    def text(self, text: str | None, by: Target, spec: Model, *path: str | int, policy: str = "") -> LinkedText:
        """Link a text that stands under `path` of `spec`."""
        return self.texts.link(text, Use(by, spec, path), policy) if text else ()

    def look_up(self, text: str, by: Target, spec: Model, *path: str | int) -> None:
        """Look up the documents named in a text that is printed as it is."""
        if "《" in text or "》" in text or "{#" in text:
            self.texts.look_up(text, Use(by, spec, path))

    def bearer(self, name: str, by: Target, spec: Model, *path: str | int) -> Bearer:
        """The one bearer called `name`; a stand-in of that name once it has been reported as unknown."""
        target = self.names.resolve("bearer", BEARERS, name, Use(by, spec, path))
        found = self.built.bearer(target) if target else None
        return found or Group(model.Group.model_construct(name=name, external=True), (), ())

    def bearers(
        self, names: tuple[str, ...], by: Target, spec: Model, key: str, *before: str | int
    ) -> tuple[Bearer, ...]:
        """The bearers listed under `key`; unknown ones are reported and left out."""
        if not names:
            return ()
        return self._each("bearer", BEARERS, names, Use(by, spec, (*before, key)), self.built.bearer)

    def department(self, name: str, by: Target, spec: Model, *path: str | int) -> Department:
        """The department called `name`; a stand-in once it has been reported as unknown."""
        target = self.names.resolve("department", (TargetKind.DEPARTMENT,), name, Use(by, spec, path))
        found = self.built.departments.get(target) if target else None
        return found or Department(model.Department(name=name, units=(), head=name), (), ())

    def units(self, names: tuple[str, ...], by: Target, spec: Model, key: str) -> tuple[Unit, ...]:
        """The units listed under `key`, in the order that the company lists them."""
        if not names:
            return ()
        found = self._each("unit", (TargetKind.UNIT,), names, Use(by, spec, (key,)), self.built.units.get)
        return tuple(unit for unit in self.built.units.values() if unit in found)

    def forms(self, names: tuple[str, ...], by: Target, spec: Model, key: str) -> tuple[Form, ...]:
        """The forms listed under `key`."""
        if not names:
            return ()
        return self._each("form", (TargetKind.FORM,), names, Use(by, spec, (key,)), self.built.forms.get)

    def measures(self, names: tuple[str, ...], by: Target, spec: Model, key: str) -> tuple[Measure, ...]:
        """The measures listed under `key`."""
        if not names:
            return ()
        return self._each("measure", (TargetKind.MEASURE,), names, Use(by, spec, (key,)), self.built.measures.get)

    def one(self, expected: TargetKind, name: str, by: Target, spec: Model, *path: str | int) -> Target | None:
        """The address of the thing of kind `expected` called `name`."""
        return self.names.resolve(expected.value, (expected,), name, Use(by, spec, path))

    def policy(self, policy_id: str, by: Target, spec: Model, *path: str | int) -> Target | None:
        """The address of the policy with this id."""
        at = Use(by, spec, path)
        target = Target(TargetKind.POLICY, policy_id)
        if policy_id in self.policy_ids:
            self.names.uses[target].append(at)
            return target
        if TargetKind.POLICY not in self.names.incomplete:
            near = nearest(policy_id, self.policy_ids)
            self.names.findings.append(finding("R001", at.place, "policy", name=policy_id, near=near))
        return None

    def clauses(self, ids: tuple[str, ...], policy: Target, by: Target, spec: Model, key: str) -> tuple[Target, ...]:
        """The addresses of clauses of `policy` listed by id under `key`."""
        found = []
        for position, clause in enumerate(ids):
            at = Use(by, spec, (key, position))
            target = self.texts.clause(clause, at, policy.key)
            if target in found:
                self._listed_twice(clause, at)
            elif target is not None:
                self.names.uses[target].append(at)
                found.append(target)
        return tuple(found)

    def _each(
        self,
        expected: str,
        kinds: tuple[TargetKind, ...],
        names: tuple[str, ...],
        at: Use,
        get: Callable[[Target], Thing | None],
    ) -> tuple[Thing, ...]:
        found = []
        for position, name in enumerate(names):
            here = Use(at.by, at.spec, (*at.path, position))
            target = self.names.resolve(expected, kinds, name, here)
            thing = get(target) if target else None
            if thing is not None and thing in found:
                self._listed_twice(name, here)
            elif thing is not None:
                found.append(thing)
        return tuple(found)

    def _listed_twice(self, name: str, at: Use) -> None:
        self.names.findings.append(finding("R015", at.place, name=name))
