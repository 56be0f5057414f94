from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.check.run import check_project
from generator.derive.export import export, handbook_json
from generator.derive.export.record import ADDRESS_KINDS
from generator.link.handbook import Handbook
from generator.schema.export import export_schema
from tests.sample import Data, sample

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(rf"^({'|'.join(ADDRESS_KINDS)}):\S")


@cache
def real() -> Handbook:
    handbook = check_project(ROOT).handbook
    assert handbook is not None
    return handbook


def exported(change: Callable[[Data], None] = lambda _: None) -> Data:
    return export(sample(change))


def named(data: Data, record_id: str) -> Data:
    """The record with this id."""
    (found,) = (one for part in data.values() if isinstance(part, list) for one in part if one["id"] == record_id)
    assert isinstance(found, dict)
    return found


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(export_schema())


def complaints(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator().iter_errors(data)]


def addresses_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from addresses_in(key)
            yield from addresses_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from addresses_in(one)
    elif isinstance(value, str) and ADDRESS.match(value):
        yield value


@pytest.mark.parametrize("handbook", [sample, real], ids=["sample", "real"])
def test_the_data_is_what_its_schema_says(handbook: Callable[[], Handbook]) -> None:
    assert complaints(export(handbook())) == []


@pytest.mark.parametrize("handbook", [sample, real], ids=["sample", "real"])
def test_every_id_is_unique_and_every_reference_leads_to_a_record(handbook: Callable[[], Handbook]) -> None:
    data = export(handbook())
    ids = [one["id"] for part in data.values() if isinstance(part, list) for one in part]
    assert len(ids) == len(set(ids))
    assert set(addresses_in(data)) - set(ids) == set()


@pytest.mark.parametrize("handbook", [sample, real], ids=["sample", "real"])
def test_nothing_absent_is_written(handbook: Callable[[], Handbook]) -> None:
    text = handbook_json(handbook())
    records = [line for line in text.splitlines() if line.startswith("  ")]
    assert records
    assert not [line for line in records if re.search(r": (null|\[\]|\{\}|false|\"\")[,}]", line)]


def test_the_schema_refuses_a_key_that_is_not_published() -> None:
    data = deepcopy(exported())
    data["clauses"][0]["colour"] = "red"
    data["units"][0]["business"]["html"] = "<b>"
    assert len(complaints(data)) == 2


def test_the_schema_refuses_a_reference_without_its_kind() -> None:
    data = deepcopy(exported())
    data["policies"][0]["owner"] = "客户服务部"
    assert [complaint.partition(":")[0] for complaint in complaints(data)] == ["$.policies[0].owner"]


def test_a_clause_knows_its_place_its_numbers_and_what_it_belongs_to() -> None:
    clause = named(exported(), "clause:complaint-handling/register-visit-two")
    assert clause["number"] == "2."
    assert clause["label"] == "第三条（二）2."
    assert clause["depth"] == 2
    assert clause["chapter"] == "第二章"
    assert clause["policy"] == "policy:complaint-handling"
    assert clause["parent"] == "clause:complaint-handling/register-visit"
    assert clause["limits"] == [{"of": "在场人数", "at_least": {"text": "2 人", "low": 2, "high": 2, "unit": "人"}}]


def test_a_limit_tells_apart_what_includes_its_figure_and_what_does_not() -> None:
    def change(data: Data) -> None:
        article = data["policies"]["complaint-handling"]["chapters"][0]["articles"][0]
        article["limits"] = [{"of": "金额", "over": "5 元", "under": "9 元"}]

    limit = next(clause["limits"][0] for clause in exported(change)["clauses"] if clause.get("limits"))
    assert limit == {
        "of": "金额",
        "over": {"text": "5 元", "low": 5, "high": 5, "unit": "元"},
        "under": {"text": "9 元", "low": 9, "high": 9, "unit": "元"},
    }


def test_a_tier_tells_apart_what_includes_its_figure_and_what_does_not() -> None:
    def change(data: Data) -> None:
        first, second = data["policies"]["complaint-handling"]["approvals"][0]["tiers"][:2]
        for tier, key in ((first, "below"), (second, "from")):
            tier[{"below": "up_to", "from": "over"}[key]] = tier.pop(key)

    first, second = exported(change)["approvals"][0]["tiers"][:2]
    assert first["up_to"] == second["over"] == {"text": "200 元", "low": 200, "high": 200, "unit": "元"}
    assert {"below", "from"}.isdisjoint(first)
    assert "from" not in second


def test_clauses_stand_in_reading_order() -> None:
    ids = [clause["id"].partition("/")[2] for clause in exported()["clauses"]]
    assert ids[2:7] == ["register", "register-phone", "register-visit", "register-visit-room", "register-visit-two"]


def test_an_item_without_a_bearer_has_that_of_its_article() -> None:
    assert named(exported(), "clause:complaint-handling/register-phone")["who"] == ["role:客服专员"]


def test_a_text_is_given_plain_and_with_its_links() -> None:
    text = named(exported(), "clause:conduct/on-time")["text"]
    assert text["text"] == "全体员工应当准时上班；处理投诉按照《客户投诉处理办法》和《客户投诉处理办法》第三条。"
    assert {"text": "《客户投诉处理办法》", "to": "policy:complaint-handling"} in text["spans"]
    assert {"text": "《客户投诉处理办法》第三条", "to": "clause:complaint-handling/register"} in text["spans"]
    assert "".join(span if isinstance(span, str) else span["text"] for span in text["spans"]) == text["text"]


