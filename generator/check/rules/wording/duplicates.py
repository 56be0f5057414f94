"""The same clause written down twice.

Two clauses can only say the same if they name the same roles, forms and figures; so only clauses that do are compared,
and of those only such as share one of their rarest pairs of characters. That finds every pair that is alike enough and
looks at hardly any other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from math import ceil

from generator.check.rules.rule import Options, TunedRule
from generator.check.rules.wording.neighbours import Neighbours
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook
from generator.link.targets import Mention
from generator.model import Kind

_SHORTEST = 12
"""Shorter texts, such as those of items in a list, are alike by chance."""

_ALL = 100

_CLEARLY = 40
"""So many paragraphs farther from its neighbours, a clause is clearly the one out of place."""

_FIGURES = re.compile(r"[0-9]+(?:\.[0-9]+)?|第[一二三四五六七八九十]+")
_SIGNS = re.compile(r"[\s，。；：、]+")
_OF_ITS_POLICY = re.compile(r"[本该](?:办法|制度|规定|细则|规范|规则|标准|流程|章|节|条|款|项)|前款|^为|^适用")


@dataclass(frozen=True, slots=True)
class _Text:
    """A clause with the pairs of characters of its text, the rarest first."""

    at: int
    clause: Clause
    pairs: tuple[str, ...]
    all_pairs: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two clauses that say the same, by so many percent."""

    earlier: Clause
    later: Clause
    share: int


def near_duplicates(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W022: a clause that says the same as another, to the same people in the same units; at the one out of place."""
    pairs = [pair for alike in _by_names_and_figures(handbook) for pair in _pairs(alike, options.limit)]
    if pairs:
        neighbours = Neighbours(handbook)
        for pair in _without_items(pairs, handbook):
            yield from _told(pair, neighbours)


def _by_names_and_figures(handbook: Handbook) -> Iterator[list[Clause]]:
    by_names: defaultdict[Hashable, list[Clause]] = defaultdict(list)
    for clause in handbook.clauses.values():
        if len(clause.spec.text) >= _SHORTEST:
            by_names[frozenset(span[1] for span in clause.text if isinstance(span, Mention))].append(clause)
    for same_names in by_names.values():
        by_figures: defaultdict[Hashable, list[Clause]] = defaultdict(list)
        for clause in same_names if len(same_names) > 1 else ():
            by_figures[tuple(_FIGURES.findall(clause.spec.text))].append(clause)
        yield from (alike for alike in by_figures.values() if len(alike) > 1)


def _pairs(clauses: list[Clause], least: int) -> Iterator[_Pair]:
    """Each clause with the first before it that says the same, by at least `least` percent of its pairs of characters.

    A clause that repeats another is compared with no later one, so that a hundred copies cost a hundred comparisons.
    """
    texts = _texts(clauses)
    having: defaultdict[str, list[_Text]] = defaultdict(list)
    for text in texts:
        count = len(text.pairs)
        rarest = text.pairs[: count - ceil(count * least / 100) + 1]
        candidates = {one.at: one for pair in rarest for one in having[pair]}
        for at in sorted(candidates):
            earlier = candidates[at]
            share = _share(earlier.all_pairs, text.all_pairs)
            if share >= least and _bind_the_same(earlier.clause, text.clause):
                yield _Pair(earlier.clause, text.clause, share)
                break
        else:
            for pair in rarest:
                having[pair].append(text)


def _texts(clauses: list[Clause]) -> list[_Text]:
    bare = [_SIGNS.sub("", clause.spec.text) for clause in clauses]
    pairs = [frozenset(text[at : at + 2] for at in range(len(text) - 1)) for text in bare]
    often = Counter(pair for some in pairs for pair in some)
    return [
        _Text(at, clause, tuple(sorted(some, key=lambda pair: (often[pair], pair))), some)
        for at, (clause, some) in enumerate(zip(clauses, pairs, strict=True))
    ]


def _share(one: frozenset[str], other: frozenset[str]) -> int:
    return _ALL * len(one & other) // len(one | other)


def _bind_the_same(one: Clause, other: Clause) -> bool:
    """Whether both hold for the same people in one unit; what speaks of its own policy does not hold in another."""
    if one.policy != other.policy and _speaks_of_its_policy(one):
        return False
    if "下列" in one.spec.text and _items(one) != _items(other):
        return False
    if one.who and other.who and set(one.who).isdisjoint(other.who):
        return False
    return not set(one.units).isdisjoint(other.units)


def _items(clause: Clause) -> tuple[str, ...]:
    return tuple(item.spec.text for item in clause.items)


def _speaks_of_its_policy(clause: Clause) -> bool:
    """Whether it is one of the sentences that each policy has: its purpose, its scope, who interprets it."""
    is_act = clause.spec.kind in (Kind.DUTY, Kind.PROHIBITION)
    return not is_act and _OF_ITS_POLICY.search(clause.spec.text) is not None


def _without_items(pairs: list[_Pair], handbook: Handbook) -> Iterator[_Pair]:
    """The pairs, less those of items whose articles are told already."""
    above = {item.key: clause.key for clause in handbook.clauses.values() for item in clause.items}
    told = {(one.earlier.key, one.later.key) for one in pairs}
    for one in pairs:
        if (above.get(one.earlier.key, ""), above.get(one.later.key, "")) not in told:
            yield one


def _told(pair: _Pair, neighbours: Neighbours) -> Iterator[Diagnostic]:
    """The finding at the clause that is out of place: in one policy the later one, else the farther from its like.

    Where neither is clearly so, the editors of both policies are told.
    """
    earlier, later = neighbours.distance(pair.earlier), neighbours.distance(pair.later)
    is_known = pair.earlier.spec.source and pair.later.spec.source
    unclear = pair.earlier.policy != pair.later.policy and not (is_known and abs(earlier - later) >= _CLEARLY)
    if earlier > later or unclear:
        yield _finding(pair.earlier, pair.later, pair.share)
    if earlier <= later or unclear:
        yield _finding(pair.later, pair.earlier, pair.share)


def _finding(copy: Clause, original: Clause, share: int) -> Diagnostic:
    return finding(
        "W022",
        copy.spec.at("text"),
        "same" if share == _ALL else "",
        related=(Related(original.spec.at("text"), "alike"),),
        clause=copy.label,
        other=original.label,
        share=share,
    )


RULES = (TunedRule("W022", near_duplicates),)
