"""What the rules on forms find, and what they leave alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.project import checked, rules_of

RULES = tuple(rule for rule in rules_of("F") if rule.code != "F024")

TWO = "copies:\n  - {to: 客户服务部, color: 白}\n  - {to: 总经理, color: 红}\n"
"""Copies of a form that its keeper, a role of 客户服务部, gets too."""


def told(tmp_path: Path, text: str = "填写《示例表》。", **parts: Any) -> list[str]:
    """What is told of the form 示例表 with a clause of this text, except that the text does not name it."""
    article = f"- {{id: a, kind: duty, who: 客服专员, form: 示例表, text: {text}, added: 例}}"
    return checked(tmp_path, rules=RULES, articles=article, **parts).told


# --- copies ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "《示例表》一式两联，分送客户服务部和总经理。",
        "《示例表》一式二联。",
        "第一联存客户服务部，第二联送总经理。",
        "自存《示例表》第一联，第二联送总经理。",
        "《示例表》复印两份，一份自存，一份送总经理。",
        "把《示例表》一联留存客户服务部，一联送总经理。",
        "自存《示例表》第一联，其余一联送出。",
        "用《示例表》第二联核对金额。",
        "第一联由客服主任保存。",
    ],
)
def test_texts_that_agree_with_the_copies_are_right(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text, form=TWO) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("《示例表》一式三联。", ["F006 总经理"]),
        ("第一联存客户服务部，第三联送总经理。", ["F006 总经理", "F006 第三联"]),
        ("《示例表》一式三联，第一联存客户服务部，第二联送总经理。", ["F006 一式三联"]),
        ("第一联送总经理，第二联存客户服务部。", ["F007 客户服务部", "F007 总经理", "F007 总经理", "F007 客户服务部"]),
        ("第一联存另一部门，第二联送总经理。", ["F007 客户服务部", "F007 另一部门"]),
    ],
)
def test_texts_against_the_copies_are_told(tmp_path: Path, text: str, found: list[str]) -> None:
    assert told(tmp_path, text, form=TWO) == found


def test_the_text_that_stands_alone_is_wrong(tmp_path: Path) -> None:
    text = "《示例表》一式两联，第一联存客户服务部，第二联送总经理。《示例表》一式三联。"
    assert told(tmp_path, text, form=TWO) == ["F006 一式三联"]


def test_a_missing_copy_is_told_where_it_is_missing(tmp_path: Path) -> None:
    text = "第一联存客户服务部，第二联送总经理，第三联交客服主任，第四联交客服专员。"
    lacking = TWO + "  - {to: 客服专员, color: 黄}\n"
    assert told(tmp_path, text, form=lacking) == ["F006 客服专员"]


def test_a_text_on_everyone_gives_no_copy_to_a_department(tmp_path: Path) -> None:
    text = "《示例表》一式两联，一联由客户服务部存查，一联由员工留存。"
    organization = (
        "groups:\n  - {name: 全体员工, aliases: [员工], everyone: true}\n  - {name: 离职人员, meaning: 离职的人。}\n"
    )
    form = "copies: [{to: 另一部门, color: 白}, {to: 离职人员, color: 红}]\n"
    assert "F007 另一部门" in told(tmp_path, text, form=form, organization=organization)
    form = form.replace("另一部门", "客户服务部")
    assert [one for one in told(tmp_path, text, form=form, organization=organization) if one[:4] == "F007"] == []


def test_items_speak_of_the_form_of_their_clause(tmp_path: Path) -> None:
    first = "{id: b, kind: standard, text: 第一联由客户服务部保存。}"
    second = "{id: c, kind: standard, text: 第二联由客户服务部保存。}"
    items = f"items: [{first}, {second}]"
    article = f"- {{id: a, kind: duty, who: 客服专员, form: 示例表, text: 分送《示例表》。, added: 例, {items}}}"
    assert checked(tmp_path, rules=rules_of("F"), articles=article, form=TWO).told == ["F007 总经理", "F007 客户服务部"]


def test_one_receiver_may_get_two_copies_when_the_text_says_so(tmp_path: Path) -> None:
    twice = TWO.replace("总经理", "客户服务部")
    assert told(tmp_path, "第一联存客户服务部，第二联由客户服务部转出。", form=twice) == []
    assert told(tmp_path, "第一联存客户服务部。", form=twice) == ["F008 客户服务部"]


def test_a_colour_against_the_custom_of_the_handbook(tmp_path: Path) -> None:
    forms = {
        f"forms/f{n}.yml": f"title: 表{n}\ncode: AA-0{n}\nnumber: A{'BCDEF'[n]}-{{yyyy}}-{{seq:3}}\nversion: '1'\n"
        f"owner: 客户服务部\nkeeper: 客服专员\nretention: 3 年\npurpose: 例。\n{TWO}"
        f"notes: [第一联存客户服务部。]\nsections:\n  - fields: [{{name: a, label: 甲}}]\nadded: 例\n"
        for n in range(5)
    }
    assert "F009 绿" in told(tmp_path, "第二联送总经理。", form=TWO.replace("红", "绿"), raw=forms)
    assert "F009" not in " ".join(told(tmp_path, "第二联送总经理。", form=TWO, raw=forms))


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["EX-{yyyy}{mm}-{seq:3}", "EX-{yy}-{seq:2}", "EX-{seq:4}", "{yy}{mm}{seq:2}"])
def test_number_rules_that_never_repeat_are_right(tmp_path: Path, number: str) -> None:
    assert told(tmp_path, form=f'number: "{number}"') == []


@pytest.mark.parametrize("number", ["EX-{yyyy}", "EX", "EX-{mm}-{seq:3}", "EX-{yyyy}{dd}-{seq:3}", "EX-{seq}", "EX-{x"])
def test_number_rules_that_repeat_are_told(tmp_path: Path, number: str) -> None:
    assert [one[:4] for one in told(tmp_path, form=f'number: "{number}"')] == ["F013"]


def test_a_register_of_a_month_needs_no_running_number(tmp_path: Path) -> None:
    article = "- {id: a, kind: duty, who: 客服专员, form: 示例登记表, text: 填写《示例登记表》。, added: 例}"
    form = "title: 示例登记表\nnumber: EX-{yyyy}{mm}"
    assert checked(tmp_path, rules=rules_of("F"), articles=article, form=form).told == []


def test_a_form_that_nobody_signs_may_go_without_a_number(tmp_path: Path) -> None:
    clause = "- {id: a, kind: duty, who: 客服专员, form: 客户投诉记录表, text: 填写《客户投诉记录表》。, added: 例}"

    def of(record: str) -> list[str]:
        return checked(tmp_path, rules=RULES, articles=clause, record=record).told

    assert of("keeper: 客服专员") == []
    assert of("keeper: 客服专员\nsignatures: [{label: 审核, who: 客服主任}]") == ["F012 客服专员"]


def test_of_two_numbers_that_begin_alike_the_one_with_its_own_code_is_right(tmp_path: Path) -> None:
    record = "code: KS-01\nnumber: KS-{yyyy}-{seq:3}"
    clash = "code: EX-01\nnumber: KS-{yyyy}{mm}-{seq:3}"
    assert told(tmp_path, form=clash, record=record) == ["F014 KS-{yyyy}{mm}-{seq:3}"]
    neither = record.replace("KS-{", "XX-{"), clash.replace("KS-{", "XX-{")
    assert [one[:4] for one in told(tmp_path, form=neither[1], record=neither[0])] == ["F014", "F014"]


# --- sign-off --------------------------------------------------------------------------------------------------------

SIGNED = "signatures:\n  - {label: 申请, who: 客服专员}\n  - {label: 批准, who: 总经理}\n"


@pytest.mark.parametrize(
    "text",
    [
        "填写《示例表》，报总经理批准。",
        "填写《示例表》，经客服主任或者总经理批准。",
        "客服专员应当在《示例表》上签字。",
        "填写《示例表》，由总经理室审批。",
        "填写《示例表》。未经客服主任同意，不得外出。",
        "填写《示例表》，送责任人签字。",
    ],
)
def test_an_approver_with_a_box_is_right(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text, form=SIGNED) == []


@pytest.mark.parametrize(
    "text",
    [
        "填写《示例表》，报客服主任批准。",
        "填写《示例表》，经客服主任和总经理批准。",
        "填写《示例表》，依次送客服主任、总经理签字。",
        "由客服主任在《示例表》上签字。",
        "填写后交客服主任签字。",
    ],
)
def test_an_approver_without_a_box_is_told(tmp_path: Path, text: str) -> None:
    assert [one[:4] for one in told(tmp_path, text, form=SIGNED)] == ["F022"]


def test_a_matrix_about_the_form_asks_for_boxes_in_its_order(tmp_path: Path) -> None:
    chapters = (
        "chapters:\n  - title: 总则\n    articles:\n"
        "      - {id: a, kind: duty, who: 客服专员, form: 示例表, text: 填写《示例表》。, added: 例}\n"
    )
    matrix = "approvals:\n  - {id: m, subject: 示例表, tiers: [{approve: [客服主任, 总经理]}], added: 例}\n"

    def of(form: str) -> list[str]:
        return checked(tmp_path, rules=rules_of("F"), policy=chapters + matrix, form=form).told

    assert of(SIGNED) == ["F022 批准"]
    wrong_way = SIGNED + "  - {label: 审核, who: 客服主任}\n"
    assert of(wrong_way) == ["F023 批准"]


@pytest.mark.parametrize(
    ("box", "found"),
    [
        ("{label: 总经理批示, who: 总经理}", []),
        ("{label: 客户服务部, who: 客服主任}", []),
        ("{label: 客服主管, who: 客服主任}", []),
        ("{label: 审核, who: 总经理}", []),
        ("{label: 施工人}", []),
        ("{label: 总经理批示, who: 客服主任}", ["F021 客服主任"]),
        ("{label: 客服主任}", ["F021 客服主任"]),
    ],
)
def test_the_label_of_a_box_and_its_signer(tmp_path: Path, box: str, found: list[str]) -> None:
    assert told(tmp_path, form=f"signatures:\n  - {box}\n") == found


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("业务部门经办人", []),
        ("业务部经办人", ["F021 客服主任"]),
        ("承办部门负责人", []),
        ("经办人和部门负责人", ["F021 客服主任"]),
    ],
)
def test_a_name_inside_a_longer_word_of_the_label_is_nobody_s(tmp_path: Path, label: str, expected: list[str]) -> None:
    head = "head: 部门负责人, roles: [{name: 部门负责人}]"
    more = f"departments: [{{name: 业务部, units: 示例公司, {head}}}]\n"
    box = f"signatures:\n  - {{label: {label}, who: 客服主任}}\n"
    found = told(tmp_path, form=box, raw={"handbook/source/organization/more.yml": more})
    assert [one for one in found if one.startswith("F021")] == expected


# --- demanded fields -------------------------------------------------------------------------------------------------

FIELDS = """\
sections:
  - title: 退货
    fields:
      - {name: reason, label: 退货原因}
      - {name: way, label: 处理方式}
      - {name: items, label: 明细, type: table, rows: 3, columns: [{label: 交运数量}, {label: 单价}]}
      - {name: phone, label: 联系号码}
