"""Categories and names that nobody knows or uses, circles of names, and codes given twice."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from generator import model
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.diagnostics.nearest import nearest
from generator.link.handbook import Form, Handbook
from generator.link.targets import Target
from generator.model.base import Model

Thing = TypeVar("Thing")


def unknown_category(handbook: Handbook) -> Iterator[Diagnostic]:
    """R001: a policy in a category that the settings do not list."""
    known = handbook.settings.categories
    for policy in handbook.policies:
        name = policy.spec.category
        if name not in known:
            yield finding("R001", policy.spec.at("category"), "category", name=name, near=nearest(name, known))


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


def circles(handbook: Handbook) -> Iterator[Diagnostic]:
    """R008, R011: roles that report to each other in a circle; policies that supersede each other."""
    bosses = {role.target: (role.reports_to,) for role in handbook.roles if role.reports_to}
    roles = {role.target: role for role in handbook.roles}
    for circle in _circles(bosses):
        names = " → ".join(target.key for target in (*circle, circle[0]))
        yield finding("R008", roles[circle[0]].spec.at("reports_to"), names=names)
    older = {policy.target: policy.supersedes for policy in handbook.policies}
    policies = {policy.target: policy for policy in handbook.policies}
    for circle in _circles(older):
        names = " → ".join(policies[target].name for target in (*circle, circle[0]))
        yield finding("R011", policies[circle[0]].spec.at("supersedes"), names=names)


def _circles(following: Mapping[Target, tuple[Target, ...]]) -> Iterator[tuple[Target, ...]]:
    """The shortest circle through each target, told once, from its first member in sorting order."""
    for start in sorted(following):
        came_from: dict[Target, Target] = {}
        waiting = deque([start])
        while waiting and start not in came_from:
            here = waiting.popleft()
            for after in following.get(here, ()):
                if after not in came_from:
                    came_from[after] = here
                    waiting.append(after)
        if start in came_from:
            circle = [start]
            while came_from[circle[-1]] != start:
                circle.append(came_from[circle[-1]])
            if min(circle) == start:
                yield (start, *reversed(circle[1:]))


def form_codes(handbook: Handbook) -> Iterator[Diagnostic]:
    """R012: two forms have the same code."""
    yield from _twice(handbook.forms, lambda form: form.spec.code, _same_code)


def _same_code(form: Form, earlier: Form) -> Diagnostic:
    related = (Related(earlier.spec.at("code"), "first"),)
    return finding("R012", form.spec.at("code"), related=related, code=form.spec.code, name=earlier.name)


def _twice(
    things: Iterable[Thing], key: Callable[[Thing], str], say: Callable[[Thing, Thing], Diagnostic]
) -> Iterator[Diagnostic]:
    first: dict[str, Thing] = {}
    for thing in things:
        earlier = first.setdefault(key(thing), thing)
        if earlier is not thing:
            yield say(thing, earlier)


RULES = (
    Rule("R001", unknown_category),
    Rule("R004", unused, needs=frozenset({model.Organization, model.Policy, model.Form, model.LevelsFile})),
    Rule("R008", circles),
    Rule("R012", form_codes),
)
