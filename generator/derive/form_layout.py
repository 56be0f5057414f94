"""How a form lies on its paper: rows of cells, tables, the sign-off row and one sheet a copy.

A line of the grid has four quarters (two on a narrow sheet), and each quarter is two columns: one for a label, one to
write in. A cell that is wider than a quarter keeps its label in one column and writes across all the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Any, ClassVar

from generator.derive.form_table import Option, Table, options_of, table_of
from generator.link.handbook import Copy, Form, Signature
from generator.link.targets import plain
from generator.model import Field, FieldType, Paper, Section
from generator.quantities import chinese_number

_WIDTHS = {
    FieldType.NUMBER: 1,
    FieldType.PERCENTAGE: 1,
    FieldType.TIME: 1,
    FieldType.PERSON: 1,
    FieldType.DEPARTMENT: 1,
    FieldType.PARAGRAPH: 4,
    FieldType.ADDRESS: 4,
    FieldType.TABLE: 4,
    FieldType.NOTE: 4,
}
_USUAL_WIDTH = 2
_LINES = 4

# Characters of a label's size that stand side by side in one column of the grid, and in two.
_LABEL_LINE = {1: 5, 2: 12}
_LONG_LABEL = 12
# Characters of 9 points, boxes included, that stand side by side in the half of a line.
_OPTIONS_IN_HALF_A_LINE = 18
_SIGNATURES_IN_A_ROW = {Paper.A4: 4, Paper.A4_LANDSCAPE: 5, Paper.A5: 2, Paper.A5_LANDSCAPE: 4}


@dataclass(frozen=True, slots=True)
class Cell:
    """A label in its lines and room to write; both spans count columns of the grid, two a quarter."""

    name: str
    label: tuple[str, ...]
    type: FieldType
    required: bool
    label_span: int
    span: int
    lines: int
    options: tuple[Option, ...]
    unit: str
    hint: str
    personal: str

    @property
    def in_words(self) -> bool:
        """Whether an amount is written in words too, which takes most of a line."""
        return self.type is FieldType.MONEY and self.span >= 5


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells, each as wide as the sheet."""

    shape: ClassVar[str] = "grid"
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A text that only informs."""

    shape: ClassVar[str] = "note"
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A titled section of the sheet; `filled_by` says who writes in it."""

    title: str
    filled_by: str
    blocks: tuple[Grid | Note | Table, ...]


@dataclass(frozen=True, slots=True)
class SignBox:
    """A box of the sign-off row: what is signed, by whom, with an opinion or a seal."""

    label: str
    who: tuple[str, ...]
    opinion: bool
    seal: bool


@dataclass(frozen=True, slots=True)
class CopyMark:
    """What the edge of one copy says; `paint` is the light colour of its band, or nothing for an unknown colour."""

    name: str
    to: str
    color: str
    paint: str
    use: str


@dataclass(frozen=True, slots=True)
class NumberPart:
    """A stretch of a form's number: fixed text, or as many digits to write."""

    text: str
    digits: int


@dataclass(frozen=True, slots=True)
class FormLayout:
    """Everything that stands on a printed form; every sheet is the same but for its mark."""

    id: str
    title: str
    title_length: str
    code: str
    version: str
    number: tuple[NumberPart, ...]
    paper: str
    quarters: int
    purpose: str
    owner: str
    keeper: str
    retention: str
    units: tuple[str, ...]
    parts: tuple[Part, ...]
    signatures: tuple[tuple[SignBox, ...], ...]
    notes: tuple[str, ...]
    has_required: bool
    sheets: tuple[CopyMark | None, ...]

    @property
    def copy_count(self) -> str:
        """The number of copies, as it is written in 一式三联."""
        return chinese_number(len(self.sheets))


def form_layout(form: Form, words: Mapping[str, Any]) -> FormLayout:
    """The layout of a form; `words` are the print words, which name colours and the option that is written in."""
    spec = form.spec
    quarters = 2 if spec.paper is Paper.A5 else 4
    return FormLayout(
        id=form.id,
        title=spec.title,
        title_length=_title_length(spec.title),
        code=spec.code,
        version=spec.version,
        number=tuple(_number_parts(spec.number or "")),
        paper=spec.paper.value,
        quarters=quarters,
        purpose=plain(form.purpose),
        owner=form.owner.name,
        keeper=form.keeper.name,
        retention=str(spec.retention),
        units=tuple(unit.name for unit in form.units) if spec.applies_to else (),
        parts=tuple(_part(section, quarters, words) for section in spec.sections),
        signatures=tuple(_sign_rows(form.signatures, _SIGNATURES_IN_A_ROW[spec.paper])),
        notes=tuple(plain(note) for note in form.notes),
        has_required=any(field.required for section in spec.sections for field in section.fields),
        sheets=tuple(_copy_mark(copy, words["paints"]) for copy in form.copies) or (None,),
    )


