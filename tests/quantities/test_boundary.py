from __future__ import annotations

import pytest

from generator.quantities import Boundary, Line, find_figures, line_at

BELOW = Line(Boundary.BELOW)
ABOVE = Line(Boundary.ABOVE)


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
        "不满 3 次",
        "不足3次",
        "3 次及以上",
        "三次起",
    ],
)
def test_a_line_just_below_the_figure(text: str) -> None:
    assert lines(text) == [BELOW]


@pytest.mark.parametrize(
    "text",
    ["3 次以下", "不超过 3 次", "超过3次", "最多三次", "不得超过当月工资的 20%", "不高于28℃", "3 次为限", "多于 3 次"],
)
def test_a_line_just_above_the_figure(text: str) -> None:
    assert lines(text) == [ABOVE]


@pytest.mark.parametrize(
    ("text", "side"), [("满 3 次", Boundary.BELOW), ("达到 5 台", Boundary.BELOW), ("3 天内", Boundary.ABOVE)]
)
def test_words_that_are_also_said_of_an_exact_figure_are_weak(text: str, side: Boundary) -> None:
    assert lines(text) == [Line(side, weak=True)]


@pytest.mark.parametrize("text", ["3 次", "两项内容", "三份下发", "共 3 天", "自收到起 3 天", "3 个月上旬"])
def test_other_words_draw_no_line(text: str) -> None:
    assert lines(text) == [None]


def test_each_figure_has_its_own_line() -> None:
    assert lines("罚款 50 元以上 200 元以下") == [BELOW, ABOVE]
    assert lines("满10年不满20年") == [Line(Boundary.BELOW, weak=True), BELOW]
