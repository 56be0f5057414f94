"""Each rule finds what it is for, at the very word, and is silent about what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import rules
from tests.project import PARTS, checked

OURS = ("D001", "D002", "D003", "D004", "D005", "D006", "T001", "T002", "P001", "P002", "P003", "A001")
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


# --- D: who, from where, for whom ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["duty", "prohibition"])
def test_a_duty_or_prohibition_needs_a_bearer(tmp_path: Path, kind: str) -> None:
    assert told(tmp_path, f"- {{id: a, kind: {kind}, text: 文, added: 例}}") == ["D001 a"]
    assert told(tmp_path, f"- {{id: a, kind: {kind}, who: 客服专员, text: 文, added: 例}}") == []


@pytest.mark.parametrize("kind", ["permission", "definition", "standard", "statement"])
def test_other_clauses_need_none(tmp_path: Path, kind: str) -> None:
    assert told(tmp_path, f"- {{id: a, kind: {kind}, text: 文, added: 例}}") == []


def test_an_item_has_the_bearer_of_its_article(tmp_path: Path) -> None:
    items = "items: [{id: b, kind: duty, text: 一, items: [{id: c, kind: prohibition, text: 二}]}]"
    assert told(tmp_path, f"- {{id: a, kind: duty, who: 客服专员, text: 文, added: 例, {items}}}") == []
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 文, added: 例, {items}}}") == ["D001 b", "D001 c"]


def test_items_nest_three_deep_and_no_deeper(tmp_path: Path) -> None:
    third = "{id: c, kind: statement, text: 三"
    items = f"items: [{{id: b, kind: statement, text: 二, items: [{third}"
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 一, added: 例, {items}}}]}}]}}") == []
    fourth = "items: [{id: d, kind: statement, text: 四}]"
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 一, added: 例, {items}, {fourth}}}]}}]}}") == ["D002 d"]


ADAPTED = "adapted: {law: 劳动合同法, article: 第四条, was: 旧文}"


@pytest.mark.parametrize("origin", ["source: [old-rules.002]", "added: 例", ADAPTED])
def test_a_clause_says_where_it_comes_from(tmp_path: Path, origin: str) -> None:
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 文, {origin}}}") == []
    assert told(tmp_path, "- {id: a, kind: statement, text: 文}") == ["D003 a"]


def test_an_item_may_rest_on_the_source_of_its_article(tmp_path: Path) -> None:
    items = "items: [{id: b, kind: statement, text: 一}]"
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 文, added: 例, {items}}}") == []


def test_an_introduction_may_rest_on_the_sources_of_its_items(tmp_path: Path) -> None:
    items = "items: [{id: b, kind: statement, text: 一, added: 例}, {id: c, kind: statement, text: 二}]"
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 文, {items}}}") == ["D003 c"]
    assert told(tmp_path, f"- {{id: a, kind: duty, who: 客服专员, text: 文, {items}}}") == ["D003 a"]


def test_a_clause_may_not_go_beyond_the_units_of_its_policy(tmp_path: Path) -> None:
    assert told(tmp_path, "- {id: a, kind: statement, text: 文, added: 例, applies_to: [示例公司]}") == []
    beyond = "- {id: a, kind: statement, text: 文, added: 例, applies_to: [示例公司, 另一公司]}"
    assert told(tmp_path, beyond) == ["D004 另一公司"]


def test_a_bearer_must_exist_where_the_clause_applies(tmp_path: Path) -> None:
    for bearer in ("另一岗位", "另一部门", "另一公司"):
        article = f"- {{id: a, kind: duty, who: [客服主管, {bearer}], text: 文, added: 例}}"
        assert told(tmp_path, article) == [f"D005 {bearer}"]
    for bearer in ("总经理", "客服部", "示例公司", "全体员工"):
        assert told(tmp_path, f"- {{id: a, kind: duty, who: {bearer}, text: 文, added: 例}}") == []


def test_a_form_must_be_used_where_the_clause_applies(tmp_path: Path) -> None:
    article = "- {id: a, kind: statement, text: 文, added: 例, form: [示例表, 另一公司用表]}"
    assert told(tmp_path, article) == ["D006 另一公司用表"]
    assert told(tmp_path, "- {id: a, kind: statement, text: 文, added: 例, form: [示例表]}") == []


def test_the_right_word_is_pointed_at_even_beside_unknown_names_and_aliases(tmp_path: Path) -> None:
    article = """\
