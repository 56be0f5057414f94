from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

from generator.diagnostics.catalog import all_rules
from generator.diagnostics.diagnostic import finding
from generator.diagnostics.formats import render
from generator.read.marks import Place
from tests.diagnostics.formats.findings import one_of_everything, report

HERE = Path(__file__).parent
STANDARD = json.loads((HERE / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
"""The schema of OASIS SARIF 2.1.0 as published, taken from Microsoft's validator @microsoft/sarif-multitool 5.7.0."""

SCHEMA = json.loads((HERE / "sarif-subset.schema.json").read_text(encoding="utf-8"))


def test_the_log_is_sarif() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.validate(log(), SCHEMA)


def test_the_log_is_what_the_standard_asks_for() -> None:
    jsonschema.validate(log(), STANDARD)


def test_a_clean_project_is_a_run_without_results() -> None:
    clean = json.loads(render(report(), "sarif"))

    jsonschema.validate(clean, SCHEMA)
    assert clean["runs"][0]["results"] == []


def test_every_rule_can_be_described() -> None:
    everything = report(*(finding(rule.code, Place("a.yml", 1, 1)) for rule in all_rules()))

    jsonschema.validate(json.loads(render(everything, "sarif")), SCHEMA)
    jsonschema.validate(json.loads(render(everything, "sarif")), STANDARD)


def test_addresses_are_relative_and_percent_encoded() -> None:
    location = run()["results"][0]["locations"][0]["physicalLocation"]

    assert location["artifactLocation"]["uri"] == (
        "handbook/source/policies/%E6%8A%95%E8%AF%89%20%E5%8A%9E%E6%B3%95.yml"
    )
    assert location["region"] == {"startLine": 1, "startColumn": 8, "endColumn": 12}


def test_a_result_points_at_its_rule() -> None:
    rules = run()["tool"]["driver"]["rules"]

    for result in run()["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_rule_comes_with_its_explanation_and_its_examples() -> None:
    rule = next(rule for rule in run()["tool"]["driver"]["rules"] if rule["id"] == "S001")

    assert rule["shortDescription"]["text"] == "不认识的键"
    assert "  whoo: 客服专员  # ←\n" in rule["help"]["markdown"]
    assert "  who: 客服专员\n" in rule["help"]["markdown"]


def test_the_other_place_of_a_finding_is_a_related_location() -> None:
    related = run()["results"][-1]["relatedLocations"]

    assert [(one["message"]["text"], one["physicalLocation"]["region"]["startLine"]) for one in related] == [
        ("第一次写在这里", 4)
    ]


def test_a_finding_about_a_whole_file_has_no_region() -> None:
    about_file = json.loads(render(report(finding("Y011", Place("a.yml", 0, 0))), "sarif"))

    assert "region" not in about_file["runs"][0]["results"][0]["locations"][0]["physicalLocation"]


def log() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(render(one_of_everything(), "sarif"))
    return read


def run() -> dict[str, Any]:
    first: dict[str, Any] = log()["runs"][0]
    return first
