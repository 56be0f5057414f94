from __future__ import annotations

import json
from pathlib import Path

from generator.schema.editor import as_text
from generator.schema.export import export_schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "handbook.schema.json"


def test_the_published_schema_is_the_present_one() -> None:
    stale = "docs/handbook.schema.json is stale: run `make docs`"
    assert PUBLISHED.read_text(encoding="utf-8") == as_text(export_schema()), stale


def test_the_schema_speaks_of_what_is_in_the_file_only() -> None:
    text = json.dumps(export_schema())
    for word in ('"null"', '"default"', "Record", "from_", "with_"):
        assert word not in text


def test_every_record_is_described_and_closed() -> None:
    schema = export_schema()
    for name, definition in schema["$defs"].items():
        if "properties" in definition:
            assert definition["additionalProperties"] is False, name
            assert definition["description"], name


def test_a_tier_has_the_keys_of_the_yaml() -> None:
    assert {"from", "below", "case"} <= set(export_schema()["$defs"]["Tier"]["properties"])
