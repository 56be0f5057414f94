"""Whether clauses that follow each other can be done in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook

Earlier = Mapping[Clause, tuple[Clause, ...]]
"""The clauses that each clause of a policy comes after."""


def clauses_in_a_circle(handbook: Handbook) -> Iterator[Diagnostic]:
    """T007: clauses each of which comes after the next, and the last after the first."""
    for earlier in _chains(handbook).values():
        try:
            TopologicalSorter(earlier).prepare()
        except CycleError as error:
            yield _circle(error.args[1], handbook)


def _chains(handbook: Handbook) -> dict[str, Earlier]:
    """Per policy, what comes after what."""
    found: defaultdict[str, dict[Clause, tuple[Clause, ...]]] = defaultdict(dict)
    for clause in handbook.clauses.values():
        if clause.after:
            found[clause.policy.key][clause] = tuple(handbook.clauses[target.key] for target in clause.after)
    return dict(found)


def _circle(clauses: list[Clause], handbook: Handbook) -> Diagnostic:
    """The finding at the first clause in print, which can only wait for a later one by mistake."""
    around = clauses[:-1]
    first = min(around, key=lambda clause: clause.spec.place)
    start = around.index(first)
    path = " → ".join(clause.label for clause in (*around[start:], *around[:start], first))
    return finding("T007", first.spec.at("after", 0), path=path)


def due_before_it_can_begin(handbook: Handbook) -> Iterator[Diagnostic]:
    """T008: a clause due before the one it comes after, counted from the same event."""
    for earlier in _chains(handbook).values():
        for clause in earlier:
            limit = clause.spec.within
            if limit and clause.spec.when:
                for one in _all_before(clause, earlier):
                    given = one.spec.within
                    if given and one.spec.when == clause.spec.when and given.longest_days() > limit.longest_days():
                        related = (Related(clause.spec.at("within"), "follows"),)
                        yield finding(
                            "T008",
                            one.spec.at("within"),
                            related=related,
                            clause=one.label,
                            given=given,
                            later=clause.label,
                            limit=limit,
                        )


def _all_before(clause: Clause, earlier: Earlier) -> Iterable[Clause]:
    """Every clause on the way to this one."""
    found: dict[Clause, None] = {}
    waiting = list(earlier.get(clause, ()))
    while waiting:
        one = waiting.pop()
        if one not in found and one is not clause:
            found[one] = None
            waiting.extend(earlier.get(one, ()))
    return found


RULES = (
    Rule("T007", clauses_in_a_circle),
    Rule("T008", due_before_it_can_begin),
)
