"""Whether what a clause waits for ever happens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Form, Handbook, Policy
from generator.model import Form as FormFile
from generator.model import Kind

_ACTS = (Kind.DUTY, Kind.PERMISSION)
"""What somebody does; nothing happens by a prohibition, a definition, a standard or a statement."""


def unraised_form(handbook: Handbook) -> Iterator[Diagnostic]:
    """D013: a clause that waits for a form which no clause has filled in."""
    filled = {form for clause in handbook.clauses.values() for form in clause.forms}
    filled |= {form for policy in handbook.policies for one in policy.procedures for s in one.steps for form in s.forms}
    unfilled = _FormNames(form for form in handbook.forms if form not in filled)
    for clause in handbook.clauses.values() if unfilled else ():
        for key, event in (("when", clause.spec.when), ("before", clause.spec.before)):
            form = unfilled.first_in(event) if event else None
            if form:
                yield finding("D013", clause.spec.at(key), clause=clause.label, form=form.name)


class _FormNames:
    """The names of forms, found in a text by their first two characters."""

    def __init__(self, forms: Iterator[Form]) -> None:
        self._starting: defaultdict[str, list[tuple[str, Form]]] = defaultdict(list)
        for form in forms:
            for name in (form.name, *form.spec.aliases):
                self._starting[name[:2]].append((name, form))

    def __bool__(self) -> bool:
        return bool(self._starting)

    def first_in(self, text: str) -> Form | None:
        """The first of the forms that a text names."""
        for start in range(len(text) - 1):
            for name, form in self._starting.get(text[start : start + 2], ()):
                if text.startswith(name, start):
                    return form
        return None


def after_no_act(handbook: Handbook) -> Iterator[Diagnostic]:
    """D014: a clause or step that comes after a clause which nobody carries out, or that is not in the procedure."""
    for clause in handbook.clauses.values():
        for position, target in enumerate(clause.after):
            earlier = handbook.clauses[target.key]
            if earlier.spec.kind not in _ACTS:
                yield _no_act(clause, earlier, position)
    for policy in handbook.policies:
        yield from _idle_steps(policy)


def _no_act(clause: Clause, earlier: Clause, position: int) -> Diagnostic:
    related = (Related(earlier.spec.at("kind"), "kind"),)
    place = clause.spec.at("after", position)
    return finding("D014", place, related=related, clause=clause.label, earlier=earlier.label)


def _idle_steps(policy: Policy) -> Iterator[Diagnostic]:
    for procedure in policy.procedures:
        done = {step.clause for step in procedure.steps}
        for step in procedure.steps:
            if step.clause.spec.kind not in _ACTS:
                yield finding("D014", step.spec.at("do"), "step", clause=step.clause.label)
            for position, earlier in enumerate(step.after):
                if earlier not in done:
                    place = step.spec.at("after", position)
                    yield finding("D014", place, "absent", clause=step.clause.label, earlier=earlier.label)


RULES = (
    Rule("D013", unraised_form, needs=frozenset({FormFile})),
    Rule("D014", after_no_act),
)
