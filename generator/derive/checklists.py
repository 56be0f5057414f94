"""What the people of a department have to do, as a sheet to tick off: by frequency, by event, at all times.

On it is what the department, its posts and groups of its posts must do, and what falls to its head as to every head.
What everybody must do stays on the site: it would fill each department's sheet with the same lines.

A department of several units has one sheet for all of them that have the same to do, so that nobody ticks what is asked
of others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.derive.citations import policy_of
from generator.derive.clause_view import deadline
from generator.derive.duties import clauses_by_bearer, event_of, together
from generator.link.handbook import Bearer, Clause, Department, Handbook, Unit
from generator.link.targets import Target, plain
from generator.model import Kind, Status
from generator.quantities import Frequency, Period

Words = Mapping[str, Any]

_MOST_ROUNDS = 3
_EVERY_DAY_OR_WEEK = (Period.DAY, Period.WEEK)


@dataclass(frozen=True, slots=True)
class Point:
    """An item of a duty, under the duty's own row."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One duty or prohibition; `rounds` counts the rows of boxes, for what is done several times a period."""

    number: int
    title: str
    text: str
    points: tuple[Point, ...]
    who: tuple[str, ...]
    event: str
    due: str
    forms: tuple[str, ...]
    policy: str
    clause: str
    rounds: int


@dataclass(frozen=True, slots=True)
class CheckGroup:
    """Duties that share their boxes; `period` names the span of time that the boxes cover (a key of the words)."""

    title: str
    period: str
    boxes: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """One sheet of a department, for some of its units or all."""

    department: str
    units: tuple[str, ...]
    head: str
    groups: tuple[CheckGroup, ...]
    prohibitions: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The clauses that a department's people bear alike in `units`; `only` says that it has no other sheet."""

    department: Department
    units: tuple[Unit, ...]
    clauses: tuple[Clause, ...]
    only: bool


def sheets(handbook: Handbook) -> dict[Department, tuple[Sheet, ...]]:
    """The sheets of every department that has something to tick, in the order of its units."""
    by_bearer = clauses_by_bearer(handbook)
    found = {department: _sheets_of(handbook, department, by_bearer) for department in handbook.departments}
    return {department: sheets for department, sheets in found.items() if sheets}


def checklist(handbook: Handbook, sheet: Sheet, words: Words) -> Checklist:
    """What is printed on a sheet."""
    told = words["checklist"]
    numbered = _Rows(handbook, words)
    duties = [clause for clause in sheet.clauses if clause.spec.kind is Kind.DUTY]
    recurring = sorted(((c.spec.every, c) for c in duties if c.spec.every), key=lambda pair: pair[0].order)
    periods = [(period, [clause for every, clause in recurring if every.period is period]) for period in Period]
    events = _by_event([clause for clause in duties if not clause.spec.every and event_of(clause, words)], words)
    standing = [clause for clause in duties if not clause.spec.every and not event_of(clause, words)]
    groups = [
        *((period.name.lower(), found) for period, found in periods),
        ("event", events),
        ("always", standing),
    ]
    head = handbook.head_of.get(sheet.department)
    return Checklist(
        department=sheet.department.name,
        units=tuple(unit.name for unit in sheet.units),
        head=head.name if head else "",
        groups=tuple(
            CheckGroup(told["groups"][key]["title"], key, tuple(told["groups"][key]["boxes"]), numbered.of(found))
            for key, found in groups
            if found
        ),
        prohibitions=numbered.of(clause for clause in sheet.clauses if clause.spec.kind is Kind.PROHIBITION),
    )


# --- what is on which sheet ------------------------------------------------------------------------------------------


def _sheets_of(handbook: Handbook, department: Department, by_bearer: dict[Target, list[Clause]]) -> tuple[Sheet, ...]:
    """Units with the same clauses together; those where nothing is to be done have no sheet."""
    clauses = _clauses_of(handbook, department, by_bearer)
    alike: defaultdict[tuple[Clause, ...], list[Unit]] = defaultdict(list)
    for unit in department.units:
        alike[tuple(clause for clause in clauses if unit in clause.units)].append(unit)
    found = {own: tuple(units) for own, units in alike.items() if any(clause.spec.kind is Kind.DUTY for clause in own)}
    return tuple(Sheet(department, units, own, len(found) == 1) for own, units in found.items())


def _clauses_of(handbook: Handbook, department: Department, by_bearer: dict[Target, list[Clause]]) -> list[Clause]:
    """The clauses in force that a department's people bear."""
    clauses = together(by_bearer, tuple(_bearers(handbook, department)))
    return [clause for clause in clauses if policy_of(handbook, clause.target).spec.status is Status.IN_FORCE]


def _bearers(handbook: Handbook, department: Department) -> Iterator[Bearer]:
    roles = handbook.roles_of.get(department, ())
    yield department
    yield from roles
    for group in handbook.groups:
        heads = group.spec.heads and department in handbook.head_of
        if heads or (not group.spec.everyone and any(role in roles for role in group.roles)):
            yield group


# --- one sheet -------------------------------------------------------------------------------------------------------


def _by_event(clauses: Iterable[Clause], words: Words) -> list[Clause]:
    """Clauses of the same event together, the events in the order of their first clause."""
    found: dict[str, list[Clause]] = {}
    for clause in clauses:
        found.setdefault(event_of(clause, words), []).append(clause)
    return [clause for clauses_of_event in found.values() for clause in clauses_of_event]


class _Rows:
    """Makes the rows of one sheet and numbers them throughout."""

    def __init__(self, handbook: Handbook, words: Words) -> None:
        self._handbook = handbook
        self._words = words
        self._count = 0

    def of(self, clauses: Iterable[Clause]) -> tuple[Row, ...]:
        return tuple(self._row(clause) for clause in clauses)

    def _row(self, clause: Clause) -> Row:
        self._count += 1
        spec = clause.spec
        return Row(
            number=self._count,
            title=spec.title or "",
            text=plain(clause.text),
            points=tuple(_points(clause)),
            who=tuple(bearer.name for bearer in clause.who),
            event=str(spec.every) if spec.every else event_of(clause, self._words),
            due=plain(deadline(clause, self._words)) if not spec.before or spec.when else "",
            forms=tuple(form.name for form in clause.forms),
            policy=policy_of(self._handbook, clause.target).name,
            clause=clause.label,
            rounds=_rounds(spec.every) if spec.every else 1,
        )


def _points(clause: Clause) -> Iterator[Point]:
    """The items that say what their article asks of the same people; others have rows of their own."""
    for item in clause.items:
        if not item.spec.who:
            yield Point(item.number, plain(item.text))
            yield from _points(item)


def _rounds(every: Frequency) -> int:
    """How often within one box's day or week a duty comes up."""
    if every.period not in _EVERY_DAY_OR_WEEK:
        return 1
    return min(max(round(every.period.days / every.rank), 1), _MOST_ROUNDS)
