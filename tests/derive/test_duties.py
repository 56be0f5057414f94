from __future__ import annotations

from generator.derive.duties import Duties, clauses_by_bearer, duties_of
from generator.link.targets import Target, TargetKind
from generator.locale import words
from tests.sample import Data, sample

WORDS = words("zh-Hans", "site")
CLERK = Target(TargetKind.ROLE, "客服专员")
EVERYONE = Target(TargetKind.GROUP, "全体员工")


def duties(bearer: Target, *more: Data, of: tuple[str, ...] = ("机械公司",)) -> Duties:
    def change(data: Data) -> None:
        data["policies"]["complaint-handling"]["chapters"][1]["articles"] += more

    handbook = sample(change)
    units = [unit for unit in handbook.units if unit.name in of]
    return duties_of(handbook, clauses_by_bearer(handbook).get(bearer, ()), units, WORDS)


def duty(clause_id: str, **more: str) -> Data:
    return {"id": clause_id, "kind": "duty", "title": clause_id, "text": "应当办理。", "who": "客服专员", **more}


def test_duties_are_grouped_by_frequency_then_by_event() -> None:
    found = duties(CLERK)
    assert [(group.title, [duty.title for duty in group.duties]) for group in found.recurring] == [
        ("每月10日前", ["每月回访"])
    ]
    assert [(group.title, [duty.title for duty in group.duties]) for group in found.on_event] == [
        ("接到投诉", ["登记投诉"])
    ]


def test_the_most_frequent_come_first() -> None:
    found = duties(CLERK, duty("yearly", every="每年"), duty("daily", every="每日"), duty("weekly", every="每周一"))
    assert [group.title for group in found.recurring] == ["每日", "每周一", "每月10日前", "每年"]


def test_duties_on_one_event_stand_together() -> None:
    found = duties(CLERK, duty("tell", when="接到投诉"), duty("prepare", before="月会", ahead="3 天"))
    assert [(group.title, len(group.duties)) for group in found.on_event] == [("接到投诉", 2), ("月会前", 1)]


def test_what_is_forbidden_or_allowed_is_kept_apart() -> None:
    assert [found.title for found in duties(EVERYONE).prohibitions] == ["态度"]
    chief = duties(Target(TargetKind.ROLE, "客服主任"))
    assert [found.title for found in chief.permissions] == ["现场补偿"]


def test_a_duty_cites_its_policy() -> None:
    (group,) = duties(CLERK).on_event
    assert group.duties[0].clause.text == "《客户投诉处理办法》第三条"


def test_drafts_bind_nobody() -> None:
    assert duties(EVERYONE).recurring == ()


def test_a_duty_of_some_of_the_units_says_which_and_they_can_be_chosen_from() -> None:
    here = duty("here", applies_to="物业公司")
    found = duties(CLERK, here, of=("机械公司", "物业公司"))
    assert {duty.title: [unit.text for unit in duty.units] for duty in found.standing} == {"here": ["物业公司"]}
    assert found.on_event[0].duties[0].units == ()
    assert [unit.text for unit in found.units] == ["机械公司", "物业公司"]


def test_where_all_units_must_do_the_same_there_is_nothing_to_choose() -> None:
    assert duties(CLERK, of=("机械公司", "物业公司")).units == ()
    assert duties(CLERK, duty("here", applies_to="机械公司")).units == ()


def test_only_units_that_have_something_to_do_can_be_chosen() -> None:
    found = duties(CLERK, of=("集团总部", "机械公司", "物业公司"))
    assert [unit.text for unit in found.units] == ["机械公司", "物业公司"]
