from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from generator.diagnostics.formats import render
from tests.diagnostics.formats.findings import FILE, one_of_everything, report

SCHEMA = json.loads((Path(__file__).parents[3] / "docs/diagnostics.schema.json").read_text(encoding="utf-8"))


def test_the_list_has_the_published_shape() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(render(one_of_everything(), "json")), SCHEMA)


def test_a_program_learns_everything_a_person_does() -> None:
    *_, last = json.loads(render(one_of_everything(), "json"))

    assert last == {
        "code": "R005",
        "severity": "error",
        "message": "编号“register”在本制度里已经用过",
        "hint": "给其中一个换个编号；已经施行的条款的编号不要改",
        "file": FILE,
        "line": 6,
        "column": 13,
        "end_column": 21,
        "related": [{"message": "第一次写在这里", "file": FILE, "line": 4, "column": 13, "end_column": 21}],
    }


def test_a_clean_project_is_an_empty_list() -> None:
    assert json.loads(render(report(), "json")) == []
