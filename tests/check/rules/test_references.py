"""What the rules on references find, and what they leave alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.check.rules.references.similar import folded
from generator.check.rules.references.slips import one_slip_apart, slip_in
from generator.check.run import check_project
from tests.project import PARTS, checked, project, rules_of

BASE = """\
- id: base
  kind: duty
  who: [客服专员, 全体员工]
  text: 填写《客户投诉记录表》《示例表》《另一公司用表》。
  source: [old-rules.001]
"""
"""An article that leaves nothing unused."""

ARTICLE = "- {{id: a, kind: statement, text: {}, added: 例}}\n"


def told(tmp_path: Path, article: str, **parts: Any) -> list[str]:
    return checked(tmp_path, rules=rules_of("R"), articles=f"{BASE}{article}", **parts).told


def test_what_nobody_names_is_told(tmp_path: Path) -> None:
    assert checked(tmp_path, rules=rules_of("R"), articles=BASE.replace("《示例表》", "")).told == ["R004 示例表"]
    assert checked(tmp_path, rules=rules_of("R"), articles=BASE.replace(", 全体员工", "")).told == ["R004 全体员工"]
    more = PARTS["organization"].replace(
        "name: 客服专员, reports_to: 客服主任}", "name: 客服专员}\n      - {name: 文员}"
    )
    assert checked(tmp_path, rules=rules_of("R"), organization=more).told == ["R004 文员"]


def test_the_head_of_a_department_needs_no_other_use(tmp_path: Path) -> None:
    more = "  - {name: 内务部, units: 示例公司, head: 文员, roles: [{name: 文员}]}\ngroups:"
    organization = PARTS["organization"].replace("groups:", more)
    assert told(tmp_path / "a", ARTICLE.format("内务部归档"), organization=organization) == []
    assert told(tmp_path / "b", "", organization=organization) == ["R004 内务部"]
    assert told(tmp_path / "c", ARTICLE.format("文员归档"), organization=organization) == []


def test_naming_itself_is_no_use(tmp_path: Path) -> None:
    result = checked(
        tmp_path, rules=rules_of("R"), articles=BASE.replace("《示例表》", ""), form="purpose: 填写《示例表》\n"
    )
    assert result.told == ["R004 示例表"]


def test_an_alias_in_a_text_is_a_use(tmp_path: Path) -> None:
    more = PARTS["organization"].replace(
        "name: 客服专员, reports_to: 客服主任}", "name: 客服专员}\n      - {name: 文员, aliases: [内勤]}"
    )
    article = BASE.replace("填写", "由内勤填写")
    assert checked(tmp_path, rules=rules_of("R"), organization=more, articles=article).told == []


def test_nothing_is_called_unused_while_a_file_that_may_use_it_cannot_be_read(tmp_path: Path) -> None:
    article = BASE.replace("《示例表》", "")
    broken = {"handbook/source/policies/broken.yml": "a: ["}
    assert checked(tmp_path / "a", rules=rules_of("R"), articles=article, raw=dict(broken)).codes == ["Y006"]
    assert checked(tmp_path / "b", rules=rules_of("R"), articles=article, sources="sources: [").codes == [
        "R004",
        "Y006",
    ]


def test_roles_do_not_report_in_a_circle(tmp_path: Path) -> None:
    def reporting(*pairs: str) -> str:
        roles = "".join(
            f"      - {{name: {name}, reports_to: {boss}}}\n" for name, boss in (pair.split() for pair in pairs)
        )
        department = (
            "  - name: 客户服务部\n    aliases: [客服部]\n    units: 示例公司\n    head: 客服主任\n    roles:\n"
        )
        text = PARTS["organization"]
        return text[: text.index("  - name: 客户")] + department + roles + text[text.index("  - name: 另一部门") :]

    assert (
        checked(tmp_path, rules=rules_of("R"), organization=reporting("客服主任 总经理", "客服专员 客服主任")).told
        == []
    )
    circle = checked(tmp_path, rules=rules_of("R"), organization=reporting("客服主任 客服专员", "客服专员 客服主任"))
    assert circle.told == ["R008 客服专员"]
    assert dict(circle.diagnostics[0].facts)["names"] == "客服主任 → 客服专员 → 客服主任"
    alone = checked(tmp_path, rules=rules_of("R"), organization=reporting("客服主任 总经理", "客服专员 客服专员"))
    assert alone.told == ["R008 客服专员"]


def test_policies_do_not_supersede_each_other(tmp_path: Path) -> None:
    other = PARTS["policy"].replace("示例办法", "别的办法").replace("in-force", "draft")
    raw = {"handbook/source/policies/other.yml": "supersedes: [example]\n" + other}
    assert checked(tmp_path, rules=rules_of("R"), raw=dict(raw)).told == []
    (found,) = checked(tmp_path, rules=rules_of("R"), policy="supersedes: [other]\n", raw=dict(raw)).diagnostics
    assert (found.code, dict(found.facts)["names"]) == ("R011", "示例办法 → 别的办法 → 示例办法")
    assert checked(tmp_path, rules=rules_of("R"), policy="supersedes: [example]\n").codes == ["R011"]


def test_two_forms_have_two_codes(tmp_path: Path) -> None:
    result = checked(tmp_path, rules=rules_of("R"), form="code: KS-01\n")
    assert result.told == ["R012 KS-01", "R012 KS-01"]
    assert [dict(one.facts)["name"] for one in result.diagnostics] == ["示例表", "客户投诉记录表"]


def test_a_term_needs_a_text_or_a_title_that_has_it(tmp_path: Path) -> None:
    terms = "terms: [{term: 结案, definition: 归档。, added: 例}]\n"
    assert told(tmp_path / "a", "", terms=terms) == ["R004 结案"]
    assert told(tmp_path / "b", ARTICLE.format("投诉结案"), terms=terms) == []
    assert told(tmp_path / "c", "", terms=terms, form="sections: [{fields: [{name: a, label: 结案日期}]}]\n") == []


def test_a_classification_needs_a_text_with_it_or_one_of_its_levels(tmp_path: Path) -> None:
    levels = "levels: [{id: l, scheme: 密级, levels: [{name: 绝密, criterion: 重要}], added: 例}]\n"
    assert told(tmp_path / "a", "", levels=levels) == ["R004 密级"]
    assert told(tmp_path / "b", ARTICLE.format("绝密件由专人保管"), levels=levels) == []


def test_a_form_that_only_a_repealed_policy_asks_for_is_unused(tmp_path: Path) -> None:
    other = PARTS["policy"].replace("示例办法", "旧办法").replace("in-force", "repealed")
    article = BASE.replace("《示例表》", "")
    raw = {"handbook/source/policies/other.yml": other}
    assert checked(tmp_path, rules=rules_of("R"), articles=article, raw=raw).told == ["R004 示例表"]


def test_a_category_and_a_source_are_declared_once(tmp_path: Path) -> None:
    settings = "categories: [客户服务, 客户服务]\n"
    assert checked(tmp_path / "a", rules=rules_of("R"), settings=settings).told == 2 * ["R002 客户服务"]
    sources = "sources:\n" + 2 * "- {id: old-rules, title: 旧规定, paragraphs: 9}\n"
    assert checked(tmp_path / "b", rules=rules_of("R"), sources=sources).told == 2 * ["R002 old-rules"]


def test_a_category_without_policy_is_told(tmp_path: Path) -> None:
    settings = "categories: [客户服务, 销售]\n"
    assert checked(tmp_path, rules=rules_of("R"), settings=settings).told == ["R004 销售"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("客服专员应当按照附件三登记。", ["R018 附件三"]),
        ("客服专员应当依照本办法的附件登记。", ["R018 本办法的附件"]),
        ("客服专员应当核对合同和 3 份附件。", []),
        ("客服专员应当把附件一律寄出，附件一式两份。", []),
        ("客服专员应当把附件一、附件二寄出。", ["R018 附件一", "R018 附件二"]),
        ("客服专员应当把附件 3 份一并寄出。", []),
        ("客服专员应当按照附件的份数登记。", []),
        ("客服专员应当依照{#own}登记。", ["R006 {#own}"]),
    ],
)
def test_what_a_text_sends_to_must_be_there(tmp_path: Path, text: str, expected: list[str]) -> None:
    article = f"{{id: own, kind: duty, who: 客服专员, text: '{text}', added: 例}}"
    chapters = f"chapters: [{{title: 总则, articles: [{article}]}}]\n"
    told = checked(tmp_path, rules=rules_of("R"), policy=chapters).told
    assert [one for one in told if one.startswith(("R006", "R018"))] == expected


def test_what_was_renamed_is_told_where_it_is_declared(tmp_path: Path) -> None:
    articles = ", ".join(
        f"{{id: c{at}, kind: duty, who: 检测中心, text: 检测中心应当检验第{at}批。, added: 例}}" for at in "abc"
    )
    roles = "[{name: 质检主任, reports_to: 总经理}]"
    more = f"departments: [{{name: 检测部, units: 示例公司, head: 质检主任, roles: {roles}}}]\n"
    told = checked(
        tmp_path,
        raw={"handbook/source/organization/more.yml": more},
        policy=f"chapters: [{{title: 总则, articles: [{articles}]}}]\n",
    ).told
    assert sorted(one for one in told if one.startswith("R001")) == [*3 * ["R001 检测中心"], "R001 检测部"]


# --- texts that are printed as they are ------------------------------------------------------------------------------

PLAIN = [
    "when: {}",
    "before: {}",
    "limits: [{{of: {}, at_least: 1 人}}]",
    "record: {{name: {}, keeper: 客服专员}}",
    "penalty: {{by: {}, fine: 1–2 元}}",
    "penalty: {{tiers: [{{case: {}, points: 1}}]}}",
    "penalty: {{points: 1, joint: [{{who: 客服主任, sanction: {}}}]}}",
]


@pytest.mark.parametrize("key", PLAIN)
def test_documents_are_looked_up_in_every_text(tmp_path: Path, key: str) -> None:
    article = "- {{id: a, kind: statement, text: 文, added: 例, {}}}\n"
    assert told(tmp_path / "a", article.format(key.format("收到《示例表》"))) == []
    assert told(tmp_path / "b", article.format(key.format("收到《示列表》"))) == ["R003 《示列表》"]
    assert told(tmp_path / "c", article.format(key.format("收到《示例表"))) == ["R014 《示例表"]
    assert told(tmp_path / "d", article.format(key.format('"收到{#base}"'))) == ["R006 {#base}"]


def test_a_form_named_in_an_event_is_used(tmp_path: Path) -> None:
    article = BASE.replace("《示例表》", "") + "- {id: a, kind: statement, text: 文, when: 收到《示例表》, added: 例}\n"
    assert checked(tmp_path, rules=rules_of("R"), articles=article).told == []


def test_documents_are_looked_up_in_the_advice_of_forms(tmp_path: Path) -> None:
    copies = "copies: [{to: 客服专员, use: 附《丁》}]\n"
    form = f"sections: [{{title: 对照《甲》, fields: [{{name: a, label: 乙, hint: 见《丙》}}]}}]\n{copies}"
    assert told(tmp_path, "", form=form) == ["R003 《甲》", "R003 《丙》", "R003 《丁》"]


# --- names that are taken for each other -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("客户投诉记录表", "客户投诉登记表"),
        ("领料单", "领料表"),
        ("账款核对表", "帐款核对单"),
        ("请假的记录", "请假记录"),
    ],
)
def test_names_that_only_such_words_tell_apart_are_found(one: str, other: str) -> None:
    words = ("表/单", "登记/记录", "账/帐", "的")
    assert folded(one, words) == folded(other, words)


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("客服专员", "客服砖员", True),
        ("客服专员", "客服员专", True),
        ("客服专员", "客服专专员", True),
        ("客服专员", "客专员", True),
        ("客服专员", "客服专员", False),
        ("客服专员", "客服主任", False),
        ("业务部经理", "业务部副经理", False),
        ("第一车间", "第二车间", False),
        ("业务部", "业务处", False),
    ],
)
def test_what_counts_as_a_slip(one: str, other: str, is_slip: bool) -> None:
    assert one_slip_apart(one, other) is is_slip
    assert one_slip_apart(other, one) is is_slip


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("由客服砖员登记", "客服砖员"),
        ("由各服专员登记", "各服专员"),
        ("由客服员专登记", "客服员专"),
        ("由客服专专员登记", "客服专专员"),
        ("由客专员登记", "客专员"),
        ("各客服组应当协助", ""),
        ("客服人员登记", ""),
        ("客服专应登记", ""),
        ("", ""),
    ],
)
def test_a_slip_is_found_in_a_text(text: str, slip: str) -> None:
    assert slip_in(text, "客服专员") == slip


def test_a_misspelt_bearer_is_told_only_where_the_text_has_no_right_name(tmp_path: Path) -> None:
    article = "- {{id: a, kind: statement, who: 客服专员, text: {}, added: 例}}\n"
    assert told(tmp_path / "a", article.format("客服转员登记")) == ["R027 客服转员"]
    assert told(tmp_path / "b", article.format("客服专员和客服转员登记")) == []
    assert told(tmp_path / "c", article.format("员工登记")) == []


def test_a_form_in_a_text_wants_its_marks_unless_a_term_has_the_name(tmp_path: Path) -> None:
    terms = "terms: [{term: 客户投诉记录表, definition: 表。, added: 例}]\n"
    article = ARTICLE.format("记入客户投诉记录表")
    assert told(tmp_path / "a", article) == ["R026 客户投诉记录表"]
    assert told(tmp_path / "b", article, terms=terms) == []
    assert told(tmp_path / "c", ARTICLE.format("记入《客户投诉记录表》")) == []


# --- numbers of articles ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("依照第一条处理", ["R017 第一条"]),
        ("依照第1条处理", ["R017 第1条"]),
        ("依照本办法第二条处理", ["R017 第二条"]),
        ("依照《劳动合同法》第九条和本办法第一条处理", ["R017 第一条"]),
        ("依照《示例办法》第一条处理", ["R017 第一条"]),
        ("依照前条规定处理", ["R017 前条"]),
        ("依照第九条处理", ["R018 第九条"]),
        ("依照第一条（三）处理", ["R018 第一条（三）"]),
        ("依照第九章处理", ["R018 第九章"]),
        ("依照《劳动合同法》第三十九条、第四十条处理", []),
        ("依照劳动合同法第三十九条处理", []),
        ("双方签订的劳动合同第三条", []),
        ("工资支付暂行规定第十五条", []),
        ("符合 GB/T 19001 第8.2条", []),
        ("违反本条的，罚款。本章另有规定的除外", []),
        ("目前条件不具备，以前条款作废", []),
        ("第一条生产线停工", []),
        ("《示例表》第三条", []),
    ],
)
def test_typed_numbers(tmp_path: Path, text: str, found: list[str]) -> None:
    assert told(tmp_path, ARTICLE.format(text)) == found


def test_the_reference_to_write_instead_is_told(tmp_path: Path) -> None:
    def reference(text: str) -> str:
        result = checked(tmp_path, rules=rules_of("R"), articles=f"{BASE}{ARTICLE.format(text)}")
        return dict(result.diagnostics[0].facts)["ref"]

    assert reference("依照第一条处理") == "base"
    assert reference("依照前条处理，") == "base"


def test_decimal_numbers_are_typed_numbers_too(tmp_path: Path) -> None:
    chapters = PARTS["policy"][PARTS["policy"].index("chapters") :]
    policy = (
        f"numbering: decimal\n{chapters}      - {{id: a, kind: statement, text: 依照1.1条和1.9条处理, added: 例}}\n"
    )
    assert checked(tmp_path, rules=rules_of("R"), policy=policy).told == ["R017 1.1条", "R018 1.9条"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("依照《劳动合同法》第九十八条", []),
        ("依照《劳动合同法》第九十九条", ["R019 第九十九条"]),
        ("依照《中华人民共和国劳动合同法》第一百条第二款", ["R019 第一百条"]),
        ("依照劳动合同法第三十九条和第一百零一条", ["R019 第一百零一条"]),
        ("依照《示例办法》和《民法典》第一千条", []),
    ],
)
def test_articles_of_laws(tmp_path: Path, text: str, found: list[str]) -> None:
    laws = """\
