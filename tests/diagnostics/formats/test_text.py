from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import finding
from generator.diagnostics.formats import render
from generator.diagnostics.formats.text import excerpt
from generator.diagnostics.visible import columns
from generator.read.marks import Place
from tests.diagnostics.formats.findings import FILE, one_of_everything, report

GOLDEN = """\
handbook/source/policies/投诉 办法.yml:1:8 警告 R004 没有条款要求填写《投诉办法》
1 | title: 投诉办法
  |        ^^^^^^^^
  = 改法：在要求填写它的条款里用“form”写上它的标题，或者删掉这张表单

handbook/source/policies/投诉 办法.yml:5:16 错误 S001 “whoo”不是这里可用的键
5 |         客服专员: {whoo: 客服砖员, form: 投诉登记表}
  |                    ^^^^
  = 改法：改成“who”

handbook/source/policies/投诉 办法.yml:5:22 错误 R001 没有叫“客服砖员”的岗位
5 |         客服专员: {whoo: 客服砖员, form: 投诉登记表}
  |                          ^^^^^^^^
  = 改法：改成“客服专员”；如果是新岗位，运行“handbook new role 客服砖员”

handbook/source/policies/投诉 办法.yml:6:13 错误 R005 编号“register”在本制度里已经用过
6 |       - id: register
  |             ^^^^^^^^
  = 参见 handbook/source/policies/投诉 办法.yml:4:13（第一次写在这里）
4 |       - id: register
  |             ^^^^^^^^
  = 改法：给其中一个换个编号；已经施行的条款的编号不要改

在 1 个文件里发现 4 处问题：错误 3 处、警告 1 处。
运行“handbook rule R004”查看这条规则的说明和例子。"""


def test_a_finding_shows_its_line_a_caret_and_the_change_to_make() -> None:
    assert render(one_of_everything(), "text") == GOLDEN


def test_a_clean_project_is_told_so() -> None:
    assert render(report(), "text") == "没有发现问题（检查了 1 个文件）。"


def test_the_caret_stands_under_the_words_in_question_after_full_width_characters() -> None:
    line = "当事人（甲）、ABC：责任"
    shown = excerpt(line, line.index("责任") + 1, 2, 100)

    assert columns(shown.line[: shown.line.index("责任")]) == shown.before
    assert shown.marked == 4


def test_a_place_at_the_end_of_a_line_gets_one_caret() -> None:
    shown = excerpt("who:", 5, 1, 100)

    assert (shown.before, shown.marked) == (4, 1)


def test_an_underline_ends_with_its_line() -> None:
    assert excerpt("text: 登记", 7, 80, 100).marked == 4


def test_a_long_line_is_cut_around_the_words_in_question() -> None:
    line = f"text: {'长' * 200}错误{'短' * 200}"
    shown = excerpt(line, line.index("错误") + 1, 2, 60)

    assert shown.line.startswith("…长")
    assert shown.line.endswith("短…")
    assert columns(shown.line) <= 60
    assert columns(shown.line[: shown.line.index("错误")]) == shown.before


@given(
    line=st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=300),
    column=st.integers(1, 320),
    width=st.integers(0, 60),
    room=st.integers(20, 120),
)
def test_no_line_is_wider_than_its_room_and_no_caret_outside_it(line: str, column: int, width: int, room: int) -> None:
    shown = excerpt(line, column, width, room)

    assert columns(shown.line) <= room
    assert shown.before + shown.marked <= columns(shown.line) + 1
    assert not {unicodedata.category(character) for character in shown.line} & {"Cc", "Cf", "Zl", "Zp"}


def test_what_a_file_holds_cannot_steer_the_terminal() -> None:
    source = "title: \x1b[2J\x1b]0;坏\x07\u202e法办\x00\x9b31m\n"
    hostile = finding("R001", Place(FILE, 1, 8, 30), "role", name="\x1b[31m坏\r\n\u202e", near="\x1b[0m")

    text = render(report(hostile, source=source), "text")

    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    assert r"\x1b[2J" in text
    assert r"\u{202e}" in text


def test_the_name_of_a_file_cannot_steer_the_terminal_either() -> None:
    hostile = finding("Y011", Place("forms/\x1b[31m.yml", 1, 1))

    assert "\x1b" not in render(report(hostile), "text")
    assert "\x1b" not in render(report(hostile), "concise")


def test_colours_only_colour() -> None:
    plain, coloured = (render(one_of_everything(), "text", color=color) for color in (False, True))

    assert coloured != plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


@pytest.mark.parametrize("place", [Place(FILE, 99, 1), Place("unread.yml", 3, 1), Place(FILE, 0, 0)])
def test_a_place_without_a_line_to_show_is_still_reported(place: Place) -> None:
    assert render(report(finding("Y011", place)), "text").count(" | ") == 0


def test_lines_fit_the_terminal() -> None:
    source = f"title: {'长' * 300}\n"
    (line,) = (
        line
        for line in render(report(finding("S005", Place(FILE, 1, 99)), source=source), "text", width=50).split("\n")
        if line.startswith("1 | ")
    )

    assert 48 <= columns(line) <= 50


def test_a_long_value_is_not_repeated_in_full() -> None:
    long = finding("S006", Place(FILE, 1, 1), "duration", value="很" * 5000, suggestion="")

    assert len(render(report(long), "text")) < 1000
