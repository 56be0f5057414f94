"""A table on a form: its columns, its rows and what is added up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from generator.model import Column, Field, FieldType

_ROWS = 5
"""Rows of a table that does not say how many."""


@dataclass(frozen=True, slots=True)
class Option:
    """A box to tick and its words; `write_in` leaves a line to say what else."""

    text: str
    write_in: bool


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's label and unit, and its share of the width in percent."""

    label: str
    unit: str
    share: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in a table: printed text, boxes to tick, nothing yet, or nothing ever (`void`)."""

    text: str = ""
    options: tuple[Option, ...] = ()
    void: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """A closing row of a table: its label across the first columns, then one entry a column."""

    label: str
    span: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows; `captioned` unless the section's title says all that its caption would."""

    shape: ClassVar[str] = "table"
    name: str
    label: str
    captioned: bool
    required: bool
    hint: str
    personal: str
    columns: tuple[Heading, ...]
    rows: tuple[tuple[Entry, ...], ...]
    total: Total | None


def table_of(field: Field, alone: bool, words: Mapping[str, Any]) -> Table:
    """The table of a field; `alone` in a titled section it needs no caption."""
    columns = field.columns
    shares = sum(column.width for column in columns)
    blank = tuple(Entry(options=options_of(column.options, words["other"])) for column in columns)
    count = max(field.rows or 0, len(field.preset)) or _ROWS
    presets = [*field.preset, *[()] * (count - len(field.preset))]
    return Table(
        name=field.name,
        label=field.label,
        captioned=not alone or field.required or bool(field.hint or field.personal),
        required=field.required,
        hint=field.hint or "",
        personal=field.personal or "",
        columns=tuple(_heading(column, shares, words["money_unit"]) for column in columns),
        rows=tuple(_preset_row(texts, blank) for texts in presets),
        total=_total(words["total"], [column.label for column in columns], frozenset(field.total)),
    )


def _heading(column: Column, shares: int, money_unit: str) -> Heading:
    unit = column.unit or (money_unit if column.type is FieldType.MONEY else "")
    shown = unit if unit and f"（{unit}" not in column.label else ""
    return Heading(column.label, shown, round(100 * column.width / shares, 3))


def _preset_row(texts: Sequence[str], blank: Sequence[Entry]) -> tuple[Entry, ...]:
    written = tuple(Entry(text) if text else empty for text, empty in zip(texts, blank, strict=False))
    return written + tuple(blank[len(written) :])


def _total(label: str, columns: Sequence[str], summed: frozenset[str]) -> Total | None:
    """The row that adds up some columns; the others have no place to write."""
    first = next((position for position, column in enumerate(columns) if column in summed), None)
    if first is None:
        return None
    span = max(first, 1)
    return Total(label, span, tuple(Entry(void=column not in summed) for column in columns[span:]))


def options_of(texts: Iterable[str], other: str) -> tuple[Option, ...]:
    """Boxes to tick; the one that begins with the word for `other` leaves room to say which."""
    return tuple(Option(text, text.startswith(other)) for text in texts)
