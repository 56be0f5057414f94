from __future__ import annotations

import pytest

from generator.diagnostics.catalog import all_rules
from tests.cli.conftest import Handbook

PAGE = """\
S002 缺少必需的键（错误）

有些内容不写明，制度就没法执行或者没法引用，例如条款的编号（id）、制度的主管部门（owner）和施行日期（effective）。

不对：

  - id: register
    kind: duty
    who: 客服专员

对：

  - id: register
    kind: duty
    who: 客服专员
    text: 客服专员登记投诉。
"""


def test_a_rule_is_explained_with_what_is_wrong_and_what_is_right(handbook: Handbook) -> None:
    outcome = handbook("rule", "S002")

    assert outcome.status == 0
    assert outcome.out == PAGE


def test_small_letters_will_do(handbook: Handbook) -> None:
    assert handbook("rule", "s002").out == PAGE


def test_all_rules_are_listed_when_none_is_named(handbook: Handbook) -> None:
    lines = handbook("rule").out.splitlines()

    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]


def test_an_unknown_code_cannot_be_explained(handbook: Handbook) -> None:
    outcome = handbook("rule", "Q999")

    assert outcome.status == 2
    assert "“Q999”" in outcome.err


@pytest.mark.parametrize("code", [rule.code for rule in all_rules()])
def test_every_rule_has_a_page(code: str, handbook: Handbook) -> None:
    outcome = handbook("rule", code)

    assert outcome.status == 0
    assert outcome.out.startswith(code)
    assert "\t" not in outcome.out
