"""Codes that only one thing may have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Form, Handbook


def form_codes(handbook: Handbook) -> Iterator[Diagnostic]:
    """R012: two forms have the same code."""
    first: dict[str, Form] = {}
    for form in handbook.forms:
        code = form.spec.code
        earlier = first.setdefault(code, form)
        if earlier is not form:
            here, there = form.spec.at("code"), earlier.spec.at("code")
            yield finding("R012", there, related=(Related(here, "again"),), code=code, name=form.name)
            yield finding("R012", here, related=(Related(there, "first"),), code=code, name=earlier.name)


RULES = (Rule("R012", form_codes),)
