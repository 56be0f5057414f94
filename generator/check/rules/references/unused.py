"""Names that nobody uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator import model
from generator.check.rules.rule import Rule
from generator.check.texts import every_text
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import (
    Department,
    Form,
    Group,
    Handbook,
    Law,
    LevelScheme,
    Measure,
    Policy,
    Role,
    Term,
    Unit,
)
from generator.link.targets import Target
from generator.model import Status
from generator.model.base import Model
from generator.read.marks import Place


class Declared(NamedTuple):
    """A name and the thing it stands for; `alias` is the position of an alias, None for the thing's own name."""

    thing: Unit | Department | Role | Group | Form | Policy | Term | Law | Measure
    name: str
    alias: int | None = None

    @property
    def target(self) -> Target:
        """What it stands for."""
        return self.thing.target

    @property
    def place(self) -> Place:
        """Where it is declared."""
        spec = self.thing.spec
        return spec.at(_key_of_name(spec)) if self.alias is None else spec.at("aliases", self.alias)


def declared(handbook: Handbook) -> Iterator[tuple[Declared, ...]]:
    """All names and aliases, those of each kind together."""
    kinds: tuple[Iterable[Unit | Department | Role | Group | Form | Policy | Term | Law | Measure], ...] = (
        handbook.units,
        handbook.departments,
        handbook.roles,
        handbook.groups,
        handbook.forms,
        handbook.policies,
        handbook.terms,
        handbook.laws,
        handbook.measures,
    )
    for things in kinds:
        yield tuple(
            name
            for thing in things
            for name in (
                Declared(thing, thing.name),
                *(Declared(thing, alias, at) for at, alias in enumerate(thing.spec.aliases)),
            )
        )


def unused(handbook: Handbook) -> Iterator[Diagnostic]:
    """R004: a name is declared and nothing in the handbook but the thing itself names it.

    Laws and measures are a stock to choose from, so they may wait there unused.
    """
    for thing in unused_things(handbook):
        place = thing.spec.at(_key_of_name(thing.spec))
        yield finding("R004", place, thing.target.kind.value, name=thing.name, kind=thing.target.kind)
    for scheme in handbook.levels:
        if not _is_spoken_of(scheme, handbook):
            yield finding("R004", scheme.spec.at("scheme"), "levels", name=scheme.spec.scheme)


def unused_things(handbook: Handbook) -> Iterator[Form | Role | Group | Term | Department | Unit]:
    """The things that something has to name, and nothing in force does."""
    silent = {policy.id for policy in handbook.policies if policy.spec.status is Status.REPEALED}
    things: tuple[Form | Role | Group | Term | Department | Unit, ...] = (
        *(form for form in handbook.forms if form.spec.status is not Status.REPEALED),
        *(role for role in handbook.roles if not role.is_head),
        *handbook.groups,
        *handbook.terms,
        *(one for one in handbook.departments if not _has_used_role(one, handbook)),
        *handbook.units,
    )
    for thing in things:
        target = thing.target
        if not any(
            use.by != target and use.by.key.partition("/")[0] not in silent for use in handbook.uses.get(target, ())
        ):
            if isinstance(thing, Term) and _is_said(thing.spec, handbook):
                continue
            yield thing


def _has_used_role(department: Department, handbook: Handbook) -> bool:
    return any(role.target in handbook.uses for role in handbook.roles_of.get(department, ()))


def _is_said(term: model.Term, handbook: Handbook) -> bool:
    """Whether a term is part of a title, or so short that texts do not link it."""
    return _is_in_texts((term.term, *term.aliases), {id(term)}, handbook)


def _is_spoken_of(scheme: LevelScheme, handbook: Handbook) -> bool:
    """Whether a text outside a scheme has its name or that of a level."""
    own = {id(scheme.spec), *(id(level.spec) for level in scheme.levels)}
    return _is_in_texts((scheme.spec.scheme, *(level.spec.name for level in scheme.levels)), own, handbook)


def _is_in_texts(names: Iterable[str], own: set[int], handbook: Handbook) -> bool:
    """Whether one of the names stands in a text of other things than those with these identities."""
    texts = every_text(handbook)
    return any(id(found.told.thing) not in own for name in names for found in texts.found(re.compile(re.escape(name))))


def _key_of_name(spec: Model) -> str:
    if isinstance(spec, model.Form | model.Policy):
        return "title"
    return "term" if isinstance(spec, model.Term) else "name"


RULES = (Rule("R004", unused, needs=frozenset({model.Organization, model.Policy, model.Form, model.LevelsFile})),)
