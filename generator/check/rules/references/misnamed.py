"""Names in running text that are almost those of a form, a role or a department."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.references.slips import slip_in
from generator.check.rules.references.unused import declared
from generator.check.rules.rule import Rule
from generator.check.texts import TextKind, every_text
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Clause, Department, Form, Handbook, Role
from generator.link.targets import Mention
from generator.model import Form as FormFile
from generator.model import Organization

_LONG_ENOUGH = 4
"""Shorter names are also ordinary words: 签呈, 领料单."""


def without_marks(handbook: Handbook) -> Iterator[Diagnostic]:
    """R026: a text names a form without 《》, so that it leads nowhere; a term of that name has a link already."""
    terms = {name for term in handbook.terms for name in (term.name, *term.spec.aliases)}
    forms = {name: form for form in handbook.forms for name in _long_names(form) if name not in terms}
    if not forms:
        return
    lengths = sorted({len(title) for title in forms}, reverse=True)
    last = "".join(sorted({title[-1] for title in forms}))
    for found in every_text(handbook).found(re.compile(f"[{re.escape(last)}](?![^《》\n]*》)")):
        if found.told.kind is TextKind.LABEL:
            continue
        before = found.told.text[: found.end]
        title = next((before[-length:] for length in lengths if before[-length:] in forms), "")
        if title and found.told.thing is not forms[title].spec:
            yield finding("R026", found.told.place, focus=title, name=title)


def _long_names(form: Form) -> Iterator[str]:
    return (name for name in (form.name, *form.spec.aliases) if len(name) >= _LONG_ENOUGH)


def misspelt(handbook: Handbook) -> Iterator[Diagnostic]:
    """R027: a clause has a form or bearer whose name its text lacks, and a name in it that is one slip away."""
    names: set[str] = set()
    for clause in handbook.clauses.values():
        text = clause.spec.text
        for thing in _named_by_keys(clause):
            name = thing.name
            if len(name) < _LONG_ENOUGH or any(known in text for known in (name, *thing.spec.aliases)):
                continue
            names = names or _all_names(handbook)
            slip = slip_in(_plain(clause), name)
            if slip and slip not in names:
                variant = "form" if isinstance(thing, Form) else ""
                yield finding("R027", clause.spec.at("text"), variant, focus=slip, written=slip, name=name)


def _named_by_keys(clause: Clause) -> Iterator[Role | Department | Form]:
    """The forms, roles and departments that a clause has beside its text."""
    yield from clause.forms
    for bearer in (*clause.who, *clause.with_, *clause.to):
        if isinstance(bearer, Role | Department):
            yield bearer


def _plain(clause: Clause) -> str:
    """What of the text names nothing."""
    return "\n".join(span for span in clause.text if not isinstance(span, Mention))


def _all_names(handbook: Handbook) -> set[str]:
    return {one.name for things in declared(handbook) for one in things}


RULES = (
    Rule("R026", without_marks, needs=frozenset({FormFile})),
    Rule("R027", misspelt, needs=frozenset({Organization, FormFile})),
)
