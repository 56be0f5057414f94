"""`python -m generator.schema`: renew docs/format.md and docs/handbook.schema.json."""

from __future__ import annotations

from pathlib import Path

from generator.schema.editor import as_text
from generator.schema.export import export_schema
from generator.schema.reference import reference

DOCS = Path(__file__).resolve().parents[2] / "docs"

if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    (DOCS / "format.md").write_text(reference(), encoding="utf-8")
    (DOCS / "handbook.schema.json").write_text(as_text(export_schema()), encoding="utf-8")
