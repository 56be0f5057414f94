"""Whether the text of a clause speaks of those whom its fields name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.outline import Outline, from_within, outline
from generator.check.rules.duties.speech import MODAL, BearerNames, first_sentence, names_of, stand_for, subjects
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Bearer, Clause, Department, Handbook, Role
from generator.model import Kind, Organization

_BINDING = (Kind.DUTY, Kind.PROHIBITION, Kind.PERMISSION)


def other_subject(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """D015: the text binds somebody else than the bearer, or does not name the bearer at all."""
    names = BearerNames(handbook)
    above = outline(handbook)
    titles = _chapter_titles(handbook)
    for clause in handbook.clauses.values():
        spec = clause.spec
        if not spec.who or spec.kind not in _BINDING or len(clause.who) < len(spec.who):
            continue
        unnamed = [bearer for bearer in clause.who if not _is_named(bearer, spec.text)]
        if len(unnamed) < len(clause.who):
            yield from _beside_the_bearers(clause, unnamed, names, handbook, options)
        elif not _is_named_above(clause, above, titles):
            yield from _without_bearers(clause, names, handbook, options)


def _is_named(bearer: Bearer, text: str) -> bool:
    return any(name in text for name in names_of(bearer))


def _chapter_titles(handbook: Handbook) -> dict[Clause, str]:
    return {
        article: chapter.spec.title
        for policy in handbook.policies
        for chapter in policy.chapters
        for article in chapter.articles
    }


def _is_named_above(clause: Clause, above: Outline, titles: dict[Clause, str]) -> bool:
    """Whether a title, or the clause that it is an item of, says who is meant."""
    around = [clause.spec.title or ""]
    for one in from_within(clause, above):
        around.append(titles.get(one, ""))
        if one is not clause:
            around += (one.spec.title or "", one.spec.text)
    said = "\n".join(around)
    return any(_is_named(bearer, said) for bearer in clause.who)


def _beside_the_bearers(
    clause: Clause, unnamed: list[Bearer], names: BearerNames, handbook: Handbook, options: Options
) -> Iterator[Diagnostic]:
    """A text that names some of the bearers and binds somebody else, or leaves out one of them."""
    other = _bound(clause, names, handbook, options)
    if other:
        yield _finding(clause, other, handbook)
        return
    meant = _meant(clause, unnamed, handbook)
    for bearer in unnamed:
        if isinstance(bearer, Role | Department) and bearer not in meant and not _is_general(clause, options):
            place = clause.spec.at("who", clause.who.index(bearer))
            related = (Related(clause.spec.at("text"), "text"),)
            yield finding("D015", place, "left_out", related=related, clause=clause.label, bearer=bearer.name)


def _without_bearers(clause: Clause, names: BearerNames, handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A text that names none of the bearers."""
    other = _bound(clause, names, handbook, options)
    if other:
        yield _finding(clause, other, handbook)
    elif MODAL.search(clause.spec.text) and not _is_general(clause, options):
        if len(_meant(clause, list(clause.who), handbook)) == len(clause.who):
            return
        related = (Related(clause.spec.at("who"), "who"),)
        bearers = "、".join(bearer.name for bearer in clause.who)
        yield finding("D015", clause.spec.at("text"), "unnamed", related=related, clause=clause.label, bearer=bearers)


def _bound(clause: Clause, names: BearerNames, handbook: Handbook, options: Options) -> Bearer | None:
    """Whoever stands directly before `应当` and the like, though he neither bears the clause nor helps with it."""
    text = first_sentence(clause.spec.text)
    if not MODAL.search(text):
        text = clause.spec.text
    expected: set[Bearer] | None = None
    for end in subjects(text):
        named = names.ending_at(text, end)
        if named is None or named in clause.who or named.name in options.words:
            continue
        expected = expected or {*stand_for((*clause.who, *clause.with_), handbook)}
        if named not in expected and not _stands_beside(named, text[:end], expected):
            return named
    return None


def _stands_beside(named: Bearer, before: str, expected: set[Bearer]) -> bool:
    """Whether one of those expected is named in the same breath: 甲和乙应当."""
    clause = re.split("[，。；：]", before)[-1]
    return any(_is_named(bearer, clause) for bearer in expected)


