from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest

from generator.locale import words
from generator.render.forms import form_prints
from generator.render.output import PrintJob
from generator.render.pdf import Press
from tests.sample import Data, sample

TEMPLATES = Path(__file__).parents[2] / "handbook" / "templates"
A4 = (595, 842)
A4_LANDSCAPE = (842, 595)

EVERY_TYPE: list[Data] = [
    {"name": "name", "label": "客户名称", "required": "true"},
    {"name": "count", "label": "数量", "type": "number", "unit": "台"},
    {"name": "sum", "label": "赔款金额", "type": "money", "width": "4"},
    {"name": "price", "label": "单价", "type": "money", "unit": "元"},
    {"name": "share", "label": "责任比率", "type": "percentage"},
    {"name": "day", "label": "受理日期", "type": "date"},
    {"name": "hour", "label": "到达时间", "type": "time"},
    {"name": "moment", "label": "事发时间", "type": "datetime"},
    {"name": "span", "label": "有效期", "type": "period"},
    {"name": "way", "label": "投诉方式", "type": "choice", "options": ["电话", "来访", "其他"]},
    {"name": "kinds", "label": "投诉类别", "type": "choices", "options": ["态度", "效率"]},
    {"name": "told", "label": "已告知", "type": "check"},
    {"name": "id", "label": "身份证号", "type": "id-number", "personal": "开具发票"},
    {"name": "hand", "label": "经手人", "type": "signature"},
    {"name": "story", "label": "经过", "type": "paragraph", "lines": "3", "hint": "写明时间和地点"},
    {"name": "pledge", "label": "声明", "type": "note", "hint": "以上内容属实。"},
]


@pytest.fixture(scope="module")
def press() -> Press:
    return Press(TEMPLATES, words("zh-Hans", "print"))


def forms(change: Callable[[Data], None] = lambda _: None) -> dict[str, PrintJob]:
    return {job.path: job for job in form_prints(sample(change), TEMPLATES)}


def record(**changes: Any) -> PrintJob:
    """The record form of the sample with some keys changed."""
    return forms(lambda data: data["forms"]["complaint-record"].update(changes))["forms/complaint-record.pdf"]


def pages(press: Press, job: PrintJob) -> list[str]:
    """The text of each printed page, without blanks, so that letter-spacing doesn't matter."""
    made = pypdf.PdfReader(io.BytesIO(press.print(job)))
    return [re.sub(r"\s", "", unicodedata.normalize("NFKC", page.extract_text())) for page in made.pages]


def test_every_form_is_one_pdf_named_by_its_id() -> None:
    assert {path: job.name for path, job in forms().items()} == {
        "forms/complaint-record.pdf": "表单《客户投诉记录表》",
        "forms/nonconformity-review.pdf": "表单《不合格品评审单》",
    }


def test_title_code_version_number_and_company_are_at_the_head(press: Press) -> None:
    text = pages(press, record())[0]
    assert all(words in text for words in ("客户投诉记录表", "表号TS-01", "版本1.0", "编号TS-", "云岚集团"))


def test_each_copy_is_a_page_that_names_its_copy_and_receiver(press: Press) -> None:
    first, second = pages(press, record())
    assert "第一联白质量管理部调查" in first
    assert "第二联红客户服务部" in second
    assert "本表一式二联" in first


def test_a_form_without_copies_prints_once_and_says_nothing_of_copies(press: Press) -> None:
    (only,) = pages(press, forms()["forms/nonconformity-review.pdf"])
    assert "联" not in only


def test_every_copy_counts_its_own_pages(press: Press) -> None:
    long = [{"name": f"part-{n}", "label": f"第{n}部分", "type": "paragraph", "lines": "12"} for n in range(4)]
    texts = pages(press, record(sections=[{"title": "经过", "fields": long}]))
    assert [re.findall(r"第\d页共\d页", text)[0] for text in texts] == ["第1页共2页", "第2页共2页"] * 2


def test_a_long_table_repeats_its_header_on_the_next_page(press: Press) -> None:
    table = {
        "name": "cases",
        "label": "案件",
        "type": "table",
        "rows": "40",
        "columns": [{"label": "料号"}, {"label": "数量"}],
    }
    texts = pages(press, record(sections=[{"title": "明细", "fields": [table]}], copies=[]))
    assert len(texts) == 2
    assert all("料号数量" in text for text in texts)


