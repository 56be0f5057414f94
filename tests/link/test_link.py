"""The linked handbook: what points forward, what points back, and what a broken file leaves unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.link.handbook import Group, Role
from generator.link.targets import Target, TargetKind
from tests.project import PARTS, PATHS, checked

ITEMS = """\
- id: base
  kind: duty
  who: [客服主管, 全体员工]
  text: 填写《客户投诉记录表》《示例表》《另一公司用表》：
  applies_to: 示例公司
  source: [old-rules.001]
  items:
    - id: own
      kind: duty
      who: 客服专员
      text: 一
      items: [{id: deep, kind: duty, text: 二}]
    - {id: plain, kind: duty, text: 三, penalty: {points: 1}, reward: {points: 2}}
    - {id: given, kind: duty, text: 四, penalty: {points: 1, who: 总经理}, reward: {points: 2, who: 总经理}}
"""


def test_an_item_has_the_bearers_and_units_of_what_it_is_an_item_of(tmp_path: Path) -> None:
    clauses = checked(tmp_path, policy="applies_to: [示例公司, 另一公司]\n", articles="").handbook.clauses
    assert [unit.name for unit in clauses["example/base"].units] == ["示例公司", "另一公司"]
    clauses = checked(tmp_path, articles=ITEMS).handbook.clauses
    bearers = {clause.id: [bearer.name for bearer in clause.who] for clause in clauses.values()}
    assert bearers == {
        "base": ["客服主任", "全体员工"],
        "own": ["客服专员"],
        "deep": ["客服专员"],
        "plain": ["客服主任", "全体员工"],
        "given": ["客服主任", "全体员工"],
    }
    assert {unit.name for clause in clauses.values() for unit in clause.units} == {"示例公司"}


def test_the_sanction_in_a_clause_is_for_its_bearers_unless_it_says_whose(tmp_path: Path) -> None:
    clauses = checked(tmp_path, articles=ITEMS).handbook.clauses
    plain, given = clauses["example/plain"], clauses["example/given"]
    for sanction in (plain.penalty, plain.reward):
        assert sanction is not None
        assert sanction.who == plain.who
    for sanction in (given.penalty, given.reward):
        assert sanction is not None
        assert [bearer.name for bearer in sanction.who] == ["总经理"]


def test_clauses_stand_in_reading_order(tmp_path: Path) -> None:
    clauses = checked(tmp_path, articles=ITEMS).handbook.clauses
    assert [clause.id for clause in clauses.values()] == ["base", "own", "deep", "plain", "given"]
    assert list(clauses) == [clause.key for clause in clauses.values()]


def test_the_penalties_of_a_clause_are_its_own_and_the_shared_ones(tmp_path: Path) -> None:
    penalties = (
        "penalties:\n  - {id: late, breach: [base], fine: 5 元, added: 例}\n  - {id: rude, fine: 9 元, added: 例}\n"
    )
    handbook = checked(tmp_path, policy=penalties).handbook
    base = handbook.clauses["example/base"]
    own, shared = handbook.penalties_of[base.target]
    assert own is base.penalty
    assert (shared.target, shared.breach) == (Target(TargetKind.CLAUSE, "example/late"), (base.target,))
    assert [penalty.target.key for penalty in handbook.policies[0].penalties] == [
        "example/base",
        "example/late",
        "example/rude",
    ]
    assert Target(TargetKind.CLAUSE, "example/rude") not in handbook.penalties_of


def test_rewards_are_found_by_their_clause_or_their_own_address(tmp_path: Path) -> None:
    policy = "rewards: [{id: praise, who: 全体员工, amount: 5 元, added: 例}]\n"
    handbook = checked(tmp_path, policy=policy).handbook
    assert list(handbook.rewards_of) == [Target(TargetKind.CLAUSE, "example/praise")]
    handbook = checked(tmp_path, articles=ITEMS).handbook
    assert [target.key for target in handbook.rewards_of] == ["example/plain", "example/given"]


def test_a_department_has_its_roles_and_its_head(tmp_path: Path) -> None:
    organization = PARTS["organization"].replace("head: 客服主任", "head: 客服主管")
    handbook = checked(tmp_path, organization=organization).handbook
    department = next(one for one in handbook.departments if one.name == "客户服务部")
    assert handbook.head_of[department].name == "客服主任"
    assert [(role.name, role.is_head) for role in handbook.roles_of[department]] == [
        ("客服主任", True),
        ("客服专员", False),
    ]
    assert handbook.roles_of[department][1].reports_to == Target(TargetKind.ROLE, "客服主任")


def test_groups_are_everyone_the_heads_some_roles_or_outsiders(tmp_path: Path) -> None:
    organization = """\
