"""Every duty has its bearer, its evidence and one meaning."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import PARTS, checked, rules_of

SIX = tuple(rule for rule in rules_of("D") if rule.code in ("D001", "D002", "D003", "D004", "D005", "D006"))
BOTH = "applies_to: [示例公司, 另一公司]\n"


def told(tmp_path: Path, articles: str) -> list[str]:
    """What the rules on who, from where and for whom say of articles that need no words."""
    said = checked(tmp_path, rules=SIX, articles=articles).told
    return [one for one in said if not one.startswith("D008")]


def found(tmp_path: Path, code: str, articles: str, organization: str = "") -> list[str]:
    """The words that one rule points at, all rules of the family asked."""
    result = checked(tmp_path, rules=rules_of("D"), articles=articles, organization=organization)
    return [result.pointed_at(one) for one in result.diagnostics if one.code == code]


def clause(text: str, more: str = "", who: str = "客服专员", kind: str = "duty", key: str = "a") -> str:
    keys = f"id: {key}, kind: {kind}, who: {who}, text: {text}, added: 例"
    return f"- {{{keys}{', ' if more else ''}{more}}}\n"


# --- who, from where, for whom ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["duty", "prohibition"])
def test_a_duty_or_prohibition_needs_a_bearer(tmp_path: Path, kind: str) -> None:
    assert told(tmp_path, f"- {{id: a, kind: {kind}, text: 文, added: 例}}") == [f"D001 {kind}"]
    assert told(tmp_path, f"- {{id: a, kind: {kind}, who: 客服专员, text: 文, added: 例}}") == []


@pytest.mark.parametrize("kind", ["permission", "definition", "standard", "statement"])
def test_other_clauses_need_none(tmp_path: Path, kind: str) -> None:
    assert told(tmp_path, f"- {{id: a, kind: {kind}, text: 文, added: 例}}") == []


def test_an_item_has_the_bearer_of_its_article(tmp_path: Path) -> None:
    items = "items: [{id: b, kind: duty, text: 一, items: [{id: c, kind: prohibition, text: 二}]}]"
    assert told(tmp_path, f"- {{id: a, kind: duty, who: 客服专员, text: 文, added: 例, {items}}}") == []
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 文, added: 例, {items}}}") == [
        "D001 duty",
        "D001 prohibition",
    ]


def test_items_nest_three_deep_and_no_deeper(tmp_path: Path) -> None:
    third = "{id: c, kind: statement, text: 三"
    items = f"items: [{{id: b, kind: statement, text: 二, items: [{third}"
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 一, added: 例, {items}}}]}}]}}") == []
    fourth = "items: [{id: d, kind: statement, text: 四}]"
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 一, added: 例, {items}, {fourth}}}]}}]}}") == ["D002 d"]


@pytest.mark.parametrize("origin", ["source: [old-rules.002]", "added: 例"])
def test_a_clause_says_where_it_comes_from(tmp_path: Path, origin: str) -> None:
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 文, {origin}}}") == []
    assert told(tmp_path, "- {id: a, kind: statement, text: 文}") == ["D003 文"]


def test_an_item_may_rest_on_the_source_of_its_article(tmp_path: Path) -> None:
    items = "items: [{id: b, kind: statement, text: 一}]"
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 文, added: 例, {items}}}") == []


def test_an_introduction_may_rest_on_the_sources_of_its_items(tmp_path: Path) -> None:
    items = "items: [{id: b, kind: statement, text: 一, added: 例}, {id: c, kind: statement, text: 二}]"
    assert told(tmp_path, f"- {{id: a, kind: statement, text: 文, {items}}}") == ["D003 二"]
    assert told(tmp_path, f"- {{id: a, kind: duty, who: 客服专员, text: 文, {items}}}") == ["D003 文"]


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


# --- units -----------------------------------------------------------------------------------------------------------


def in_both_units(tmp_path: Path, *articles: str) -> list[str]:
    written = "".join(f"      {article}" for article in articles)
    policy = f"{BOTH}chapters:\n  - title: 总则\n    articles:\n{written}"
    result = checked(tmp_path, rules=rules_of("D"), policy=policy)
    return [result.pointed_at(one) for one in result.diagnostics if one.code in ("D005", "D008")]


def test_each_unit_of_a_clause_has_one_of_its_bearers(tmp_path: Path) -> None:
    assert in_both_units(tmp_path, clause("客服专员接待客户。")) == ["客服专员"]
    assert in_both_units(tmp_path, clause("客服专员接待客户。", "applies_to: 示例公司")) == []
    assert in_both_units(tmp_path, clause("总经理接待客户。", who="总经理")) == []
    assert in_both_units(tmp_path, clause("员工接待客户。", who="全体员工")) == []
    each = clause("客服专员和另一岗位分别接待客户。", who="[客服专员, 另一岗位]")
    assert in_both_units(tmp_path, each) == []


def test_a_unit_where_most_clauses_have_no_bearer_is_told_once_at_the_policy(tmp_path: Path) -> None:
    clauses = [clause(f"客服专员接待客户{key}。", key=key) for key in "abc"]
    assert in_both_units(tmp_path, *clauses) == ["另一公司"]
    everywhere = [clause(f"总经理接待客户{key}。", who="总经理", key=key) for key in "defg"]
    assert in_both_units(tmp_path, *clauses, *everywhere) == ["客服专员"] * 3


def test_a_policy_for_the_wrong_unit_is_told_once(tmp_path: Path) -> None:
    clauses = "".join(f"      {clause('客服专员接待客户。', key=key)}" for key in "abc")
    policy = f"applies_to: [另一公司]\nchapters:\n  - title: 总则\n    articles:\n{clauses}"
    told = checked(tmp_path, rules=rules_of("D"), policy=policy).told
    assert [one for one in told if one[:4] in ("D005", "D008")] == ["D008 另一公司"]


@pytest.mark.parametrize("key", ["with", "to"])
def test_who_helps_and_who_receives_are_of_the_unit_or_of_the_headquarters(tmp_path: Path, key: str) -> None:
    assert found(tmp_path, "D009", clause("客服专员接待客户。", f"{key}: 另一岗位")) == ["另一岗位"]
    assert found(tmp_path, "D009", clause("客服专员接待客户。", f"{key}: 总经理")) == []
    headquarters = PARTS["organization"].replace("- {name: 另一公司,", "- {name: 另一公司, aliases: [总部],")
    policy = clause("客服专员接待客户。", f"{key}: 另一岗位")
    assert found(tmp_path, "D009", policy, organization=headquarters) == []


# --- leads -----------------------------------------------------------------------------------------------------------

TWO = "[客服专员, 客服主任]"


@pytest.mark.parametrize("more", ["to: 总经理", "when: 来信", "every: 每月10日前", "form: 示例表"])
def test_one_act_of_several_has_a_lead(tmp_path: Path, more: str) -> None:
    assert found(tmp_path, "D007", clause("客服专员和客服主任应当答复。", more, who=TWO)) == ["客服主任"]


@pytest.mark.parametrize(
    "text",
    ["客服专员和客服主任应当分别答复。", "客服专员或者客服主任应当答复。", "客服专员、客服主任均应当答复。"],
)
def test_each_for_himself_or_any_one_of_them_needs_none(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, "D007", clause(text, "to: 总经理", who=TWO)) == []


def test_how_to_behave_needs_no_lead(tmp_path: Path) -> None:
    assert found(tmp_path, "D007", clause("客服专员和客服主任应当佩戴工牌。", who=TWO)) == []
    everyone = "[客服专员, 全体员工]"
    assert found(tmp_path, "D007", clause("客服专员和员工应当答复。", "to: 总经理", who=everyone)) == []


def test_who_stands_beside_everyone_is_named_or_needs_a_lead(tmp_path: Path) -> None:
    everyone = "[全体员工, 客服专员]"
    organization = "groups: [{name: 全体员工, aliases: [员工], everyone: true}]\n"
    one = clause("员工应当答复。", "to: 总经理", who=everyone)
    assert found(tmp_path, "D007", one, organization=organization) == ["客服专员"]


# --- evidence --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("客服专员应当填写《示例表》。", ["《示例表》"]),
        ("客服专员应当把《示例表》送总经理。", ["《示例表》"]),
        ("客服专员收到《示例表》后，应当答复。", []),
        ("客服专员应当依照《示例表》和《客户投诉记录表》答复。", []),
        ("客服专员应当答复《示例表》所列的客户。", []),
        ("客服专员应当在填写《示例表》以前答复。", []),
    ],
)
def test_a_form_that_a_text_has_used_is_listed(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert found(tmp_path, "D010", clause(text)) == expected
    assert found(tmp_path, "D010", clause(text, "form: [示例表, 客户投诉记录表]")) == []


@pytest.mark.parametrize(("code", "text"), [("D010", "填写《示例表》"), ("D011", "登记来信")])
def test_a_form_or_record_is_missed_at_the_text_and_where_it_belongs(tmp_path: Path, code: str, text: str) -> None:
    said = f"  text: 客服专员应当{text}。\n"
    keys = "  when: 来信\n  within: 3 天\n  to: 总经理\n"
    for article, count in ((f"{said}{keys}", 2), (f"{keys}{said}", 1)):
        whole = f"- id: a\n  kind: duty\n  who: 客服专员\n{article}  added: 例\n"
        pointed_at = found(tmp_path, code, whole)
        assert len(pointed_at) == count
        assert pointed_at[0] in text
        assert pointed_at[1:] == ["总经理"][: count - 1]


def test_the_form_listed_is_the_one_that_the_text_names(tmp_path: Path) -> None:
    text = "客服专员收到《示例表》后，应当把结果记入表内。"
    assert found(tmp_path, "D010", clause(text, "form: 客户投诉记录表")) == ["客户投诉记录表"]
    assert found(tmp_path, "D010", clause(text, "form: 示例表")) == []


def test_an_item_uses_the_form_of_its_article(tmp_path: Path) -> None:
    items = "items: [{id: b, kind: duty, text: 填写《示例表》。}]"
    assert found(tmp_path, "D010", clause("客服专员应当做到：", f"form: 示例表, {items}")) == []
    assert found(tmp_path, "D010", clause("客服专员应当做到：", items)) == ["《示例表》"]


def test_other_kinds_of_clauses_only_list_what_is_filled_in(tmp_path: Path) -> None:
    text = "《示例表》一式两联。"
    assert found(tmp_path, "D010", clause(text, kind="statement")) == []
    assert found(tmp_path, "D010", clause(text, "form: 客户投诉记录表", kind="statement")) == ["客户投诉记录表"]
    assert found(tmp_path, "D010", clause("客服专员不得影印《示例表》。", kind="prohibition")) == []
    text = "客服专员不得借车；确需借用的，填写《示例表》。"
    assert found(tmp_path, "D010", clause(text, kind="prohibition")) == ["《示例表》"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("客服专员应当登记客户。", ["登记"]),
        ("客服专员应当把意见存档。", ["存档"]),
        ("客服专员应当把意见报总经理登记。", []),
        ("客服专员应当准确填写各类报表。", []),
        ("客服专员应当答复客户；没有登记的罚款。", []),
        ("客服专员应当依照《客户投诉记录表》答复。", []),
    ],
)
def test_what_is_written_down_is_written_somewhere(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert found(tmp_path, "D011", clause(text)) == expected
    record = "record: {name: 册, keeper: 客服专员, retention: 1 年}"
    assert found(tmp_path, "D011", clause(text, record)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("客服专员应当通知机关归档部门。", []),
        ("客服专员应当通知其他归档部门。", ["归档"]),
        ("客服专员应当会同机关归档部门归档。", ["归档"]),
        ("客服专员应当先归档，再通知机关归档部门。", ["归档"]),
    ],
)
def test_a_word_inside_a_declared_name_writes_nothing_down(tmp_path: Path, text: str, expected: list[str]) -> None:
    group = {"handbook/source/organization/more.yml": "groups: [{name: 机关归档部门, external: true}]\n"}
    result = checked(tmp_path, rules=rules_of("D"), articles=clause(text), raw=group)
    assert [result.pointed_at(one) for one in result.diagnostics if one.code == "D011"] == expected


def test_a_record_is_kept_for_a_time(tmp_path: Path) -> None:
    assert found(tmp_path, "D012", clause("文", "record: {name: 册, keeper: 客服专员}")) == ["册"]
    assert found(tmp_path, "D012", clause("文", "record: {name: 册, keeper: 客服专员, retention: 永久}")) == []


# --- events ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["when", "before"])
def test_a_form_that_somebody_waits_for_is_filled_in(tmp_path: Path, key: str) -> None:
    waits = clause("客服专员应当核对。", f"{key}: 收到示例表第三联")
    assert found(tmp_path, "D013", waits) == ["收到示例表第三联"]
    fills = clause("客服专员填写《示例表》。", "form: 示例表", key="b")
    assert found(tmp_path, "D013", waits + fills) == []


@pytest.mark.parametrize(("kind", "expected"), [("duty", []), ("permission", []), ("prohibition", ["b"])])
def test_what_one_waits_for_is_an_act(tmp_path: Path, kind: str, expected: list[str]) -> None:
    text = {"duty": "客服专员应当答复。", "permission": "客服专员可以答复。", "prohibition": "客服专员不得答复。"}[kind]
    waits = clause("客服专员应当回访。", "after: b")
    assert found(tmp_path, "D014", waits + clause(text, kind=kind, key="b")) == expected


# --- subjects --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "who", "expected"),
    [
        ("客服专员应当答复。", "客服专员", []),
        ("客服部人员应当答复。", "客服专员", []),
        ("客服专员应当答复。", "客服部", []),
        ("员工应当答复。", "客服专员", []),
        ("客服主任应当答复。", "客服专员", ["客服主任"]),
        ("客服主任也不得答复。", "客服专员", ["客服主任"]),
        ("客服专员和客服主任应当答复。", "客服专员", ["客服主任"]),
        ("客服主任、客服专员应当答复。", "客服专员", ["客服主任"]),
        ("收到客服主任的批示后，客服专员应当答复。", "客服专员", []),
        ("客服专员应当答复；未答复的，客服主任有权取消其休假。", "客服专员", []),
        ("由客服专员统一受理；客服主任应当答复。", "客服专员", ["客服主任"]),
        ("客服专员应当答复。", "[客服专员, 总经理]", ["总经理"]),
        ("客服砖员应当答复。", "客服专员", ["客服砖员"]),
        ("客服主任收到来信后，应当答复。", "客服专员", ["客服主任"]),
        ("示例公司客服主任收到来信后，应当答复。", "客服专员", ["客服主任"]),
        ("客服主任的来信，应当答复。", "客服专员", ["客服主任的来信，应当答复。"]),
        ("客服专员应当报告客服主任，不得拖延。", "客服专员", []),
        ("来信由客服主任登记。", "客服专员", ["客服主任"]),
        ("接到来信后答复。", "客服专员", []),
    ],
)
def test_the_text_speaks_of_the_bearer(tmp_path: Path, text: str, who: str, expected: list[str]) -> None:
    kind = "prohibition" if "不得" in text else "duty"
    # The bearer is at home in this policy, so that whoever else is named is the stranger.
    home = clause("客服专员、客服部和总经理接待客户。", who="[客服专员, 客服部, 总经理]", key="h")
    assert found(tmp_path, "D015", home + clause(text, who=who, kind=kind)) == expected


def test_the_bearer_is_pointed_at_when_he_is_the_stranger(tmp_path: Path) -> None:
    home = clause("客服主任接待客户。", who="客服主任", key="h")
    assert found(tmp_path, "D015", home + clause("客服主任应当答复。")) == ["客服专员"]


def test_an_item_for_somebody_else_than_its_article_says_so(tmp_path: Path) -> None:
    items = "items: [{{id: b, kind: duty, who: {}, text: 先听客户说完。}}]"
    assert found(tmp_path, "D015", clause("客服专员应当做到：", items.format("客服专员"))) == []
    assert found(tmp_path, "D015", clause("客服专员应当做到：", items.format("客服主任"))) == ["客服主任"]


def test_an_item_binds_those_of_its_article(tmp_path: Path) -> None:
    items = "items: [{id: b, kind: prohibition, text: 客服主任不得代答。}]"
    assert found(tmp_path, "D015", clause("客服专员应当做到：", items)) == ["prohibition"]


def test_nobody_reports_to_himself(tmp_path: Path) -> None:
    assert found(tmp_path, "D016", clause("客服专员应当报告。", "to: 客服专员")) == ["客服专员"]
    assert found(tmp_path, "D016", clause("员工应当互相提醒。", "to: 全体员工", who="全体员工")) == []


def test_a_title_or_the_article_may_name_the_bearer(tmp_path: Path) -> None:
    assert found(tmp_path, "D015", clause("应当答复。", "title: 客服专员的职责")) == []
    items = "items: [{id: b, kind: duty, who: 客服专员, text: 应当答复。}]"
    assert found(tmp_path, "D015", clause("客服专员应当做到：", items)) == []


@pytest.mark.parametrize(
    ("text", "more", "expected"),
    [
        ("客服专员应当报告总经理。", "to: 总经理", []),
        ("客服专员应当报告总经理。", "to: 客服主任", ["客服主任"]),
        ("客服专员应当逐级上报。", "to: 客服主任", []),
        ("客服专员应当会同总经理答复。", "with: 客服主任", ["客服主任"]),
        ("客服专员应当填写《示例表》送总经理批示后交客服主任。", "to: 客服主任", []),
    ],
)
def test_the_text_sends_to_whom_the_clause_lists(tmp_path: Path, text: str, more: str, expected: list[str]) -> None:
    known = clause("总经理接待客户。", who="总经理", key="h")
    assert found(tmp_path, "D016", known + clause(text, more)) == expected


# --- kinds -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text", "fits"),
    [
        ("duty", "客服专员应当答复，不得拖延。", True),
        ("duty", "客服专员登记来访。", True),
        ("duty", "客服专员不得拖延。", False),
        ("duty", "客服专员可以答复。", False),
        ("duty", "客服专员只可以代收，应当先登记。", True),
        ("duty", "客服专员有权利也有义务参加培训。", True),
        ("duty", "客服专员可以告知责任人。", False),
        ("prohibition", "客服专员不得拖延；确有原因的，应当报告。", True),
        ("prohibition", "客服专员应当答复，不得拖延。", False),
        ("prohibition", "客服专员切勿拖延。", True),
        ("prohibition", "客服专员拖延。", False),
        ("permission", "客服专员可以答复，但应当登记。", True),
        ("permission", "经总经理同意，客服专员可先答复。", True),
        ("permission", "客服专员应当答复。", False),
        ("permission", "可能拖延的，客服专员答复。", False),
        ("statement", "本办法由客服专员解释。", True),
        ("statement", "客服专员应当答复。", False),
        ("definition", "客服专员不得拖延。", False),
        ("standard", "客服专员的用语应当礼貌。", True),
        ("standard", "客服专员应当答复。", False),
        ("statement", "客服专员可以答复。", False),
    ],
)
def test_the_kind_and_the_words_say_the_same(tmp_path: Path, kind: str, text: str, fits: bool) -> None:
    assert found(tmp_path, "D017", clause(text, kind=kind)) == ([] if fits else [kind])


@pytest.mark.parametrize("more", ["within: 3 天, when: 来信", "every: 每月", "before: 休假, ahead: 1 天"])
def test_what_is_due_at_a_time_is_a_duty(tmp_path: Path, more: str) -> None:
    assert found(tmp_path, "D017", clause("文", more, kind="standard")) == ["standard"]


def test_an_item_goes_on_with_the_words_of_its_article(tmp_path: Path) -> None:
    items = "items: [{id: b, kind: prohibition, text: 吸烟。}]"
    assert found(tmp_path, "D017", clause("客服专员不得：", items, kind="prohibition")) == []
    assert found(tmp_path, "D017", clause("客服专员应当：", items)) == ["prohibition"]


# --- contradictions --------------------------------------------------------------------------------------------------

ANSWER = clause("客户来信的，客服专员应当在 2 天内答复客户。", "when: 来信, within: 2 天")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (clause("客户来信的，客服专员不得答复客户。", kind="prohibition", key="b"), ["prohibition"]),
        (clause("客户来信的，客服专员必须在五天之内答复客户。", "when: 来信, within: 5 天", key="b"), ["5 天"]),
        (clause("客户来信的，客服专员应当在 2 天内答复客户。", "when: 来信, within: 2 天", key="b"), []),
        (clause("客户来电的，客服专员不得答复客户。", kind="prohibition", key="b"), []),
        (clause("客户来信的，客服主任应当在 5 天内答复客户。", "when: 来信, within: 5 天", "客服主任", key="b"), []),
    ],
)
def test_clauses_on_the_same_act_agree(tmp_path: Path, other: str, expected: list[str]) -> None:
    assert found(tmp_path, "D018", ANSWER + other) == expected


def test_one_form_after_one_event_has_one_deadline(tmp_path: Path) -> None:
    one = clause("客服专员填写《示例表》。", "form: 示例表, when: 来信, within: 2 天")
    two = clause("客户来信的，客服专员交出《示例表》。", "form: 示例表, when: 来信, within: 3 天", key="b")
    assert found(tmp_path, "D018", one + two) == ["3 天"]
    assert found(tmp_path, "D018", one + two.replace("来信, within", "来电, within")) == []


def test_one_form_has_one_frequency(tmp_path: Path) -> None:
    one = clause("客服专员填写《示例表》。", "form: 示例表, every: 每月10日前")
    two = clause("客服专员汇总《示例表》。", "form: 示例表, every: 每周", key="b")
    assert found(tmp_path, "D018", one + two) == ["每周"]
    assert found(tmp_path, "D018", one + two.replace("every: 每周", "every: 每月10日前")) == []


def test_kind_and_text_out_of_sight_of_each_other_are_both_told(tmp_path: Path) -> None:
    lines = [
        "- id: a",
        "  kind: duty",
        "  who: 客服专员",
        "  when: 来信",
        "  text: 客服专员不得登记投诉。",
        "  added: 例",
    ]
    assert checked(tmp_path, rules=rules_of("D"), articles="\n".join(lines) + "\n").told == ["D017 duty", "D017 不得"]
    del lines[3]
    near = [lines[0], *lines[2:3], lines[1], *lines[3:]]
    assert checked(tmp_path, rules=rules_of("D"), articles="\n".join(near) + "\n").told == ["D017 duty"]


def test_a_clause_that_was_adapted_names_what_it_was_adapted_from(tmp_path: Path) -> None:
    adapted = "adapted: {law: 劳动合同法, article: 第四条, was: 旧}"
    article = f"- {{id: a, kind: statement, text: 文。, {adapted}SOURCE}}\n"
    told = checked(tmp_path, rules=rules_of("D"), articles=article.replace("SOURCE", "")).diagnostics
    assert [(one.code, one.variant) for one in told] == [("D003", "adapted")]
    sourced = article.replace("SOURCE", ", source: [old-rules.001]")
    assert checked(tmp_path, rules=rules_of("D"), articles=sourced).told == []


def test_a_missing_origin_is_told_at_the_end_of_what_stands_before_it(tmp_path: Path) -> None:
    article = """\
        - id: a
          kind: statement
          text: 文。
          penalty:
            act: 迟到
            escalation:
              - {times: 2, fine: 20 元}
              - {times: 3, fine: 30 元}
        """
    otherwise = "- {id: a,\n  kind: statement,\n  applies_to: [示例公司],\n  text: 文。}\n"
    for written, line in ((article, 11), (otherwise, 7)):
        diagnostics = checked(tmp_path, rules=rules_of("D"), articles=written).diagnostics
        assert [one.place.line for one in diagnostics if one.code == "D003"] == [line]


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("客服班长应当答复客户。", "客服班长"),
        ("客户来信的，客服科应当答复。", "客服科"),
        ("客服专员和客服干事应当答复客户。", "客服干事"),
        ("新客服主任应当答复客户。", "新客服主任"),
        ("电梯安全员应当答复客户。", "电梯安全员"),
        ("全体教职员应当答复客户。", ""),
        ("来访的会员应当登记。", ""),
        ("其他客服主任可以答复客户。", ""),
        ("其他客服总监可以答复客户。", "客服总监"),
        ("客服总监应当答复客户。", "客服总监"),
        ("示例公司客服科应当答复客户。", "示例公司客服科"),
        ("客服主管应当答复客户。", ""),
        ("参加人员应当答复客户。", ""),
        ("责任主管应当答复客户。", ""),
        ("各部应当答复客户。", ""),
        ("客服专员应当按经理的指示答复客户。", ""),
    ],
)
def test_a_subject_that_sounds_like_a_post_is_declared(tmp_path: Path, text: str, stranger: str) -> None:
    diagnostics = checked(tmp_path, rules=rules_of("D"), articles=clause(text, who="客服主任")).diagnostics
    assert [dict(one.facts)["other"] for one in diagnostics if one.variant == "unknown"] == (
        [stranger] if stranger else []
    )


@pytest.mark.parametrize(("name", "is_strange"), [("部门主管", True), ("来访客户", False)])
def test_a_new_head_of_department_is_declared_and_a_new_customer_is_not(
    tmp_path: Path, name: str, is_strange: bool
) -> None:
    groups = "groups: [{name: 全体员工, everyone: true}, {name: 部门主管, heads: true}, {name: 来访客户}]\n"
    articles = clause(f"各新{name}应当答复来信。", who=name)
    assert found(tmp_path, "D015", articles, organization=groups) == ([f"新{name}"] if is_strange else [])


def test_a_duty_is_not_left_to_outsiders(tmp_path: Path) -> None:
    organization = "groups:\n  - {name: 全体员工, everyone: true}\n  - {name: 客户, external: true, meaning: 买方。}\n"
    for kind, who, expected in (
        ("duty", "客户", ["D019 客户"]),
        ("duty", "[客户, 客服专员]", []),
        ("permission", "客户", []),
        ("duty", "全体员工", []),
    ):
        article = f"- {{id: a, kind: {kind}, who: {who}, text: 文, added: 例}}\n"
        result = checked(tmp_path, rules=rules_of("D"), articles=article, organization=organization).told
        assert [one for one in result if one.startswith("D019")] == ([one.replace("客户", who) for one in expected])


def test_a_choice_joins_the_bearers_themselves(tmp_path: Path) -> None:
    for text, count in (
        ("客服专员或者客服主任应当答复。", 0),
        ("客户来信或者来电的，客服专员和客服主任应当答复。", 1),
        ("客服专员和客服主任应当以两种方式之一答复。", 1),
        ("客服专员和客服主任应当答复，漏答的每人次扣分。", 1),
        ("客服专员和客服主任每人应当答复一件。", 0),
    ):
        article = f"- {{id: a, kind: duty, who: [客服专员, 客服主任], when: 来信, text: {text}, added: 例}}\n"
        assert checked(tmp_path, rules=rules_of("D"), articles=article).codes.count("D007") == count


@pytest.mark.parametrize(
    ("text", "keys", "expected"),
    [
        ("客服专员应当会同客服主任核对来信。", "", ["客服主任"]),
        ("客服专员应当把来信转交客服主任。", "", ["客服主任"]),
        ("客服专员应当把来信报告客服主任批准。", "", []),
        ("客服专员应当会同客服主任统一核准来信。", "", ["客服主任"]),
        ("客服专员应当会同总经理、客服主任核对来信。", "with: 总经理", ["客服主任"]),
        ("客服专员应当会同总经理、客服主任核对来信。", "with: [总经理, 客服主任]", []),
        ("客服专员应当把来信报告客服主任和总经理。", "to: [客服主任, 总经理]", []),
    ],
)
def test_whoever_receives_or_helps_is_listed(tmp_path: Path, text: str, keys: str, expected: list[str]) -> None:
    article = f"{{id: a, kind: duty, who: 客服专员, text: {text}, added: 例{', ' + keys if keys else ''}}}"
    told = checked(tmp_path, rules=rules_of("D"), policy=f"chapters: [{{title: 总则, articles: [{article}]}}]\n").told
    assert [one.split()[1] for one in told if one.startswith("D016")] == expected
