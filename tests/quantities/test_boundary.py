from __future__ import annotations

import pytest

from generator.quantities import Boundary, Line, find_figures, line_at

AT_LEAST = Line(Boundary.BELOW, side=Boundary.ABOVE)
OVER = Line(Boundary.ABOVE, side=Boundary.ABOVE)
AT_MOST = Line(Boundary.ABOVE, side=Boundary.BELOW)
UNDER = Line(Boundary.BELOW, side=Boundary.BELOW)


def lines(text: str) -> list[Line | None]:
    return [line_at(text, figure) for figure in find_figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "3 次以上",
        "不少于 3 次",
        "不得少于3次",
        "至少三次",
        "至少休息 1 天",
        "不应低于 3 次",
        "3 次及以上",
        "三次起",
    ],
)
def test_words_that_include_the_figure_and_what_is_above_it(text: str) -> None:
    assert lines(text) == [AT_LEAST]


@pytest.mark.parametrize(
    "text",
    [
        "3 次以下",
        "不超过 3 次",
        "最多三次",
        "不得超过当月工资的 20%",
        "不高于28℃",
        "3 次为限",
        "没有超过 3 次",
        "不能多于 3 次",
        "最长不超过 3 个月",
    ],
)
def test_words_that_include_the_figure_and_what_is_below_it(text: str) -> None:
    assert lines(text) == [AT_MOST]


@pytest.mark.parametrize(
    "text",
    ["超过3次", "多于 3 次", "三次以外的回访", "超 3 次", "时间长于 3 天", "超出 3 公里", "不仅迟到，而且超过 3 次"],
)
def test_words_that_mean_more_than_the_figure(text: str) -> None:
    assert lines(text) == [OVER]


@pytest.mark.parametrize(
    "text", ["不满 3 次", "不足3次", "未满 3 年", "少于 3 次", "低于 5 ℃", "不到 3 天", "达不到 3 年"]
)
def test_words_that_mean_less_than_the_figure(text: str) -> None:
    assert lines(text) == [UNDER]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("不得一次领取超过 3 件", Line(Boundary.ABOVE)),
        ("禁止 3 人以上同时离岗", Line(Boundary.BELOW)),
        ("不得离岗。超过 3 次", OVER),
        ("不超过 2 天，超过 3 次", OVER),
    ],
)
def test_what_is_forbidden_leaves_open_which_side_is_meant(text: str, line: Line) -> None:
    assert lines(text)[-1] == line


@pytest.mark.parametrize(
    ("text", "like"),
    [("满 3 次", AT_LEAST), ("达到 5 台", AT_LEAST), ("3 天内", AT_MOST), ("逾 3 天", OVER), ("未达 3 台", UNDER)],
)
def test_words_that_are_also_said_of_an_exact_figure_are_weak(text: str, like: Line) -> None:
    assert lines(text) == [Line(like.boundary, weak=True, side=like.side)]


def test_lines_agree_unless_they_are_drawn_apart_or_mean_different_sides() -> None:
    assert AT_MOST.agrees_with(Line(Boundary.ABOVE))
    assert not AT_MOST.agrees_with(OVER)
    assert not AT_MOST.agrees_with(UNDER)


@pytest.mark.parametrize("text", ["3 次", "两项内容", "三份下发", "共 3 天", "自收到起 3 天", "3 个月上旬"])
def test_other_words_draw_no_line(text: str) -> None:
    assert lines(text) == [None]


def test_each_figure_has_its_own_line() -> None:
    assert lines("罚款 50 元以上 200 元以下") == [AT_LEAST, AT_MOST]
    assert lines("满10年不满20年") == [Line(Boundary.BELOW, weak=True, side=Boundary.ABOVE), UNDER]
