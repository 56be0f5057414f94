"""The penalties of a handbook and what each of them imposes."""

from __future__ import annotations

from collections.abc import Iterator

from generator import model
from generator.link.handbook import Handbook, Measure, Penalty
from generator.read.marks import Place

_SANCTIONS = ("fine", "points", "measures", "deduct", "compensate", "other")


def every_penalty(handbook: Handbook) -> Iterator[Penalty]:
    """All penalties of all policies."""
    return (penalty for policy in handbook.policies for penalty in policy.penalties)


def every_sanction(penalty: Penalty) -> Iterator[tuple[model.Sanction, tuple[Measure, ...]]]:
    """What a penalty imposes, by itself and in each of its tiers."""
    yield penalty.spec, penalty.measures
    yield from ((tier.spec, tier.measures) for tier in penalty.tiers)


def imposes(sanction: model.Sanction) -> bool:
    """Whether a sanction says any consequence."""
    return any(getattr(sanction, key) not in (None, ()) for key in _SANCTIONS)


def first_consequence(sanction: model.Sanction) -> Place:
    """Where the first of its consequences stands, or where it begins itself."""
    return min(_consequences(sanction), default=sanction.place)


def last_consequence(penalty: model.InlinePenalty) -> Place:
    """Where its last consequence stands, tiers and escalation included, or where it begins itself."""
    tiers = (tier.place for tier in penalty.tiers)
    steps = (step.place for step in penalty.escalation)
    return max((*_consequences(penalty), *tiers, *steps), default=penalty.place)


def _consequences(sanction: model.Sanction) -> list[Place]:
    return [sanction.at(key) for key in _SANCTIONS if getattr(sanction, key) not in (None, ())]


def fact_of(handbook: Handbook, penalty: Penalty) -> str:
    """What is punished, in words: the act, or the titles of the clauses that are breached."""
    if penalty.spec.act:
        return penalty.spec.act
    titles = (handbook.clauses[clause.key].spec.title for clause in penalty.breach)
    return "、".join(title for title in titles if title)
