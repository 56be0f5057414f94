"""Each rule finds what it is for, at the very word, and is silent about what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import rules
from tests.project import checked

OURS = ("P001", "P002", "P003", "A001")
NAMES_AND_FORMS = ("R001", "R004", "R008", "R012", "F002", "F003", "F004", "F005")
RULES = tuple(rule for rule in rules.RULES if rule.code in OURS + NAMES_AND_FORMS)
"""The rules that this file is about; `rules/` beside it has a file for each family."""

BASE = """\
- id: base
  kind: duty
  who: [客服专员, 全体员工]
  text: 填写《客户投诉记录表》《示例表》《另一公司用表》。
  source: [old-rules.001]
"""
"""An article that leaves nothing unused."""


def told(tmp_path: Path, article: str) -> list[str]:
    return checked(tmp_path, rules=RULES, articles=f"{BASE}{article}").told


# --- P: penalties ----------------------------------------------------------------------------------------------------


def penalty(tmp_path: Path, written: str) -> list[str]:
    own = told(tmp_path, f"- {{id: a, kind: statement, text: 文, added: 例, penalty: {{{written}}}}}")
    shared = checked(tmp_path, rules=RULES, policy=f"penalties: [{{{written}, id: shared, added: 例}}]\n").told
    assert own == shared
    return own


TIERS = [
    ("{from: 1, below: 3}, {from: 3}", []),
    ("{below: 3}, {from: 3, below: 5}, {from: 5, below: 9}", ["9"]),
    ("{from: 1 万元, below: 2 万元}, {from: 2 万元}", ["1 万元"]),
    ("{from: 1, below: 4}, {from: 3}", ["3"]),
    ("{from: 1, below: 3}, {from: 4}", ["4"]),
    ("{from: 1}, {from: 3}", ["3"]),
    ("{below: 3}, {below: 5}", ["{", "5"]),
    ("{from: 3, below: 3}, {from: 3}", ["3", "3"]),
    ("{from: 5, below: 3}", ["5", "3"]),
    ("{from: 3}, {from: 1, below: 3}", ["3", "1", "3"]),
    ("{from: 1, below: 3}, {from: 4, below: 6}, {from: 5}", ["4", "5"]),
    ("{from: 1 天, below: 3 天}, {from: 3 次}", ["3 次"]),
    ("{from: 1 元, below: 3 天}, {from: 3 天}", ["3 天"]),
    ("{from: 1, below: 3 天}", ["3 天"]),
    ("{up_to: 4 天}, {over: 4 天}", []),
    ("{up_to: 4 天}, {from: 4 天}", ["4 天"]),
    ("{below: 4 天}, {over: 4 天}", ["4 天"]),
    ("{up_to: 4 天}, {from: 5 天}", ["5 天"]),
    ("{up_to: 4 天}, {over: 4 天, up_to: 4 天}", ["4 天"]),
    ("{up_to: 4 天}, {over: 4 天, below: 4 天}, {from: 4 天}", ["4 天"]),
    ("{below: 4 天}, {from: 4 天, up_to: 4 天}, {over: 4 天}", []),
    ("{up_to: 3}, {from: 4}", []),
    ("{below: 4}, {over: 3}", []),
    ("{up_to: 3}, {from: 5}", ["5"]),
    ("{over: 0 元, up_to: 5 元}, {over: 5 元}", []),
    ("{over: 5 元}", ["5 元"]),
    ("{over: 1}", ["1"]),
    ("{over: 0, up_to: 3}, {over: 3}", []),
    ("{up_to: 50%}, {over: 50%, up_to: 100%}", []),
    ("{up_to: 4 天}, {over: 4 次}", ["4 次"]),
    ("{up_to: 4 天}, {up_to: 9 天}", ["{", "9 天"]),
    ("{over: 1 元}, {over: 4 元}", ["1 元", "4 元"]),
    ("{case: 甲}, {case: 乙}", []),
    ("{case: 甲, below: 3}, {case: 甲, from: 3}, {case: 乙, below: 9 天}, {case: 乙, from: 9 天}", []),
    ("{case: 甲, below: 3}, {case: 乙, below: 9}, {case: 甲, from: 4}", ["9", "4"]),
]


@pytest.mark.parametrize(("tiers", "words"), TIERS)
def test_tiers_meet_and_reach_from_bottom_to_top(tmp_path: Path, tiers: str, words: list[str]) -> None:
    with_points = tiers.replace("}", ", points: 1}")
    assert penalty(tmp_path, f"tiers: [{with_points}]") == [f"P001 {word}" for word in words]
    with_approval = tiers.replace("}", ", approve: 总经理}")
    matrix = f"approvals: [{{id: a, subject: 购置, added: 例, tiers: [{with_approval}]}}]\n"
    assert checked(tmp_path, rules=RULES, policy=matrix).told == [f"A001 {word}" for word in words]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("act: 争吵", ["P002 争吵"]),
        ("act: 争吵, who: 客服专员", ["P002 客服专员"]),
        ("tiers: [{from: 1, below: 2, points: 1}, {from: 2}]", ["P002 {"]),
        ("by: 情节", ["P002 {"]),
        *((f"{way}", []) for way in ("fine: 5 元", "points: 0", "points: 5", "measures: 辞退", "other: 调岗")),
        *((f"{way}", []) for way in ("deduct: 5% 工资", "compensate: 2 倍 损失")),
        ("tiers: [{from: 1, points: 1}]", []),
        ("escalation: [{times: 2, to: 辞退}]", ["P002 {"]),
    ],
)
def test_a_penalty_imposes_something(tmp_path: Path, written: str, expected: list[str]) -> None:
    assert penalty(tmp_path, written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("fine: 50–500 元", ["P003 50–500 元"]),
        ("fine: 50–500 元, by: 情节轻重", []),
        ("fine: 50 元", []),
        ("fine: 2 倍 损失", []),
        ("tiers: [{from: 1, below: 2, fine: 5 元}, {from: 2, fine: 6–9 元}]", ["P003 6–9 元"]),
        ("tiers: [{from: 1, fine: 6–9 元, by: 情节}]", []),
        ("by: 情节, tiers: [{from: 1, fine: 6–9 元}]", []),
    ],
)
def test_a_fine_between_two_amounts_names_its_criterion(tmp_path: Path, written: str, expected: list[str]) -> None:
    assert penalty(tmp_path, written) == expected


# --- F: forms --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ("[{fields: [{name: a, label: 甲}, {name: b, label: 甲}]}]", []),
        ("[{fields: [{name: a, label: 甲}, {name: a, label: 乙}]}]", ["F002 a"]),
        ("[{fields: [{name: a, label: 甲}]}, {fields: [{name: a, label: 乙}]}]", ["F002 a"]),
        ("[{fields: [{name: a, label: 甲, type: choice}]}]", ["F003 choice"]),
        ("[{fields: [{name: a, label: 甲, type: choices}]}]", ["F003 choices"]),
        ("[{fields: [{name: a, label: 甲, type: choices, options: [一]}]}]", []),
        ("[{fields: [{name: a, label: 甲, type: table}]}]", ["F003 table"]),
        ("[{fields: [{name: a, label: 甲, type: table, columns: [{label: 一}]}]}]", []),
        ("[{fields: [{name: a, label: 甲, type: table, columns: [{label: 一, type: choice}]}]}]", ["F003 choice"]),
        ("[{fields: [{name: a, label: 甲, width: 0}]}]", ["F004 0"]),
        ("[{fields: [{name: a, label: 甲, width: 5}]}]", ["F004 5"]),
        ("[{fields: [{name: a, label: 甲, width: 1}, {name: b, label: 乙, width: 4}]}]", []),
    ],
)
def test_a_form_can_be_filled_in(tmp_path: Path, sections: str, expected: list[str]) -> None:
    assert checked(tmp_path, rules=RULES, form=f"sections: {sections}\n").told == expected


def test_the_same_field_in_two_forms_is_fine_even_if_they_share_a_title(tmp_path: Path) -> None:
    assert "F002" not in checked(tmp_path, rules=RULES, form="title: 客户投诉记录表\n").codes
