from __future__ import annotations

from generator.derive.duties import Duties, clauses_by_bearer, duties_of
from generator.link.targets import Target, TargetKind
from generator.locale import words
from tests.sample import Data, sample

WORDS = words("zh-Hans", "site")
CLERK = Target(TargetKind.ROLE, "客服专员")
EVERYONE = Target(TargetKind.GROUP, "全体员工")


def duties(bearer: Target, *more: Data) -> Duties:
    def change(data: Data) -> None:
        data["policies"]["complaint-handling"]["chapters"][1]["articles"] += more

    handbook = sample(change)
    return duties_of(handbook, clauses_by_bearer(handbook).get(bearer, ()), WORDS)


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
