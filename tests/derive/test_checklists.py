from __future__ import annotations

from collections.abc import Callable

from generator.derive.checklists import Checklist, Row, checklists, departments_with_checklist
from generator.locale import words
from tests.sample import Data, sample

WORDS = {**words("zh-Hans", "site"), **words("zh-Hans", "print")}


def sheets(change: Callable[[Data], None] = lambda _: None) -> dict[str, Checklist]:
    return {department.name: sheet for department, sheet in checklists(sample(change), WORDS)}


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

    titles = {row.title for group in sheets(change)["质量管理部"].groups for row in group.rows}
    assert titles == {"调查原因", "together", "班前检查"}


def test_what_every_head_must_do_is_on_each_sheet_and_what_everybody_must_do_on_none() -> None:
    def change(data: Data) -> None:
        articles(data).append(duty("greet", who="全体员工", every="每日"))

    for sheet in sheets(change).values():
        titles = [row.title for row in rows(sheet, "day")]
        assert "班前检查" in titles
        assert "greet" not in titles


def test_frequent_duties_come_first_then_events_then_the_rest() -> None:
    def change(data: Data) -> None:
        for clause_id, every in (("yearly", "每年"), ("weekly", "每周一"), ("hourly", "每日2次")):
            articles(data).append(duty(clause_id, who="客服专员", every=every))
        articles(data).append(duty("always", who="客服专员"))

    sheet = sheets(change)["客户服务部"]
    assert [group.period for group in sheet.groups] == ["day", "week", "month", "year", "event", "always"]
    assert [row.title for row in rows(sheet, "day")] == ["hourly", "班前检查"]


def test_duties_of_one_event_stand_together() -> None:
    def change(data: Data) -> None:
        articles(data).insert(0, duty("first", who="客服专员", when="甲"))
        articles(data).append(duty("second", who="客服专员", when="甲"))

    events = [row.event for row in rows(sheets(change)["客户服务部"], "event")]
    assert events[:2] == ["甲", "甲"]
    assert "接到投诉" in events[2:]


def test_rows_are_numbered_through_the_whole_sheet() -> None:
    sheet = sheets()["客户服务部"]
    numbers = [row.number for group in sheet.groups for row in group.rows] + [row.number for row in sheet.prohibitions]
    assert numbers == list(range(1, len(numbers) + 1))


def test_items_of_the_same_bearer_are_points_of_the_row_and_others_are_rows() -> None:
    sheet = sheets()["客户服务部"]
    register = next(row for row in rows(sheet, "event") if row.title == "登记投诉")
    assert [point.number for point in register.points] == ["（一）"]
    assert any("两小时内接待" in row.text for group in sheet.groups for row in group.rows)


def test_a_row_tells_bearer_event_deadline_form_and_article() -> None:
    register = next(row for row in rows(sheets()["客户服务部"], "event") if row.title == "登记投诉")
    assert (register.who, register.event, register.due) == (("客服专员",), "接到投诉", "1 个工作日内")
    assert (register.forms, register.policy, register.clause) == (("客户投诉记录表",), "客户投诉处理办法", "第三条")


def test_done_twice_a_day_there_are_two_rows_of_boxes() -> None:
    def change(data: Data) -> None:
        articles(data).append(duty("twice", who="客服专员", every="每日9:00、17:00前"))

    rounds = {row.title: row.rounds for row in rows(sheets(change)["客户服务部"], "day")}
    assert rounds == {"twice": 2, "班前检查": 1}


def test_clauses_of_other_units_and_of_drafts_stay_away() -> None:
    def change(data: Data) -> None:
        articles(data).append(duty("elsewhere", who="客服专员", applies_to="物业公司"))

    assert "elsewhere" not in {row.title for group in sheets(change)["客户服务部"].groups for row in group.rows}

    def draft(data: Data) -> None:
        data["policies"]["complaint-handling"]["status"] = "draft"

    assert sheets(draft) == {}


def test_a_clause_for_some_of_the_departments_units_says_which() -> None:
    def change(data: Data) -> None:
        articles(data).append(duty("here", who="总经理", applies_to="物业公司"))
        articles(data).append(duty("everywhere", who="总经理"))

    units = {row.title: row.units for row in rows(sheets(change)["总经理室"], "always")}
    assert units == {"here": ("物业公司",), "everywhere": ()}


def test_prohibitions_close_the_sheet() -> None:
    def change(data: Data) -> None:
        articles(data).append(duty("never", who="客服专员") | {"kind": "prohibition"})

    assert [row.title for row in sheets(change)["客户服务部"].prohibitions] == ["never"]


def test_the_departments_said_to_have_a_sheet_have_one() -> None:
    assert {target.key for target in departments_with_checklist(sample())} == set(sheets())
