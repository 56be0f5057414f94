"""第一章 第三条 （二） 1. or 4.1.2: computed from the order of the file."""

from __future__ import annotations

from pathlib import Path

from tests.project import checked

CHAPTERS = """\
chapters:
  - title: 总则
    articles:
      - {id: a1, kind: statement, text: 一, added: 例}
      - id: a2
        kind: statement
        text: 二
        added: 例
        items:
          - {id: i1, kind: statement, text: 甲}
          - id: i2
            kind: statement
            text: 乙
            items:
              - {id: p1, kind: statement, text: 子}
              - {id: p2, kind: statement, text: 丑}
  - title: 分则
    articles:
      - {id: a3, kind: statement, text: 三, added: 例}
"""


def labels(root: Path, policy: str) -> dict[str, tuple[str, str]]:
    handbook = checked(root, policy=policy).handbook
    return {clause.id: (clause.number, clause.label) for clause in handbook.clauses.values()}


def test_articles_count_on_through_the_chapters_and_items_start_anew(tmp_path: Path) -> None:
    assert labels(tmp_path, CHAPTERS) == {
        "a1": ("第一条", "第一条"),
        "a2": ("第二条", "第二条"),
        "i1": ("（一）", "第二条（一）"),
        "i2": ("（二）", "第二条（二）"),
        "p1": ("1.", "第二条（二）1."),
        "p2": ("2.", "第二条（二）2."),
        "a3": ("第三条", "第三条"),
    }


def test_the_decimal_style_shows_the_whole_way(tmp_path: Path) -> None:
    assert labels(tmp_path, f"numbering: decimal\n{CHAPTERS}") == {
        "a1": ("1.1", "1.1"),
        "a2": ("1.2", "1.2"),
        "i1": ("1.2.1", "1.2.1"),
        "i2": ("1.2.2", "1.2.2"),
        "p1": ("1.2.2.1", "1.2.2.1"),
        "p2": ("1.2.2.2", "1.2.2.2"),
        "a3": ("2.1", "2.1"),
    }


def test_chapters_are_numbered_in_both_styles(tmp_path: Path) -> None:
    for style, expected in (("chinese", ["第一章", "第二章"]), ("decimal", ["1", "2"])):
        (policy,) = checked(tmp_path, policy=f"numbering: {style}\n{CHAPTERS}").handbook.policies
        assert [chapter.number for chapter in policy.chapters] == expected


def test_large_numbers_are_written_as_in_print(tmp_path: Path) -> None:
    articles = "".join(f"- {{id: a{n}, kind: statement, text: 文, added: 例}}\n" for n in range(1, 122))
    handbook = checked(tmp_path, articles=articles).handbook
    expected = {
        10: "十",
        11: "十一",
        20: "二十",
        21: "二十一",
        100: "一百",
        101: "一百零一",
        110: "一百一十",
        121: "一百二十一",
    }
    for number, written in expected.items():
        assert handbook.clauses[f"example/a{number}"].label == f"第{written}条"


def test_the_copies_of_a_form_are_numbered(tmp_path: Path) -> None:
    form = checked(tmp_path, form="copies: [{to: 客服部}, {to: 总经理}]\n").handbook.form_by_id["example"]
    assert [(copy.name, copy.to.name) for copy in form.copies] == [("第一联", "客户服务部"), ("第二联", "总经理")]
