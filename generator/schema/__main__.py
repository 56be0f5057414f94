"""`python -m generator.schema`: renew what docs/ says of the format, the data and the rules."""

from __future__ import annotations

from pathlib import Path

from generator.schema.editor import as_text
from generator.schema.export import export_schema
from generator.schema.reference import reference
from generator.schema.rule_list import rule_pages

DOCS = Path(__file__).resolve().parents[2] / "docs"

if __name__ == "__main__":
    (DOCS / "rules").mkdir(parents=True, exist_ok=True)
    (DOCS / "format.md").write_text(reference(), encoding="utf-8")
    (DOCS / "handbook.schema.json").write_text(as_text(export_schema()), encoding="utf-8")
    for path, text in rule_pages():
        (DOCS / path).write_text(text, encoding="utf-8")
