from __future__ import annotations

import re
from pathlib import Path

from generator.schema import FILES, reference
from generator.schema.keys import keys_of, models_in

DOCUMENT = Path(__file__).parents[2] / "docs" / "format.md"
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def without_examples(text: str) -> str:
    return re.sub(r"```.*?```", "", text, flags=re.DOTALL)


def test_the_committed_reference_says_what_the_model_says() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == reference(), "docs/format.md is stale: run `make docs`"


def test_every_key_of_every_model_stands_in_the_reference() -> None:
    text = reference()
    for kind in FILES:
        for model in models_in(kind.model):
            for key in keys_of(model):
                assert f"| `{key.name}` |" in text


def test_every_link_leads_to_exactly_one_heading() -> None:
    text = without_examples(reference())
    headings = HEADING.findall(text)
    assert len(headings) == len(set(headings))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= set(headings)


def test_every_table_is_even() -> None:
    for table in re.findall(r"(?:^\|.*\|\n)+", reference(), flags=re.MULTILINE):
        columns = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(columns) == 1, table


def test_a_default_is_told_where_there_is_one() -> None:
    text = reference()
    assert "纸张的大小和方向；不写就是 `A4`。" in text
    assert "编号样式。不写就是 `chinese`。" in text
    assert "Undefined" not in text
