"""Whether two clauses ask opposite or different things of the same people about the same matter."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from generator.check.figures import figures_in
from generator.check.rules.duties.speech import names_of
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Bearer, Clause, Handbook
from generator.model import Kind

_BINDING = (Kind.DUTY, Kind.PROHIBITION, Kind.PERMISSION)
_NOT_THE_MATTER = re.compile(
    r"[也均还都]?(?:应当|应该|必须|务必)|不得|不准|不许|严禁|禁止|可以|有权|立即|及时|以内|之内|分别|各自|或者|[和与及\s，。、；：“”（）()内在于自起每应须可]"
)
_SHORTEST = 5
"""How many characters say enough of a matter."""


def contradicting(handbook: Handbook) -> Iterator[Diagnostic]:
    """D018: a duty against a prohibition, two deadlines or two frequencies for the same act of the same bearer."""
    told: set[tuple[Clause, Clause]] = set()
    for clauses in _by_bearer(handbook).values():
        for earlier, later in _about_the_same(clauses):
            variant = _contradiction(earlier, later)
            if variant and (earlier, later) not in told:
                told.add((earlier, later))
                yield from _finding(earlier, later, variant)


def _by_bearer(handbook: Handbook) -> dict[Bearer, list[Clause]]:
    """What each bearer must, may and must not do, for those about whom there is anything to disagree."""
    found: defaultdict[Bearer, list[Clause]] = defaultdict(list)
    for clause in handbook.clauses.values():
        if clause.spec.kind in _BINDING:
            for bearer in clause.who:
                found[bearer].append(clause)
    return {bearer: clauses for bearer, clauses in found.items() if not _are_alike(clauses)}


def _are_alike(clauses: list[Clause]) -> bool:
    first = clauses[0].spec
    return all(
        one.spec.kind is first.kind and one.spec.within == first.within and one.spec.every == first.every
        for one in clauses
    )


def _about_the_same(clauses: list[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """Pairs of clauses that say the same but for who, how soon and whether, or fill in one form after one event."""
    matters: defaultdict[Hashable, list[Clause]] = defaultdict(list)
    for clause in clauses:
        for matter in _matters(clause):
            for earlier in matters[matter]:
                if not set(earlier.units).isdisjoint(clause.units):
                    yield earlier, clause
            matters[matter].append(clause)


def _matters(clause: Clause) -> Iterator[Hashable]:
    spec = clause.spec
    words = _skeleton(spec.text, (name for one in clause.who for name in names_of(one)))
    if len(words) >= _SHORTEST:
        yield words
    if spec.within and spec.when and spec.kind is Kind.DUTY:
        for form in clause.forms:
            yield form, spec.when
        if spec.title:
            yield spec.title, spec.when
    elif spec.every and spec.kind is Kind.DUTY:
        for form in clause.forms:
            yield form, "every"


def _skeleton(text: str, names: Iterable[str]) -> str:
    """What a text says without its bearers, its figures and the words that bind."""
    for figure in reversed(figures_in(text)):
        text = text[: figure.start] + text[figure.end :]
    for name in names:
        text = text.replace(name, "")
    return _NOT_THE_MATTER.sub("", text)


def _contradiction(earlier: Clause, later: Clause) -> str:
    """What the two disagree about; empty if they agree."""
    one, two = earlier.spec, later.spec
    if one.kind is not two.kind:
        return "kinds" if Kind.PROHIBITION in (one.kind, two.kind) else ""
    if one.within and two.within and one.within != two.within:
        return "within"
    return "every" if one.every and two.every and one.every != two.every else ""


def _finding(earlier: Clause, later: Clause, variant: str) -> Iterator[Diagnostic]:
    """The finding at the later of the two, and at the earlier too where that stands in another policy."""
    key = "kind" if variant == "kinds" else variant
    pairs = [(later, earlier), (earlier, later)] if earlier.policy != later.policy else [(later, earlier)]
    for here, there in pairs:
        yield finding(
            "D018",
            here.spec.at(key),
            variant,
            related=(Related(there.spec.at(key), "contradicts"),),
            clause=here.label,
            earlier=there.label,
            one=getattr(there.spec, key),
            two=getattr(here.spec, key),
        )


RULES = (Rule("D018", contradicting),)
