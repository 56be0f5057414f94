"""Whether the text of a clause speaks of those who bear it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.check.apart import are_far_apart
from generator.check.outline import Outline, from_within, outline
from generator.check.rules.duties.neighbours import Neighbours
from generator.check.rules.duties.speech import (
    ENDS_WITH_AND,
    MODAL,
    BearerNames,
    first_sentence,
    is_named,
    names_of,
    stand_for,
)
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Bearer, Clause, Department, Group, Handbook, Role
from generator.model import Kind, Organization

_BINDING = (Kind.DUTY, Kind.PROHIBITION, Kind.PERMISSION)
_BORNE = (*_BINDING, Kind.STANDARD)


def other_subject(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """D015: the text binds somebody else than the bearer, leaves one of them out, or does not name him at all."""
    asked = _Asked(handbook, options)
    for clause in handbook.clauses.values():
        if clause.who and clause.spec.kind in _BORNE and len(clause.who) >= len(clause.spec.who):
            yield from asked.about(clause)


class _Asked:
    """The rule with what it needs to know of the whole handbook."""

    def __init__(self, handbook: Handbook, options: Options) -> None:
        self._handbook = handbook
        self._general = options.words
        self._names = BearerNames(handbook)
        self._neighbours = Neighbours(handbook)
        self._above: Outline = outline(handbook)
        self._titles = {
            article: chapter.spec.title
            for policy in handbook.policies
            for chapter in policy.chapters
            for article in chapter.articles
        }

    def about(self, clause: Clause) -> Iterator[Diagnostic]:
        """What is to be said about a clause that binds somebody."""
        other = self._bound(clause) if clause.spec.kind in _BINDING else None
        if other:
            yield from self._other(clause, other)
            return
        if not clause.spec.who:
            return
        stranger = self._names.stranger_in(clause.spec.text) if clause.spec.kind in _BINDING else ""
        if stranger:
            yield _unknown(clause, stranger)
            return
        unnamed = [bearer for bearer in clause.who if not is_named(bearer, clause.spec.text)]
        if unnamed and not self._is_general(clause):
            yield from self._without(clause, unnamed)

    def _bound(self, clause: Clause) -> Bearer | None:
        """Whoever stands directly before `应当` and the like, though he neither bears the clause nor helps with it."""
        text = first_sentence(clause.spec.text)
        if not MODAL.search(text):
            text = clause.spec.text
        return self._unexpected(clause, self._names.bound_in(text))

    def _unexpected(self, clause: Clause, people: Iterable[Bearer]) -> Bearer | None:
        """The first of the people who has nothing to do with the clause."""
        expected: set[Bearer] | None = None
        for named in people:
            if named in clause.who or named.name in self._general:
                continue
            expected = expected or {*stand_for((*clause.who, *clause.with_), self._handbook)}
            if named not in expected and not _stands_beside(named, clause.spec.text, expected):
                return named
        return None

    def _without(self, clause: Clause, unnamed: list[Bearer]) -> Iterator[Diagnostic]:
        """Bearers whom the text does not name: some of them beside others that it names, or all of them."""
        meant = [bearer for bearer in unnamed if self._is_meant(bearer, clause.spec.text)]
        if len(unnamed) < len(clause.who):
            for bearer in unnamed:
                if isinstance(bearer, Role | Department) and bearer not in meant:
                    yield _left_out(clause, bearer)
        elif len(meant) < len(unnamed) and not self._is_named_around(clause):
            other = self._unexpected(clause, self._names.acting_in(clause.spec.text))
            parent = self._above.get(clause)
            if other:
                yield from self._other(clause, other)
            elif clause.spec.kind in _BINDING and MODAL.search(clause.spec.text):
                yield _unnamed(clause, "text", "who")
            elif parent and parent.who and not set(parent.who) & set(clause.who):
                yield _unnamed(clause, "who", "text")

    def _is_general(self, clause: Clause) -> bool:
        """Whether everyone is bound, or the words before the last `应当` mean people without naming them."""
        if any(isinstance(bearer, Group) and bearer.spec.everyone for bearer in clause.who):
            return True
        text = first_sentence(clause.spec.text)
        ends = [modal.start() for modal in MODAL.finditer(text)]
        before = text[: ends[-1]] if ends else text
        return any(word in before for word in self._general)

    def _is_meant(self, bearer: Bearer, text: str) -> bool:
        return any(is_named(other, text) for other in stand_for((bearer,), self._handbook))

    def _is_named_around(self, clause: Clause) -> bool:
        """Whether a title, or the clause that it is an item of, says who is meant."""
        around = [clause.spec.title or ""]
        for one in from_within(clause, self._above):
            around.append(self._titles.get(one, ""))
            if one is not clause:
                around += (one.spec.title or "", one.spec.text)
        said = "\n".join(around)
        return any(is_named(bearer, said) for bearer in clause.who)

    def _other(self, clause: Clause, other: Bearer) -> Iterator[Diagnostic]:
        """The finding at whichever of the two is the stranger, and at both where they are far apart."""
        spec = clause.spec
        key = "who" if spec.who else "kind"
        name = next(name for name in names_of(other) if name in spec.text)
        listed, text = (
            (spec.at(key), Related(spec.at("text"), "text"), ""),
            (spec.at("text"), Related(spec.at(key), key), name),
        )
        is_in_text = spec.who and self._neighbours.is_a_stranger(other, clause.who, clause)
        facts = {"clause": clause.label, "bearer": _names(clause), "other": other.name}
        for place, elsewhere, focus in (text, listed) if is_in_text else (listed, text):
            yield finding("D015", place, related=(elsewhere,), focus=focus, **facts)
            if not are_far_apart(place, elsewhere.place):
                break


def _stands_beside(named: Bearer, text: str, expected: set[Bearer]) -> bool:
    """Whether one of those expected is named in the same breath before him, and not as his equal: 甲协助乙应当."""
    name = next(name for name in names_of(named) if name in text)
    before = re.split("[，。；：]", text.partition(name)[0])[-1]
    return not ENDS_WITH_AND.search(before) and any(is_named(bearer, before) for bearer in expected)


def _left_out(clause: Clause, bearer: Bearer) -> Diagnostic:
    place = clause.spec.at("who", clause.who.index(bearer))
    related = (Related(clause.spec.at("text"), "text"),)
    return finding("D015", place, "left_out", related=related, clause=clause.label, bearer=bearer.name)


def _unknown(clause: Clause, stranger: str) -> Diagnostic:
    related = (Related(clause.spec.at("who"), "who"),)
    facts = {"clause": clause.label, "bearer": _names(clause), "other": stranger}
    return finding("D015", clause.spec.at("text"), "unknown", related=related, focus=stranger, **facts)


def _unnamed(clause: Clause, at: str, elsewhere: str) -> Diagnostic:
    related = (Related(clause.spec.at(elsewhere), elsewhere),)
    place = clause.spec.at(at)
    return finding("D015", place, "unnamed", related=related, clause=clause.label, bearer=_names(clause))


def _names(clause: Clause) -> str:
    return "、".join(bearer.name for bearer in clause.who)


RULES = (TunedRule("D015", other_subject, needs=frozenset({Organization})),)
