"""What all published records have in common, and how they become JSON."""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Annotated, Any, Final, TypeVar, dataclass_transform

from pydantic import ConfigDict, WithJsonSchema

ADDRESS_KINDS: Final = (
    "unit",
    "department",
    "role",
    "group",
    "law",
    "measure",
    "term",
    "levels",
    "form",
    "policy",
    "clause",
    "penalty",
    "reward",
    "approval",
    "procedure",
)

Address = Annotated[
    str,
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^({'|'.join(ADDRESS_KINDS)}):.+",
            "description": "The id of a record: role:客服主任, form:complaint-record, clause:policy-id/clause-id.",
        }
    ),
]
"""The id of a record, by which others name it: its kind, a colon and its key."""


class Record:
    """A published record: a dataclass whose attributes are the keys; what equals its default is left out."""

    __slots__ = ()
    __pydantic_config__ = ConfigDict(extra="forbid", use_attribute_docstrings=True)


SomeRecord = TypeVar("SomeRecord", bound=Record)


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
def record(described: type[SomeRecord]) -> type[SomeRecord]:
    """Make a record of a class: thousands are built, so they compare by identity."""
    return dataclass(frozen=True, slots=True, kw_only=True, eq=False)(described)


def published_name(attribute: str) -> str:
    """The key of an attribute: `from_` avoids a word of Python only."""
    return attribute.rstrip("_")


def as_json(value: Any) -> str:
    """A value and all the records in it on one line."""
    return _ENCODER.encode(value)


def _said(one: Any) -> dict[str, Any]:
    """The keys of a record that say something."""
    return {
        key: value
        for attribute, key, default in _attributes(one.__class__)
        if (value := getattr(one, attribute)) != default
    }


_REQUIRED: Final = object()


@cache
def _attributes(described: type[Any]) -> tuple[tuple[str, str, Any], ...]:
    return tuple(
        (field.name, published_name(field.name), _REQUIRED if field.default is MISSING else field.default)
        for field in fields(described)
    )


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, default=_said)
