"""What texts tell of the copies of a form: how many there are (一式三联) and who gets which (第二联送财务部)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from generator.check.rules.forms.bearers import BearerNames
from generator.link.handbook import Bearer, Clause, Form, Handbook
from generator.link.targets import TargetKind, plain
from generator.quantities import QuantityError, parse_number
from generator.read.marks import Place

_NUMBER = "[一二两三四五六七八九十0-9]+"
_SPOKEN_OF = re.compile(
    rf"《(?P<form>[^《》]+)》"
    rf"|一式(?P<all>{_NUMBER})[联份](?:的?《(?P<of>[^《》]+)》)?"
    rf"|复印(?P<copied>{_NUMBER})份"
    rf"|其余(?P<rest>{_NUMBER})联"
    rf"|(?P<own>自[存留](?:《[^《》]+》)?)?第(?P<nth>{_NUMBER})联"
    rf"|(?<![一二三四五六七八九十式0-9])(?P<one>一[联份])(?=[^的《])"
)
_HANDED = re.compile("[由送交存报转给留归]")
_SHARED_OUT = re.compile("分(?:别|送|发|交)")
_END = re.compile("[，。；：]|第[一二两三四五六七八九十0-9]+联")
_SENTENCE_END = re.compile("[。；]")


@dataclass(frozen=True, slots=True)
class Count:
    """So many copies there are, or at least so many, in these words at that place."""

    copies: int
    words: str
    place: Place
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who of these gets the copy of that number (0: any one), and who else has to do with the text that tells it."""

    number: int
    who: tuple[Bearer, ...]
    words: str
    place: Place
    around: tuple[Bearer, ...]


@dataclass(slots=True)
class Told:
    """All that is told of the copies of one form."""

    counts: list[Count] = field(default_factory=list)
    receivers: list[Receiver] = field(default_factory=list)

    @property
    def said(self) -> bool:
        """Whether any text speaks of the copies."""
        return bool(self.counts or self.receivers)


@lru_cache(maxsize=1)
def told_copies(handbook: Handbook) -> dict[Form, Told]:
    """What the clauses, and the notes on the form itself, tell of the copies of each form; read once for all rules."""
    reader = _Reader(handbook)
    for policy in handbook.policies:
        for chapter in policy.chapters:
            reader.read_clauses(chapter.articles, None)
    for form in handbook.forms:
        for position, note in enumerate(form.notes):
            reader.read(plain(note), form.spec.at("notes", position), form, ())
        reader.read(plain(form.purpose), form.spec.at("purpose"), form, ())
    return reader.told


class _Reader:
    """Reads texts one after the other."""

    def __init__(self, handbook: Handbook) -> None:
        self.told: dict[Form, Told] = {}
        self._handbook = handbook
        self._names = BearerNames(handbook)
        self._forms = {name: form for form in handbook.forms for name in (form.spec.title, *form.spec.aliases)}

    def read_clauses(self, clauses: Iterable[Clause], above: Form | None) -> None:
        """Read clauses and their items; those that name no form speak of the form of the clause above."""
        for clause in clauses:
            form = _form_of(clause, self._handbook) or above
            text = clause.spec.text
            if form and ("联" in text or "份" in text):
                self.read(text, clause.spec.at("text"), form, (*clause.who, *clause.to, *clause.with_), clause)
            if clause.items:
                self.read_clauses(clause.items, form)

    def read(
        self, text: str, place: Place, form: Form, around: tuple[Bearer, ...], clause: Clause | None = None
    ) -> None:
        """Read one text that speaks of `form` until it names another."""
        ordinals = ones = 0
        for found in _SPOKEN_OF.finditer(text):
            part = found.groupdict()
            form = self._forms.get(part["form"] or part["of"] or "", form)
            told = self.told.setdefault(form, Told())
            if part["all"] or part["copied"]:
                number = _number(part["all"] or part["copied"])
                told.counts.append(Count(number, re.split("的|《", found[0])[0], place))
                told.receivers += self._shared_out(text, found.end(), place, around)
            elif part["rest"]:
                told.counts.append(Count(ordinals + _number(part["rest"]), found[0], place))
            elif part["nth"]:
                ordinals += 1
                number = _number(part["nth"])
                told.counts.append(Count(number, f"第{part['nth']}联", place, at_least=True))
                told.receivers += self._receiver(number, found, place, around, clause)
            elif part["one"]:
                ones += 1
                told.receivers += self._receiver(0, found, place, around, clause)
        told = self.told.setdefault(form, Told())
        if ones > 1:
            told.counts.append(Count(ones, "一联" if "一联" in text else "一份", place))
        if clause:
            told.counts += _limits(clause, form)

    def _receiver(
        self, number: int, found: re.Match[str], place: Place, around: tuple[Bearer, ...], clause: Clause | None
    ) -> Iterator[Receiver]:
        """Who gets the copy that the match speaks of, if the words around it tell."""
        if found["own"]:
            if clause and clause.who:
                yield Receiver(number, clause.who, found[0], place, around)
            return
        text = found.string
        end = _END.search(text, found.end())
        stretch = text[found.end() : end.start() if end else len(text)]
        who = self._names.within(stretch) if _HANDED.search(stretch) else ()
        if who:
            yield Receiver(number, who[:1], f"{found[0]}{stretch}", place, around)

    def _shared_out(self, text: str, start: int, place: Place, around: tuple[Bearer, ...]) -> Iterator[Receiver]:
        """Those among whom all copies are shared out, such as 一式三联，分送甲、乙和丙."""
        end = _SENTENCE_END.search(text, start)
        rest = text[start : end.start() if end else len(text)]
        shared = _SHARED_OUT.search(rest)
        if shared and "联" not in rest:
            for bearer in self._names.within(rest[shared.start() :]):
                yield Receiver(0, (bearer,), bearer.name, place, around)


def _number(text: str) -> int:
    """The number that a text writes; 0 for what only looks like one."""
    try:
        return int(parse_number(text))
    except QuantityError:
        return 0


def _form_of(clause: Clause, handbook: Handbook) -> Form | None:
    """The form a clause speaks of first: the one it names, else the only one it lists."""
    for span in clause.text:
        if not isinstance(span, str) and span.target.kind is TargetKind.FORM:
            return handbook.form_by_id[span.target.key]
    return clause.forms[0] if len(clause.forms) == 1 else None


def _limits(clause: Clause, form: Form) -> Iterator[Count]:
    """The numbers of copies in the fields beside the text."""
    for position, limit in enumerate(clause.spec.limits):
        if limit.exactly and limit.exactly.unit in ("联", "份") and form.name in limit.of:
            yield Count(int(limit.exactly.low), str(limit.exactly), clause.spec.at("limits", position, "exactly"))
