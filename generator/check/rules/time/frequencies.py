"""Whether what is due again and again says on which day, and leaves time for it."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook, Penalty
from generator.model import Escalation, Kind
from generator.quantities import Duration, Frequency, Period

_LONG = (Period.MONTH, Period.QUARTER, Period.HALF_YEAR, Period.YEAR)
_LENIENCE = 0.1
"""What a month of 30 days may lack of a period, as a part of it, and still be taken for it."""


def without_anchor(handbook: Handbook) -> Iterator[Diagnostic]:
    """T010: a paper or report due every month or more rarely, of which nobody knows on which day."""
    for clause in handbook.clauses.values():
        every = clause.spec.every
        if every and clause.spec.kind is Kind.DUTY and _needs_a_day(clause, every):
            yield finding("T010", clause.spec.at("every"), clause=clause.label, every=every)


def _needs_a_day(clause: Clause, every: Frequency) -> bool:
    """Only what is due once a month, quarter or year can name its day: 每两个月 and 每月4次 have none."""
    spec = clause.spec
    if every.anchor or every.period not in _LONG or every.every > 1 or every.times > 1:
        return False
    handed_in = spec.form or spec.record or spec.to
    return bool(handed_in) and not (spec.before or spec.within or spec.when or spec.after)


def over_the_period(handbook: Handbook) -> Iterator[Diagnostic]:
    """T011: a deadline longer than the time until the same thing is due again."""
    for clause in handbook.clauses.values():
        every, within = clause.spec.every, clause.spec.within
        if every and within and float(within.shortest_days()) > every.rank:
            related = (Related(clause.spec.at("every"), "every"),)
            yield finding(
                "T011", clause.spec.at("within"), related=related, clause=clause.label, within=within, every=every
            )


def never_reached(handbook: Handbook) -> Iterator[Diagnostic]:
    """T012: an escalation that asks for more breaches than its window has occasions for."""
    for policy in handbook.policies:
        for penalty in policy.penalties:
            if penalty.escalation and (every := _most_frequent(penalty, handbook)):
                for escalation in penalty.escalation:
                    yield from _out_of_reach(escalation.spec, every)


def _most_frequent(penalty: Penalty, handbook: Handbook) -> Clause | None:
    """The clause that is due most often of those breached; None if one of them may be breached at any time."""
    clauses = [handbook.clauses[target.key] for target in penalty.breach]
    waiting = list(clauses)
    while waiting:
        clause = waiting.pop()
        if not clause.spec.every and (clause.spec.kind is not Kind.DUTY or clause in clauses):
            return None
        waiting.extend(clause.items)
    return min(clauses, key=_rank, default=None)


def _rank(clause: Clause) -> float:
    return clause.spec.every.rank if clause.spec.every else 0


def _out_of_reach(escalation: Escalation, clause: Clause) -> Iterator[Diagnostic]:
    window, every = escalation.within, clause.spec.every
    if window and every and escalation.times > _occasions(window, every):
        yield finding(
            "T012",
            escalation.at("within"),
            related=(Related(clause.spec.at("every"), "every"),),
            times=escalation.times,
            window=window,
            every=every,
            most=_occasions(window, every),
        )


def _occasions(window: Duration, every: Frequency) -> int:
    """How often something can be due within the window."""
    return max(ceil(float(window.longest_days()) / every.rank - _LENIENCE), 1)


RULES = (
    Rule("T010", without_anchor),
    Rule("T011", over_the_period),
    Rule("T012", never_reached),
)
