"""Whether the forms that clauses list are those that their texts speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.check.naming import place_named
from generator.check.rules.forms.mentions import forms_named
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Form, Handbook
from generator.model import Form as WrittenForm
from generator.model import Policy


def unnamed(handbook: Handbook) -> Iterator[Diagnostic]:
    """F024: a clause lists a form that no text of its policy ever names.

    A text that names another form, or one that is not there, has findings of its own.
    """
    texts = _texts_of_policies(handbook)
    for clause in handbook.clauses.values():
        for form in clause.forms:
            if _is_told(clause.spec.text, form) or _is_told(texts[clause.policy.key], form):
                continue
            others = any(other not in clause.forms for _, other in forms_named(clause.text, handbook))
            if not others and not any(isinstance(span, str) and "《" in span for span in clause.text):
                yield finding("F024", place_named(form, clause, "form", handbook), form=form.name)


def _texts_of_policies(handbook: Handbook) -> dict[str, str]:
    """All texts of clauses that say something, by the policy's id."""
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for clause in handbook.clauses.values():
        texts[clause.policy.key].append(clause.spec.text)
    return {policy: "\n".join(said) for policy, said in texts.items()}


def _is_told(text: str, form: Form) -> bool:
    return any(name in text for name in (form.spec.title, *form.spec.aliases))


RULES = (Rule("F024", unnamed, frozenset({WrittenForm, Policy})),)
