"""Whether the text of a clause speaks of those who help with it and receive from it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.apart import are_far_apart
from generator.check.rules.duties.neighbours import Neighbours
from generator.check.rules.duties.speech import BearerNames, first_sentence, is_named, names_of, stand_for
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Bearer, Clause, Group, Handbook
from generator.model import Kind, Organization

_SENT = re.compile(
    "(?:报告|报送|上报|呈报|提报|提交|送交|转交|转送|送达|送回|答复|通知|告知|发送给|反馈给|联系|向|给|经|报|送|交|呈)(?!《)"
)
_TOGETHER = re.compile("会同|协同|配合|协助|请")
_CERTAINLY = {
    "to": re.compile("(?:报告|报送|呈报|送交|转交|转送|送达|送回|交给|交还|退回|反馈给|答复|通知|告知)"),
    "with": re.compile("会同|协同|配合|协助|陪同"),
}
"""How a duty says beyond doubt who receives something or helps, so that nobody under the key is a mistake."""

_DECIDES = re.compile("[^，。；、]{0,4}(?:批准|核准|审批|审核|批示|签字|核签|同意|审定|决定)")
_SENT_HOW = (("to", _SENT), ("with", _TOGETHER))


def other_party(handbook: Handbook) -> Iterator[Diagnostic]:
    """D016: the text sends to, or joins with, somebody else than the clause lists, or the bearer deals with himself."""
    names = BearerNames(handbook)
    neighbours = Neighbours(handbook)
    for clause in handbook.clauses.values():
        listed = {"to": clause.to, "with": clause.with_}
        for key, verbs in _SENT_HOW:
            if listed[key]:
                yield from _own(clause, key, listed[key])
                left_out, named = _unlisted(clause, listed[key], verbs, names, handbook)
                if named:
                    yield from _other_party(clause, key, left_out, named, neighbours)
                elif key == "with" and clause.spec.kind is Kind.DUTY:
                    yield from _missing(clause, key, names, handbook)
            elif clause.spec.kind is Kind.DUTY and not getattr(clause.spec, _FIELDS[key]):
                yield from _missing(clause, key, names, handbook)


_FIELDS = {"to": "to", "with": "with_"}


def _own(clause: Clause, key: str, listed: tuple[Bearer, ...]) -> Iterator[Diagnostic]:
    """A bearer who reports to himself, or helps himself; the members of a group may do so among each other."""
    for party in listed:
        if party in clause.who and not isinstance(party, Group):
            yield finding("D016", clause.spec.at(key), "own", clause=clause.label, key=key, listed=party.name)


def _unlisted(
    clause: Clause, listed: tuple[Bearer, ...], verbs: re.Pattern[str], names: BearerNames, handbook: Handbook
) -> tuple[tuple[Bearer, ...], Bearer | None]:
    """Those listed whom the text does not name, and whom it names after one of the verbs instead."""
    text = clause.spec.text
    left_out = tuple(one for one in listed if not any(is_named(party, text) for party in stand_for((one,), handbook)))
    if not left_out:
        return (), None
    known = (*clause.who, *clause.with_, *clause.to)
    if len(left_out) < len(listed):
        known = (*clause.who, *stand_for((*clause.with_, *clause.to), handbook))
    for verb in verbs.finditer(text):
        for named in names.named_from(text, verb.end()):
            if named not in known and (len(left_out) == len(listed) or verb.group() != "经"):
                return left_out, named
    return left_out, None


def _missing(clause: Clause, key: str, names: BearerNames, handbook: Handbook) -> Iterator[Diagnostic]:
    """Somebody whom the text certainly sends to, or joins with, and whom the clause does not list."""
    text = first_sentence(clause.spec.text)
    bound = text.find("应当") if key == "to" else 0
    for verb in _CERTAINLY[key].finditer(text, bound) if bound >= 0 else ():
        known = {*stand_for((*clause.who, *clause.with_, *clause.to), handbook)}
        named = next((one for one in names.named_from(text, verb.end()) if one not in known), None)
        if named is None:
            continue
        name = next(name for name in names_of(named) if name in text)
        if key == "with" or not _DECIDES.match(text, verb.end() + len(name)):
            text_place, who = clause.spec.at("text"), clause.spec.at("who" if clause.spec.who else "kind")
            label, other = clause.label, named.name
            yield finding("D016", text_place, "missing", focus=name, clause=label, key=key, named=other)
            if are_far_apart(text_place, who):
                related = (Related(text_place, "text"),)
                yield finding("D016", who, "missing", related=related, clause=label, key=key, named=other)
            return


def _other_party(
    clause: Clause, key: str, listed: tuple[Bearer, ...], named: Bearer, neighbours: Neighbours
) -> Iterator[Diagnostic]:
    name = next(name for name in names_of(named) if name in clause.spec.text)
    at_key, at_text = clause.spec.at(key), clause.spec.at("text")
    places = [(at_text, Related(at_key, "who"), name), (at_key, Related(at_text, "text"), "")]
    facts = {"clause": clause.label, "listed": "、".join(party.name for party in listed), "named": named.name}
    for place, elsewhere, focus in places if neighbours.is_a_stranger(named, listed, clause) else reversed(places):
        yield finding("D016", place, key, related=(elsewhere,), focus=focus, **facts)
        if not are_far_apart(at_key, at_text):
            break


RULES = (Rule("D016", other_party, needs=frozenset({Organization})),)
