"""What a handbook says, sentence by sentence, so that a rule of law can read it.

A figure that stands in a field is read as the sentence it means, so that one judgement serves texts and fields:
`limits: {of: 试用期, exactly: 7 个月}` is 试用期为 7 个月.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from generator import model
from generator.check.figures import figures_in
from generator.diagnostics.diagnostic import Diagnostic
from generator.link.handbook import Clause, Form, Handbook, Policy
from generator.model.base import Model
from generator.quantities import Figure, Multiple
from generator.read.marks import Place

_SENTENCE = re.compile(r"[^。；;！？!?\n]+")
_DENIAL = (
    r"不得|不可|不应|不能|不准|不许|不允许|不宜|不要|禁止|严禁|无权|无需|无须|不需|不以|不因|不向|不再|不会|不对"
    r"|不收|不用|避免|杜绝|拒不"
)
_JOINED = ("或", "及", "并", "和", "也不", "亦不")


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A text and where it stands.

    `thing` (a clause, penalty, form …) has it under `path`. `as_written` is False for a field read as a sentence.
    `intro` is what it is an item of: the texts above it.
    """

    text: str
    thing: Model
    path: tuple[str | int, ...]
    as_written: bool = True
    intro: str = ""
    policy: Policy | None = None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.thing.at(*self.path)

    @property
    def sentences(self) -> Iterator[Sentence]:
        """Its sentences, parted at full stops and semicolons."""
        for match in _SENTENCE.finditer(self.text):
            yield Sentence(match[0], match.start(), self)


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of a passage, which begins at `start` there."""

    text: str
    start: int
    passage: Passage

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures, with places counted from its own beginning."""
        end = self.start + len(self.text)
        return tuple(
            Figure(one.start - self.start, one.end - self.start, one.value, one.firm)
            for one in figures_in(self.passage.text)
            if self.start <= one.start and one.end <= end
        )

    def with_intro(self) -> str:
        """The sentence after what it is an item of."""
        return f"{self.passage.intro}{self.text}"

    def denies(self, position: int) -> bool:
        """Whether what stands at `position` is forbidden or denied: 不得扣押证件, 公司不得：（一）扣押证件."""
        parts = re.split("([，,])", self.text[:position])
        before = parts.pop()
        while parts and before.startswith(_JOINED):
            before = parts[-2] + before
            del parts[-2:]
        return re.search(_DENIAL, before) is not None or self._introduced_by_denial()

    def _introduced_by_denial(self) -> bool:
        intro = self.passage.intro
        return bool(intro) and re.search(rf"(?:{_DENIAL})[^。；，]*[：:]?。?$", intro) is not None

    def written(self, match: re.Match[str] | Figure) -> str:
        """The words of the sentence that a match or a figure covers."""
        start, end = (match.start(), match.end()) if isinstance(match, re.Match) else (match.start, match.end)
        return self.text[start:end]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in a sentence: the words to point at, how it is told, and further facts."""

    words: str
    variant: str = ""
    facts: tuple[tuple[str, object], ...] = ()


Judge = Callable[[Sentence], Wrong | None]


def wrong(words: str, variant: str = "", /, **facts: object) -> Wrong:
    """Something wrong about these words of the sentence."""
    return Wrong(words, variant, tuple(facts.items()))


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """All passages in reading order; looks for words in all of them at once.

    Many words stand nowhere, which is quicker to see by the `characters` that there are.
    """

    passages: tuple[Passage, ...]
    joined: str
    characters: frozenset[str]
    starts: tuple[int, ...]

    def having(self, *words: str) -> Iterator[Passage]:
        """The passages in which one of the words stands, in order."""
        yield from (self.passages[number] for number in sorted({n for word in words for n in self._with(word)}))

    def _with(self, word: str) -> Iterator[int]:
        if not self.characters.issuperset(word):
            return
        at = self.joined.find(word)
        while at >= 0:
            number = bisect_right(self.starts, at) - 1
            yield number
            if number + 1 == len(self.starts):
                return
            at = self.joined.find(word, self.starts[number + 1])


def judged(handbook: Handbook, code: str, triggers: tuple[str, ...], judge: Judge) -> Iterator[Diagnostic]:
    """The first thing wrong in each clause, penalty or form that has one of the `triggers`, told under `code`."""
    told: set[int] = set()
    for passage in passages_of(handbook).having(*triggers):
        if id(passage.thing) in told:
            continue
        found = next((one for sentence in passage.sentences if (one := judge(sentence))), None)
        if found is not None:
            told.add(id(passage.thing))
            yield about(code, passage, found)


def about(code: str, passage: Passage, found: Wrong) -> Diagnostic:
    """The finding about something wrong in a passage."""
    focus = found.words if passage.as_written else ""
    facts = (("words", found.words), *((name, str(value)) for name, value in found.facts))
    return Diagnostic(passage.place, code, found.variant, facts, focus=focus)


@lru_cache(maxsize=1)
def passages_of(handbook: Handbook) -> Passages:
    """The passages of a handbook, read once for all rules."""
    passages = tuple(_passages(handbook))
    joined = "\n".join(one.text for one in passages)
    ends = accumulate(len(passage.text) + 1 for passage in passages)
    return Passages(passages, joined, frozenset(joined), (0, *ends)[: len(passages)])


def _passages(handbook: Handbook) -> Iterator[Passage]:
    for policy in handbook.policies:
        if policy.spec.status is model.Status.REPEALED:
            continue
        for chapter in policy.chapters:
            for article in chapter.articles:
                yield from _of_clause(article, policy, "")
        for penalty in policy.spec.penalties:
            yield from _of_penalty(penalty, penalty, (), policy)
    for form in handbook.forms:
        yield from _of_form(form)


_BOUNDS = (("exactly", "为"), ("at_most", "不超过"), ("at_least", "不少于"), ("over", "超过"), ("under", "不满"))


def _of_clause(clause: Clause, policy: Policy, intro: str) -> Iterator[Passage]:
    spec = clause.spec
    yield Passage(spec.text, spec, ("text",), intro=intro, policy=policy)
    for number, limit in enumerate(spec.limits):
        for key, words in _BOUNDS:
            if (value := getattr(limit, key)) is not None:
                yield Passage(
                    f"{limit.of}{words}{value}",
                    spec,
                    ("limits", number, key),
                    as_written=False,
                    intro=intro,
                    policy=policy,
                )
    if spec.ahead:
        yield Passage(f"提前{spec.ahead}，{spec.text}", spec, ("ahead",), as_written=False, intro=intro, policy=policy)
    if spec.record and spec.record.retention:
        told = f"《{spec.record.name}》保存{spec.record.retention}"
        yield Passage(told, spec, ("record", "retention"), as_written=False, policy=policy)
    if spec.penalty:
        yield from _of_penalty(spec.penalty, spec, ("penalty",), policy)
    for item in clause.items:
        yield from _of_clause(item, policy, f"{intro}{spec.text}")


def _of_penalty(
    penalty: model.InlinePenalty, thing: Model, path: tuple[str | int, ...], policy: Policy
) -> Iterator[Passage]:
    for sanction, where in ((penalty, path), *((tier, (*path, "tiers", n)) for n, tier in enumerate(penalty.tiers))):
        if sanction.other:
            yield Passage(sanction.other, thing, (*where, "other"), policy=policy)
        per = f"每{penalty.per}" if penalty.per else ""
        case = (sanction.case or "") if isinstance(sanction, model.Tier) else ""
        for key in ("fine", "deduct"):
            if isinstance(value := getattr(sanction, key), Multiple):
                told = f"{penalty.act or ''}{case}{per}扣{value}"
                yield Passage(told, thing, (*where, key), as_written=False, policy=policy)


def _of_form(form: Form) -> Iterator[Passage]:
    spec = form.spec
    yield Passage(f"《{spec.title}》保存{spec.retention}", spec, ("retention",), as_written=False)
    for number, note in enumerate(spec.notes):
        yield Passage(note, spec, ("notes", number))
