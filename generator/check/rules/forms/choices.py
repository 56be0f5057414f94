"""Whether what a field offers can be chosen and filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator import model
from generator.check.rules.forms.fields import every_field
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook
from generator.model import FieldType

_CHOICES = (FieldType.CHOICE, FieldType.CHOICES)
_ONLY_FOR = {"options": _CHOICES, "columns": (FieldType.TABLE,), "rows": (FieldType.TABLE,)}


def options(handbook: Handbook) -> Iterator[Diagnostic]:
    """F017: a choice with the same option twice, or with one option only."""
    for field in every_field(handbook):
        choices: tuple[model.Field | model.Column, ...] = (field, *field.columns)
        for choice in choices:
            if choice.type not in _CHOICES:
                continue
            for position, option in _repeated(choice.options):
                related = (Related(choice.at("options", choice.options.index(option)), "first"),)
                place = choice.at("options", position)
                yield finding("F017", place, related=related, label=choice.label, option=option)
            if choice.type is FieldType.CHOICE and len(choice.options) == 1:
                place = choice.at("options", 0)
                yield finding("F017", place, "single", label=choice.label, option=choice.options[0])


def labels(handbook: Handbook) -> Iterator[Diagnostic]:
    """F018: the same label twice in a section, a table or the sign-off row."""
    for form in handbook.forms:
        for section in form.spec.sections:
            yield from _same_labels(section.fields, "")
            for field in section.fields:
                yield from _same_labels(field.columns, "column")
        yield from _same_labels(form.spec.signatures, "signature")


def _same_labels(things: Iterable[model.Field | model.Column | model.Signature], variant: str) -> Iterator[Diagnostic]:
    first: dict[str, model.Field | model.Column | model.Signature] = {}
    for thing in things:
        earlier = first.setdefault(thing.label, thing)
        if earlier is not thing:
            related = (Related(earlier.at("label"), "first"),)
            yield finding("F018", thing.at("label"), variant, related=related, label=thing.label)


def empty_tables(handbook: Handbook) -> Iterator[Diagnostic]:
    """F019: a table that does not say how many rows it has, has none, or fewer than are printed in it already."""
    for field in every_field(handbook):
        if field.type is not FieldType.TABLE:
            continue
        if not field.rows and not field.preset:
            yield finding("F019", field.at("rows" if field.rows is not None else "label"), label=field.label)
        elif field.rows is not None and field.rows < len(field.preset):
            printed = len(field.preset)
            yield finding("F019", field.at("rows"), "preset", label=field.label, rows=field.rows, printed=printed)


def idle_keys(handbook: Handbook) -> Iterator[Diagnostic]:
    """F020: options, columns or rows of a field whose type does not print them."""
    for field in every_field(handbook):
        for key, types in _ONLY_FOR.items():
            if field.type not in types and getattr(field, key):
                yield finding("F020", field.at(key), key, label=field.label)
        for column in field.columns:
            if column.options and column.type not in _CHOICES:
                yield finding("F020", column.at("options"), "options", label=column.label)


def _repeated(words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    seen = set[str]()
    for position, word in enumerate(words):
        if word in seen:
            yield position, word
        seen.add(word)


RULES = (
    Rule("F017", options),
    Rule("F018", labels),
    Rule("F019", empty_tables),
    Rule("F020", idle_keys),
)
