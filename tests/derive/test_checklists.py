from __future__ import annotations

from collections.abc import Callable

from generator.derive.checklists import Checklist, Row, checklist, sheets
from generator.locale import words
from tests.sample import Data, sample

WORDS = {**words("zh-Hans", "site"), **words("zh-Hans", "print")}


def printed(change: Callable[[Data], None] = lambda _: None) -> dict[str, list[Checklist]]:
    """The sheets of each department."""
    handbook = sample(change)
    return {
        department.name: [checklist(handbook, sheet, WORDS) for sheet in found]
        for department, found in sheets(handbook).items()
    }


def only_sheets(change: Callable[[Data], None] = lambda _: None) -> dict[str, Checklist]:
    """The departments that have one sheet."""
    return {department: found[0] for department, found in printed(change).items() if len(found) == 1}


def titles(sheet: Checklist) -> set[str]:
    return {row.title for group in sheet.groups for row in group.rows}


def rows(sheet: Checklist, period: str) -> list[Row]:
    return [row for group in sheet.groups if group.period == period for row in group.rows]


def articles(data: Data) -> list[Data]:
    found: list[Data] = data["policies"]["complaint-handling"]["chapters"][1]["articles"]
    return found


def duty(clause_id: str, **more: str) -> Data:
    return {"id": clause_id, "kind": "duty", "title": clause_id, "text": "应当办理。", "added": "示例", **more}


def test_a_department_does_what_it_its_posts_and_groups_of_its_posts_must_do() -> None:
    def change(data: Data) -> None:
        articles(data).append(duty("together", who="质检人员"))

    assert titles(only_sheets(change)["质量管理部"]) == {"调查原因", "together", "班前检查"}


def test_what_every_head_must_do_is_on_each_sheet_and_what_everybody_must_do_on_none() -> None:
    def change(data: Data) -> None:
        articles(data).append(duty("greet", who="全体员工", every="每日"))

    for sheet in only_sheets(change).values():
        daily = [row.title for row in rows(sheet, "day")]
        assert "班前检查" in daily
        assert "greet" not in daily


def test_frequent_duties_come_first_then_events_then_the_rest() -> None:
    def change(data: Data) -> None:
        for clause_id, every in (("yearly", "每年"), ("weekly", "每周一"), ("hourly", "每日2次")):
            articles(data).append(duty(clause_id, who="客服专员", every=every))
        articles(data).append(duty("always", who="客服专员"))

    sheet = only_sheets(change)["客户服务部"]
    assert [group.period for group in sheet.groups] == ["day", "week", "month", "year", "event", "always"]
    assert [row.title for row in rows(sheet, "day")] == ["hourly", "班前检查"]


def test_duties_of_one_event_stand_together() -> None:
    def change(data: Data) -> None:
        articles(data).insert(0, duty("first", who="客服专员", when="甲"))
        articles(data).append(duty("second", who="客服专员", when="甲"))

    events = [row.event for row in rows(only_sheets(change)["客户服务部"], "event")]
    assert events[:2] == ["甲", "甲"]
    assert "接到投诉" in events[2:]


def test_rows_are_numbered_through_the_whole_sheet() -> None:
    sheet = only_sheets()["客户服务部"]
    numbers = [row.number for group in sheet.groups for row in group.rows] + [row.number for row in sheet.prohibitions]
    assert numbers == list(range(1, len(numbers) + 1))


def test_items_of_the_same_bearer_are_points_of_the_row_and_others_are_rows() -> None:
    sheet = only_sheets()["客户服务部"]
    register = next(row for row in rows(sheet, "event") if row.title == "登记投诉")
    assert [point.number for point in register.points] == ["（一）"]
    assert any("两小时内接待" in row.text for group in sheet.groups for row in group.rows)


def test_a_row_tells_bearer_event_deadline_form_and_article() -> None:
    register = next(row for row in rows(only_sheets()["客户服务部"], "event") if row.title == "登记投诉")
    assert (register.who, register.event, register.due) == (("客服专员",), "接到投诉", "1 个工作日内")
    assert (register.forms, register.policy, register.clause) == (("客户投诉记录表",), "客户投诉处理办法", "第三条")


def test_done_twice_a_day_there_are_two_rows_of_boxes() -> None:
    def change(data: Data) -> None:
        articles(data).append(duty("twice", who="客服专员", every="每日9:00、17:00前"))

    rounds = {row.title: row.rounds for row in rows(only_sheets(change)["客户服务部"], "day")}
    assert rounds == {"twice": 2, "班前检查": 1}


def test_clauses_of_other_units_and_of_drafts_stay_away() -> None:
    def change(data: Data) -> None:
        articles(data).append(duty("elsewhere", who="客服专员", applies_to="物业公司"))

    assert "elsewhere" not in titles(only_sheets(change)["客户服务部"])

    def draft(data: Data) -> None:
        data["policies"]["complaint-handling"]["status"] = "draft"

    assert printed(draft) == {}


def test_units_with_the_same_to_do_share_a_sheet_and_others_have_their_own() -> None:
    def change(data: Data) -> None:
        data["organization"][0]["departments"][0]["units"] = ["集团总部", "机械公司", "物业公司"]
        data["policies"]["complaint-handling"]["applies_to"] = ["集团总部", "机械公司", "物业公司"]
        articles(data).append(duty("here", who="总经理", applies_to="物业公司"))
        articles(data).append(duty("everywhere", who="总经理"))

    headquarters_and_machines, estate = printed(change)["总经理室"]
    assert headquarters_and_machines.units == ("集团总部", "机械公司")
    assert estate.units == ("物业公司",)
    assert titles(estate) - titles(headquarters_and_machines) == {"here"}
    assert {"everywhere", "班前检查"} <= titles(headquarters_and_machines)


def test_a_unit_where_nothing_is_to_be_done_has_no_sheet() -> None:
    def change(data: Data) -> None:
        data["policies"]["complaint-handling"]["applies_to"] = ["机械公司"]
        articles(data).append(duty("never", who="全体员工", applies_to="物业公司") | {"kind": "prohibition"})

    (sheet,) = printed(change)["总经理室"]
    assert sheet.units == ("机械公司",)
    assert "人力资源部" not in printed(change)


def test_prohibitions_close_the_sheet() -> None:
    def change(data: Data) -> None:
        articles(data).append(duty("never", who="客服专员") | {"kind": "prohibition"})

    assert [row.title for row in only_sheets(change)["客户服务部"].prohibitions] == ["never"]
