"""Policies in categories that exist."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding, told_twice
from generator.diagnostics.nearest import nearest
from generator.link.handbook import Chapter, Handbook
from generator.model import Policy


def unknown_category(handbook: Handbook) -> Iterator[Diagnostic]:
    """R001: a policy in a category that the settings do not list."""
    known = handbook.settings.categories
    for policy in handbook.policies:
        name = policy.spec.category
        if name not in known:
            yield finding("R001", policy.spec.at("category"), "category", name=name, near=nearest(name, known))


def category_unused(handbook: Handbook) -> Iterator[Diagnostic]:
    """R004: the settings list a category in which there is no policy."""
    used = {policy.spec.category for policy in handbook.policies}
    is_misspelt = not used.issubset(handbook.settings.categories)
    for at, name in enumerate(handbook.settings.categories if used and not is_misspelt else ()):
        if name not in used:
            yield finding("R004", handbook.settings.at("categories", at), "category", name=name)


def chapter_twice(handbook: Handbook) -> Iterator[Diagnostic]:
    """R002: two chapters of one policy have the same title."""
    for policy in handbook.policies:
        first: dict[str, Chapter] = {}
        for chapter in policy.chapters:
            earlier = first.setdefault(chapter.spec.title, chapter)
            if earlier is not chapter:
                places = (earlier.spec.at("title"), chapter.spec.at("title"))
                yield from told_twice("R002", *places, name=chapter.spec.title, kind="chapter")


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
    Rule("R002", chapter_twice),
    Rule("R004", category_unused, needs=frozenset({Policy})),
)
