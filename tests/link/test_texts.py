"""Names in running text become links: 《…》, {#clause}, and roles, departments, units and terms."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.link.targets import LinkedText, Mention, plain
from tests.project import PARTS, Checked, checked

UNUSED = "R004"


def article(text: str) -> str:
    return f"""\
- id: base
  kind: duty
  who: [客服专员, 全体员工]
  form: [客户投诉记录表, 示例表]
  text: {json.dumps(text, ensure_ascii=False)}
  added: 例
- {{id: last, kind: statement, text: 见《另一公司用表》, added: 例}}
"""


def linked(tmp_path: Path, text: str, **parts: str) -> LinkedText:
    result = checked(tmp_path, articles=article(text), **parts)  # type: ignore[arg-type]
    assert result.told == []
    return result.handbook.clauses["example/base"].text


def marked(text: LinkedText) -> list[str]:
    return [f"{span.text} → {span.target.kind} {span.target.key}" for span in text if isinstance(span, Mention)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("填《客户投诉记录表》。", ["《客户投诉记录表》 → form complaint-record"]),
        ("依《示例办法》办理", ["《示例办法》 → policy example"]),
        ("依《劳动合同法》办理", ["《劳动合同法》 → law 劳动合同法"]),
        ("依《中华人民共和国劳动合同法》办理", ["《中华人民共和国劳动合同法》 → law 劳动合同法"]),
        ("见{#last}", ["第二条 → clause example/last"]),
        ("见{#example/last}", ["第二条 → clause example/last"]),
        ("由客服主任审核", ["客服主任 → role 客服主任"]),
        ("由客服主管审核", ["客服主管 → role 客服主任"]),
        ("报客服部备案", ["客服部 → department 客户服务部"]),
        ("示例公司的投诉", ["示例公司 → unit 示例公司", "投诉 → term 投诉"]),
        ("全体员工守法", []),
        ("客户服务部门应当守法", []),
        ("客户服务部门报客户服务部", ["客户服务部 → department 客户服务部"]),
    ],
)
def test_a_name_in_a_text_becomes_a_link(tmp_path: Path, text: str, expected: list[str]) -> None:
    spans = linked(tmp_path, text)
    assert marked(spans) == expected
    if "{#" not in text:
        assert plain(spans) == text


def test_a_form_is_found_by_its_alias_too(tmp_path: Path) -> None:
    spans = linked(tmp_path, "填《样表》", form="aliases: [样表]\n")
    assert marked(spans) == ["《样表》 → form example"]


def test_a_clause_of_another_policy_is_cited_with_its_title(tmp_path: Path) -> None:
    other = PARTS["policy"].replace("示例办法", "别的办法").replace("第四条", "")
    other = other.replace("填写《客户投诉记录表》", "依照{#example/last}填写《客户投诉记录表》")
    raw = {"handbook/source/policies/other.yml": other}
    clause = checked(tmp_path, articles=article("甲"), raw=dict(raw)).handbook.clauses["other/base"]
    assert "《示例办法》第二条 → clause example/last" in marked(clause.text)


def test_a_name_is_linked_only_where_it_is_first_named(tmp_path: Path) -> None:
    text = "客服主任收到《示例表》后，客服主任报总经理；客服主管通知客服主任，总经理批准。"
    assert marked(linked(tmp_path, text)) == [
        "客服主任 → role 客服主任",
        "《示例表》 → form example",
        "总经理 → role 总经理",
    ]


def test_the_longest_name_wins(tmp_path: Path) -> None:
    terms = "terms:\n  - {term: 客服, definition: 客服工作, added: 例}\n  - {term: 主任, definition: 头衔, added: 例}\n"
    assert marked(linked(tmp_path, "客服主任负责客服", terms=terms)) == [
        "客服主任 → role 客服主任",
        "客服 → term 客服",
    ]
    assert marked(linked(tmp_path, "客服主任和客服主任", terms=terms)) == ["客服主任 → role 客服主任"]


def test_a_latin_name_is_found_only_as_a_whole_word(tmp_path: Path) -> None:
    terms = "terms: [{term: ERP 系统, aliases: [ERP], definition: 软件, added: 例}]\n"
    assert marked(linked(tmp_path, "在ERP登记", terms=terms)) == ["ERP → term ERP 系统"]
    assert marked(linked(tmp_path, "在 ERP 系统登记", terms=terms)) == ["ERP 系统 → term ERP 系统"]
    assert marked(linked(tmp_path, "在 ERPX 或 SERP 登记", terms=terms)) == []


@pytest.mark.parametrize("text", ["1. 甲 [a](b) *c* `d` $e$", "甲{乙}#丙", "((((", "\\d+.*?"])
def test_other_signs_are_plain_text(tmp_path: Path, text: str) -> None:
    assert linked(tmp_path, text) == (text,)


def told(result: Checked) -> list[str]:
    return [one for one in result.told if not one.startswith(UNUSED)]


def test_a_name_inside_an_ordinary_word_or_the_name_of_a_group_is_not_meant(tmp_path: Path) -> None:
    more = """\