groups:
  - {name: 全体员工, everyone: true}
  - {name: 负责人, heads: true}
  - {name: 客服人员, roles: [客服主管, 客服专员]}
  - {name: 客户, external: true}
"""
    groups = checked(tmp_path, organization=organization).handbook.groups
    assert {group.name: [role.name for role in group.roles] for group in groups} == {
        "全体员工": ["总经理", "客服主任", "客服专员", "另一岗位"],
        "负责人": ["总经理", "客服主任", "另一岗位"],
        "客服人员": ["客服主任", "客服专员"],
        "客户": [],
    }


def test_departments_of_several_files_make_one_company(tmp_path: Path) -> None:
    roles = "[{name: 仓管员, reports_to: 客服主任}]"
    more = f"departments: [{{name: 仓储部, units: 示例公司, parent: 客户服务部, head: 仓管员, roles: {roles}}}]\n"
    result = checked(tmp_path, raw={"handbook/source/organization/a.yml": more})
    assert result.codes == []
    store = next(one for one in result.handbook.departments if one.name == "仓储部")
    assert store.parent == Target(TargetKind.DEPARTMENT, "客户服务部")


@pytest.mark.parametrize(
    ("law", "cited", "expected"),
    [
        ("劳动合同法", "劳动合同法", ("劳动合同法", "")),
        ("劳动合同法", "劳动合同法 第四条", ("劳动合同法", "第四条")),
        ("劳动合同法", "劳动合同法  第四条 第一款", ("劳动合同法", "第四条 第一款")),
        ("GB/T 19001", "GB/T 19001 第8.2条", ("GB/T 19001", "第8.2条")),
        ("GB/T 19001", "GB/T 19001", ("GB/T 19001", "")),
    ],
)
def test_a_basis_is_a_law_and_perhaps_an_article(
    tmp_path: Path, law: str, cited: str, expected: tuple[str, str]
) -> None:
    laws = f"laws: [{{name: {law}, title: 全称, version: 2012-12-28}}]\n"
    result = checked(tmp_path, laws=laws, policy=f"basis: [{cited}]\n")
    assert result.told == []
    assert [(basis.law.name, basis.article) for basis in result.handbook.policies[0].basis] == [expected]


def test_who_is_unknown_is_told_and_stands_in_by_name_only(tmp_path: Path) -> None:
    result = checked(tmp_path, policy="approver: 总经里\nowner: 客服科\n", form="keeper: 总经里\n")
    assert sorted(result.told) == ["R001 客服科", "R001 总经里", "R001 总经里"]
    policy = result.handbook.policies[0]
    assert isinstance(policy.approver, Group)
    assert (policy.approver.name, policy.approver.roles, policy.owner.name) == ("总经里", (), "客服科")
    assert isinstance(result.handbook.form_by_id["example"].keeper, Group)


def test_a_measure_is_the_graver_the_later_it_is_listed(tmp_path: Path) -> None:
    assert [(one.name, one.gravity) for one in checked(tmp_path).handbook.measures] == [("书面警告", 1), ("辞退", 2)]


def test_a_step_uses_the_forms_of_its_clause_unless_it_names_others(tmp_path: Path) -> None:
    steps = "[{do: base}, {do: base, after: base, form: 示例表}, {do: gone}]"
    policy = f"procedures: [{{id: p, title: 流程, added: 例, steps: {steps}}}]\n"
    result = checked(tmp_path, policy=policy)
    assert result.told == ["R006 gone"]
    (procedure,) = result.handbook.policies[0].procedures
    assert [[form.name for form in step.forms] for step in procedure.steps] == [["客户投诉记录表"], ["示例表"]]
    assert [[clause.id for clause in step.after] for step in procedure.steps] == [[], ["base"]]


@pytest.mark.parametrize(
    "second",
    [
        "penalties: [{id: base, fine: 5 元, added: 例}]",
        "rewards: [{id: base, amount: 5 元, added: 例}]",
        "approvals: [{id: base, subject: 购置, tiers: [{approve: 总经理}], added: 例}]",
        "procedures: [{id: base, title: 流程, steps: [{do: base}], added: 例}]",
        "levels: [{id: base, scheme: 等级, levels: [{name: 高, criterion: 重}], added: 例}]",
    ],
)
def test_an_id_of_a_clause_may_not_be_that_of_anything_else_on_its_page(tmp_path: Path, second: str) -> None:
    result = checked(tmp_path, policy=second)
    again, first = result.diagnostics
    assert (again.code, again.place.line, result.pointed_at(again)) == ("R005", 1, "base")
    assert [other.place.line for other in again.related] == [15]
    assert [other.place.line for other in first.related] == [1]


def test_an_id_used_twice_among_the_clauses_is_told_and_the_first_is_cited(tmp_path: Path) -> None:
    result = checked(
        tmp_path,
        articles=f"{ITEMS}- {{id: deep, kind: statement, text: 见{{#deep}}, added: 例}}\n".replace(
            "见{#deep}", '"见{#deep}"'
        ),
    )
    assert result.told == ["R005 deep", "R005 deep"]
    assert result.handbook.titles[Target(TargetKind.CLAUSE, "example/deep")] == "第一条（一）1."


def test_the_same_id_in_two_policies_is_fine(tmp_path: Path) -> None:
    other = PARTS["policy"].replace("示例办法", "别的办法")
    assert checked(tmp_path, raw={"handbook/source/policies/b.yml": other}).codes == []


def test_the_head_of_a_department_is_one_of_its_own_roles(tmp_path: Path) -> None:
    organization = (
        PARTS["organization"].replace("head: 客服主任", "head: 总经理").replace("head: 另一岗位", "head: 另一岗")
    )
    result = checked(tmp_path, organization=organization)
    assert result.told == ["R007 总经理", "R007 另一岗"]
    assert [dict(one.facts)["near"] for one in result.diagnostics] == ["", "另一岗位"]


BROKEN = "title: [\n"

NAMING_A_LAW = PARTS["policy"].replace("form: 客", "adapted: {law: 劳动合同法, article: 一, was: 二}\n        form: 客")


@pytest.mark.parametrize(
    "part", ["organization", "terms", "laws", "measures", "levels", "sources", "policy", "form", "record"]
)
def test_a_broken_file_makes_only_its_own_finding(tmp_path: Path, part: str) -> None:
    other = NAMING_A_LAW.replace("示例办法", "别的办法").replace("id: base", "id: other")
    other = other.replace("填写《", '"见{#example/base}和《示例办法》，填写《').replace("用表》。", '用表》。"')
    raw = {"handbook/source/policies/b.yml": f"supersedes: [example]\n{other}", PATHS[part]: BROKEN}
    result = checked(tmp_path, policy=NAMING_A_LAW, raw=dict(raw))
    assert result.codes == ["Y006"]


def test_what_is_wrong_in_the_other_files_is_told_in_the_same_run(tmp_path: Path) -> None:
    raw = {"handbook/source/policies/broken.yml": BROKEN, "forms/broken.yml": "title: 表\n"}
    article = "- {id: a, kind: dutty, text: 文}"
    policy = (
        PARTS["policy"]
        .replace("示例办法", "别的")
        .replace("总经理\nversion", "总经里\nversion")
        .replace("who: [客服专员", "who: [客服砖员")
    )
    raw["handbook/source/policies/other.yml"] = (
        f"{policy}        items: [{{id: i, kind: statement, text: '见{{#bose}}'}}]\n"
    )
    result = checked(tmp_path, articles=article, raw=dict(raw))
    assert {"Y006", "S002", "S004", "R001", "R006"} <= set(result.codes)
    assert [one for one in result.told if one.startswith("R")] == ["R001 总经里", "R001 客服砖员", "R006 bose"]


def test_an_unknown_bearer_of_an_article_is_told_once_and_not_again_for_its_items(tmp_path: Path) -> None:
    article = ITEMS.replace("[客服主管, 全体员工]", "客服砖员")
    assert [one for one in checked(tmp_path, articles=article).told if not one.startswith("R004")] == ["R001 客服砖员"]


def test_a_role_is_borne_by_its_department_in_its_units(tmp_path: Path) -> None:
    (bearer, _) = checked(tmp_path).handbook.clauses["example/base"].who
    assert isinstance(bearer, Role)
    assert [unit.name for unit in bearer.department.units] == ["示例公司"]
