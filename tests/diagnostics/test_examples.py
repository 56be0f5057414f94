"""Every rule's bad example is found by that rule, and its good example is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.run import check_project
from generator.diagnostics.catalog import Rule, all_rules
from tests.diagnostics.project import make_project, with_example

RULES = [rule for rule in all_rules() if rule.example_in not in ("path", "program")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_is_found(rule: Rule, tmp_path: Path) -> None:
    assert rule.code in codes_found(rule, rule.bad, tmp_path)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_is_not_found(rule: Rule, tmp_path: Path) -> None:
    assert rule.code not in codes_found(rule, rule.good, tmp_path)


def test_nothing_else_is_wrong_with_the_project_around_the_examples(tmp_path: Path) -> None:
    assert check_project(make_project(tmp_path)).diagnostics == ()


def codes_found(rule: Rule, example: str, folder: Path) -> set[str]:
    project = make_project(folder, with_example(rule, example))
    return {one.code for one in check_project(project).diagnostics}