laws:
  - {name: 劳动合同法, title: 中华人民共和国劳动合同法, version: 2012-12-28, articles: 98}
  - {name: 民法典, title: 中华人民共和国民法典, version: 2020-05-28}
"""
    assert told(tmp_path, ARTICLE.format(text), laws=laws) == found


# --- dates and rivals ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dates", "codes"),
    [
        ("adopted: 2025-12-31\neffective: 2026-01-01\nreview_by: 2027-01-01\n", []),
        ("adopted: 2026-01-01\neffective: 2026-01-01\n", []),
        ("adopted: 2026-01-02\neffective: 2026-01-01\n", ["R020"]),
        ("effective: 2026-01-01\nreview_by: 2026-01-01\n", ["R020"]),
        ("effective: 2020-01-01\nreview_by: 2026-05-31\n", ["R021"]),
        ("effective: 2020-01-01\nreview_by: 2026-06-01\n", []),
        ("adopted: 2026-06-02\neffective: 2026-07-01\n", ["R022"]),
        ("effective: 2026-06-02\n", ["R022"]),
        ("effective: 2026-06-01\n", []),
        ("status: draft\nadopted: 2026-06-02\neffective: 2026-07-01\n", []),
        ("status: repealed\neffective: 2020-01-01\nreview_by: 2021-01-01\n", []),
    ],
)
def test_dates(tmp_path: Path, dates: str, codes: list[str]) -> None:
    found = checked(tmp_path, rules=rules_of("R"), policy=dates).codes
    assert [code for code in found if code in ("R020", "R021", "R022")] == codes


def test_what_depends_on_the_day_is_not_said_without_one(tmp_path: Path) -> None:
    root = project(tmp_path, policy="effective: 2020-01-01\nreview_by: 2021-01-01\n")
    assert [one.code for one in check_project(root, None, rules_of("R")).diagnostics] == []
    assert [one.code for one in check_project(root, date(2026, 6, 1), rules_of("R")).diagnostics] == ["R021"]


OTHER = """\
title: {}
category: 客户服务
summary: 例
owner: 客户服务部
approver: 总经理
version: "1.0"
status: {}
effective: 2020-01-01
applies_to: [{}]
chapters: [{{title: 总则, articles: [{{id: a, kind: statement, text: 文, added: 例}}]}}]
"""


@pytest.mark.parametrize(
    ("title", "status", "unit", "found"),
    [
        ("示例管理规定", "in-force", "示例公司", ["R024 示例办法", "R024 示例管理规定"]),
        ("示例管理规定", "in-force", "另一公司", []),
        ("示例管理规定", "repealed", "示例公司", []),
        ("示例处理办法", "in-force", "示例公司", []),
    ],
)
def test_one_matter_has_one_policy(tmp_path: Path, title: str, status: str, unit: str, found: list[str]) -> None:
    assert checked(tmp_path, rules=rules_of("R"), older=OTHER.format(title, status, unit)).told == found


@pytest.mark.parametrize(("status", "found"), [("in-force", ["R023 older"]), ("repealed", [])])
def test_what_is_superseded_is_no_longer_in_force(tmp_path: Path, status: str, found: list[str]) -> None:
    older = OTHER.format("示例规定", status, "示例公司")
    assert checked(tmp_path, rules=rules_of("R"), policy="supersedes: [older]\n", older=older).told == found


def test_a_text_may_tell_that_something_was_repealed(tmp_path: Path) -> None:
    older = OTHER.format("旧规定", "repealed", "示例公司")
    assert told(tmp_path / "a", ARTICLE.format("依照《旧规定》处理"), older=older) == [
        "R025 《旧规定》",
        "R025 repealed",
    ]
    assert told(tmp_path / "b", ARTICLE.format("《旧规定》同时废止"), older=older) == []


def test_a_clause_of_a_repealed_policy_is_not_cited(tmp_path: Path) -> None:
    older = OTHER.format("旧规定", "repealed", "示例公司")
    article = "- id: a\n  kind: statement\n  text: 依照{#older/a}处理\n  added: 例\n"
    assert told(tmp_path, article, older=older) == ["R025 older/", "R025 repealed"]


def test_what_is_repealed_may_name_what_is_repealed(tmp_path: Path) -> None:
    older = OTHER.format("旧规定", "repealed", "示例公司").replace("text: 文", "text: 填写《旧表》")
    form = "title: 旧表\nstatus: repealed\nreplaced_by: 客户投诉记录表\n"
    article = BASE.replace("《示例表》", "")
    assert checked(tmp_path, rules=rules_of("R"), articles=article, form=form, older=older).told == []


def test_the_new_document_to_cite_is_told(tmp_path: Path) -> None:
    form = "status: repealed\nreplaced_by: 客户投诉记录表\n"
    result = checked(tmp_path, rules=rules_of("R"), form=form)
    assert "改为引用“客户投诉记录表”" in result.text
    unknown = checked(tmp_path, rules=rules_of("R"), form="status: repealed\nreplaced_by: 没有的表\n")
    assert "R001 没有的表" in unknown.told


def test_articles_that_hold_together_have_titles_of_their_own(tmp_path: Path) -> None:
    one = "- {{id: {}, kind: statement, title: {}, text: 文, added: 例{}}}\n"
    for more, count in ((one.format("b", "甲", ""), 2), (one.format("b", "乙", ""), 0)):
        articles = one.format("a", "甲", "") + more
        assert checked(tmp_path, rules=rules_of("R"), articles=articles).codes.count("R028") == count


def test_items_and_articles_of_different_units_may_share_a_title(tmp_path: Path) -> None:
    item = ", items: [{id: i, kind: statement, title: 甲, text: 文}]"
    articles = f"- {{id: a, kind: statement, title: 甲, text: 文, added: 例{item}}}\n"
    assert "R028" not in checked(tmp_path, rules=rules_of("R"), articles=articles).codes
    one = "      - {{id: {0}, kind: statement, title: 甲, text: 文, added: 例, applies_to: [{1}]}}\n"
    chapters = "chapters:\n  - title: 总则\n    articles:\n" + one.format("a", "示例公司") + one.format("b", "另一公司")
    policy = f"applies_to: [示例公司, 另一公司]\n{chapters}"
    assert "R028" not in checked(tmp_path, rules=rules_of("R"), policy=policy).codes
