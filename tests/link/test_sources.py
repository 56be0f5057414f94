"""Every cited paragraph exists, and none is both restated and left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import PARTS, checked

LEFT_OUT = "sources:\n  - {{id: old-rules, title: 旧规定, paragraphs: 9, left_out: [{}]}}\n"


@pytest.mark.parametrize("paragraph", ["old-rules.010", "old-rules.000"])
def test_a_paragraph_beyond_the_end_is_told(tmp_path: Path, paragraph: str) -> None:
    result = checked(tmp_path, form=f"source: [old-rules.009, {paragraph}]\n")
    assert result.told == [f"R009 {paragraph}"]
    assert dict(result.diagnostics[0].facts)["count"] == "9"


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("terms", "terms: [{term: 投诉, definition: 甲, source: [old-rules.010]}]"),
        ("levels", "levels: [{id: l, scheme: 级, levels: [], source: [old-rules.010]}]"),
        ("policy", "penalties: [{id: p, fine: 5 元, source: [old-rules.010]}]"),
        ("policy", "rewards: [{id: p, amount: 5 元, source: [old-rules.010]}]"),
        ("policy", "approvals: [{id: p, subject: 购置, tiers: [], source: [old-rules.010]}]"),
        ("policy", "procedures: [{id: p, title: 流程, steps: [], source: [old-rules.010]}]"),
        ("policy", "levels: [{id: p, scheme: 级, levels: [], source: [old-rules.010]}]"),
        ("policy", "terms: [{term: 结案, definition: 甲, source: [old-rules.010]}]"),
    ],
)
def test_whatever_cites_a_paragraph_is_checked(tmp_path: Path, part: str, text: str) -> None:
    assert checked(tmp_path, **{part: text}).told == ["R009 old-rules.010"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "declared",
    [
        "departments: [{name: 秘书室, units: [示例公司], head: 秘书, roles: [{name: 秘书}], source: [old-rules.010]}]",
        "departments: [{name: 秘书室, units: [示例公司], head: 秘书, roles: [{name: 秘书, source: [old-rules.010]}]}]",
        "groups: [{name: 来宾, external: true, source: [old-rules.010]}]",
    ],
    ids=["department", "role", "group"],
)
def test_who_does_something_may_come_from_a_source_too(tmp_path: Path, declared: str) -> None:
    raw = {"handbook/source/organization/more.yml": declared}
    assert checked(tmp_path, raw=raw).told == ["R009 old-rules.010"]


def test_a_paragraph_of_an_item_is_checked(tmp_path: Path) -> None:
    policy = PARTS["policy"] + "        items: [{id: i, kind: duty, text: 甲, source: [old-rules.010]}]\n"
    assert checked(tmp_path, policy=policy).told == ["R009 old-rules.010"]


def test_a_paragraph_that_is_left_out_and_cited_is_told_with_both_places(tmp_path: Path) -> None:
    left_out = LEFT_OUT.format("{paragraphs: [old-rules.002, old-rules.001], reason: heading}")
    result = checked(tmp_path, sources=left_out, record="source: [old-rules.003]\n")
    (found,) = result.diagnostics
    assert (found.code, found.variant, result.pointed_at(found)) == ("R010", "", "old-rules.001")
    assert [(other.role, other.place.line, other.place.column) for other in found.related] == [("left_out", 2, 88)]


def test_a_paragraph_that_is_left_out_twice_is_told(tmp_path: Path) -> None:
    once = "{paragraphs: [old-rules.002], reason: spam}"
    (found,) = checked(tmp_path, sources=LEFT_OUT.format(f"{once}, {once}")).diagnostics
    assert (found.code, found.variant) == ("R010", "twice")


def test_a_left_out_paragraph_beyond_the_end_is_told(tmp_path: Path) -> None:
    left_out = LEFT_OUT.format("{paragraphs: [old-rules.010], reason: spam}")
    assert checked(tmp_path, sources=left_out).told == ["R009 old-rules.010"]


def test_an_unknown_document_is_told_once_however_often_it_is_cited(tmp_path: Path) -> None:
    parts = {"form": "source: [older-rules.001, older-rules.002]\n", "record": "source: [older-rules.003]\n"}
    result = checked(tmp_path, **parts)  # type: ignore[arg-type]
    assert [(one.code, one.variant, dict(one.facts)["near"]) for one in result.diagnostics] == [
        ("R001", "source-document", "old-rules")
    ]
