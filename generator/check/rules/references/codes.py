"""Codes that only one thing may have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Form, Handbook

Thing = TypeVar("Thing")


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


RULES = (Rule("R012", form_codes),)
