"""How a sentence says who must, may or must not do something."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.link.handbook import Bearer, Department, Group, Handbook, Role

MODAL = re.compile(r"应当|应该|必须|务必|不得|不准|不许|严禁|可以|有权")
"""Words that bind or free whoever is named before them."""

_ADVERBS = re.compile(r"(?:人员|本人|[也还均都又再另只亦就一同并])+$")


def first_sentence(text: str) -> str:
    """The part of a text that says what is to be done; what a breach leads to follows after a stop."""
    return text.partition("；")[0].partition("。")[0]


def subjects(text: str) -> Iterator[int]:
    """Where in a text the words directly before a modal end."""
    for modal in MODAL.finditer(text):
        adverbs = _ADVERBS.search(text, 0, modal.start())
        yield adverbs.start() if adverbs else modal.start()


def names_of(bearer: Bearer) -> tuple[str, ...]:
    """All names that a bearer goes by."""
    return (bearer.name, *bearer.spec.aliases)


class BearerNames:
    """Finds the names of bearers in a text."""

    def __init__(self, handbook: Handbook) -> None:
        self._bearers: dict[str, Bearer] = {}
        everyone: tuple[Bearer, ...] = (*handbook.units, *handbook.groups, *handbook.departments, *handbook.roles)
        for bearer in everyone:
            for name in names_of(bearer):
                self._bearers[name] = bearer
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for name in self._bearers:
            lengths[name[:2]].add(len(name))
        self._starting = {start: sorted(found, reverse=True) for start, found in lengths.items()}
        self._lengths = sorted({len(name) for name in self._bearers}, reverse=True)

    def ending_at(self, text: str, end: int) -> Bearer | None:
        """Who is named directly before `end`."""
        for length in self._lengths:
            if length <= end and (found := self._bearers.get(text[end - length : end])):
                return found
        return None

    def starting_at(self, text: str, start: int) -> Bearer | None:
        """Who is named from `start` on."""
        for length in self._starting.get(text[start : start + 2], ()):
            if found := self._bearers.get(text[start : start + length]):
                return found
        return None

    def all_in(self, text: str) -> Iterator[Bearer]:
        """Everybody whom a text names, the longest name at each position."""
        position = 0
        while position < len(text):
            found = self._longest(text, position)
            if found:
                yield self._bearers[found]
            position += len(found) or 1

    def _longest(self, text: str, start: int) -> str:
        lengths = self._starting.get(text[start : start + 2], ())
        return next((name for n in lengths if (name := text[start : start + n]) in self._bearers), "")


def stand_for(bearers: Iterable[Bearer], handbook: Handbook) -> Iterator[Bearer]:
    """The bearers themselves, and those by whom a text may mean them.

    A department acts through its roles and is meant with its parent; a role may be meant by its department, and the
    members of a group by their own names unless the group is everyone or all heads.
    """
    departments = {department.target: department for department in handbook.departments}
    for bearer in bearers:
        yield bearer
        if isinstance(bearer, Department):
            yield from handbook.roles_of.get(bearer, ())
            if bearer.parent:
                yield departments[bearer.parent]
        elif isinstance(bearer, Role):
            yield bearer.department
        elif isinstance(bearer, Group) and not (bearer.spec.everyone or bearer.spec.heads):
            yield from bearer.roles
