from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from generator.locale import words
from generator.render.checklists import checklist_prints
from generator.render.output import PrintJob
from generator.render.pdf import Press
from tests.sample import Data, sample

TEMPLATES = Path(__file__).parents[2] / "handbook" / "templates"


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(TEMPLATES, words("zh-Hans", "print"))


def sheets(change: Callable[[Data], None] = lambda _: None) -> dict[str, PrintJob]:
    return {job.path: job for job in checklist_prints(sample(change), TEMPLATES)}


def printed(press: Press, job: PrintJob) -> str:
    made = pypdf.PdfReader(io.BytesIO(press.print(job)))
    text = "".join(page.extract_text() for page in made.pages)
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_every_department_with_duties_has_a_sheet() -> None:
    assert sheets()["checklists/客户服务部.pdf"].name == "检查表《客户服务部工作检查表》"
    assert "checklists/质量管理部.pdf" in sheets()


def test_a_row_has_task_bearer_deadline_form_and_article(press: Press) -> None:
    text = printed(press, sheets()["checklists/客户服务部.pdf"])
    for shown in (
        "登记投诉",
        "客服专员接到投诉后",
        "接到投诉1个工作日内",
        "《客户投诉记录表》",
        "《客户投诉处理办法》第三条",
    ):
        assert shown in text


def test_head_unit_version_and_places_to_sign_are_on_it(press: Press) -> None:
    text = printed(press, sheets()["checklists/客户服务部.pdf"])
    for shown in (
        "客户服务部工作检查表",
        "部门负责人客服主任",
        "机械公司",
        "制度汇编1.0版",
        "检查人签名",
        "部门负责人签名",
        "第1页共1页",
    ):
        assert shown in text


def test_daily_duties_have_a_box_a_weekday_and_come_first(press: Press) -> None:
    text = printed(press, sheets()["checklists/客户服务部.pdf"])
    assert "一二三四五六日" in text
    assert text.index("每日") < text.index("每月10日前") < text.index("发生下列情形时")


def for_some(unit: str) -> Callable[[Data], None]:
    """The office of the manager has something to do in this unit only."""

    def change(data: Data) -> None:
        article = {"id": "here", "kind": "duty", "who": "总经理", "text": "应当批阅周报。", "added": "示例"}
        data["policies"]["complaint-handling"]["chapters"][1]["articles"].append(article | {"applies_to": unit})

    return change


def test_units_that_differ_have_a_file_each_that_says_which_unit_it_is_for(press: Press) -> None:
    assert "checklists/总经理室.pdf" in sheets()
    found = sheets(for_some("物业公司"))
    assert "checklists/总经理室.pdf" not in found
    machines, estate = found["checklists/总经理室-机械公司.pdf"], found["checklists/总经理室-物业公司.pdf"]
    assert estate.name == "检查表《总经理室工作检查表（物业公司）》"
    assert "批阅周报" in printed(press, estate)
    assert "批阅周报" not in printed(press, machines)
    assert printed(press, estate).count("物业公司") >= 2


def test_a_file_of_a_unit_is_never_that_of_another_department() -> None:
    def change(data: Data) -> None:
        for_some("物业公司")(data)
        department = {"name": "总经理室-物业公司", "units": ["物业公司"], "head": "秘书", "roles": [{"name": "秘书"}]}
        data["organization"][0]["departments"].append(department)

    assert len([path for path in sheets(change) if path.startswith("checklists/总经理室-物业公司-")]) == 2


def test_names_that_no_file_can_have_become_safe_file_names() -> None:
    def rename(data: Data) -> None:
        data["organization"][0]["departments"][2]["name"] = "质量/管理部"
        data["forms"]["complaint-record"]["copies"][0]["to"] = "质量/管理部"
        data["forms"]["nonconformity-review"].update(owner="质量/管理部", keeper="质量/管理部")
        register = data["policies"]["complaint-handling"]["chapters"][1]["articles"][1]
        register["who"] = ["质量/管理部", "检验员"]
        register["record"]["keeper"] = "质量/管理部"

    assert "checklists/质量-管理部.pdf" in sheets(rename)


HOSTILE = '<script>alert(1)</script>{{7*7}}"&'


def test_hostile_texts_are_printed_as_they_are_written(press: Press) -> None:
    def change(data: Data) -> None:
        register = data["policies"]["complaint-handling"]["chapters"][1]["articles"][0]
        register.update(title=HOSTILE, text=HOSTILE, when=HOSTILE)
        data["policies"]["complaint-handling"]["title"] = HOSTILE

    job = sheets(change)["checklists/客户服务部.pdf"]
    assert "<script" not in job.html
    text = printed(press, job)
    assert "<script>alert(1)</script>{{7*7}}" in text
    assert "49" not in text
