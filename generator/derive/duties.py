"""What each bearer must, may and must not do: by frequency, by event, and at all times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.derive.citations import cite, is_in_force
from generator.derive.clause_view import deadline
from generator.derive.phrases import Words, link, listed
from generator.link.handbook import Bearer, Clause, Handbook, Unit
from generator.link.targets import LinkedText, Mention, Target
from generator.model import Kind
from generator.quantities import Frequency

_ASKED = frozenset({Kind.DUTY, Kind.PROHIBITION, Kind.PERMISSION})


class Duty(NamedTuple):
    """One clause as somebody's task; `units` are those that it is for, if it isn't for all units of who must do it."""

    clause: Mention
    who: LinkedText
    title: str
    text: LinkedText
    due: LinkedText
    forms: LinkedText
    units: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Duties that come up together: every day, or on one event."""

    title: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """All that one bearer must, must not and may do; `units` are those that something is for, if they differ in it."""

    recurring: tuple[DutyGroup, ...]
    on_event: tuple[DutyGroup, ...]
    standing: tuple[Duty, ...]
    prohibitions: tuple[Duty, ...]
    permissions: tuple[Duty, ...]
    count: int
    units: tuple[Mention, ...] = ()


def clauses_by_bearer(handbook: Handbook) -> dict[Target, list[Clause]]:
    """The duties, prohibitions and permissions in force of each role, department, unit and group, in reading order.

    A bearer that an item only takes over from its article isn't told again.
    """
    found: defaultdict[Target, list[Clause]] = defaultdict(list)
    in_force = {policy.id for policy in handbook.policies if is_in_force(policy)}
    for clause in handbook.clauses.values():
        if clause.spec.who and clause.spec.kind in _ASKED and clause.policy.key in in_force:
            for bearer in clause.who:
                found[bearer.target].append(clause)
    return dict(found)


def duties_of(handbook: Handbook, clauses: Sequence[Clause], units: Sequence[Unit], words: Words) -> Duties:
    """The clauses as duties of somebody in `units`, the most frequent first, then by event in reading order."""
    by_frequency: defaultdict[Frequency, list[Duty]] = defaultdict(list)
    by_event: defaultdict[str, list[Duty]] = defaultdict(list)
    standing, prohibitions, permissions = list[Duty](), list[Duty](), list[Duty]()
    for clause in clauses:
        spec, duty = clause.spec, _duty(handbook, clause, units, words)
        if spec.kind is Kind.PROHIBITION:
            prohibitions.append(duty)
        elif spec.kind is Kind.PERMISSION:
            permissions.append(duty)
        elif spec.every:
            by_frequency[spec.every].append(duty)
        elif event := event_of(clause, words):
            by_event[event].append(duty)
        else:
            standing.append(duty)
    in_order = sorted(by_frequency, key=lambda frequency: frequency.order)
    recurring = tuple(DutyGroup(str(frequency), tuple(by_frequency[frequency])) for frequency in in_order)
    on_event = tuple(DutyGroup(event, tuple(found)) for event, found in by_event.items())
    count = sum(len(group.duties) for group in (*recurring, *on_event))
    return Duties(
        recurring,
        on_event,
        tuple(standing),
        tuple(prohibitions),
        tuple(permissions),
        count + len(standing) + len(prohibitions) + len(permissions),
        _told_apart(clauses, units),
    )


def units_of(handbook: Handbook, clauses: Iterable[Clause]) -> tuple[Unit, ...]:
    """The units that at least one of the clauses is for."""
    found = {unit for clause in clauses for unit in clause.units}
    return tuple(unit for unit in handbook.units if unit in found)


def event_of(clause: Clause, words: Words) -> str:
    """The event that starts a duty or that it must be done ahead of, or nothing."""
    if clause.spec.when:
        return clause.spec.when
    return words["deadline"]["before"].format(event=clause.spec.before) if clause.spec.before else ""


def together(clauses: dict[Target, list[Clause]], bearers: Sequence[Bearer]) -> list[Clause]:
    """The clauses of several bearers, each once, in reading order of the first bearer that has it."""
    return list(dict.fromkeys(clause for bearer in bearers for clause in clauses.get(bearer.target, ())))


def _told_apart(clauses: Iterable[Clause], units: Sequence[Unit]) -> tuple[Mention, ...]:
    """The units to choose from, if some of the clauses aren't for all of them."""
    of_each = [_some(clause, units) for clause in clauses]
    if not any(of_each):
        return ()
    return tuple(link(unit) for unit in units if any(not some or unit in some for some in of_each))


def _some(clause: Clause, units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Those of `units` that the clause is for; nothing if it is for all, or for none: then they do it for another."""
    found = tuple(unit for unit in units if unit in clause.units)
    return () if len(found) == len(units) else found


def _duty(handbook: Handbook, clause: Clause, units: Sequence[Unit], words: Words) -> Duty:
    return Duty(
        clause=cite(handbook, clause, words),
        who=listed(clause.who, words),
        title=clause.spec.title or "",
        text=clause.text,
        due=deadline(clause, words),
        forms=listed(clause.forms, words),
        units=tuple(link(unit) for unit in _some(clause, units)),
    )
