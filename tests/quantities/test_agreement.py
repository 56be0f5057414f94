from __future__ import annotations

import pytest

from generator.quantities import agrees, find_figures, parse_amount, parse_quantity


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("200 元", "罚款二百元"),
        ("10 倍 礼品价值", "按礼品价值10倍罚款"),
        ("50% 当月绩效工资", "扣发当月绩效工资的百分之五十"),
        ("100% 当月绩效工资", "全额扣除当月绩效工资"),
        ("2 天工资", "扣工资2天"),
        ("半天工资", "半天工资/次"),
        ("原价", "按原价赔偿"),
    ],
)
def test_a_text_may_say_an_amount_in_its_own_words(field: str, text: str) -> None:
    assert [agrees(parse_amount(field), figure.value) for figure in find_figures(text)] == [True]


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("200 元", "罚款300元"),
        ("10 倍 礼品价值", "按礼品价值5倍罚款"),
        ("50% 当月绩效工资", "40%"),
        ("50% 当月绩效工资", "50倍"),
        ("2 天工资", "3天"),
        ("2 天工资", "2个工作日"),
        ("2 天工资", "2份"),
        ("2 天工资", "2天基本工资"),
    ],
)
def test_another_amount_does_not_agree(field: str, text: str) -> None:
    assert [agrees(parse_amount(field), figure.value) for figure in find_figures(text)] == [False]


def test_people_are_counted_with_any_of_their_measure_words() -> None:
    people, two_names, three_names, two_copies, percent = find_figures("2人、两名、三名、2份、45–60%")
    assert agrees(parse_quantity("2 位"), people.value)
    assert agrees(parse_quantity("2 人"), two_names.value)
    assert not agrees(parse_quantity("2 人"), three_names.value)
    assert not agrees(parse_quantity("2 人"), two_copies.value)
    assert agrees(parse_quantity("45–60 %"), percent.value)
    assert not agrees(parse_quantity("2 人"), percent.value)
