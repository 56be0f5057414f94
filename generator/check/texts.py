"""Every text that a reader sees, gathered once, so that a rule looks at all of them in one pass.

The texts are joined line by line: a pattern runs over the whole handbook at the speed of the regular expression engine,
and only what it finds is traced back to its text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from generator.link.handbook import Clause, Form, Handbook, Policy
from generator.model import ApprovalMatrix, Field, InlinePenalty, InlineReward, LevelScheme, Procedure
from generator.model.base import Model
from generator.read.marks import Place

_REFERENCE = re.compile(r"\{#[^{}\n]*\}")

REFERENCE_MARK = "\ue000"
"""What stands for each character of a reference such as `{#scope}` in the texts that patterns see."""


class TextKind(Enum):
    """What sort of text it is."""

    CLAUSE = auto()
    SENTENCES = auto()
    LABEL = auto()


class Told(NamedTuple):
    """One text: its sort, the thing it is written in, the keys that lead to it, and its clause where it is one's."""

    text: str
    kind: TextKind
    thing: Model
    path: tuple[str | int, ...]
    clause: Clause | None = None

    @property
    def place(self) -> Place:
        """Where the text begins in its file."""
        return self.thing.at(*self.path)


class Found(NamedTuple):
    """What a pattern found in a text, from one character up to but not including another."""

    told: Told
    match: re.Match[str]
    start: int
    end: int

    @property
    def word(self) -> str:
        """The characters found, as written."""
        return self.told.text[self.start : self.end]

    @property
    def focus(self) -> str:
        """The characters found, with as many after and before them as make them the first of their like in the text."""
        return first_of_its_like(self.told.text, self.start, self.end)


def first_of_its_like(text: str, start: int, end: int) -> str:
    """`text[start:end]`, with as many characters after and before it as make it the first of its like in the text."""
    while text.find(text[start:end]) != start:
        if end < len(text):
            end += 1
        else:
            start -= 1
    return text[start:end]


class Texts:
    """Some texts, each a line of one long text."""

    def __init__(self, told: Iterable[Told]) -> None:
        self.told = tuple(told)
        joined = "\n".join(one.text for one in self.told)
        self._joined = _REFERENCE.sub(lambda found: REFERENCE_MARK * len(found[0]), joined)
        self._starts = list(accumulate((len(one.text) + 1 for one in self.told), initial=0))

    def __contains__(self, part: str) -> bool:
        return part in self._joined

    def without(self, pattern: re.Pattern[str]) -> str:
        """All texts, less what the pattern matches: a quick look whether anything is left to be found."""
        return pattern.sub("", self._joined)

    def found(self, pattern: re.Pattern[str]) -> Iterator[Found]:
        """Whatever the pattern matches, text by text; it sees every text as a line."""
        starts = self._starts
        for match in pattern.finditer(self._joined):
            at = bisect_right(starts, match.start()) - 1
            yield Found(self.told[at], match, match.start() - starts[at], match.end() - starts[at])

    def first_found(self, pattern: re.Pattern[str]) -> Iterator[tuple[Found, tuple[Found, ...]]]:
        """The first match in each text that has one, and the others in it."""
        waiting: list[Found] = []
        for one in self.found(pattern):
            if waiting and waiting[0].told is not one.told:
                yield waiting[0], tuple(waiting[1:])
                waiting = []
            waiting.append(one)
        if waiting:
            yield waiting[0], tuple(waiting[1:])


@lru_cache(maxsize=1)
def every_text(handbook: Handbook) -> Texts:
    """Every text that a reader sees, except the titles of laws and of sources, which others have written."""
    return Texts(_all(handbook))


@lru_cache(maxsize=1)
def clause_texts(handbook: Handbook) -> Texts:
    """The texts of all articles and items."""
    return Texts(one for one in every_text(handbook).told if one.kind is TextKind.CLAUSE)


def _all(handbook: Handbook) -> Iterator[Told]:
    yield from _of(handbook.settings, labels=("title",), sentences=("summary",))
    yield from _organization(handbook)
    for policy in handbook.policies:
        yield from _policy(policy)
    for clause in handbook.clauses.values():
        yield from _clause(clause)
    for form in handbook.forms:
        yield from _form(form)
    for term in handbook.terms:
        yield from _of(term.spec, labels=("term",), sentences=("definition",))
    for scheme in handbook.levels:
        yield from _levels(scheme.spec)


