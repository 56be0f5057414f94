"""Policies in categories that exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding, told_twice
from generator.diagnostics.nearest import nearest
from generator.link.handbook import Handbook


def unknown_category(handbook: Handbook) -> Iterator[Diagnostic]:
    """R001: a policy in a category that the settings do not list."""
    known = handbook.settings.categories
    for policy in handbook.policies:
        name = policy.spec.category
        if name not in known:
            yield finding("R001", policy.spec.at("category"), "category", name=name, near=nearest(name, known))


def category_twice(handbook: Handbook) -> Iterator[Diagnostic]:
    """R002: the settings list a category twice."""
    known = handbook.settings.categories
    for at, name in enumerate(known):
        first = known.index(name)
        if first < at:
            place = handbook.settings.at
            yield from told_twice(
                "R002", place("categories", first), place("categories", at), name=name, kind="category"
            )


RULES = (
    Rule("R001", unknown_category),
    Rule("R002", category_twice),
)
