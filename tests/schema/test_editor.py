from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.model.load import source_files, type_of
from generator.schema import FILES, kind_of, schema_files, schemas
from generator.schema.export import EXPORT
from tests.schema.core_yaml import core

ROOT = Path(__file__).parents[2]
SOURCES = source_files(ROOT)

DUTY = "{id: register, kind: duty, who: 客服专员, text: 登记投诉。}"


@cache
def told() -> dict[str, dict[str, Any]]:
    return schemas()


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(told()[name])


def complaints(name: str, text: str) -> list[str]:
    """Where an editor would underline something, and why."""
    return sorted(f"{error.json_path}: {error.validator}" for error in validator(name).iter_errors(core(text)))


def policy(articles: str, more: str = "") -> str:
    return f"""
title: 投诉办法
category: 客户服务
summary: 简介。
owner: 客户服务部
approver: 总经理
version: "1.0"
status: in-force
effective: 2026-01-01
chapters: [{{title: 受理, articles: [{articles}]}}]
{more}
"""


@pytest.mark.parametrize("name", [*(kind.name for kind in FILES), EXPORT])
def test_each_schema_is_one_of_draft_2020_12_that_stands_alone(name: str) -> None:
    schema = told()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$id" not in schema


@pytest.mark.parametrize("path", SOURCES)
def test_an_editor_finds_nothing_wrong_in_the_real_files(path: str) -> None:
    kind = kind_of(path)
    assert kind is not None
    assert complaints(kind.name, (ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SOURCES)
def test_the_first_line_of_each_file_names_its_schema(path: str) -> None:
    kind = kind_of(path)
    assert kind is not None
    schema = os.path.relpath(kind.schema, PurePosixPath(path).parent)
    first = (ROOT / path).read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={schema}", f"the first line of {path}"


@pytest.mark.parametrize(
    ("articles", "found"),
    [
        (DUTY, []),
        ("{id: register, kind: duty, whoo: 客服专员, text: 登记投诉。}", ["additionalProperties"]),
        ("{id: register, kind: duty}", ["required"]),
        ("{id: register, kind: dutty, text: 登记投诉。}", ["enum"]),
        ("{id: Register, kind: duty, text: 登记投诉。}", ["pattern"]),
        ("{id: register, kind: duty, text: [登记投诉。]}", ["type"]),
        ('{id: register, kind: duty, text: ""}', ["minLength"]),
        ("{id: register, kind: duty, text: 登记。, source: [s2-04.8]}", ["pattern"]),
        ("{id: register, kind: duty, text: 登记。, items: [{id: phone, kind: duty}]}", ["required"]),
        ("{id: register, kind: duty, text: 登记。, penalty: {fine: 50 元, points: 五}}", ["type"]),
        ("{id: register, kind: duty, text: 登记。, who: [客服专员, 客服主任], with: 总经理}", []),
        ("{id: register, kind: duty, text: 登记。, who: {name: 客服专员}}", ["anyOf"]),
    ],
)
def test_an_editor_underlines_in_a_clause_what_the_check_would_refuse(articles: str, found: list[str]) -> None:
    assert [complaint.rpartition(": ")[2] for complaint in complaints("policy", policy(articles))] == found


def test_a_bare_number_may_bound_a_tier() -> None:
    tiers = "penalties: [{id: late, act: 迟到, tiers: [{from: 1, below: 4, fine: 50 元}, {from: 4, points: 5}]}]"
    assert complaints("policy", policy(DUTY, tiers)) == []


def test_a_name_may_look_like_a_number() -> None:
    assert complaints("policy", policy(DUTY).replace('"1.0"', "1.0")) == []


def test_a_switch_is_true_or_false() -> None:
    assert complaints("measures", "measures: [{name: 辞退, ends_employment: true}]") == []
    assert complaints("measures", "measures: [{name: 辞退, ends_employment: 是}]") == [
        "$.measures[0].ends_employment: type"
    ]


def test_hovering_a_key_tells_its_chinese_name_meaning_and_an_example() -> None:
    who = told()["policy"]["$defs"]["Clause"]["properties"]["who"]
    assert who["title"] == "承担者"
    assert "义务和禁止必须有承担者" in who["description"]
    assert "例：`客服专员`" in who["markdownDescription"]
    assert "`" not in who["description"]


def test_each_value_of_a_choice_is_explained() -> None:
    kind = told()["policy"]["$defs"]["Clause"]["properties"]["kind"]
    explained = dict(zip(kind["enum"], kind["enumDescriptions"], strict=True))
    assert explained["duty"].startswith("义务。")


def test_quantities_are_offered_as_they_are_written() -> None:
    within = told()["policy"]["$defs"]["Clause"]["properties"]["within"]
    assert "3 个工作日" in within["examples"]


def test_every_mapping_takes_only_the_keys_that_are_described() -> None:
    for name, schema in told().items():
        for definition in (schema, *schema["$defs"].values()):
            if definition.get("type") == "object":
                assert definition["additionalProperties"] is False, (name, definition["title"])
                assert definition["properties"]


def test_a_build_gets_one_file_a_schema() -> None:
    files = dict(schema_files())
    assert set(files) == {f"{name}.schema.json" for name in told()}
    assert json.loads(files["policy.schema.json"]) == told()["policy"]


def test_vs_code_uses_the_same_schemas_for_files_without_the_first_line() -> None:
    settings: dict[str, Any] = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {kind.schema: kind.files for kind in FILES}


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_the_place_of_each_kind_of_file_is_where_the_reader_looks(kind: Any) -> None:
    assert type_of(kind.files.replace("**/*", "some/file")) is kind.model
    assert type_of(kind.files.replace("**/*", "file")) is kind.model
