"""Every rule's bad example is found by that rule, and its good example is not.

The line that a rule of the check finds ends with `# ←`. All rules are asked, so that its example never teaches another
mistake: only the rule itself finds the bad one, and nothing finds the good one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.rules import RULES as JUDGING
from generator.check.run import CheckResult, check_project
from generator.diagnostics.catalog import Rule, all_rules
from tests.diagnostics.project import TODAY, make_project, with_example

MARK = "# ←"
RULES = [rule for rule in all_rules() if rule.example_in not in ("path", "program")]
MARKED = [rule for rule in RULES if MARK in rule.bad]
ASKED_FOR_A_MARK = {rule.code for rule in JUDGING}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_is_found(rule: Rule, tmp_path: Path) -> None:
    assert rule.code in codes(checked(rule, rule.bad, tmp_path))


@pytest.mark.parametrize("rule", MARKED, ids=lambda rule: rule.code)
def test_nothing_else_is_found_in_the_bad_example(rule: Rule, tmp_path: Path) -> None:
    assert codes(checked(rule, rule.bad, tmp_path)) == {rule.code}


@pytest.mark.parametrize("rule", MARKED, ids=lambda rule: rule.code)
def test_it_is_found_at_the_marked_line(rule: Rule, tmp_path: Path) -> None:
    result = checked(rule, rule.bad, tmp_path)
    marked = {
        (file, number)
        for file, text in result.sources.items()
        for number, line in enumerate(text.split("\n"), start=1)
        if line.rstrip().endswith(MARK)
    }
    assert {(one.place.file, one.place.line) for one in result.diagnostics} == marked


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_is_not_found(rule: Rule, tmp_path: Path) -> None:
    assert rule.code not in codes(checked(rule, rule.good, tmp_path))


@pytest.mark.parametrize("rule", MARKED, ids=lambda rule: rule.code)
def test_nothing_is_found_in_the_good_example(rule: Rule, tmp_path: Path) -> None:
    assert codes(checked(rule, rule.good, tmp_path)) == set()


def test_every_rule_that_judges_marks_its_line() -> None:
    assert {rule.code for rule in all_rules()} >= ASKED_FOR_A_MARK
    assert [rule.code for rule in RULES if rule.code in ASKED_FOR_A_MARK and MARK not in rule.bad] == []


def test_nothing_else_is_wrong_with_the_project_around_the_examples(tmp_path: Path) -> None:
    assert check_project(make_project(tmp_path), TODAY).diagnostics == ()


def checked(rule: Rule, example: str, folder: Path) -> CheckResult:
    return check_project(make_project(folder, with_example(rule, example)), TODAY)


def codes(result: CheckResult) -> set[str]:
    return {one.code for one in result.diagnostics}
