"""Every paragraph is carried, left out for a reason, or missing; its figures and forms arrive or are explained."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.check.run import check_project
from generator.trace.documents import read_documents
from generator.trace.trace import Trace, trace
from tests.project import project

SOURCES = "sources: [{{id: o, title: 旧规定, paragraphs: {count}{more}}}]\n"
BASE = "- {id: base, kind: statement, text: 《客户投诉记录表》《示例表》《另一公司用表》。, source: [o.001]}\n"


def traced(
    root: Path, paragraph: str, article: str, *, more: str = "", count: int = 2, raw: Mapping[str, str] | None = None
) -> Trace:
    """Trace a document whose second paragraph is `paragraph` to the article that follows BASE."""
    sources = SOURCES.format(count=count, more=f", {more}" if more else "")
    made = project(root / "project", articles=BASE + article, sources=sources, record="source: [o.001]\n", raw=raw)
    documents = root / "documents"
    documents.mkdir()
    (documents / "o.txt").write_text(f"# o\t旧规定\no.001\t标题\no.002\t{paragraph}\n", encoding="utf-8")
    handbook = check_project(made, rules=()).handbook
    assert handbook is not None
    return trace(handbook, read_documents(documents))


def told(result: Trace) -> list[str]:
    return [f"{one.code} {dict(one.facts).get('said', '')}".strip() for one in result.diagnostics]


def clause(text: str, more: str = "") -> str:
    return f"- {{id: a, kind: statement, text: {text}{more}, source: [o.002]}}\n"


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ("三日内答复", "应当在 3 天内答复。"),
        ("罚款二百元", "罚款 200 元。"),
        ("一式三联", "一式 3 联。"),
        ("每半年检查一次", "每半年检查 1 次。"),
        ("百分之五十", "按 50% 计算。"),
        ("没有数字", "没有数字。"),
    ],
)
def test_a_figure_arrives_however_it_is_written(tmp_path: Path, paragraph: str, text: str) -> None:
    assert told(traced(tmp_path, paragraph, clause(text))) == []


@pytest.mark.parametrize(
    ("paragraph", "text", "said"),
    [
        ("三日内答复", "应当在 4 天内答复。", "三日"),
        ("三个工作日内答复", "应当在 3 天内答复。", "三个工作日"),
        ("罚款200元,扣5分", "罚款 200 元。", "5分"),
    ],
)
def test_a_figure_that_is_lost_is_told_with_both_places(tmp_path: Path, paragraph: str, text: str, said: str) -> None:
    result = traced(tmp_path, paragraph, clause(text))
    assert told(result) == [f"K005 {said}"]
    (found,) = result.diagnostics
    assert found.place.file.endswith("example.yml")
    assert (found.related[0].place.file, found.related[0].place.line) == ("o.txt", 3)


def test_a_figure_in_a_field_has_arrived(tmp_path: Path) -> None:
    assert told(traced(tmp_path, "扣5分", clause("违者扣分。", ", penalty: {points: 5}"))) == []
    assert told(traced(tmp_path / "b", "存三年", clause("存档。", ", limits: [{of: 存档, at_least: 3 年}]"))) == []


def test_a_form_that_is_lost_is_told(tmp_path: Path) -> None:
    assert told(traced(tmp_path, "填客户投诉记录表", clause("应当登记。"))) == ["K006 客户投诉记录表"]
    assert told(traced(tmp_path / "b", "填《派工单》", clause("应当登记。"))) == ["K006 派工单"]
    assert told(traced(tmp_path / "c", "填客户投诉记录表", clause("填写《客户投诉记录表》。"))) == []


def test_what_a_law_changed_is_explained_by_the_adaptation(tmp_path: Path) -> None:
    adapted = ", adapted: {law: 劳动合同法, article: 第十九条, was: 试用期八个月}"
    result = traced(tmp_path, "试用期八个月", clause("试用期为 6 个月。", adapted))
    assert told(result) == []
    assert [one.written for paragraph in result.paragraphs for one in paragraph.explained] == ["八个月"]


def test_what_is_explained_must_differ(tmp_path: Path) -> None:
    more = "differs: [{paragraph: o.002, said: [三日], reason: 从严}]"
    assert told(traced(tmp_path, "三日内答复", clause("2 天内答复。"), more=more)) == []
    assert told(traced(tmp_path / "b", "三日内答复", clause("3 天内答复。"), more=more)) == ["K007 三日"]


def test_a_paragraph_that_nothing_became_of_is_missing(tmp_path: Path) -> None:
    result = traced(tmp_path, "三日内答复", "")
    assert told(result) == ["K004"]
    assert result.documents[0].missing == ("o.002",)


def test_a_post_carries_what_a_paragraph_says_of_its_work(tmp_path: Path) -> None:
    role = "{name: 调度员, task: 在 3 天内回访投诉的客户, source: [o.002]}"
    department = f"departments: [{{name: 调度室, units: [示例公司], head: 调度员, roles: [{role}]}}]"
    organization = "handbook/source/organization/more.yml"
    result = traced(tmp_path, "三天内回访", "", raw={organization: department})
    assert told(result) == []
    assert [(one.kind, one.name) for one in [*result.paragraphs][1].carriers] == [("role", "调度员")]
    assert told(traced(tmp_path / "b", "五天内回访", "", raw={organization: department})) == ["K005 五天"]


def test_one_left_out_for_a_reason_is_not(tmp_path: Path) -> None:
    more = "left_out: [{paragraphs: [o.002], reason: heading}]"
    result = traced(tmp_path, "三日内答复", "", more=more)
    assert told(result) == []
    assert (result.documents[0].carried, result.documents[0].left_out) == (1, 1)


def test_documents_and_the_list_of_them_must_agree(tmp_path: Path) -> None:
    assert "K003" in told(traced(tmp_path, "文", clause("文。"), count=3))


def test_without_the_documents_only_what_became_of_paragraphs_is_traced(tmp_path: Path) -> None:
    made = project(tmp_path, articles=BASE, sources=SOURCES.format(count=3, more=""), record="source: [o.001]\n")
    handbook = check_project(made, rules=()).handbook
    assert handbook is not None
    (found,) = trace(handbook).diagnostics
    assert (found.code, dict(found.facts)["paragraphs"]) == ("K004", "o.002、o.003")
