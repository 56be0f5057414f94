"""Every name is declared once and resolves to one thing; what does not is told with the nearest known name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import PARTS, PATHS, Checked, checked


def articles(line: str) -> str:
    return f"""\
- id: base
  kind: duty
  text: 填写《客户投诉记录表》《示例表》《另一公司用表》。
  source: [old-rules.001]
{"" if line.startswith("who") else "  who: [客服专员, 全体员工]"}
  {line}
"""


def near(result: Checked) -> list[tuple[str, str, str]]:
    """What is told: the variant, the unknown name and the nearest known one."""
    found = [(one.variant, dict(one.facts)) for one in result.diagnostics if one.code == "R001"]
    return [(variant, facts["name"], facts["near"]) for variant, facts in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("who: [客服专员, 客服砖员, 全体员工]", ("bearer", "客服砖员", "客服专员")),
        ("who: [客服专员, 全体员工, 月球]", ("bearer", "月球", "")),
        ("with: 客户服务", ("bearer", "客户服务", "客户服务部")),
        ("to: 示例公可", ("bearer", "示例公可", "示例公司")),
        ("applies_to: [示例公司, 第三公司]", ("unit", "第三公司", "示例公司")),
        ("form: [客户投诉纪录表, 客户投诉记录表]", ("form", "客户投诉纪录表", "客户投诉记录表")),
        ("record: {name: 照片, keeper: 客服组}", ("bearer", "客服组", "客服部")),
        ("penalty: {measures: [书面警告, 记过]}", ("measure", "记过", "")),
        ("penalty: {measures: 书面警靠}", ("measure", "书面警靠", "书面警告")),
        ("penalty: {points: 1, who: 客服砖员}", ("bearer", "客服砖员", "客服专员")),
        ("penalty: {points: 1, decided_by: 客服砖员}", ("bearer", "客服砖员", "客服专员")),
        ("penalty: {points: 1, joint: [{who: 客服砖员}]}", ("bearer", "客服砖员", "客服专员")),
        ("penalty: {points: 1, escalation: [{times: 2, to: 开出}]}", ("measure", "开出", "开除")),
        ("penalty: {tiers: [{from: 1, measures: 开出}]}", ("measure", "开出", "开除")),
        ("reward: {points: 1, who: 客服砖员}", ("bearer", "客服砖员", "客服专员")),
        ("adapted: {law: 劳动合同, article: 一, was: 二}", ("law", "劳动合同", "劳动合同法")),
        ("source: [old-rule.001]", ("source-document", "old-rule", "old-rules")),
    ],
)
def test_an_unknown_name_in_a_clause(tmp_path: Path, line: str, expected: tuple[str, str, str]) -> None:
    article = articles(line)
    if line.startswith("source"):
        article = article.replace("  source: [old-rules.001]\n", "")
    result = checked(tmp_path, articles=article)
    assert near(result) == [expected]
    (found,) = (one for one in result.diagnostics if one.code == "R001")
    assert result.pointed_at(found).startswith(expected[1])


@pytest.mark.parametrize(
    ("part", "line", "expected"),
    [
        ("policy", "owner: 客服科", ("department", "客服科", "客服部")),
        ("policy", "approver: 总经里", ("bearer", "总经里", "总经理")),
        ("policy", "approver: 火星人", ("bearer", "火星人", "")),
        ("policy", "applies_to: 示例公可", ("unit", "示例公可", "示例公司")),
        ("policy", "supersedes: [exampl]", ("policy", "exampl", "example")),
        ("policy", "basis: [劳动合同发 第四条]", ("law", "劳动合同发", "劳动合同法")),
        ("policy", "levels: [{id: l, scheme: 密级, added: 例, levels: [{name: 高, criterion: 重, may_read: 总经里}]}]",
         ("bearer", "总经里", "总经理")),
        ("policy", "approvals: [{id: a, subject: 购置, propose: 客服砖员, added: 例, tiers: [{approve: 总经理}]}]",
         ("bearer", "客服砖员", "客服专员")),
        ("policy", "approvals: [{id: a, subject: 购置, added: 例, tiers: [{approve: [总经里]}]}]",
         ("bearer", "总经里", "总经理")),
        ("form", "owner: 客服主任", ("department", "客服主任", "客服部")),
        ("form", "keeper: 客服砖员", ("bearer", "客服砖员", "客服专员")),
        ("form", "copies: [{to: 客服部}, {to: 财务部}]", ("bearer", "财务部", "客户服务部")),
        ("form", "signatures: [{label: 批准, who: 总经里}]", ("bearer", "总经里", "总经理")),
        ("form", "sections: [{filled_by: 客服砖员, fields: [{name: a, label: 甲}]}]",
         ("bearer", "客服砖员", "客服专员")),
        ("form", "applies_to: 示例公可", ("unit", "示例公可", "示例公司")),
        ("organization", "groups: [{name: 全体员工, everyone: true}, {name: 客服组, roles: [客服专员, 客服砖员]}]",
         ("role", "客服砖员", "客服专员")),
    ],
)  # fmt: skip
def test_an_unknown_name_elsewhere(tmp_path: Path, part: str, line: str, expected: tuple[str, str, str]) -> None:
    result = checked(tmp_path, **{part: line})  # type: ignore[arg-type]
    assert near(result) == [expected]
    (found,) = (one for one in result.diagnostics if one.code == "R001")
    assert result.pointed_at(found).startswith(expected[1])


def test_an_alias_resolves_to_the_thing_and_keeps_its_name(tmp_path: Path) -> None:
    article = articles("who: [客服主管, 客服部, 客服专员, 全体员工]") + "  penalty: {measures: 开除}\n"
    clause = checked(tmp_path, articles=article).handbook.clauses["example/base"]
    assert [bearer.name for bearer in clause.who] == ["客服主任", "客户服务部", "客服专员", "全体员工"]
    assert clause.penalty is not None
    assert [measure.name for measure in clause.penalty.measures] == ["辞退"]


def test_a_name_declared_twice_is_told_at_both_places_each_with_the_other(tmp_path: Path) -> None:
    result = checked(
        tmp_path, organization="groups:\n  - {name: 全体员工, everyone: true}\n  - {name: 全体员工, heads: true}\n"
    )
    first, again = result.diagnostics
    assert (first.code, first.place.line, first.place.column) == ("R002", 2, 12)
    assert (again.code, again.place.line, again.place.column) == ("R002", 3, 12)
    assert [(other.place.line, other.role) for other in first.related] == [(3, "again")]
    assert [(other.place.line, other.role) for other in again.related] == [(2, "first")]


def test_a_name_declared_in_two_files_is_told(tmp_path: Path) -> None:
    raw = {"handbook/source/organization/more.yml": "groups: [{name: 众人, aliases: [全体员工], external: true}]\n"}
    result = checked(tmp_path, raw=dict(raw))
    assert result.told == ["R002 全体员工", "R002 全体员工"]
    assert result.diagnostics[1].related[0].place.file == PATHS["organization"]


@pytest.mark.parametrize(
    ("part", "text", "told"),
    [
        ("terms", "terms: [{term: 投诉, definition: 甲}, {term: 客诉, aliases: [投诉], definition: 乙}]", "投诉"),
        ("laws", "laws: [{name: 劳动法, title: 中国劳动法, aliases: [劳动法], version: 2012-12-28}]", "劳动法"),
        ("measures", "measures: [{name: 书面警告}, {name: 辞退}, {name: 解雇, aliases: [辞退]}]", "辞退"),
        ("form", "title: 客户投诉记录表\ncode: KS-02", "客户投诉记录表"),
    ],
)  # fmt: skip
def test_any_kind_of_thing_may_be_declared_only_once(tmp_path: Path, part: str, text: str, told: str) -> None:
    result = checked(tmp_path, **{part: text})  # type: ignore[arg-type]
    assert f"R002 {told}" in result.told


def test_one_name_for_a_role_and_a_department_is_ambiguous_and_nothing_else_goes_wrong(tmp_path: Path) -> None:
    organization = PARTS["organization"].replace("另一岗位", "另一部门") + "  - {name: 别处, roles: [另一部门]}\n"
    article = articles("with: [另一部门, 别处]").replace("另一公司用表》", "》")
    raw = {
        "forms/elsewhere.yml": PARTS["form"]
        .replace("示例表", "别表")
        .replace("EX-01", "QT")
        .replace("客服专员", "另一部门")
    }
    result = checked(tmp_path, organization=organization, articles=article.replace("《》", "《别表》"), raw=dict(raw))
    assert result.told == ["R013 另一部门", "R013 另一部门"]
    assert dict(result.diagnostics[0].facts)["kinds"] == "department、role"
    assert "部门、岗位" in result.concise


@pytest.mark.parametrize("title", ["劳动合同法", "客户投诉记录表"])
def test_a_policy_called_like_a_law_or_a_form_is_ambiguous(tmp_path: Path, title: str) -> None:
    assert f"R013 {title}" in checked(tmp_path, policy=f"title: {title}\n").told


def test_a_term_may_be_called_like_a_department(tmp_path: Path) -> None:
    assert checked(tmp_path, terms="terms: [{term: 客服部, definition: 部门, added: 例}]\n").told == []


def test_who_uses_a_name_is_recorded_with_its_place(tmp_path: Path) -> None:
    handbook = checked(tmp_path).handbook
    (use,) = (use for use in handbook.uses[handbook.form_by_id["complaint-record"].target] if use.key == "form")
    assert (use.by.key, use.place.line, use.place.column) == ("example/base", 19, 15)