"""


@pytest.mark.parametrize(
    "text",
    [
        "填写《示例表》，注明退货的原因和处理方式。",
        "填写《示例表》，写明详细原因。",
        "将交运的每个数量记入《示例表》。",
        "填写《示例表》，写明退货原因等内容。",
        "将数量和单价记入《示例表》。",
        "把结果记入《示例表》。",
        "应当在“退货原因”栏写明“未定”，填写《示例表》。",
        "填写《示例表》，不写明客户姓名。",
        "填写《示例表》，资料应当包括合同、发票和照片。",
    ],
)
def test_what_the_form_has_room_for_is_right(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text, form=FIELDS) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("填写《示例表》，注明退货原因、退回依据和处理方式。", ["F025 退货原因", "F025 退回依据"]),
        ("填写《示例表》，写明损失金额。", ["F025 损失金额"]),
        ("填写《示例表》，写明待交数量。", ["F025 交运数量", "F025 待交数量"]),
        ("填写《示例表》，写明身份证号码。", ["F025 联系号码", "F025 身份证号码"]),
        ("填写《示例表》，写明退货原因、特别退货原因。", ["F025 退货原因", "F025 特别退货原因"]),
        ("将单价和退回依据记入《示例表》。", ["F025 单价", "F025 退回依据"]),
        ("应当在“客户要求”栏写明“未定”，填写《示例表》。", ["F025 客户要求"]),
        ("填写《示例表》，内容应当包括退货原因、处理方式和退回依据。", ["F025 处理方式", "F025 退回依据"]),
    ],
)
def test_what_the_form_has_no_room_for_is_told(tmp_path: Path, text: str, found: list[str]) -> None:
    assert told(tmp_path, text, form=FIELDS) == found


@pytest.mark.parametrize(
    ("text", "found"), [("写明法定理由", ["F025 主任", "F025 法定理由"]), ("写明不同意的理由", [])]
)
def test_an_opinion_has_room_for_reasons_of_the_decision_alone(tmp_path: Path, text: str, found: list[str]) -> None:
    boxes = "signatures: [{label: 主任, who: 客服主任, opinion: true}]\n"
    assert told(tmp_path, f"客服专员应当在《示例表》{text}。", form=boxes) == found


def test_what_is_missing_is_told_where_the_bearer_fills_in_the_form(tmp_path: Path) -> None:
    sections = """\
