from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantities import (
    Duration,
    Unit,
    find_figures,
    parse_duration,
    parse_frequency,
    parse_money,
    parse_quantity,
)
from tests.quantities.strategies import durations, frequencies, money, percentages, texts


def found(text: str) -> list[tuple[str, str]]:
    return [(text[figure.start : figure.end], str(figure.value)) for figure in find_figures(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("一个工作日内展开调查", [("一个工作日", "1 个工作日")]),
        ("调查后三日内答复", [("三日", "3 天")]),
        ("接到后一日内", [("一日", "1 天")]),
        ("14天至21天内结案", [("14天至21天", "14–21 天")]),
        ("国内十五天国外二十天", [("十五天", "15 天"), ("二十天", "20 天")]),
        ("14天至1个月", [("14天", "14 天"), ("1个月", "1 个月")]),
        ("保存两年半", [("两年半", "30 个月")]),
        ("满10年不满20年", [("10年", "10 年"), ("20年", "20 年")]),
        ("每月十日前汇总", [("每月十日前", "每月10日前")]),
        ("每月五日前上报", [("每月五日前", "每月5日前")]),
        ("每周一日常检查", [("每周一", "每周一")]),
        ("每丢失 1 把罚款", [("1 把", "1 把")]),
        ("每月25号前必须交", [("每月25号前", "每月25日前")]),
        ("每年12月31日前", [("每年12月31日前", "每年12月31日前")]),
        ("每周二、四为培训日", [("每周二、四", "每周二、四")]),
        ("每周三天", [("每周", "每周"), ("三天", "3 天")]),
        ("每周五下班前", [("每周五下班前", "每周五前")]),
        ("每月至少监盘三次", [("每月至少监盘三次", "每月3次")]),
        ("每6个月进行一次", [("每6个月进行一次", "每半年")]),
        ("每年5日年假", [("每年", "每年"), ("5日", "5 天")]),
        ("每天不超过8次，每次不超过3分钟", [("每天", "每日"), ("8次", "8 次"), ("3分钟", "3 分钟")]),
        ("罚款200元", [("200元", "200 元")]),
        ("罚款２００元", [("２００元", "200 元")]),
        ("2000元以上5000元以下", [("2000元", "2000 元"), ("5000元", "5000 元")]),
        ("200到500元/次", [("200到500元", "200–500 元")]),
        ("从100元到50元", [("100元", "100 元"), ("50元", "50 元")]),
        ("每一百元奖励五元", [("一百元", "100 元"), ("五元", "5 元")]),
        ("扣5分", [("5分", "5 分")]),
        ("扣十分", [("十分", "10 分")]),
        ("百分之五十", [("百分之五十", "50%")]),
        ("湿度45%-60%", [("45%-60%", "45–60%")]),
        ("14–24℃", [("14–24℃", "14–24 ℃")]),
        ("一式五联", [("五联", "5 联")]),
        ("复印三份，一份自存，一份送财务部", [("三份", "3 份")]),
        ("按礼品价值10倍罚款", [("10倍", "10 倍")]),
        ("罚半天工资/次", [("半天工资", "半天工资")]),
        ("一点五倍", [("一点五倍", "1.5 倍")]),
        ("统一三天内办结", [("三天", "3 天")]),
        ("2小时30分钟", [("2小时", "2 小时"), ("30分钟", "30 分钟")]),
        ("4.1.2 三天内", [("三天", "3 天")]),
        ("全额赔偿，按原价", [("全额", "100%"), ("原价", "原价")]),
    ],
)
def test_figures_are_found_in_running_text(text: str, figures: list[tuple[str, str]]) -> None:
    assert found(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "第三条、第三、四条和第十条第二款",
        "第一联存质量管理部，第3个工作日",
        "一份自存",
        "一般情况一律统一办理，万一十分重要，一定由三方确认",
        "2026年1月15日起，12月31日止，二〇二六年，次月5日前，当月15日前",
        "8:30未到者，上午9点00分之前，九点三十分",
        "周六、日不允许休息",
        "5S和4S店用A4纸",
        "三分之二以上",
        "几十个、三五天、两三天、1万5千元",
        "上半年、下一年、同一天、每一个岗位、一次性",
        "零件、三级、五五分成、本次日程",
    ],
)
def test_numerals_in_other_words_are_no_figures(text: str) -> None:
    assert found(text) == []


def test_a_figure_equals_the_same_quantity_in_a_field() -> None:
    values = [figure.value for figure in find_figures("每月十日前交三份，三日内未交罚款二百元")]
    assert values == [
        parse_frequency("每月10日前"),
        parse_quantity("3 份"),
        parse_duration("3 天"),
        parse_money("200 元"),
    ]


@pytest.mark.parametrize("text", ["当日志愿者", "写好当日记", "立即期"])
def test_a_word_of_time_that_is_a_part_of_another_is_no_figure(text: str) -> None:
    assert find_figures(text) == ()


@pytest.mark.parametrize(
    "text",
    ["一个新客户", "二次回访", "立即记入", "立即记录", "当日记账", "当日值班", "立即上报", "100%真实", "3.1项下的记录"],
)
def test_words_that_may_set_no_figure_are_not_firm(text: str) -> None:
    assert [figure.firm for figure in find_figures(text)] == [False]


@pytest.mark.parametrize("text", ["两个客户", "1次", "一日内", "罚款一元", "95%"])
def test_plain_figures_are_firm(text: str) -> None:
    assert [figure.firm for figure in find_figures(text)] == [True]


_sentences = st.lists(
    texts | st.sampled_from(["第三条", "每月", "至少", "三次", "14天至", "1个月", "的10日前", "号", "统一", "十分"])
).map("".join)


@given(_sentences)
def test_any_text_is_scanned_and_its_figures_stand_apart_within_it(text: str) -> None:
    last = 0
    for figure in find_figures(text):
        assert last <= figure.start < figure.end <= len(text)
        last = figure.end


def is_figure(duration: Duration) -> bool:
    """Whether a text that writes it sets a figure: 0 days sets none, and 1900 年 to 2099 年 is a date."""
    return duration.high > 0 and not (duration.unit is Unit.YEAR and 1900 <= duration.high < 2100)


@given(durations.filter(is_figure) | frequencies | money | percentages)
def test_every_canonical_form_is_found_in_a_sentence(value: object) -> None:
    text = f"应当：{value}。"
    assert [figure.value for figure in find_figures(text)] == [value]
