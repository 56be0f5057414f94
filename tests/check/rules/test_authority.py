"""Authority: matrices, chains of approvers, separation of duties, sign-off rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.project import checked, rules_of


def told(root: Path, approvals: str, articles: str = "", **parts: Any) -> list[str]:
    policy = f"approvals:\n{approvals}"
    if articles:
        policy += f"chapters:\n  - title: 总则\n    articles:\n{articles}"
    return [one for one in checked(root, rules=rules_of("A"), policy=policy, **parts).told if one[0] == "A"]


def matrix(tiers: str, more: str = "", subject: str = "设备购置", name: str = "buying") -> str:
    return f"  - {{id: {name}, subject: {subject}, added: 例, tiers: [{tiers}]{more}}}\n"


@pytest.mark.parametrize(
    ("chain", "found"),
    [
        ("客服专员, 客服主任, 总经理", []),
        ("客服专员, 总经理", ["A004 总经理"]),
        ("总经理, 客服主管", ["A003 客服主管"]),
        ("客服专员, 总经理, 客服主任", ["A003 客服主任", "A004 总经理"]),
        ("另一岗位", ["A005 另一岗位"]),
        ("另一部门", ["A005 另一部门"]),
        ("客服部, 总经理", []),
    ],
)
def test_a_chain_goes_up_step_by_step_within_the_unit(tmp_path: Path, chain: str, found: list[str]) -> None:
    assert sorted(told(tmp_path, matrix(f"{{approve: [{chain}]}}"))) == found


def test_the_headquarters_approve_anywhere_but_propose_only_where_they_are(tmp_path: Path) -> None:
    post = "departments: [{name: 总裁室, units: 集团总部, head: 总裁, roles: [{name: 总裁}]}]\n"
    more = {"handbook/source/organization/more.yml": f"units: [{{name: 集团总部, business: 管理}}]\n{post}"}
    assert told(tmp_path, matrix("{approve: 总裁}"), raw=more) == []
    assert told(tmp_path, matrix("{approve: 总裁}", ", propose: 总裁室"), raw=more)[0] == "A005 总裁室"


def test_a_higher_amount_is_not_decided_lower_down(tmp_path: Path) -> None:
    tiers = "{{below: 1 万元, approve: {}}}, {{from: 10000 元, approve: {}}}"
    assert told(tmp_path, matrix(tiers.format("客服主任", "总经理"))) == []
    assert told(tmp_path, matrix(tiers.format("总经理", "客服主任"))) == ["A002 客服主任"]
    assert told(tmp_path, matrix(tiers.format("总经理", "总经理"))) == []


def test_who_proposes_does_not_approve(tmp_path: Path) -> None:
    for proposer, approver, found in (
        ("客服专员", "客服主任", []),
        ("客服主管", "客服主任", ["A006 客服主任"]),
        ("客服主任", "客服专员", ["A003 客服专员"]),
        ("客服部", "客服专员", ["A003 客服专员"]),
        ("客服部", "客服主任", []),
        ("全体员工", "客服主任", []),
    ):
        assert told(tmp_path, matrix(f"{{approve: {approver}}}", f", propose: {proposer}")) == found


def test_a_matrix_may_begin_with_a_figure_that_its_subject_names(tmp_path: Path) -> None:
    tiers = "{from: 5000 元, approve: 总经理}"
    assert told(tmp_path, matrix(tiers)) == ["A001 5000 元"]
    assert told(tmp_path, matrix(tiers, subject="5000 元以上的购置")) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("设备购置在 1 万元以上的，由总经理批准。", []),
        ("设备购置在 10000 元以上的，由总经理批准。", []),
        ("设备购置在 8000 元以上的，由总经理批准。", ["A009 8000 元"]),
        ("设备购置在 3 天内由总经理批准。", []),
        ("设备维修在 8000 元以上的，由总经理批准。", []),
        ("设备购置发票在 8000 元以上的，应当附清单。", []),
        ("设备购置超过 1 万元的，由总经理批准。", ["A009 超过 1 万元"]),
        ("设备购置在 1 万元以下的，由客服主任批准。", ["A009 1 万元以下"]),
        ("设备购置不满 1 万元的，由客服主任批准。", []),
    ],
)
def test_the_text_draws_the_same_line_as_the_matrix(tmp_path: Path, text: str, found: list[str]) -> None:
    tiers = matrix("{below: 10000 元, approve: 客服主任}, {from: 10000 元, approve: 总经理}")
    article = f"      - {{id: a, kind: statement, text: {text}, added: 例}}\n"
    assert told(tmp_path, tiers, article) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("设备借用超过 4 天的，由总经理批准。", []),
        ("设备借用 4 天以内的，由客服主任批准；超过 4 天的，由总经理批准。", []),
        ("设备借用 4 天以上的，由总经理批准。", ["A009 4 天以上"]),
        ("设备借用不满 4 天的，由客服主任批准。", ["A009 不满 4 天"]),
        ("设备借用满 4 天的，由总经理批准。", []),
        ("设备借用 2 至 4 天的，由客服主任批准。", []),
    ],
)
def test_the_text_has_the_bound_itself_in_the_tier_of_the_matrix(tmp_path: Path, text: str, found: list[str]) -> None:
    tiers = matrix("{up_to: 4 天, approve: 客服主任}, {over: 4 天, approve: 总经理}", subject="设备借用")
    article = f"      - {{id: a, kind: statement, text: {text}, added: 例}}\n"
    assert told(tmp_path, tiers, article) == found


@pytest.mark.parametrize(
    ("text", "approvers", "found"),
    [
        ("经客服主任和总经理同意后购置。", "客服主任, 总经理", []),
        ("经客服主任和总经理同意后购置。", "客服主任", ["A012 [", "A012 总经理"]),
        ("经客服主任或者总经理同意后购置。", "客服主任", []),
        ("经客服主任同意后，报总经理备案。", "客服主任", []),
        ("客服专员收到签字的单据。经客服主任同意。", "客服主任", []),
        ("客服专员经客服主任同意后购置。", "客服主任, 总经理", ["A012 总经理"]),
    ],
)
def test_the_matrix_has_the_people_of_its_clauses(tmp_path: Path, text: str, approvers: str, found: list[str]) -> None:
    tiers = matrix(f"{{approve: [{approvers}]}}", ", propose: 客服专员", subject="购置").replace(
        "added: 例", "source: [old-rules.002]"
    )
    article = f"      - {{id: a, kind: statement, who: 客服专员, text: {text}, source: [old-rules.002]}}\n"
    assert told(tmp_path, tiers, article) == found


@pytest.mark.parametrize(
    ("boxes", "found"),
    [
        ("申请 客服专员, 批准 客服主任", []),
        ("申请 客服专员, 批准 客服专员", ["A013 客服专员"]),
        ("申请 客服专员, 归档 客服专员", []),
        ("申请 客服专员, 客服主任 客服主任, 总经理 总经理", []),
        ("申请 客服专员, 总经理 总经理, 客服主任 客服主任", ["A010 客服主任"]),
        ("申请 客服专员, 总经理 总经理, 客服专员 客服专员", ["A013 客服专员"]),
        ("批准 客服主任, 申请 客服专员", ["A014 申请"]),
        ("领用 全体员工, 批准 全体员工", []),
        ("申请 部门主管, 批准 部门主管", ["A013 部门主管"]),
        ("移交部门 部门主管, 接收部门审核 部门主管", []),
    ],
)
def test_a_form_is_signed_upwards_by_different_people(tmp_path: Path, boxes: str, found: list[str]) -> None:
    listed = "".join("  - {{label: {}, who: {}}}\n".format(*box.split()) for box in boxes.split(", "))
    form = f"sections:\n  - fields: [{{name: content, label: 内容}}]\nsignatures:\n{listed}"
    groups = "groups: [{name: 全体员工, everyone: true}, {name: 部门主管, heads: true}]\n"
    told = checked(tmp_path, rules=rules_of("A"), form=form, organization=groups).told
    assert [one for one in told if one[0] == "A"] == found


@pytest.mark.parametrize(
    ("chains", "found"),
    [
        (("客服主任", "客服主任, 总经理"), []),
        (("客服主任", "总经理"), []),
        (("客服专员", "客服专员, 客服主任", "总经理"), ["A004 ["]),
        (("客服专员", "客服主任", "客服专员, 客服主任, 总经理"), ["A004 ["]),
        (("客服专员", "客服专员, 客服主任", "客服专员, 客服主任, 总经理"), []),
    ],
)
def test_a_tier_goes_through_the_approvers_of_the_one_below(
    tmp_path: Path, chains: tuple[str, ...], found: list[str]
) -> None:
    tiers = ", ".join(f"{{case: {'甲乙丙'[at]}, approve: [{chain}]}}" for at, chain in enumerate(chains))
    assert [one for one in told(tmp_path, matrix(tiers)) if one.startswith("A004")] == found


def test_a_tier_has_the_chain_that_the_clause_tells_of_its_form(tmp_path: Path) -> None:
    clause = "      - {id: a, kind: statement, text: 《示例表》送CHAIN签字。, source: [old-rules.002]}\n"
    tiers = "{case: 示例表, approve: 总经理}, {case: 乙, approve: 客服主任}"
    approvals = matrix(tiers).replace("added: 例", "source: [old-rules.002]")
    for chain, found in (
        ("客服主任、总经理", ["A012 总经理", "A012 客服主任"]),
        ("总经理", []),
        ("客服主任或者总经理", []),
    ):
        assert told(tmp_path, approvals, clause.replace("CHAIN", chain)) == found


def test_nobody_among_several_decides_his_own_penalty(tmp_path: Path) -> None:
    article = "- {{id: a, kind: statement, text: 文, added: 例, penalty: {{act: 甲, who: {}, decided_by: {}}}}}\n"
    for who, decides, found in (
        ("[客服专员, 客服主任]", "客服主任", ["A008 客服主任"]),
        ("客服专员", "[总经理, 客服专员]", ["A008 客服专员"]),
        ("客服专员", "客服主任", []),
    ):
        assert checked(tmp_path, rules=rules_of("A"), articles=article.format(who, decides)).told == found
