"""Whether a form can be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from generator import model
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.diagnostics.nearest import nearest
from generator.link.handbook import Form, Handbook
from generator.model import FieldType

WIDEST = 4
"""A line of a form has four quarters."""


def fields_of(form: Form) -> Iterator[model.Field]:
    """All fields of a form."""
    for section in form.spec.sections:
        yield from section.fields


def every_field(handbook: Handbook) -> Iterator[model.Field]:
    """All fields of all forms."""
    for form in handbook.forms:
        yield from fields_of(form)


def field_names(handbook: Handbook) -> Iterator[Diagnostic]:
    """F002: two fields of a form have the same name."""
    for form in handbook.forms:
        first: dict[str, model.Field] = {}
        for field in fields_of(form):
            earlier = first.setdefault(field.name, field)
            if earlier is not field:
                related = (Related(earlier.at("name"), "first"),)
                yield finding("F002", field.at("name"), related=related, name=field.name)


def incomplete_fields(handbook: Handbook) -> Iterator[Diagnostic]:
    """F003: a choice without options, in a field or a column of one; a table without columns."""
    for field in every_field(handbook):
        choices: tuple[model.Field | model.Column, ...] = (field, *field.columns)
        for choice in choices:
            if choice.type in (FieldType.CHOICE, FieldType.CHOICES) and not choice.options:
                yield finding("F003", choice.at("type"), "options", label=choice.label)
        if field.type is FieldType.TABLE and not field.columns:
            yield finding("F003", field.at("type"), "columns", label=field.label)


def widths(handbook: Handbook) -> Iterator[Diagnostic]:
    """F004: a field wider than the line, or without any width."""
    for field in every_field(handbook):
        if field.width is not None and not 1 <= field.width <= WIDEST:
            yield finding("F004", field.at("width"), width=field.width)
        for column in field.columns:
            if column.width == 0:
                yield finding("F004", column.at("width"), "column", width=column.width, label=column.label)


def table_rows(handbook: Handbook) -> Iterator[Diagnostic]:
    """F005: a preset row with more texts than columns, or a total of a column that is not there."""
    for field in every_field(handbook):
        labels = [column.label for column in field.columns]
        for row, texts in enumerate(field.preset):
            if len(texts) > len(labels):
                place = field.at("preset", row, len(labels))
                yield finding("F005", place, "preset", label=field.label, count=len(texts), columns=len(labels))
        for position, name in enumerate(field.total):
            if name not in labels:
                place = field.at("total", position)
                yield finding("F005", place, "total", label=field.label, name=name, near=nearest(name, labels))


RULES = (
    Rule("F002", field_names),
    Rule("F003", incomplete_fields),
    Rule("F004", widths),
    Rule("F005", table_rows),
)