def test_a_text_that_names_nothing_has_no_pieces() -> None:
    assert named(exported(), "measure:辞退") == {
        "id": "measure:辞退",
        "name": "辞退",
        "aliases": ["开除"],
        "gravity": 5,
        "ends_employment": True,
    }
    assert named(exported(), "unit:物业公司")["business"] == {"text": "物业服务"}


def test_a_policy_says_who_was_consulted_and_how_it_was_made_public() -> None:
    policy = named(exported(), "policy:complaint-handling")
    assert policy["consulted"] == {"body": "职工代表大会", "on": "2025-12-01"}
    assert policy["publicized"] == {"how": "在公告栏公示", "on": "2025-12-20"}


def test_durations_come_in_parts() -> None:
    data = exported()
    assert named(data, "clause:complaint-handling/register")["within"] == {
        "text": "1 个工作日",
        "low": 1,
        "high": 1,
        "unit": "workday",
    }
    assert named(data, "form:nonconformity-review")["retention"] == {"text": "永久", "unit": "forever"}


@pytest.mark.parametrize(
    ("every", "parts"),
    [
        ("每日2次", {"text": "每日2次", "every": 1, "period": "day", "times": 2}),
        ("每两个月", {"text": "每2个月", "every": 2, "period": "month", "times": 1}),
        ("每月10日前", {"period": "month", "anchor": {"days": [10], "before": True}}),
        ("每周二、四", {"period": "week", "anchor": {"weekdays": [2, 4]}}),
        ("每年12月31日", {"period": "year", "anchor": {"dates": ["12-31"]}}),
        ("每年2月底前", {"period": "year", "anchor": {"month_ends": [2], "before": True}}),
        ("每季度末前", {"period": "quarter", "anchor": {"last_day": True, "before": True}}),
        ("每日9:00", {"period": "day", "anchor": {"times": ["09:00"]}}),
    ],
)
def test_frequencies_come_in_parts(every: str, parts: Data) -> None:
    def change(data: Data) -> None:
        data["policies"]["conduct"]["chapters"][0]["articles"][0]["every"] = every

    data = exported(change)
    assert complaints(data) == []
    frequency = named(data, "clause:conduct/on-time")["every"]
    assert parts.items() <= frequency.items()


def test_a_penalty_is_one_record_wherever_it_is_written() -> None:
    data = exported()
    inline = named(data, "penalty:complaint-handling/register")
    assert inline["clause"] == "clause:complaint-handling/register"
    assert inline["who"] == ["role:客服专员"]
    assert inline["sanction"] == {
        "fine": {"text": "1000 元", "low": 1000, "high": 1000, "unit": "元"},
        "measures": ["measure:记大过", "measure:通报批评"],
        "deduct": {"text": "100% 当月绩效工资", "factor": 100, "measure": "share", "of": "当月绩效工资"},
    }
    late = named(data, "penalty:complaint-handling/late")
    assert late["breach"] == ["clause:complaint-handling/investigate", "clause:complaint-handling/register"]
    assert late["tiers"][0]["from"] == {"text": "1 次", "low": 1, "high": 1, "unit": "次"}
    assert late["joint"][0]["share"]["low"] == 50
    assert "clause" not in late
    assert named(data, "clause:complaint-handling/register")["penalties"] == [inline["id"], late["id"]]


def test_a_step_has_the_form_and_limit_of_its_clause() -> None:
    steps = named(exported(), "procedure:complaint-handling/handling")["steps"]
    assert steps[1] == {
        "do": "clause:complaint-handling/investigate",
        "after": ["clause:complaint-handling/register"],
        "within": {"text": "3 天", "low": 3, "high": 3, "unit": "day"},
        "forms": ["form:nonconformity-review"],
    }


def test_everything_says_who_names_it() -> None:
    uses = exported()["uses"]
    assert "clause:complaint-handling/register" in uses["role:客服专员"]["who"]
    assert "clause:conduct/on-time" in uses["policy:complaint-handling"]["text"]
    assert uses["measure:降级"] == {"to": ["penalty:complaint-handling/late"]}
    assert uses["role:人力资源经理"]["approve"] == ["approval:complaint-handling/compensation"]


def test_names_that_are_aliases_lead_to_what_they_stand_for() -> None:
    def change(data: Data) -> None:
        data["forms"]["complaint-record"]["sections"][0]["filled_by"] = "客服主管"
        data["laws"][0]["aliases"] = ["消保法"]
        articles = data["policies"]["complaint-handling"]["chapters"][1]["articles"]
        next(one for one in articles if one["id"] == "allow")["adapted"]["law"] = "消保法"

    data = exported(change)
    assert named(data, "form:complaint-record")["sections"][0]["filled_by"] == "role:客服主任"
    assert named(data, "clause:complaint-handling/allow")["adapted"]["law"] == "law:消费者权益保护法"


def test_one_changed_clause_changes_one_line() -> None:
    def change(data: Data) -> None:
        data["policies"]["conduct"]["chapters"][0]["articles"][1]["ahead"] = "2 天"

    before, after = handbook_json(sample()).splitlines(), handbook_json(sample(change)).splitlines()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_the_text_is_the_data() -> None:
    text = handbook_json(sample())
    assert json.loads(text) == exported()
    assert text.endswith("}\n")
    assert "客服专员" in text


def test_hostile_texts_stay_texts() -> None:
    hostile = '</script>"\\ {{ 7*7 }} \u2028 <img src=x onerror=alert(1)>'

    def change(data: Data) -> None:
        data["policies"]["conduct"]["summary"] = hostile

    assert named(exported(change), "policy:conduct")["summary"]["text"] == hostile.strip()


def test_the_data_points_to_its_schema() -> None:
    assert exported()["$schema"] == "schema/handbook-json.schema.json"
