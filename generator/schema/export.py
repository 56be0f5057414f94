"""The JSON Schema of `build/handbook.json`, derived from its records."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter

from generator.derive.export.handbook import HandbookRecord
from generator.derive.export.record import published_name

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

EXPORT: Final = "handbook-json"
"""What the schema is called."""

_SUFFIX: Final = "Record"


def export_schema() -> dict[str, Any]:
    """The schema of a handbook as data."""
    derived = TypeAdapter(HandbookRecord).json_schema()
    definitions = {name: _record(schema) for name, schema in derived.pop("$defs").items()}
    whole = _record(derived)
    whole["properties"] = {"$schema": {"type": "string"}, **whole["properties"]}
    return {
        "$schema": DIALECT,
        **whole,
        "$defs": {_short(name): schema for name, schema in definitions.items()},
    }


def _record(schema: dict[str, Any]) -> dict[str, Any]:
    """One definition in terms of the file: the published keys, nothing null, no default that would be left out."""
    mended: dict[str, Any] = _mended(schema)
    if "title" in mended:
        mended["title"] = _short(mended["title"])
    if "properties" in mended:
        mended["properties"] = {published_name(key): value for key, value in mended["properties"].items()}
    if "required" in mended:
        mended["required"] = [published_name(key) for key in mended["required"]]
    return mended


def _mended(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_mended(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key != "default"}
    if "anyOf" in kept:
        kept["anyOf"] = [one for one in kept["anyOf"] if one != {"type": "null"}]
        if len(kept["anyOf"]) == 1:
            (only,) = kept.pop("anyOf")
            kept = {**only, **kept}
    return {key: _reference(value) if key == "$ref" else _mended(value) for key, value in kept.items()}


def _reference(reference: str) -> str:
    return f"#/$defs/{_short(reference.rpartition('/')[2])}"


def _short(name: str) -> str:
    return name.removesuffix(_SUFFIX)
