"""The rules on wording find what a careful editor would mark, and let pass what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.texts import clause_texts, every_text
from tests.project import checked, rules_of

RULES = rules_of("W")


def told(tmp_path: Path, text: str, kind: str = "duty", who: str = "客服专员", **more: str) -> list[str]:
    """What is told about a clause with this text."""
    keys = "".join(f"  {key}: {value}\n" for key, value in more.items())
    bearer = f"  who: {who}\n" if who else ""
    articles = f"- id: a\n  kind: {kind}\n{bearer}{keys}  text: {text}\n  added: 例。\n"
    return checked(tmp_path, rules=RULES, articles=articles).told


# --- W001: vague words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("客服专员应当及时答复客户。", "及时"),
        ("客服专员应当把投诉转给有关部门。", "有关部门"),
        ("客服专员应当酌情减免费用。", "酌情"),
        ("客服专员应当写满若干页。", "若干"),
        ("客服专员应当在一定期限内答复客户。", "一定期限"),
        ("客服专员应当在规定期限内定期答复客户。", "定期答"),
    ],
)
def test_a_vague_word_in_a_duty_is_told(tmp_path: Path, text: str, word: str) -> None:
    assert told(tmp_path, text) == [f"W001 {word}"]


@pytest.mark.parametrize(
    "text",
    [
        "客服专员未及时答复的，应当向客户道歉。",
        "客服专员不能及时到场的，应当请人代班。",
        "客服专员应当立即报告，以便及时补救。",
        "客服专员应当在 2 天内及时答复客户。",
        "客服专员应当向国家有关部门报告。",
        "客服专员应当在规定期限届满前答复客户。",
        "客服专员应当遵守约定期间和无固定期限合同。",
        "客服专员应当说明涉及时间的内容。",
    ],
)
def test_a_condition_a_purpose_a_figure_and_the_state_are_not_vague(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_a_deadline_in_the_sentence_settles_when_but_one_in_a_field_alone_does_not(tmp_path: Path) -> None:
    fields = {"when": "接到投诉", "within": "2 天"}
    assert told(tmp_path, "客服专员应当在 2 天内查明，及时答复。", **fields) == []
    assert told(tmp_path, "客服专员应当及时答复；超过 2 天的，应当说明。", **fields) == ["W001 及时"]


def test_what_binds_nobody_may_be_vague(tmp_path: Path) -> None:
    assert told(tmp_path, "为了及时答复客户，制定本办法。", "statement", "") == []
    assert told(tmp_path, "客服专员可以酌情安排休息。", "permission") == []


def test_a_permission_binds_by_how_it_is_to_be_used(tmp_path: Path) -> None:
    assert told(tmp_path, "客服专员可以尽快退款。", kind="permission") == []
    text = "客服专员可以退款，并应当尽快说明理由。"
    assert told(tmp_path, text, kind="permission") == ["W001 尽快"]


def test_the_handbook_may_name_its_own_vague_words(tmp_path: Path) -> None:
    settings = "rules:\n  - {rule: W001, words: [必要时]}\n"
    articles = "- {id: a, kind: duty, who: 客服专员, text: 客服专员应当及时或者必要时报告。, added: 例}\n"
    assert checked(tmp_path, rules=RULES, articles=articles, settings=settings).told == ["W001 必要时"]


# --- W002–W004: terms -------------------------------------------------------------------------------------------------

CRM = "terms:\n  - {term: CRM 系统, definition: 客户关系管理系统。, added: 例}\n"


def test_an_abbreviation_is_known_once_a_term_has_it(tmp_path: Path) -> None:
    articles = "- {id: a, kind: duty, who: 客服专员, text: 客服专员应当每日登录 CRM。, every: 每日, added: 例}\n"
    assert checked(tmp_path / "without", rules=RULES, articles=articles).told == ["W002 CRM"]
    assert checked(tmp_path / "with", rules=RULES, articles=articles, terms=CRM).told == []


@pytest.mark.parametrize(
    "text", ["按照 GB/T 18894 归档。", "导出为 PDF。", "按照 A 类办理。", "编号为 KS-01。", "用 A4 纸。"]
)
def test_standards_codes_and_everyday_abbreviations_need_no_term(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, f"客服专员应当{text}") == []


def test_a_full_name_beside_it_explains_an_abbreviation(tmp_path: Path) -> None:
    assert told(tmp_path, "客服专员应当查阅企业资源计划（ERP），再核对 ERP 的记录。") == []


@pytest.mark.parametrize("text", ["客服专员应当说“欢迎光临”。", "客服专员应当在“客户要求”栏写明“未定”字样。"])
def test_words_to_say_and_to_write_are_no_notions(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_a_definition_in_a_clause_agrees_with_the_term(tmp_path: Path) -> None:
    assert told(tmp_path, "本办法所称投诉，是指客户表示不满的行为。", "definition", "") == []
    assert told(tmp_path, "本办法所称投诉，是指供应商的来信。", "definition", "") == ["W004 投诉"]


# --- W005–W007: words and characters ----------------------------------------------------------------------------------

CUSTOMER = "terms:\n  - {term: 客户, avoid: [顾客], definition: 购买产品的人。, added: 例}\n"


def test_a_word_to_avoid_is_told_in_forms_too_but_not_in_longer_names(tmp_path: Path) -> None:
    group = "groups:\n  - {name: 全体员工, everyone: true}\n  - {name: 顾客代表, external: true}\n"
    form = "sections:\n  - fields: [{name: content, label: 顾客姓名}]\n"
    articles = "- {id: a, kind: duty, who: 客服专员, text: 客服专员应当接待顾客代表。, added: 例}\n"
    result = checked(tmp_path, rules=RULES, terms=CUSTOMER, form=form, organization=group, articles=articles)
    assert [one for one in result.told if one.startswith("W005")] == ["W005 顾客", "W005 顾客"]
    places = {(found.place.file, found.place.line) for found in result.diagnostics if found.code == "W005"}
    assert places == {("forms/example.yml", 2), ("handbook/source/organization/company.yml", 3)}


def test_a_wrong_character_is_told_unless_the_word_has_it_rightly(tmp_path: Path) -> None:
    assert told(tmp_path, "客服专员应当在帐篷里展示内部份额。") == []
    assert told(tmp_path, "客服专员应当核对帐目。") == ["W006 帐"]
    assert told(tmp_path, "客服专员应当在台风登陆以前回访。") == []
    assert told(tmp_path, "客服专员应当设置登陆密码。") == ["W006 登陆"]


# --- W008, W009: modal verbs ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("客服专员应填写记录。", "应"),
        ("客服专员应保管期刊。", "应"),
        ("客服专员必须填写记录。", "必须"),
        ("客服专员需认真填写记录。", "需"),
        ("客服主任经理应安排值班。", "应"),
        ("客服专员作为记录人，需要填写记录。", "需要"),
        ("客服专员应当填写记录，并须签字。", "须"),
        ("客服专员不准打断客户。", "不准"),
        ("客服专员可用书信答复。", "可"),
    ],
)
def test_other_words_for_duty_ban_and_leave_are_told(tmp_path: Path, text: str, word: str) -> None:
    assert told(tmp_path, text) == [f"W008 {word}"]


@pytest.mark.parametrize(
    "text",
    [
        "客服专员应当核对应收款项和供应商的反应。",
        "需经批准的，客服专员应当先报批。",
        "客服专员应当复核记录，需要修改的，报总经理批准。",
        "客服专员应当取得许可，判明要不要回访。",
        "客服专员应当按需领取，不得提供不准确的数据。",
        "客服专员应当遵守《上班禁止事项须知》。",
        "客服专员应当填写“名称”和应保管期限。",
    ],
)
def test_parts_of_other_words_and_conditions_are_no_modal_verbs(tmp_path: Path, text: str) -> None:
    assert [one for one in told(tmp_path, text) if one.startswith("W")] == []


# --- W010: one clause, one duty ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "客服专员应当耐心听客户说话，不得打断。",
        "客服专员应当登记投诉，并应当答复客户；违者每次罚款 20 元。",
        "客服专员应当在客服主任到场后离开。",
        "客服专员不得与客户争吵；争吵的，客服主任可以取消其当日值班。",
    ],
)
def test_two_sides_of_one_duty_are_one(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


# --- W013–W020: marks -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("客服专员应当起身,迎接。", "W013 ,"),
        ("客服专员应当起身(迎接)。", "W013 (迎接)"),
        ("客服专员应当起身（迎接)。", "W013 )"),
        ("客服专员应当领取３份。", "W014 ３"),
        ("客服专员应当领取 3~5 份。", "W015 ~"),
        ("客服专员应当说“欢迎。", "W016 “欢迎。"),
        ("客服专员应当起身，，迎接。", "W017 ，，"),
        ("客服专员应当应当起身。", "W020 应当应当"),
        ("客服专员应当记下客户的的要求。", "W020 的的"),
    ],
)
def test_a_wrong_mark_is_told_at_the_mark(tmp_path: Path, text: str, finding: str) -> None:
    assert finding in told(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "客服专员应当在 9:00 前到岗，领取 1,000 份（含 Word, Excel 两种）。",
        "客服专员应当：1）起身；2）问好。",
        "客服专员应当以盈利为目的的方式办理，为了了解客户，应当当日回访。",
        "客服专员应当说“您好……再见！”。",
    ],
)
def test_right_marks_are_let_pass(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_a_title_needs_no_full_stop_and_a_definition_does(tmp_path: Path) -> None:
    terms = "terms:\n  - {term: 投诉, definition: 客户表示不满的行为, added: 例}\n"
    assert checked(tmp_path, rules=RULES, terms=terms).told == ["W018 示不满的行为"]


# --- W022: the same clause twice --------------------------------------------------------------------------------------

TWICE = """\
- {{id: a, kind: duty, who: {first}, text: {one}, added: 例}}
- {{id: b, kind: duty, who: {second}, text: {two}, added: 例}}
"""


@pytest.mark.parametrize(
    ("first", "second", "one", "two", "count"),
    [
        ("客服专员", "客服专员", "接待客户的人应当起身迎接并问好。", "接待客户的人应当起身迎接，并问好。", 1),
        ("客服专员", "客服主任", "接待客户的人应当起身迎接并问好。", "接待客户的人应当起身迎接，并问好。", 0),
        ("客服专员", "客服专员", "接待客户的人应当在 3 天内回访客户。", "接待客户的人应当在 5 天内回访客户。", 0),
        ("客服专员", "客服专员", "起身迎接客户。", "起身迎接客户。", 0),
    ],
)
def test_clauses_are_the_same_for_the_same_bearer_and_figures(
    tmp_path: Path, first: str, second: str, one: str, two: str, count: int
) -> None:
    articles = TWICE.format(first=first, second=second, one=one, two=two)
    codes = checked(tmp_path, rules=RULES, articles=articles).codes
    assert codes.count("W022") == count


HEAD = """\
category: 客户服务
summary: 规定接待。
owner: 客户服务部
approver: 总经理
version: "1.0"
status: in-force
effective: 2026-01-01
applies_to: [示例公司]
"""


@pytest.mark.parametrize(("origin", "told_in"), [("added: 例", {"example", "older"}), ("source: [old.002]", {"older"})])
def test_a_copy_is_told_where_it_is_out_of_place(tmp_path: Path, origin: str, told_in: set[str]) -> None:
    """What has no source may be the copy, or may be what was copied."""

    def policy(*articles: tuple[str, str]) -> str:
        clauses = "".join(
            f"      - {{id: a{at}, kind: duty, who: 客服专员, text: {text}, {origin}}}\n"
            for at, (text, origin) in enumerate(articles)
        )
        return f"{HEAD}chapters:\n  - title: 总则\n    articles:\n{clauses}"

    same = "接待客户的人应当起身迎接并问好。"
    here = policy(("每日开门。", "source: [old.001]"), (same, origin), ("每日关门。", "source: [old.003]"))
    there = "title: 旧办法\n" + policy(
        ("每周扫地。", "source: [old.101]"), (same, "source: [old.190]"), ("每周擦窗。", "source: [old.102]")
    )
    sources = "sources: [{id: old, title: 旧规定, paragraphs: 200}]\n"
    result = checked(tmp_path, rules=RULES, policy=here, older=there, sources=sources)
    assert {Path(one.place.file).stem for one in result.diagnostics if one.code == "W022"} == told_in


def test_a_hundred_copies_are_compared_with_the_first_alone(tmp_path: Path) -> None:
    copy = "- {{id: a{at}, kind: duty, who: 客服专员, text: 接待客户的人应当起身迎接并问好。, added: 例}}\n"
    result = checked(tmp_path, rules=RULES, articles="".join(copy.format(at=at) for at in range(100)))
    found = [one for one in result.diagnostics if one.code == "W022"]
    assert len(found) == 99
    assert {one.related[0].place.line for one in found} == {found[0].related[0].place.line}


def test_every_text_is_gathered_once_and_knows_its_place(tmp_path: Path) -> None:
    result = checked(tmp_path)
    texts = every_text(result.handbook).told
    assert len({(one.place, one.path) for one in texts}) == len(texts)
    assert {"内容", "记录投诉。", "客户表示不满的行为。", "书面警告", "生产机械"} <= {one.text for one in texts}
    assert [one.text for one in clause_texts(result.handbook).told] == [
        clause.spec.text for clause in result.handbook.clauses.values()
    ]


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("prohibition", "客服专员不可以离开。", ["W008 不可以"]),
        ("duty", "客服专员需要起身迎接。", ["W008 需要"]),
        ("duty", "客户来访的，需要起身迎接。", ["W008 需要"]),
        ("duty", "值班人员需要起身迎接。", ["W008 需要"]),
        ("duty", "客服专员应当按工作需要安排座位。", []),
        ("duty", "需要重做工牌的员工，应当交费。", []),
        ("permission", "客服专员需要时可以请客户就座。", []),
    ],
)
def test_ways_of_saying_must_and_must_not(tmp_path: Path, kind: str, text: str, found: list[str]) -> None:
    assert [one for one in told(tmp_path, text, kind) if one.startswith("W008")] == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("客服专员上班应当佩戴工牌；客服主任应当指派专人核对。", 1),
        ("每件样品都应当由客户签字；丢失的罚款 20 元；客服主任应当核对。", 1),
        ("客服专员上班应当佩戴工牌；未佩戴的，客服主任应当制止。", 0),
        ("客服专员上班应当佩戴工牌；客服主任可以免除。", 0),
        ("收到来信后三天内；客服主任应当核对。", 0),
    ],
)
def test_a_norm_for_another_after_a_semicolon_is_a_second_one(tmp_path: Path, text: str, count: int) -> None:
    assert [one[:4] for one in told(tmp_path, text)].count("W010") == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("客服专员起身迎接客户。客服专员起身迎接客户。", 1),
        ("迎接来访客户；引导客户就座；迎接来访客户。", 1),
        ("迟到的，罚款 20 元；早退的，罚款 20 元。", 0),
        ("客服专员起身迎接客户。", 0),
    ],
)
def test_a_sentence_stands_in_a_text_once(tmp_path: Path, text: str, count: int) -> None:
    assert [one[:4] for one in told(tmp_path, text)].count("W020") == count


@pytest.mark.parametrize(
    ("definition", "is_found"),
    [
        ("本办法规定的大库。", True),
        ("即大库。", True),
        ("本公司的中央库房。", True),
        ("公司的大库和小库。", False),
        ("存放商品的仓库。", False),
    ],
)
def test_a_definition_says_more_than_its_word(tmp_path: Path, definition: str, is_found: bool) -> None:
    terms = f"terms:\n  - {{term: 大库, aliases: [中央库房], definition: {definition}, added: 例}}\n"
    assert ("W025" in checked(tmp_path, rules=RULES, terms=terms).codes) == is_found


def test_two_terms_are_not_defined_by_each_other(tmp_path: Path) -> None:
    first, second = "{term: 大库, definition: 即主仓。, added: 例}", "{term: 主仓, definition: 就是大库。, added: 例}"
    terms = f"terms:\n  - {first}\n  - {second}\n"
    assert checked(tmp_path, rules=RULES, terms=terms).codes.count("W025") == 2


def test_a_clause_that_defines_says_more_than_the_word(tmp_path: Path) -> None:
    assert "W025" in checked(tmp_path, rules=RULES, articles=CIRCLE.format("本办法规定的大库")).codes
    assert "W025" not in checked(tmp_path, rules=RULES, articles=CIRCLE.format("存放商品的仓库")).codes


CIRCLE = "- {{id: a, kind: definition, text: 大库是指{}。, added: 例}}\n"
