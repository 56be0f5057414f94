"""Which of two people that a clause speaks of is at home there, and which got there by mistake."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.link.handbook import Bearer, Clause, Handbook


class Neighbours:
    """Counts who is named around a clause: first in the clauses next to it, then in its policy."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._around: Mapping[Clause, tuple[Clause, ...]] | None = None

    def is_a_stranger(self, one: Bearer, others: Iterable[Bearer], clause: Clause) -> bool:
        """Whether `one` is named less often around the clause than any of `others`."""
        return self._familiarity(one, clause) < max(self._familiarity(other, clause) for other in others)

    def _familiarity(self, bearer: Bearer, clause: Clause) -> tuple[int, int]:
        if self._around is None:
            self._around = dict(_next_to_each_other(self._handbook))
        uses = self._handbook.uses.get(bearer.target, ())
        near = sum(bearer in other.who for other in self._around[clause])
        return near, sum(use.by.key.partition("/")[0] == clause.policy.key for use in uses)


def _next_to_each_other(handbook: Handbook) -> Iterator[tuple[Clause, tuple[Clause, ...]]]:
    """Each clause with the ones before and after it, the one it is an item of, and its own items."""
    for policy in handbook.policies:
        for chapter in policy.chapters:
            yield from _siblings(chapter.articles, ())


def _siblings(clauses: tuple[Clause, ...], above: tuple[Clause, ...]) -> Iterator[tuple[Clause, tuple[Clause, ...]]]:
    for position, clause in enumerate(clauses):
        beside = (*clauses[max(position - 1, 0) : position], *clauses[position + 1 : position + 2])
        yield clause, (*above, *beside, *clause.items)
        yield from _siblings(clause.items, (clause,))