sections:
  - filled_by: 客服主任
    fields: [{name: a, label: 检查日期}]
  - filled_by: 客服专员
    fields: [{name: b, label: 完成期限}]
signatures: [{label: 专员, who: 客服专员}]
"""
    found = told(tmp_path, "客服专员应当在《示例表》写明改正措施。", form=sections)
    assert [one for one in found if one.startswith("F025")] == ["F025 完成期限", "F025 改正措施"]


# --- personal data ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "found"),
    [
        ("{name: a, label: 电话, type: phone}", ["F027 电话"]),
        ("{name: a, label: 电话, type: phone, personal: 答复}", []),
        ("{name: a, label: 买受人地址, type: address}", []),
        ("{name: a, label: 处理人, type: person}", []),
        ("{name: a, label: 投诉人, type: person}", ["F027 投诉人"]),
        ("{name: a, label: 身份证号}", ["F026 身份证号"]),
        ("{name: a, label: 证件, type: id-number, personal: 开票}", []),
        ("{name: a, label: 名单, type: table, rows: 3, columns: [{label: 民族}]}", ["F026 民族"]),
        ("{name: a, label: 名单, type: table, rows: 3, personal: 统计, columns: [{label: 民族}]}", []),
        ("{name: a, label: 名单, type: table, rows: 3, columns: [{label: 客户姓名}]}", []),
    ],
)
def test_personal_data_has_a_purpose(tmp_path: Path, field: str, found: list[str]) -> None:
    assert told(tmp_path, form=f"sections:\n  - fields:\n      - {field}\n") == found
