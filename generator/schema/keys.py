"""The keys of each model and what kind of value each takes, read off the model itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from generator.model import settings, values
from generator.model.base import Model
from generator.model.shape import yaml_key


@dataclass(frozen=True, slots=True)
class Single:
    """A single value; `kind` names it in `fields.yml`, `annotation` is its type in the model."""

    kind: str
    annotation: Any


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few fixed values."""

    enum: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Nested:
    """A mapping with the keys of another model."""

    model: type[Model]


@dataclass(frozen=True, slots=True)
class Several:
    """A list; where `or_one`, a single value may stand without brackets."""

    of: ValueType
    or_one: bool = False


ValueType = Single | OneOf | Nested | Several


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a model; `default` is None when leaving the key out means that there is nothing."""

    name: str
    type: ValueType
    required: bool
    default: str | None


SINGLES: Final = {
    values.Text: "text",
    values.Name: "name",
    str: "string",
    values.Id: "id",
    values.ClauseRef: "clause",
    values.SourceId: "source-id",
    values.Whole: "whole",
    values.Switch: "switch",
    values.Date: "date",
    settings.Color: "color",
    values.Within: "duration",
    values.Every: "frequency",
    values.Sum: "amount",
    values.Share: "percentage",
    values.Part: "multiple",
    values.Count: "quantity",
    values.Bound: "bound",
    values.Retention: "retention",
}
"""What the single values of the model are called, in the order in which people learn them."""

_SEVERAL_OR_ONE: Final = {
    values.Names: values.Name,
    values.Ids: values.Id,
    values.ClauseRefs: values.ClauseRef,
}


def keys_of(model: type[Model]) -> tuple[Key, ...]:
    """The keys of `model`, those that must be there first."""
    hints = get_type_hints(model, include_extras=True)
    keys = (
        Key(
            yaml_key(name, field),
            _kind(hints[name]),
            field.is_required(),
            str(field.default) if field.default and not field.is_required() else None,
        )
        for name, field in model.model_fields.items()
    )
    return tuple(sorted(keys, key=lambda key: not key.required))


def models_in(model: type[Model]) -> tuple[type[Model], ...]:
    """`model` and all models that can stand inside it, each once, in reading order."""
    found: dict[type[Model], None] = {}
    waiting = [model]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found[current] = None
            waiting.extend(reversed([inner for key in keys_of(current) for inner in _inside(key.type)]))
    return tuple(found)


def model_of(kind: ValueType) -> type[Model] | None:
    """The model whose mapping a value of this kind is, or is a list of."""
    return next(_inside(kind), None)


def enum_of(kind: ValueType) -> type[StrEnum] | None:
    """The fixed values a value of this kind is one of."""
    while isinstance(kind, Several):
        kind = kind.of
    return kind.enum if isinstance(kind, OneOf) else None


def _inside(kind: ValueType) -> Iterator[type[Model]]:
    while isinstance(kind, Several):
        kind = kind.of
    if isinstance(kind, Nested):
        yield kind.model


def _kind(annotation: Any) -> ValueType:
    if annotation in SINGLES:
        return Single(SINGLES[annotation], annotation)
    if annotation in _SEVERAL_OR_ONE:
        return Several(_kind(_SEVERAL_OR_ONE[annotation]), or_one=True)
    if get_origin(annotation) in (Union, UnionType):
        (given,) = (part for part in get_args(annotation) if part is not type(None))
        return _kind(given)
    if get_origin(annotation) is tuple:
        return Several(_kind(get_args(annotation)[0]))
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return OneOf(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return Nested(annotation)
    raise TypeError(annotation)
