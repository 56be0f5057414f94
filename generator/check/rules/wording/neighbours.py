"""Whether a clause stands among those that restate the same part of an older document."""

from __future__ import annotations

from collections import defaultdict

from generator.link.handbook import Clause, Handbook

_REACH = 2
"""So many clauses before and after are looked at."""

_FAR = 300
"""Paragraphs of different documents are that far from each other."""

_STRANGER = 10
"""A neighbour that binds nobody whom the clause binds counts like so many paragraphs."""


class Neighbours:
    """The clauses of a handbook in reading order, articles and items apart."""

    def __init__(self, handbook: Handbook) -> None:
        self._of: defaultdict[tuple[str, int], list[Clause]] = defaultdict(list)
        self._at: dict[str, int] = {}
        for clause in handbook.clauses.values():
            beside = self._of[clause.policy.key, clause.depth]
            self._at[clause.key] = len(beside)
            beside.append(clause)

    def distance(self, clause: Clause) -> int:
        """How many paragraphs lie between what the clause restates and what its neighbours do, all together.

        A clause that was copied from elsewhere is far from its neighbours; one without a source is at home anywhere.
        """
        at, beside = self._at[clause.key], self._of[clause.policy.key, clause.depth]
        around = beside[max(at - _REACH, 0) : at + _REACH + 1]
        others = [one for one in around if one is not clause and one.spec.source]
        if not clause.spec.source or not others:
            return 0
        strangers = sum(_STRANGER for one in others if set(one.who).isdisjoint(clause.who))
        return (sum(_apart(clause, one) for one in others) + strangers) // len(others)


def _apart(one: Clause, other: Clause) -> int:
    """The least distance between a paragraph of one and a paragraph of the other."""
    pairs = ((mine.partition("."), theirs.partition(".")) for mine in one.spec.source for theirs in other.spec.source)
    same = (abs(int(mine[2]) - int(theirs[2])) for mine, theirs in pairs if mine[0] == theirs[0])
    return min((*same, _FAR))
