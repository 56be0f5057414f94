from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Handbook

ROOT = Path(__file__).parents[2]


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "旧文件"
    folder.mkdir()
    (folder / "a.txt").write_text("# old-rules\t旧规定\nold-rules.001\t=1+1 三日内\n", encoding="utf-8")
    return folder


@pytest.fixture
def with_templates(project: Path) -> Path:
    (project / "handbook" / "templates").symlink_to(ROOT / "handbook" / "templates")
    return project


def test_the_real_handbook_accounts_for_every_paragraph_it_lists(handbook: Handbook) -> None:
    outcome = handbook("trace", "-C", str(ROOT))

    assert outcome.status == 0, outcome.out
    assert "没有着落 0 段" in outcome.out


def test_differences_are_told_and_summed_up(project: Path, documents: Path, handbook: Handbook) -> None:
    outcome = handbook("trace", str(documents))

    assert outcome.status == 1
    assert "K005 段落 old-rules.001 的“三日”" in outcome.out
    assert outcome.out.endswith("未说明的不同 1 处。\n")


def test_page_and_workbook_hold_every_paragraph(with_templates: Path, documents: Path, handbook: Handbook) -> None:
    handbook("trace", str(documents), "--output", "out")

    assert "=1+1 三日内" in (with_templates / "out" / "index.html").read_text(encoding="utf-8")
    book = openpyxl.load_workbook(with_templates / "out" / "trace.xlsx")
    assert book.sheetnames == ["各份来源", "段落到条款", "条款到段落", "数字和表单的不同"]
    paragraph = [cell.value for cell in book["段落到条款"][2]]
    assert paragraph[:2] == ["old-rules.001", "=1+1 三日内"]
    assert book["段落到条款"]["B2"].data_type == "s"
    assert "接待办法" in paragraph[2]


def test_the_same_trace_is_the_same_bytes(with_templates: Path, documents: Path, handbook: Handbook) -> None:
    contents = []
    for name in ("一", "二"):
        handbook("trace", str(documents), "--output", name)
        contents.append([path.read_bytes() for path in sorted((with_templates / name).iterdir())])

    assert contents[0] == contents[1]
    assert zipfile.is_zipfile(with_templates / "一" / "trace.xlsx")


def test_a_folder_that_is_not_there_cannot_be_traced(project: Path, handbook: Handbook) -> None:
    outcome = handbook("trace", "没有")

    assert outcome.status == 2
    assert "没有“没有”这个文件夹" in outcome.err


def test_a_handbook_with_errors_is_not_traced(project: Path, handbook: Handbook) -> None:
    (project / "handbook/source/sources.yml").write_text("sources: [", encoding="utf-8")

    assert handbook("trace").status == 2