def _title_length(title: str) -> str:
    return "short" if len(title) <= 6 else "medium" if len(title) <= 11 else "long"


_DIGITS = {"yyyy": 4, "yy": 2, "mm": 2, "dd": 2}


def _number_parts(rule: str) -> Iterator[NumberPart]:
    """`TS-{yyyy}-{seq:3}` as fixed texts and runs of digits."""
    for text, name, width in re.findall(r"([^{]+)|\{(\w+)(?::(\d+))?\}", rule):
        yield NumberPart(text, 0) if text else NumberPart("", int(width or _DIGITS.get(name, 3)))


def _copy_mark(copy: Copy, paints: Mapping[str, str]) -> CopyMark:
    color = copy.spec.color or ""
    return CopyMark(copy.name, copy.to.name, color, paints.get(color.removesuffix("色"), ""), copy.spec.use or "")


def _sign_rows(signatures: Sequence[Signature], most: int) -> Iterator[tuple[SignBox, ...]]:
    """Boxes in as few rows as possible, shared out evenly: five are three and two."""
    rows = ceil(len(signatures) / most)
    for row in range(rows):
        start, end = ceil(row * len(signatures) / rows), ceil((row + 1) * len(signatures) / rows)
        yield tuple(_sign_box(signature) for signature in signatures[start:end])


def _sign_box(signature: Signature) -> SignBox:
    spec = signature.spec
    who = tuple(bearer.name for bearer in signature.who if bearer.name != spec.label)
    return SignBox(spec.label, who, spec.opinion, spec.seal)


# --- sections --------------------------------------------------------------------------------------------------------


def _part(section: Section, quarters: int, words: Mapping[str, Any]) -> Part:
    return Part(section.title or "", section.filled_by or "", tuple(_blocks(section, quarters, words)))


def _blocks(section: Section, quarters: int, words: Mapping[str, Any]) -> Iterator[Grid | Note | Table]:
    """Tables and notes take the whole width; the fields between them share rows."""
    alone = bool(section.title) and len(section.fields) == 1
    for shape, run in groupby(section.fields, key=_shape):
        if shape is Grid:
            yield Grid(tuple(_rows(run, quarters, words["other"])))
        elif shape is Table:
            yield from (table_of(field, alone, words) for field in run)
        else:
            yield from (Note(field.label, field.hint or "") for field in run)


def _shape(field: Field) -> type[Grid | Note | Table]:
    return {FieldType.TABLE: Table, FieldType.NOTE: Note}.get(field.type, Grid)


def _rows(fields: Iterable[Field], quarters: int, other: str) -> Iterator[tuple[Cell, ...]]:
    """Fields in order, as many in a row as fit; the last of a row takes what is left of it."""
    row: list[tuple[Field, int]] = []
    left = quarters
    for field in fields:
        width = _width(field, quarters)
        if width > left:
            yield _row(row, left, other)
            row, left = [], quarters
        row.append((field, width))
        left -= width
    if row:
        yield _row(row, left, other)


def _row(row: Sequence[tuple[Field, int]], left: int, other: str) -> tuple[Cell, ...]:
    *firsts, (last, width) = row
    return tuple(_cell(field, quarters, other) for field, quarters in [*firsts, (last, width + left)])


def _width(field: Field, quarters: int) -> int:
    """Quarters that the field takes; on a narrow sheet a quarter is as wide as two."""
    width = min(max(field.width or _usual_width(field), 1), 4)
    return width if quarters == 4 else ceil(width / 2)


def _usual_width(field: Field) -> int:
    if sum(len(option) + 2 for option in field.options) > _OPTIONS_IN_HALF_A_LINE:
        return 4
    return _WIDTHS.get(field.type, _USUAL_WIDTH)


def _cell(field: Field, width: int, other: str) -> Cell:
    label_span = 2 if len(field.label) > _LONG_LABEL and width > 1 else 1
    return Cell(
        name=field.name,
        label=_balanced(field.label, _LABEL_LINE[label_span]),
        type=field.type,
        required=field.required,
        label_span=label_span,
        span=2 * width - label_span,
        lines=(field.lines or _LINES) if field.type is FieldType.PARAGRAPH else (field.lines or 1),
        options=options_of(field.options, other),
        unit=field.unit or "",
        hint=field.hint or "",
        personal=field.personal or "",
    )


def _balanced(label: str, most: int) -> tuple[str, ...]:
    """A Chinese label in lines of about the same length, broken after an even number of characters where that fits.

    No line is then left with a single character, and words, which mostly have two, stay whole. Others wrap as they can.
    """
    if not all(character.isalpha() and unicodedata.east_asian_width(character) == "W" for character in label):
        return (label,)
    lines = ceil(len(label) / most)
    length = ceil(len(label) / lines)
    if lines > 1 and length % 2 and length < most:
        length += 1
    return tuple(label[start : start + length] for start in range(0, len(label), length))
