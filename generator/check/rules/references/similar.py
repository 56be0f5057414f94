"""Names that are taken for each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.check.rules.references.slips import one_slip_apart
from generator.check.rules.references.unused import Declared, declared, unused_things
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook
from generator.link.targets import Target
from generator.model import Form, Organization, Policy

_LONG_ENOUGH = 4
"""Shorter names differ by a character because they mean something else: 记过 and 记大过."""


def similar(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """R016: two things of one kind have names that only 表 and 单 tell apart, or one of them is unused and a slip."""
    unused = {thing.target for thing in unused_things(handbook)}
    for things in declared(handbook):
        told: set[Target] = set()
        for one, other in _same_but_for_words(things, options.words):
            rarer, commoner = sorted((other, one), key=lambda thing: len(handbook.uses.get(thing.target, ())))
            told.add(rarer.target)
            yield _finding(rarer, commoner)
        for one in things:
            if one.alias is None and one.target in unused and one.target not in told:
                right = _slip_of(one, things)
                if right:
                    yield _finding(one, right)


def _finding(one: Declared, other: Declared) -> Diagnostic:
    related = (Related(other.place, "similar"),)
    return finding("R016", one.place, related=related, name=one.name, other=other.name, kind=one.target.kind)


def _same_but_for_words(things: Sequence[Declared], words: tuple[str, ...]) -> Iterator[tuple[Declared, Declared]]:
    first: dict[str, Declared] = {}
    for thing in things:
        earlier = first.setdefault(folded(thing.name, words), thing)
        if earlier.target != thing.target and earlier.name != thing.name:
            yield earlier, thing


def _slip_of(one: Declared, things: Sequence[Declared]) -> Declared | None:
    if len(one.name) < _LONG_ENOUGH:
        return None
    others = (thing for thing in things if thing.target != one.target)
    return next((thing for thing in others if one_slip_apart(one.name, thing.name)), None)


def folded(name: str, words: tuple[str, ...]) -> str:
    """The name with each word of a group such as 表/单 as the group's first, and words that stand alone left out."""
    for word, instead in _replacements(words):
        if word in name:
            name = name.replace(word, instead)
    return name


@lru_cache(maxsize=4)
def _replacements(words: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What is replaced by what, long words first."""
    groups = [group.split("/") for group in words]
    pairs = [(word, group[0] if len(group) > 1 else "") for group in groups for word in group]
    return tuple(sorted(((word, new) for word, new in pairs if word != new), key=lambda pair: -len(pair[0])))


RULES = (TunedRule("R016", similar, needs=frozenset({Organization, Policy, Form})),)