def _organization(handbook: Handbook) -> Iterator[Told]:
    for unit in handbook.units:
        yield from _of(unit.spec, labels=("name", "business"))
    for department in handbook.departments:
        yield from _of(department.spec, labels=("name", "task"))
    for role in handbook.roles:
        yield from _of(role.spec, labels=("name", "task"))
    for group in handbook.groups:
        yield from _of(group.spec, labels=("name", "meaning"))
    for measure in handbook.measures:
        yield from _of(measure.spec, labels=("name",))


def _of(thing: Model, labels: tuple[str, ...] = (), sentences: tuple[str, ...] = ()) -> Iterator[Told]:
    """The texts that `thing` has under these keys."""
    for kind, keys in ((TextKind.LABEL, labels), (TextKind.SENTENCES, sentences)):
        for key in keys:
            text = getattr(thing, key)
            if text:
                yield Told(text, kind, thing, (key,))


def _each(thing: Model, key: str, texts: Iterable[str], kind: TextKind = TextKind.LABEL) -> Iterator[Told]:
    """The texts of a list."""
    return (Told(text, kind, thing, (key, at)) for at, text in enumerate(texts) if text)


def _policy(policy: Policy) -> Iterator[Told]:
    spec = policy.spec
    yield from _of(spec, labels=("title",), sentences=("summary",))
    for chapter in policy.chapters:
        yield Told(chapter.spec.title, TextKind.LABEL, chapter.spec, ("title",))
    for penalty in spec.penalties:
        yield from _penalty(penalty)
    for reward in spec.rewards:
        yield from _reward(reward)
    for matrix in spec.approvals:
        yield from _matrix(matrix)
    for procedure in spec.procedures:
        yield from _procedure(procedure)


def _clause(clause: Clause) -> Iterator[Told]:
    spec = clause.spec
    if spec.title:
        yield Told(spec.title, TextKind.LABEL, spec, ("title",))
    yield Told(spec.text, TextKind.CLAUSE, spec, ("text",), clause)
    if spec.when:
        yield Told(spec.when, TextKind.LABEL, spec, ("when",))
    if spec.before:
        yield Told(spec.before, TextKind.LABEL, spec, ("before",))
    if spec.record:
        yield Told(spec.record.name, TextKind.LABEL, spec.record, ("name",))
    for limit in spec.limits:
        yield Told(limit.of, TextKind.LABEL, limit, ("of",))
    if spec.penalty:
        yield from _penalty(spec.penalty)
    if spec.reward:
        yield from _reward(spec.reward)


def _penalty(penalty: InlinePenalty) -> Iterator[Told]:
    yield from _of(penalty, labels=("act", "per", "by", "other"))
    for tier in penalty.tiers:
        yield from _of(tier, labels=("case", "by", "other"))
    for joint in penalty.joint:
        yield from _of(joint, labels=("sanction",))


def _reward(reward: InlineReward) -> Iterator[Told]:
    yield from _of(reward, labels=("act", "per", "other"))


def _matrix(matrix: ApprovalMatrix) -> Iterator[Told]:
    yield from _of(matrix, labels=("subject", "measure"))
    for tier in matrix.tiers:
        yield from _of(tier, labels=("case",))


def _procedure(procedure: Procedure) -> Iterator[Told]:
    yield from _of(procedure, labels=("title",))
    for step in procedure.steps:
        yield from _of(step, labels=("when",))


def _levels(scheme: LevelScheme) -> Iterator[Told]:
    yield from _of(scheme, labels=("scheme", "measure"))
    for level in scheme.levels:
        yield from _of(level, labels=("name", "criterion", "consequence"))


def _form(form: Form) -> Iterator[Told]:
    spec = form.spec
    yield from _of(spec, labels=("title",), sentences=("purpose",))
    for section in spec.sections:
        yield from _of(section, labels=("title",))
        for field in section.fields:
            yield from _field(field)
    for signature in spec.signatures:
        yield Told(signature.label, TextKind.LABEL, signature, ("label",))
    for copy in spec.copies:
        yield from _of(copy, labels=("color", "use"))
    yield from _each(spec, "notes", spec.notes, TextKind.SENTENCES)


def _field(field: Field) -> Iterator[Told]:
    yield Told(field.label, TextKind.LABEL, field, ("label",))
    if field.unit or field.hint or field.personal:
        yield from _of(field, labels=("unit", "hint", "personal"))
    if field.options:
        yield from _each(field, "options", field.options)
    for column in field.columns:
        yield from _of(column, labels=("label", "unit"))
        yield from _each(column, "options", column.options)
    for at, row in enumerate(field.preset):
        yield from (
            Told(cell, TextKind.LABEL, field, ("preset", at, position)) for position, cell in enumerate(row) if cell
        )
