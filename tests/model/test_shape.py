"""Every mistake in a well-formed file becomes one finding in terms of what the editor wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import Diagnostic
from generator.model import Form, LawsFile, LevelsFile, MeasuresFile, Organization, Policy, Settings, SourcesFile
from generator.model.base import Model
from generator.model.files import TermsFile
from generator.model.shape import as_id, shape
from generator.read.document import read_document
from generator.read.marks import Block, Node, Series, child
from tests.project import PARTS, assert_can_be_said, checked

ARTICLE = """\
- id: base
  kind: duty
  who: [客服专员, 全体员工]
  text: 填写《客户投诉记录表》《示例表》《另一公司用表》。
  source: [old-rules.001]
"""


def told(tmp_path: Path, *, articles: str = "", policy: str = "", settings: str = "") -> list[str]:
    return checked(tmp_path, articles=articles, policy=policy, settings=settings).told


def facts(found: Diagnostic) -> dict[str, str]:
    return dict(found.facts)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("whoo: 客服主任", "S001 whoo"),
        ("名称: 客服主任", "S001 名称"),
        ("'': 客服主任", "S001 '"),
        ("from_: 客服主任", "S001 from_"),
        ("_block: 客服主任", "S001 _block"),
        ("within: [3 天]", "S003 ["),
        ("title: {a: b}", "S003 {"),
        ("items: 甲", "S003 甲"),
        ("record: 调查照片", "S003 调查照片"),
        ("limits: {of: 人数}", "S003 {"),
        ("with: [[甲]]", "S003 ["),
        ("title:", "S005"),
        ('title: "  "', 'S005 "'),
        ("with: [甲, '']", "S005 '"),
        ("within: 很快", "S006 很快"),
        ("within: 12:30", "S006 12:30"),
        ("every: 常常", "S006 常常"),
        ("ahead: 1_000", "S006 1_000"),
        ("penalty: {fine: 重罚}", "S006 重罚"),
        ("penalty: {deduct: 一些}", "S006 一些"),
        ("penalty: {points: 010}", "S008 010"),
        ("penalty: {points: 1_000}", "S008 1_000"),
        ("penalty: {points: 三}", "S008 三"),
        ("penalty: {points: -1}", "S008 -1"),
        ("penalty: {points: 0x1F}", "S008 0x1F"),
        ("penalty: {points: 1２}", "S008 1２"),
        ("penalty: {joint: [{who: 客服主任, share: 一半}]}", "S006 一半"),
        ("penalty: {tiers: [{from: 多, fine: 5 元}]}", "S006 多"),
        ("record: {name: 照片, keeper: 客服部, retention: 长久}", "S006 长久"),
        ("limits: [{of: 人数, at_least: 很多}]", "S006 很多"),
        ("limits: [{of: 人数}]", "S015 {"),
        ("penalty: {tiers: [{over: 4, from: 5, fine: 5 元}]}", "S016 4"),
        ("penalty: {tiers: [{below: 5, up_to: 3, fine: 5 元}]}", "S016 3"),
        ("after: 登记", "S010 登记"),
        ("after: [Base]", "S010 Base"),
        ("source: [s2-04第11段]", "S012 s2-04第11段"),
        ("source: old-rules.001", "S003 old-rules.001"),
        ("source: [old-rules.０01]", "S012 old-rules.０01"),
        (f"title: {'长' * 61}", f"S011 {'长' * 61}"),
    ],
)
def test_a_mistake_in_a_clause_is_found_at_the_very_word(tmp_path: Path, line: str, expected: str) -> None:
    key = line.partition(":")[0]
    article = "".join(part for part in ARTICLE.splitlines(keepends=True) if f"  {key}:" not in part)
    assert told(tmp_path, articles=f"{article}  {line}\n") == [expected]


def test_a_mistake_deep_in_an_item_is_found_at_its_line_and_column(tmp_path: Path) -> None:
    (found,) = checked(
        tmp_path,
        policy="""\
        chapters:
          - title: 总则
            articles:
              - id: base
                kind: duty
                who: 全体员工
                text: 填写《客户投诉记录表》《示例表》《另一公司用表》。
                source: [old-rules.001]
                items:
                  - {id: first, kind: duty, text: 一、, items: [{id: second, kind: dutty, text: 二}]}
        """,
    ).diagnostics
    assert (found.code, found.place.line, found.place.column, found.place.width) == ("S004", 10, 74, 5)
    assert facts(found)["near"] == "duty"


@pytest.mark.parametrize(
    ("written", "near"),
    [("whoo", "who"), ("penality", "penalty"), ("applies-to", "applies_to"), ("afterr", "after"), ("部门", "")],
)
def test_an_unknown_key_is_told_with_the_one_that_was_meant(tmp_path: Path, written: str, near: str) -> None:
    (found,) = checked(tmp_path, articles=f"{ARTICLE}  {written}: 甲\n").diagnostics
    assert facts(found)["near"] == near
    assert "who、with、to" in facts(found)["known"]


def test_the_known_keys_are_those_of_the_innermost_thing(tmp_path: Path) -> None:
    (found,) = checked(tmp_path, articles=f"{ARTICLE}  penalty: {{tiers: [{{form: 1, fine: 5 元}}]}}\n").diagnostics
    assert facts(found) == {
        "key": "form",
        "near": "from",
        "known": "fine、by、points、measures、deduct、compensate、other、from、over、below、up_to、case",
    }


def test_a_missing_key_is_told_at_the_key_before_it(tmp_path: Path) -> None:
    article = "- {id: base, kind: duty, who: 全体员工, source: [old-rules.001]}"
    result = checked(tmp_path, articles=article)
    assert result.told == ["S002 who"]
    assert facts(result.diagnostics[0]) == {"key": "text"}


def test_a_policy_without_most_of_its_keys_is_told_of_each(tmp_path: Path) -> None:
    result = checked(tmp_path, raw={"handbook/source/policies/other.yml": "title: 别的\n"})
    missing = [facts(found)["key"] for found in result.diagnostics]
    assert missing == sorted(["category", "summary", "owner", "approver", "version", "status", "effective", "chapters"])
    assert set(result.codes) == {"S002"}


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    policy = "status: aktiv\neffective: 2026.1.1\nversion: ''\nnumbering: roman\nworng: 1\n"
    assert told(tmp_path, policy=policy) == ["S004 aktiv", "S007 2026.1.1", "S005 '", "S004 roman", "S001 worng"]


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("2026-1-1", "2026-01-01"),
        ("2026/01/01", "2026-01-01"),
        ("2026.1.1", "2026-01-01"),
        ("2026年1月1日", "2026-01-01"),
        ("2026-02-30", ""),
        ("0000-01-01", ""),
        ("20260101", ""),
        ("明年", ""),
        ("2026-01-01 12:30", ""),
    ],
)
def test_a_date_is_a_day_of_the_calendar_in_one_spelling(tmp_path: Path, written: str, suggestion: str) -> None:
    (found,) = checked(tmp_path, policy=f"effective: {written}\n").diagnostics
    assert (found.code, facts(found)) == ("S007", {"value": written, "suggestion": suggestion})


def test_a_quoted_date_and_a_plain_one_are_the_same(tmp_path: Path) -> None:
    assert told(tmp_path, policy='effective: "2026-01-01"\nadopted: 2025-12-31\n') == []


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        *(("是", "true"), ("yes", "true"), ("on", "true"), ("True", "true"), ("1", "true"), ("对", "true")),
        *(("否", "false"), ("no", "false"), ("off", "false"), ("FALSE", "false"), ("0", "false")),
        ("也许", ""),
    ],
)
def test_yes_and_no_have_one_spelling_and_others_are_told_which(tmp_path: Path, written: str, suggestion: str) -> None:
    result = checked(tmp_path, form=f"sections:\n  - fields: [{{name: a, label: 甲, required: {written}}}]\n")
    assert result.told == [f"S009 {written}"]
    assert facts(result.diagnostics[0])["suggestion"] == suggestion


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [("010", "10"), ("1_000", "1000"), ("１２", "12"), ("²", ""), ("1 000", "1000"), ("1,0", "10")],
)
def test_a_number_that_other_programs_would_misread_is_told_how_to_write(
    tmp_path: Path, written: str, suggestion: str
) -> None:
    (found,) = checked(tmp_path, articles=f'{ARTICLE}  penalty: {{points: "{written}"}}\n').diagnostics
    assert facts(found)["suggestion"] == suggestion


def test_names_that_yaml_could_take_for_something_else_are_names(tmp_path: Path) -> None:
    parts = {"version": "1.10", "title": "on", "summary": "2026-01-01"}
    result = checked(tmp_path, policy="".join(f"{key}: {value}\n" for key, value in parts.items()))
    assert result.codes == []
    spec = result.handbook.policies[0].spec
    assert (spec.version, spec.title, spec.summary) == ("1.10", "on", "2026-01-01")


def test_one_name_may_stand_for_a_list_of_one(tmp_path: Path) -> None:
    one = checked(tmp_path, articles=ARTICLE.replace("[客服专员, 全体员工]", "全体员工"))
    assert one.handbook.clauses["example/base"].spec.who == ("全体员工",)


@pytest.mark.parametrize("language", ["en", "../../etc", "zh_Hans"])
def test_a_language_without_words_is_found(tmp_path: Path, language: str) -> None:
    assert told(tmp_path, settings=f"language: {language}\n") == [f"S004 {language}"]


def test_a_wrong_colour_is_found(tmp_path: Path) -> None:
    assert told(tmp_path, settings="accent: 深蓝\n") == ["S013 深蓝"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Register Complaint", "register-complaint"), ("a__b--c", "a-b-c"), ("请假", ""), ("请假 Leave 2", "leave-2")],
)
def test_an_id_is_suggested_where_one_can_be_made(text: str, expected: str) -> None:
    assert as_id(text) == expected


MODELS: dict[str, type[Model]] = {
    "settings": Settings,
    "organization": Organization,
    "terms": TermsFile,
    "laws": LawsFile,
    "measures": MeasuresFile,
    "sources": SourcesFile,
    "policy": Policy,
    "form": Form,
    "levels": LevelsFile,
}

RICH = {
    **PARTS,
    "levels": "levels: [{id: l, scheme: 级, measure: 元, levels: [{name: 高, criterion: 大, from: 1 元}]}]\n",
    "form": PARTS["form"]
    + "copies: [{to: 客服部, color: 白}]\nsignatures: [{label: 批准, who: 总经理, seal: true}]\n"
    + "number: X-{yyyy}\npaper: A5\nnotes: [一]\naliases: [二]\n",
    "policy": PARTS["policy"].replace(
        "penalty: {measures: [书面警告, 辞退]}",
        "within: 3 天\n        every: 每日\n        after: base\n        limits: [{of: 人, at_least: 2 人}]\n"
        "        record: {name: 照片, keeper: 客服部, retention: 永久}\n"
        "        items: [{id: i, kind: duty, text: 一}]\n"
        "        adapted: {law: 法, article: 一, was: 二}\n        reward: {amount: 5 元, points: 2}\n"
        "        penalty: {fine: 5–10 元, by: 轻重, tiers: [{from: 1, below: 2, deduct: 5% 工资}], "
        "escalation: [{times: 3, within: 1 年, to: 辞退}], joint: [{who: 客服主任, share: 50%}]}",
    )
    + "approvals: [{id: a, subject: 购置, tiers: [{below: 5 元, approve: 总经理}]}]\n"
    + "procedures: [{id: p, title: 流程, total_limit: 3 天, steps: [{do: base, after: base, within: 1 天}]}]\n"
    + "terms: [{term: 词, definition: 义}]\nrewards: [{id: r, amount: 5 元}]\n",
}


def paths(node: Node, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = node.items() if isinstance(node, Block) else enumerate(node) if isinstance(node, Series) else ()
    return [here, *(path for key, value in inside for path in paths(value, (*here, key)))]


def root_of(part: str) -> Block:
    root = read_document("a.yml", RICH[part].encode()).root
    assert root is not None
    return root


def at(root: Block, path: tuple[str | int, ...]) -> Node:
    current: Node = root
    for step in path:
        below = child(current, step)
        assert below is not None
        current = below
    return current


def replace(root: Block, path: tuple[str | int, ...], value: Node) -> None:
    inside = at(root, path[:-1])
    if isinstance(inside, Block):
        inside[str(path[-1])] = value
    elif isinstance(inside, Series):
        inside[int(path[-1])] = value


SCALARS = st.sampled_from(
    ["", " ", "~", "0", "010", "1e9", "true", "甲", "a b", "-", "5 元", "1 天", "\n", "〇", "x" * 99]
)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_tree_whatever_raises(data: st.DataObject) -> None:
    """Any part of any file in the place of any part of another."""
    part = data.draw(st.sampled_from(sorted(MODELS)))
    root = root_of(part)
    for _ in range(data.draw(st.integers(1, 3))):
        path = data.draw(st.sampled_from(paths(root)[1:]))
        donor = root_of(data.draw(st.sampled_from(sorted(MODELS))))
        other = at(donor, data.draw(st.sampled_from(paths(donor))))
        replace(root, path, data.draw(st.one_of(SCALARS, st.text(max_size=8), st.just(other))))
    thing, found = shape(MODELS[part], root)
    assert (thing is None) == bool(found)
    for one in found:
        assert_can_be_said(one)
        assert one.place.file == "a.yml"


@pytest.mark.parametrize("part", sorted(MODELS))
def test_the_trees_that_are_varied_are_right_themselves(part: str) -> None:
    assert shape(MODELS[part], root_of(part))[1] == []
