from __future__ import annotations

import pytest

from generator.diagnostics.catalog import all_rules
from tests.cli.conftest import Handbook

PAGE = """\
X003 规则没有这个选项
错误，属于“检查的设置”

查什么

  “rules”里为一条规则写的“words”（换一组词）或者“limit”（换一个数），是它确实有的选项。

为什么

  不起作用的设置让人误以为检查已经变了。

不对

  rules: [{rule: T001, limit: 3}]  # ←

对

  rules: [{rule: T001, severity: error}]
"""


def test_a_rule_is_explained_with_what_is_wrong_and_what_is_right(handbook: Handbook) -> None:
    outcome = handbook("rule", "X003")

    assert outcome.status == 0
    assert outcome.out == PAGE


def test_small_letters_will_do(handbook: Handbook) -> None:
    assert handbook("rule", "x003").out == PAGE


def test_all_rules_are_listed_when_none_is_named(handbook: Handbook) -> None:
    lines = handbook("rule").out.splitlines()

    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]


def test_an_unknown_code_cannot_be_explained(handbook: Handbook) -> None:
    outcome = handbook("rule", "Z999")

    assert outcome.status == 2
    assert "“Z999”" in outcome.err


@pytest.mark.parametrize("code", [rule.code for rule in all_rules()])
def test_every_rule_has_a_page(code: str, handbook: Handbook) -> None:
    outcome = handbook("rule", code)

    assert outcome.status == 0
    assert outcome.out.startswith(code)
    assert "\t" not in outcome.out
