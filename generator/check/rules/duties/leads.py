"""Whether one of several bearers leads."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.duties.speech import MODAL, is_named, names_of
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Group, Handbook
from generator.model import Kind


def without_lead(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """D007: several bear one act, and nothing says that each does it for himself or any one of them does."""
    for clause in handbook.clauses.values():
        spec = clause.spec
        if min(len(spec.who), len(clause.who)) < 2 or spec.kind is not Kind.DUTY:
            continue
        if not _is_one_act(clause) or _is_for_everyone(clause):
            continue
        if not any(word in spec.text for word in options.words) and not _is_a_choice(clause):
            related = (Related(spec.at("text"), "text"),)
            bearers = "、".join(bearer.name for bearer in clause.who)
            yield finding("D007", spec.at("who", 1), related=related, clause=clause.label, bearers=bearers)


def _is_one_act(clause: Clause) -> bool:
    """Whether the duty is done at some moment, on paper or to somebody; how to behave is everybody's own matter."""
    spec = clause.spec
    at_a_moment = spec.when or spec.before or spec.after or spec.within or spec.every
    return bool(at_a_moment or spec.form or spec.record or spec.to)


def _is_for_everyone(clause: Clause) -> bool:
    """Whether it binds everyone; a text that says who is bound also names the posts and departments beside them."""
    text = clause.spec.text
    return any(isinstance(bearer, Group) and bearer.spec.everyone for bearer in clause.who) and (
        not MODAL.search(text) or all(isinstance(bearer, Group) or is_named(bearer, text) for bearer in clause.who)
    )


def _is_a_choice(clause: Clause) -> bool:
    """Whether those named before `应当` are joined by `或者`: any one of them will do."""
    before, _, _ = clause.spec.text.partition("应当")
    return "或" in before and any(f"{name}或" in before for who in clause.who for name in names_of(who))


RULES = (TunedRule("D007", without_lead),)