- id: a
  kind: duty
  who: [火星人, 另一岗位]
  form: [火星表, 另一公司用表]
  applies_to: [火星公司, 另一公司]
  text: 文
  added: 例
"""
    assert told(tmp_path, article) == [
        "R001 火星人",
        "R001 火星表",
        "R001 火星公司",
        "D004 另一公司",
    ]
    assert told(tmp_path, article.replace("[火星公司, 另一公司]", "示例公司")) == [
        "R001 火星人",
        "D005 另一岗位",
        "R001 火星表",
        "D006 另一公司用表",
    ]


# --- T: time ---------------------------------------------------------------------------------------------------------


def test_a_deadline_starts_with_something(tmp_path: Path) -> None:
    assert told(tmp_path, "- {id: a, kind: statement, text: 文, added: 例, within: 3 天}") == ["T001 3 天"]
    for start in ("when: 接到投诉", "before: 发货", "after: base", "every: 每日"):
        assert told(tmp_path, f"- {{id: a, kind: statement, text: 文, added: 例, within: 3 天, {start}}}") == []


def procedure(limit: str, *steps: str, of_policy: str = "") -> str:
    """A policy with clauses a (2 days), b (3 days), c (4 days, after b) and d, and a procedure of `steps`."""
    clause = "      - {{id: {}, kind: statement, text: 文, added: 例, when: 接到投诉{}}}\n"
    return (
        f"{of_policy}procedures:\n  - id: p\n    title: 流程\n    added: 例\n{limit}    steps:\n"
        + "".join(f"      - {{{step}}}\n" for step in steps)
        + PARTS["policy"][PARTS["policy"].index("chapters") :]
        + clause.format("a", ", within: 2 天")
        + clause.format("b", ", within: 1–3 天")
        + clause.format("c", ", within: 4 天, after: b")
        + clause.format("d", "")
    )


LIMIT = "    total_limit: {}\n"


@pytest.mark.parametrize(
    ("steps", "days", "path"),
    [
        (["do: a"], 2, "第二条"),
        (["do: d"], 0, ""),
        (["do: a", "do: b, after: a"], 5, "第二条 → 第三条"),
        (["do: b, after: a", "do: a"], 5, "第二条 → 第三条"),
        (["do: a", "do: b"], 3, "第三条"),
        (
            ["do: d, after: [b, a]", "do: c, after: d", "do: b, after: a", "do: a"],
            9,
            "第二条 → 第三条 → 第五条 → 第四条",
        ),
        (["do: a", "do: b, after: a, within: 10 天"], 12, "第二条 → 第三条"),
        (["do: c", "do: b"], 7, "第三条 → 第四条"),
        (["do: c, after: a", "do: a", "do: b"], 6, "第二条 → 第四条"),
        (["do: c"], 4, "第四条"),
        (["do: a", "do: b, after: a", "do: a, after: b"], 7, "第二条 → 第三条 → 第二条"),
        (["do: a, within: 5 个工作日"], 7, "第二条"),
    ],
)
def test_the_longest_way_through_a_procedure_keeps_its_limit(
    tmp_path: Path, steps: list[str], days: int, path: str
) -> None:
    enough = procedure(LIMIT.format(f"{max(days, 1)} 天"), *steps)
    assert checked(tmp_path, rules=RULES, policy=enough).told == []
    if days > 1:
        short = f"{days - 1} 天"
        result = checked(tmp_path, rules=RULES, policy=procedure(LIMIT.format(short), *steps))
        assert result.told == [f"T002 {short}"]
        facts = dict(result.diagnostics[0].facts)
        assert (facts["sum"], facts["limit"], facts["path"]) == (str(days), short, path)


def test_the_limit_of_the_policy_holds_where_the_procedure_has_none(tmp_path: Path) -> None:
    steps = ("do: a", "do: b, after: a")
    of_policy = "total_limit: 4 天\n"
    assert checked(tmp_path, rules=RULES, policy=procedure("", *steps, of_policy=of_policy)).told == ["T002 4 天"]
    assert (
        checked(tmp_path, rules=RULES, policy=procedure(LIMIT.format("5 天"), *steps, of_policy=of_policy)).told == []
    )
    assert checked(tmp_path, rules=RULES, policy=procedure("", *steps)).told == []


@pytest.mark.parametrize(
    ("steps", "path"),
    [
        (["do: a, after: b", "do: b, after: a"], "第二条 → 第三条 → 第二条"),
        (["do: a, after: a"], "第二条 → 第二条"),
        (["do: c", "do: b, after: c"], "第四条 → 第三条 → 第四条"),
        (["do: d", "do: b, after: a", "do: c, after: b", "do: a, after: c"], "第三条 → 第四条 → 第二条 → 第三条"),
    ],
)
def test_steps_that_wait_for_each_other_are_found(tmp_path: Path, steps: list[str], path: str) -> None:
    (found,) = checked(tmp_path, rules=RULES, policy=procedure("", *steps)).diagnostics
    assert found.code == "T003"
    assert dict(found.facts)["path"] == path


def test_a_procedure_of_a_thousand_steps_is_no_trouble(tmp_path: Path) -> None:
    steps = [f"do: {'ab'[n % 2]}, after: {'ba'[n % 2]}" for n in range(1, 1000)]
    result = checked(tmp_path, rules=RULES, policy=procedure(LIMIT.format("1 年"), "do: a", *steps))
    assert result.codes == ["T002"]
    assert dict(result.diagnostics[0].facts)["sum"] == "2500"


# --- P: penalties ----------------------------------------------------------------------------------------------------


def penalty(tmp_path: Path, written: str) -> list[str]:
    own = told(tmp_path, f"- {{id: a, kind: statement, text: 文, added: 例, penalty: {{{written}}}}}")
    shared = checked(tmp_path, rules=RULES, policy=f"penalties: [{{{written}, id: shared, added: 例}}]\n").told
    assert own == shared
    return own


TIERS = [
    ("{from: 1, below: 3}, {from: 3}", []),
    ("{below: 3}, {from: 3, below: 5}, {from: 5, below: 9}", []),
    ("{from: 1 万元, below: 2 万元}, {from: 2 万元}", []),
    ("{from: 1, below: 4}, {from: 3}", ["3"]),
    ("{from: 1, below: 3}, {from: 4}", ["4"]),
    ("{from: 1}, {from: 3}", ["3"]),
    ("{below: 3}, {below: 5}", ["{"]),
    ("{from: 3, below: 3}, {from: 3}", ["3"]),
    ("{from: 5, below: 3}", ["3"]),
    ("{from: 3}, {from: 1, below: 3}", ["1"]),
    ("{from: 1, below: 3}, {from: 4, below: 6}, {from: 5}", ["4", "5"]),
    ("{from: 1 天, below: 3 天}, {from: 3 次}", ["3 次"]),
    ("{from: 1 元, below: 3 天}, {from: 3 天}", ["3 天"]),
    ("{from: 1, below: 3 天}", ["3 天"]),
    ("{case: 甲}, {case: 乙}", []),
    ("{case: 甲, below: 3}, {case: 甲, from: 3}, {case: 乙, below: 9 天}, {case: 乙, from: 9 天}", []),
    ("{case: 甲, below: 3}, {case: 乙, below: 9}, {case: 甲, from: 4}", ["4"]),
]


@pytest.mark.parametrize(("tiers", "words"), TIERS)
def test_tiers_leave_no_gap_and_do_not_overlap(tmp_path: Path, tiers: str, words: list[str]) -> None:
    with_points = tiers.replace("}", ", points: 1}")
    assert penalty(tmp_path, f"tiers: [{with_points}]") == [f"P001 {word}" for word in words]
    with_approval = tiers.replace("}", ", approve: 总经理}")
    matrix = f"approvals: [{{id: a, subject: 购置, added: 例, tiers: [{with_approval}]}}]\n"
    assert checked(tmp_path, rules=RULES, policy=matrix).told == [f"A001 {word}" for word in words]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("act: 争吵", ["P002 {"]),
        ("act: 争吵, who: 客服专员", ["P002 {"]),
        ("tiers: [{from: 1, below: 2, points: 1}, {from: 2}]", ["P002 {"]),
        ("by: 情节", ["P002 {"]),
        *((f"{way}", []) for way in ("fine: 5 元", "points: 0", "points: 5", "measures: 辞退", "other: 调岗")),
        *((f"{way}", []) for way in ("deduct: 5% 工资", "compensate: 2 倍 损失", "escalation: [{times: 2, to: 辞退}]")),
        ("tiers: [{from: 1, points: 1}]", []),
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
