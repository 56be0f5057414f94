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
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook
from generator.link.targets import Mention

_SHORTEST = 12
"""Shorter texts, such as those of items in a list, are alike by chance."""

_FIGURES = re.compile(r"[0-9]+(?:\.[0-9]+)?|第[一二三四五六七八九十]+")
_SIGNS = re.compile(r"[\s，。；：、]+")
_OF_ITS_POLICY = re.compile(r"[本该](?:办法|制度|规定|细则|规范|规则|标准|流程|章|节|条|款|项)|[前下]款|[前下]列")


@dataclass(frozen=True, slots=True)
class _Text:
    """A clause with the pairs of characters of its text, the rarest first."""

    at: int
    clause: Clause
    pairs: tuple[str, ...]
    all_pairs: frozenset[str]


def near_duplicates(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W022: a clause that says the same as another, to the same people in the same units; at the one out of place."""
    families = _families(handbook)
    for alike in _by_names_and_figures(handbook):
        for earlier, later, share in _pairs(alike, options.limit):
            yield _told(earlier, later, share, families)


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


def _pairs(clauses: list[Clause], least: int) -> Iterator[tuple[Clause, Clause, int]]:
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
                yield earlier.clause, text.clause, share
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
    return 100 * len(one & other) // len(one | other)


def _bind_the_same(one: Clause, other: Clause) -> bool:
    """Whether both hold for the same people in one unit; what speaks of its own policy does not hold in another."""
    if one.policy != other.policy and (_OF_ITS_POLICY.search(one.spec.text) or _is_opening(one)):
        return False
    if one.who and other.who and set(one.who).isdisjoint(other.who):
        return False
    return not set(one.units).isdisjoint(other.units)


def _is_opening(clause: Clause) -> bool:
    return clause.spec.text.startswith(("为", "适用"))


def _families(handbook: Handbook) -> Counter[tuple[str, str]]:
    """How many clauses of each policy restate each source document."""
    cited: Counter[tuple[str, str]] = Counter()
    for clause in handbook.clauses.values():
        cited.update((clause.policy.key, source) for source in _documents(clause))
    return cited


def _documents(clause: Clause) -> set[str]:
    return {paragraph.partition(".")[0] for paragraph in clause.spec.source}


def _told(earlier: Clause, later: Clause, share: int, families: Counter[tuple[str, str]]) -> Diagnostic:
    """The finding, at the later clause unless the earlier one restates a document that its policy hardly knows."""
    copy, original = later, earlier
    if _at_home(earlier, families) < _at_home(later, families):
        copy, original = earlier, later
    return finding(
        "W022",
        copy.spec.at("text"),
        "same" if share == 100 else "",
        related=(Related(original.spec.at("text"), "first"),),
        clause=copy.label,
        other=original.label,
        share=share,
    )


def _at_home(clause: Clause, families: Counter[tuple[str, str]]) -> bool:
    """Whether other clauses of its policy restate one of the documents that it restates."""
    documents = _documents(clause)
    return not documents or any(families[clause.policy.key, document] > 1 for document in documents)


RULES = (TunedRule("W022", near_duplicates),)
