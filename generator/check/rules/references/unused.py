"""Names that nobody uses."""

from __future__ import annotations

from collections.abc import Iterator

from generator import model
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.link.targets import Target
from generator.model.base import Model


def unused(handbook: Handbook) -> Iterator[Diagnostic]:
    """R004: a name is declared and nothing in the handbook but the thing itself names it.

    Laws and measures are a stock to choose from, so they may wait there unused.
    """
    things: list[tuple[Target, str, Model, str]] = [
        *((form.target, form.name, form.spec, "title") for form in handbook.forms),
        *((role.target, role.name, role.spec, "name") for role in handbook.roles if not role.is_head),
        *((group.target, group.name, group.spec, "name") for group in handbook.groups),
    ]
    for target, name, spec, key in things:
        if all(use.by == target for use in handbook.uses.get(target, ())):
            yield finding("R004", spec.at(key), target.kind.value, name=name, kind=target.kind)


RULES = (Rule("R004", unused, needs=frozenset({model.Organization, model.Policy, model.Form, model.LevelsFile})),)
