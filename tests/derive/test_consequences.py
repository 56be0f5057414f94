from __future__ import annotations

import pytest

from generator.derive.consequences import (
    Consequence,
    PolicyPenalties,
    all_penalties,
    bounds,
    penalty_views,
    reward_view,
)
from generator.link.handbook import Handbook
from generator.link.targets import plain
from generator.locale import words
from generator.model import Scaled
from tests.sample import Data, sample

WORDS = words("zh-Hans", "site")


def penalties_of(handbook: Handbook) -> tuple[PolicyPenalties, ...]:
    return all_penalties(handbook, penalty_views(handbook, WORDS))


def penalty(anchor: str) -> Consequence:
    (policy,) = penalties_of(sample())
    return next(found for found in policy.penalties if found.anchor == anchor)


def test_a_penalty_names_everything_that_is_imposed() -> None:
    (policy,) = penalties_of(sample())
    hiding = next(found for found in policy.penalties if plain(found.act) == "隐瞒不报")
    assert plain(hiding.sanction) == "罚款 1000 元；记大过、通报批评；扣减 100% 当月绩效工资"
    assert hiding.per == "按次计"
    assert plain(hiding.who) == "客服专员"
    assert plain(hiding.clauses) == "第三条"


def test_a_range_of_fines_names_its_criterion() -> None:
    assert plain(penalty("rude").sanction) == "罚款 50–500 元，按情节确定；赔偿 10 倍 礼品价值"


def test_tiers_repetition_and_joint_liability_are_told() -> None:
    late = penalty("late")
    assert [(tier.condition, plain(tier.sanction)) for tier in late.tiers] == [
        ("1–3", "罚款 50 元"),
        ("4 以上", "扣 5 分；书面警告"),
    ]
    assert [(detail.label, plain(detail.text)) for detail in late.details] == [
        ("累犯", "12 个月内累计 3 次：降级"),
        ("连带", "部门主管承担 50%"),
        ("决定人", "人力资源经理"),
    ]


def test_a_penalty_without_an_act_is_called_by_the_clause_it_protects() -> None:
    assert plain(penalty("rude").act) == "态度"


def test_a_penalty_names_its_policy_for_those_who_read_it_elsewhere() -> None:
    assert penalty("late").policy.text == "客户投诉处理办法"


def test_a_reward_names_amount_and_points() -> None:
    handbook = sample()
    rewards = [reward_view(handbook, reward, WORDS) for reward in handbook.policies[0].rewards]
    assert [(plain(reward.act), plain(reward.sanction)) for reward in rewards] == [
        ("回访满意率达到 100%", "奖励 200 元；加 2 分"),
        ("客户书面表扬", "奖励 100 元"),
    ]


def test_policies_that_are_not_in_force_have_no_place_in_the_list() -> None:
    def change(data: Data) -> None:
        data["policies"]["complaint-handling"]["status"] = "repealed"

    assert penalties_of(sample(change)) == ()


@pytest.mark.parametrize(
    ("written", "counted", "told"),
    [
        ({"from": "1 次", "below": "2 次"}, "当月迟到次数", "第 1 次"),
        ({"from": "2 次", "below": "4 次"}, "当月迟到次数", "第 2–3 次"),
        ({"from": "2 次", "up_to": "3 次"}, "当月迟到次数", "第 2–3 次"),
        ({"over": "1 次", "up_to": "3 次"}, "当月迟到次数", "第 2–3 次"),
        ({"from": "3 次"}, "当月迟到次数", "3 次以上"),
        ({"over": "3 次"}, "当月迟到次数", "超过 3 次"),
        ({"up_to": "3 次"}, "当月迟到次数", "3 次以内"),
        ({"below": "3 次"}, "当月迟到次数", "不满 3 次"),
        ({"from": "1", "up_to": "3"}, "逾期天数", "1–3"),
        ({"over": "1", "up_to": "3"}, "逾期天数", "超过 1、3 以内"),
        ({"from": "4"}, "逾期天数", "4 以上"),
        ({"over": "3"}, "逾期天数", "超过 3"),
        ({"up_to": "3"}, "逾期天数", "3 以内"),
        ({"from": "200 元", "below": "5000 元"}, "金额", "200 元以上、不满 5000 元"),
        ({"over": "1 天", "up_to": "4 天"}, "请假天数", "超过 1 天、4 天以内"),
        ({"from": "1 天", "up_to": "4 天"}, "请假天数", "1 天以上、4 天以内"),
        ({"from": "5000 元"}, "金额", "5000 元以上"),
        ({"over": "4 天"}, "请假天数", "超过 4 天"),
        ({"below": "200 元"}, "金额", "不满 200 元"),
        ({"up_to": "4 天"}, "请假天数", "4 天以内"),
        ({}, None, ""),
    ],
)
def test_a_tiers_range_reads_as_people_say_it(written: dict[str, str], counted: str | None, told: str) -> None:
    assert bounds(Scaled.model_validate(written), WORDS, counted=counted) == told
