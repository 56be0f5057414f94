"""Whether the text of a clause speaks of those who help with it and receive from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.duties.neighbours import Neighbours
from generator.check.rules.duties.speech import BearerNames, is_named, names_of, stand_for
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Bearer, Clause, Group, Handbook
from generator.model import Organization

_SENT = re.compile(
    "(?:报告|报送|上报|呈报|提报|提交|送交|转交|转送|送达|送回|答复|通知|告知|发送给|反馈给|联系|向|给|经|报|送|交|呈)(?!《)"
)
_TOGETHER = re.compile("会同|协同|配合|协助|请")


def other_party(handbook: Handbook) -> Iterator[Diagnostic]:
    """D016: the text sends to, or joins with, somebody else than the clause lists, or the bearer deals with himself."""
    names = BearerNames(handbook)
    neighbours = Neighbours(handbook)
    for clause in handbook.clauses.values():
        for key, listed, verbs in (("to", clause.to, _SENT), ("with", clause.with_, _TOGETHER)):
            if listed:
                yield from _own(clause, key, listed)
                named = _unlisted(clause, listed, verbs, names, handbook)
                if named:
                    yield _other_party(clause, key, listed, named, neighbours)


def _own(clause: Clause, key: str, listed: tuple[Bearer, ...]) -> Iterator[Diagnostic]:
    """A bearer who reports to himself, or helps himself; the members of a group may do so among each other."""
    for party in listed:
        if party in clause.who and not isinstance(party, Group):
            yield finding("D016", clause.spec.at(key), "own", clause=clause.label, key=key, listed=party.name)


def _unlisted(
    clause: Clause, listed: tuple[Bearer, ...], verbs: re.Pattern[str], names: BearerNames, handbook: Handbook
) -> Bearer | None:
    """Whom the text names after one of the verbs, where it names none of those listed."""
    text = clause.spec.text
    if any(is_named(party, text) for party in stand_for(listed, handbook)):
        return None
    for verb in verbs.finditer(text):
        named = names.starting_at(text, verb.end())
        if named and named not in (*clause.who, *clause.with_, *clause.to):
            return named
    return None


def _other_party(
    clause: Clause, key: str, listed: tuple[Bearer, ...], named: Bearer, neighbours: Neighbours
) -> Diagnostic:
    if neighbours.is_a_stranger(named, listed, clause):
        name = next(name for name in names_of(named) if name in clause.spec.text)
        place, elsewhere, focus = clause.spec.at("text"), Related(clause.spec.at(key), "who"), name
    else:
        place, elsewhere, focus = clause.spec.at(key), Related(clause.spec.at("text"), "text"), ""
    facts = {"clause": clause.label, "listed": "、".join(party.name for party in listed), "named": named.name}
    return finding("D016", place, key, related=(elsewhere,), focus=focus, **facts)


RULES = (Rule("D016", other_party, needs=frozenset({Organization})),)
