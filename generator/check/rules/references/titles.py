"""Whether the articles of a policy can be told apart by their titles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, told_twice
from generator.link.handbook import Clause, Handbook


def same_title(handbook: Handbook) -> Iterator[Diagnostic]:
    """R028: two articles of a policy that hold in one unit have the same title."""
    for policy in handbook.policies:
        first: dict[str, Clause] = {}
        for chapter in policy.chapters:
            for article in chapter.articles:
                title = article.spec.title
                earlier = first.setdefault(title, article) if title else article
                if earlier is not article and not set(earlier.units).isdisjoint(article.units):
                    places = earlier.spec.at("title"), article.spec.at("title")
                    yield from told_twice("R028", *places, title=title, clause=earlier.label, other=article.label)


RULES = (Rule("R028", same_title),)
