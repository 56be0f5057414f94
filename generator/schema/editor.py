"""The JSON Schemas that let an editor complete, explain and check the YAML while it is typed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import PurePosixPath
from typing import Any, Final

from pydantic import TypeAdapter

from generator.locale import LANGUAGE
from generator.model.base import Model
from generator.schema.export import DIALECT, EXPORT, export_schema
from generator.schema.files import FILES, schema_path
from generator.schema.keys import Key, Nested, OneOf, Several, Single, ValueType, keys_of, models_in
from generator.schema.wording import Wording

Schema = dict[str, Any]

_MAY_LOOK_LIKE_A_NUMBER: Final = frozenset({"text", "name", "string", "bound"})
"""Texts that an editor of ours may leave unquoted though YAML takes them for numbers, such as `from: 1`."""


def schemas(language: str = LANGUAGE) -> dict[str, Schema]:
    """The JSON Schemas of every kind of YAML file and of `handbook.json`, by name, in the words of `language`."""
    wording = Wording.of(language)
    found = {kind.name: _file_schema(kind.model, wording) for kind in FILES}
    return found | {EXPORT: export_schema()}


def schema_files(language: str = LANGUAGE) -> Iterator[tuple[str, str]]:
    """The same as files for `build/schema/`: their names and texts."""
    for name, schema in schemas(language).items():
        yield PurePosixPath(schema_path(name)).name, as_text(schema)


def as_text(schema: Schema) -> str:
    """A schema as a file's text."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _file_schema(model: type[Model], wording: Wording) -> Schema:
    definitions = {inner.__name__: _definition(inner, wording) for inner in models_in(model)}
    return {"$schema": DIALECT, **definitions.pop(model.__name__), "$defs": definitions}


def _definition(model: type[Model], wording: Wording) -> Schema:
    keys = keys_of(model)
    schema = {
        "title": wording.name(model),
        **_explained(wording.about(model)),
        "type": "object",
        "properties": {key.name: _property(model, key, wording) for key in keys},
        "additionalProperties": False,
    }
    required = [key.name for key in keys if key.required]
    return schema | ({"required": required} if required else {})


def _property(model: type[Model], key: Key, wording: Wording) -> Schema:
    told = wording.key(model, key.name)
    example = wording.entries["page"]["for_example"].format(example=told.example)
    return {"title": told.name, **_explained(f"{told.about}\n\n{example}"), **_value(key.type, wording)}


def _explained(text: str) -> Schema:
    """A description for editors that show plain text, and the same for those that show Markdown."""
    return {"description": text.replace("`", ""), "markdownDescription": text}


def _value(kind: ValueType, wording: Wording) -> Schema:
    match kind:
        case Several(of, or_one):
            several = {"type": "array", "items": _value(of, wording)}
            return {"anyOf": [_value(of, wording), several]} if or_one else several
        case Nested(model):
            return {"$ref": f"#/$defs/{model.__name__}"}
        case OneOf(enum):
            return _choice(enum, wording)
        case Single():
            return _single(kind, wording)


def _single(kind: Single, wording: Wording) -> Schema:
    schema = _as_the_model_says(kind)
    if "examples" not in schema:
        return schema
    return schema | {"examples": wording.entries["values"][kind.kind]["examples"]}


@cache
def _as_the_model_says(kind: Single) -> Schema:
    schema = TypeAdapter(kind.annotation).json_schema()
    return schema | {"type": ["string", "number"]} if kind.kind in _MAY_LOOK_LIKE_A_NUMBER else schema


def _choice(enum: type[StrEnum], wording: Wording) -> Schema:
    meanings = wording.values(enum)
    explained = [meaning.replace("`", "") for meaning in meanings.values()]
    return {"type": "string", "enum": list(meanings), "enumDescriptions": explained}
