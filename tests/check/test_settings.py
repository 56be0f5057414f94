"""A handbook sets how much each rule matters, what words it looks for and with what number it compares."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.rules import FAMILIES
from generator.check.settings import default_options, is_configurable
from generator.diagnostics.catalog import all_rules
from generator.diagnostics.diagnostic import Severity
from tests.project import Checked, checked, rules_of

NO_START = "- {id: a, kind: statement, within: 3 天, text: 3 天内办结。, added: 例}"


def told(root: Path, settings: str) -> Checked:
    return checked(root, rules=rules_of("T"), articles=NO_START, settings=f"rules: [{settings}]\n")


def severities(root: Path, settings: str) -> list[tuple[str, Severity]]:
    return [(found.code, found.severity) for found in told(root, settings).result.report.findings]


def test_a_rule_can_matter_less_or_more(tmp_path: Path) -> None:
    assert severities(tmp_path, "{rule: T001, severity: note}") == [("T001", Severity.NOTE)]
    assert severities(tmp_path, "{rule: T001, severity: error}") == [("T001", Severity.ERROR)]


def test_a_rule_can_be_switched_off(tmp_path: Path) -> None:
    assert told(tmp_path, "{rule: T001, severity: off}").codes == []


def test_a_family_is_set_by_its_name_and_one_of_its_rules_after_it(tmp_path: Path) -> None:
    assert told(tmp_path, "{rule: time, severity: off}").codes == []
    assert severities(tmp_path, "{rule: time, severity: off}, {rule: T001, severity: note}") == [
        ("T001", Severity.NOTE)
    ]


def test_a_switched_off_error_lets_the_build_go_on(tmp_path: Path) -> None:
    assert told(tmp_path, "{rule: T001, severity: error}").result.report.has_errors
    assert not told(tmp_path, "{rule: T001, severity: warning}").result.report.has_errors


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("{rule: T0001, severity: off}", "X001 T0001"),
        ("{rule: tima, severity: off}", "X001 tima"),
        ("{rule: S001, severity: off}", "X002 S001"),
        ("{rule: R003, severity: note}", "X002 R003"),
        ("{rule: T001, limit: 3}", "X003 3"),
        ("{rule: T001, words: [及时]}", "X003 ["),
        ("{rule: time, limit: 3}", "X003 3"),
    ],
)
def test_a_setting_that_can_have_no_effect_is_told(tmp_path: Path, settings: str, expected: str) -> None:
    assert next(one for one in told(tmp_path, settings).told if one.startswith("X")).startswith(expected)


def test_the_nearest_rule_or_family_is_offered(tmp_path: Path) -> None:
    (found,) = (one for one in told(tmp_path, "{rule: tima}").diagnostics if one.code == "X001")
    assert dict(found.facts)["near"] == "time"


@pytest.mark.parametrize("code", ["Y006", "S001", "R001", "R003", "X005", "I000", "T999"])
def test_what_cannot_be_read_or_resolved_cannot_be_set(code: str) -> None:
    assert not is_configurable(code)


@pytest.mark.parametrize("code", ["T001", "R004", "R008", "D001"])
def test_what_judges_can_be_set(code: str) -> None:
    assert is_configurable(code)


@pytest.mark.parametrize("rule", [rule for rule in all_rules() if rule.options], ids=lambda rule: rule.code)
def test_an_option_has_a_default_of_its_kind(rule: object) -> None:
    code = getattr(rule, "code", "")
    options = default_options(code)
    assert isinstance(options.limit, int)
    assert all(options.words)
    assert options.limit or options.words


def test_every_family_has_rules_and_no_code_is_in_two() -> None:
    families = [{rule.code for rule in rules} for rules in FAMILIES.values()]
    assert all(families)
    assert sum(map(len, families)) == len(set().union(*families))