def test_fields_of_every_type_print(press: Press) -> None:
    text = "".join(pages(press, record(sections=[{"title": "内容", "fields": EVERY_TYPE}], copies=[])))
    for field in EVERY_TYPE:
        assert field["label"] in text
    for shown in (
        "大写",
        "小写¥",
        "年月日时分",
        "至",
        "可多选",
        "以上内容属实。",
        "个人信息:开具发票",
        "写明时间和地点",
        "%",
        "台",
    ):
        assert shown in text


def test_the_foot_tells_the_keeper_the_retention_and_how_to_fill_in(press: Press) -> None:
    text = pages(press, record())[0]
    for shown in (
        "保管客户服务部",
        "保存期限3年",
        "用途记录每一件客户投诉",
        "填表说明",
        "一式两联,由客服专员填写。",
        "栏目必须填写",
    ):
        assert shown in text


def test_the_sign_off_row_has_role_signature_date_opinion_and_seal(press: Press) -> None:
    text = pages(press, record())[0]
    for shown in ("记录客服专员", "批准总经理", "意见", "签名", "盖章处"):
        assert shown in text


def test_presets_and_the_total_row_print(press: Press) -> None:
    table = {
        "name": "costs",
        "label": "费用",
        "type": "table",
        "rows": "3",
        "columns": [{"label": "项目"}, {"label": "金额", "type": "money"}],
        "preset": [["运费"], ["工时费"]],
        "total": ["金额"],
    }
    text = pages(press, record(sections=[{"title": "费用", "fields": [table]}]))[0]
    assert "项目金额(元)运费工时费合计" in text


@pytest.mark.parametrize(
    ("paper", "size"), [("A4", A4), ("A4-landscape", A4_LANDSCAPE), ("A5", (420, 595)), ("A5-landscape", (595, 420))]
)
def test_the_paper_is_as_the_form_says(press: Press, paper: str, size: tuple[int, int]) -> None:
    made = pypdf.PdfReader(io.BytesIO(press.print(record(paper=paper))))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in made.pages} == {size}


def test_the_pdf_tells_its_title_language_and_owner(press: Press) -> None:
    made = pypdf.PdfReader(io.BytesIO(press.print(record())))
    assert made.metadata is not None
    assert (made.metadata.title, made.metadata.author) == ("客户投诉记录表", "云岚集团")
    assert str(made.root_object["/Lang"]) == "zh-Hans"


def test_only_the_two_weights_of_the_handbooks_font_are_embedded(press: Press) -> None:
    made = pypdf.PdfReader(io.BytesIO(press.print(record())))
    fonts = {str(font["/BaseFont"]).partition("+")[2] for page in made.pages for font in _fonts(page)}
    assert fonts == {"Handbook", "Handbook-Bold"}


def _fonts(page: pypdf.PageObject) -> list[Any]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]  # a dictionary


HOSTILE = "<script>alert(1)</script>{{7*7}}{% x %}\"'&<img src=http://127.0.0.1:9/x>"


def test_hostile_texts_are_printed_as_they_are_written(press: Press) -> None:
    job = record(
        title=HOSTILE[:60],
        purpose=HOSTILE,
        notes=[HOSTILE],
        copies=[{"to": "客户服务部", "color": HOSTILE[:60], "use": HOSTILE}],
        sections=[
            {
                "title": HOSTILE[:60],
                "filled_by": HOSTILE[:60],
                "fields": [
                    {"name": "a", "label": HOSTILE[:60], "hint": HOSTILE, "personal": HOSTILE, "unit": HOSTILE[:60]},
                    {"name": "b", "label": "选", "type": "choice", "options": [HOSTILE[:60]]},
                    {
                        "name": "c",
                        "label": "表",
                        "type": "table",
                        "columns": [{"label": HOSTILE[:60]}],
                        "preset": [[HOSTILE]],
                    },
                    {"name": "d", "label": HOSTILE[:60], "type": "note", "hint": HOSTILE},
                ],
            }
        ],
        signatures=[{"label": HOSTILE[:60]}],
    )
    assert "<script" not in job.html
    assert "<img" not in job.html
    text = "".join(pages(press, job))
    assert "{{7*7}}" in text
    assert "<script>alert(1)</script>" in text
    assert "49" not in text