terms: [{term: 回访, definition: 再问一次。, added: 例}, {term: 人员, definition: 人。, added: 例}]
"""
    organization = PARTS["organization"] + "  - {name: 售后人员, meaning: 修理的人}\n"
    spans = linked(tmp_path, "巡回访问后回访，由售后人员和其他人员办理。", terms=more, organization=organization)
    assert marked(spans) == ["回访 → term 回访", "人员 → term 人员"]
    assert [span for span in spans if isinstance(span, str)] == ["巡回访问后", "，由售后人员和其他", "办理。"]


@pytest.mark.parametrize(
    ("text", "expected", "near"),
    [
        ("填《客户投诉纪录表》后填《示例表》", "R003 《客户投诉纪录表》", "客户投诉记录表"),
        ("依《火星法》", "R003 《火星法》", ""),
        ("见{#lsat}", "R006 lsat", "last"),
        ("见{#example/lsat}", "R006 example/lsat", "example/last"),
        ("见{#other/last}", "R006 other/last", "example/last"),
        ("见{#zzzzzzzzzz}", "R006 zzzzzzzzzz", ""),
    ],
)
def test_a_reference_to_nothing_is_told_at_its_very_words(tmp_path: Path, text: str, expected: str, near: str) -> None:
    result = checked(tmp_path, articles=article(text))
    assert told(result) == [expected]
    (found,) = (one for one in result.diagnostics if one.code in expected)
    assert dict(found.facts)["near"] == near


def test_the_clause_of_another_policy_is_offered_when_it_has_that_very_id(tmp_path: Path) -> None:
    other = PARTS["policy"].replace("示例办法", "别的办法").replace("填写", "依{#last}填写")
    (found,) = checked(tmp_path, articles=article("甲"), raw={"handbook/source/policies/b.yml": other}).diagnostics
    assert dict(found.facts) == {"ref": "last", "near": "example/last"}


def test_in_a_text_of_many_lines_the_line_of_the_word_is_told(tmp_path: Path) -> None:
    policy = """\
chapters:
  - title: 总则
    articles:
      - id: base
        kind: duty
        who: [客服专员, 全体员工]
        text: |
          填写《客户投诉记录表》《示例表》《另一公司用表》，
          再填\t《火星表》。
        source: [old-rules.001]
"""
    (found,) = checked(tmp_path, policy=policy).diagnostics
    assert (found.code, found.place.line, found.place.column, found.place.width) == ("R003", 9, 14, 5)


PENALTY = "{points: 5, act: 违反《火星法》, other: 依《月球法》处理, tiers: [{from: 1, other: 依《木星法》处理}]}"


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        ("policy", "summary: 依《火星法》", ["R003 《火星法》"]),
        ("form", "purpose: 依《火星法》", ["R003 《火星法》"]),
        ("form", "notes: [一, 依《火星法》]", ["R003 《火星法》"]),
        ("terms", "terms: [{term: 投诉, definition: 依《火星法》, added: 例}]", ["R003 《火星法》"]),
        ("articles", article("甲").replace("added: 例\n-", f"penalty: {PENALTY}\n  added: 例\n-"),
         ["R003 《火星法》", "R003 《月球法》", "R003 《木星法》"]),
        ("articles", article("甲").replace("added: 例\n-", "reward: {points: 5, act: 依《火星法》}\n  added: 例\n-"),
         ["R003 《火星法》"]),
    ],
)  # fmt: skip
def test_texts_anywhere_are_linked(tmp_path: Path, part: str, text: str, expected: list[str]) -> None:
    assert told(checked(tmp_path, **{part: text})) == expected  # type: ignore[arg-type]


def test_terms_and_levels_of_a_policy_may_cite_its_clauses(tmp_path: Path) -> None:
    policy = """\
terms: [{term: 结案, definition: 依{#base}归档。, added: 例}]
levels: [{id: l, scheme: 等级, added: 例, levels: [{name: 高, criterion: 见{#base}, consequence: "见{#base}"}]}]
""".replace("见{#base},", '"见{#base}",').replace("依{#base}归档。", '"依{#base}归档。"')
    result = checked(tmp_path, policy=policy)
    assert result.told == []
    (scheme,) = result.handbook.levels
    assert plain(scheme.levels[0].criterion) == plain(scheme.levels[0].consequence) == "见第一条"
    assert plain(result.handbook.terms[-1].definition) == "依第一条归档。"


@pytest.mark.parametrize(
    ("text", "mark"),
    [("《》", "《》"), ("填写《示例表。", "《示例表。"), ("填写示例表》。", "写示例表》"), ("《《示例表》》", "《")],
)
def test_half_a_pair_of_marks_is_told(tmp_path: Path, text: str, mark: str) -> None:
    assert told(checked(tmp_path, articles=f"- {{id: a, kind: statement, text: {text}, added: 例}}")) == [
        f"R014 {mark}"
    ]