def _meant(clause: Clause, bearers: list[Bearer], handbook: Handbook) -> list[Bearer]:
    """Those of the bearers for whom the text names somebody who stands for them."""
    text = clause.spec.text
    return [bearer for bearer in bearers if any(_is_named(other, text) for other in stand_for((bearer,), handbook))]


def _is_general(clause: Clause, options: Options) -> bool:
    """Whether the words before the last `应当` and the like mean people without naming them."""
    text = first_sentence(clause.spec.text)
    ends = [modal.start() for modal in MODAL.finditer(text)]
    before = text[: ends[-1]] if ends else text
    return any(word in before for word in options.words)


def _finding(clause: Clause, other: Bearer, handbook: Handbook) -> Diagnostic:
    """The finding at whichever of the two is the stranger to the policy: more likely it was written by mistake."""
    bearers = "、".join(bearer.name for bearer in clause.who)
    name = next(name for name in names_of(other) if name in clause.spec.text)
    if _is_the_stranger(other, clause.who, clause, handbook):
        place, elsewhere, focus = clause.spec.at("text"), Related(clause.spec.at("who"), "who"), name
    else:
        place, elsewhere, focus = clause.spec.at("who"), Related(clause.spec.at("text"), "text"), ""
    facts = {"clause": clause.label, "bearer": bearers, "other": other.name}
    return finding("D015", place, related=(elsewhere,), focus=focus, **facts)


def _is_the_stranger(other: Bearer, listed: tuple[Bearer, ...], clause: Clause, handbook: Handbook) -> bool:
    """Whether the policy speaks less often of the other than of those listed."""
    home = clause.policy.key
    return _times_named(other, home, handbook) < max(_times_named(one, home, handbook) for one in listed)


def _times_named(bearer: Bearer, policy: str, handbook: Handbook) -> int:
    """In how many places of a policy the bearer is named."""
    return sum(use.by.key.partition("/")[0] == policy for use in handbook.uses.get(bearer.target, ()))


_SENT = re.compile(r"(?:报告|报送|上报|呈报|报|送交|转送|送达|送|交|呈|通知|告知|发送给|提交|反馈给|答复|转交)(?!《)")
_TOGETHER = re.compile(r"会同|协同|配合|协助")


def other_party(handbook: Handbook) -> Iterator[Diagnostic]:
    """D016: the text sends to, or joins with, somebody else than the clause lists."""
    names = BearerNames(handbook)
    for clause in handbook.clauses.values():
        if clause.to:
            yield from _elsewhere(clause, "to", clause.to, _SENT, names, handbook)
        if clause.with_:
            yield from _elsewhere(clause, "with", clause.with_, _TOGETHER, names, handbook)


def _elsewhere(
    clause: Clause,
    key: str,
    parties: tuple[Bearer, ...],
    verbs: re.Pattern[str],
    names: BearerNames,
    handbook: Handbook,
) -> Iterator[Diagnostic]:
    text = clause.spec.text
    if all(_is_named(party, text) for party in parties):
        return
    known = {*stand_for((*clause.who, *clause.with_, *clause.to), handbook)}
    for verb in verbs.finditer(text):
        named = names.starting_at(text, verb.end())
        if named and named not in known:
            yield _other_party(clause, key, parties, named, handbook)
            return


def _other_party(
    clause: Clause, key: str, parties: tuple[Bearer, ...], named: Bearer, handbook: Handbook
) -> Diagnostic:
    name = next(name for name in names_of(named) if name in clause.spec.text)
    if _is_the_stranger(named, parties, clause, handbook):
        place, elsewhere, focus = clause.spec.at("text"), Related(clause.spec.at(key), "who"), name
    else:
        place, elsewhere, focus = clause.spec.at(key), Related(clause.spec.at("text"), "text"), ""
    listed = "、".join(party.name for party in parties)
    facts = {"clause": clause.label, "listed": listed, "named": named.name}
    return finding("D016", place, key, related=(elsewhere,), focus=focus, **facts)


RULES = (
    TunedRule("D015", other_subject, needs=frozenset({Organization})),
    Rule("D016", other_party, needs=frozenset({Organization})),
)
