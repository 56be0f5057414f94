from __future__ import annotations

import hashlib
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.locale import words
from generator.render import pdf
from generator.render.output import PrintJob
from generator.render.pdf import Press, PrintError

TEMPLATES = Path(__file__).parents[2] / "handbook" / "templates"
WORDS = words("zh-Hans", "print")
REFUSED = WORDS["faults"]["refused"].format(url="")
OUTSIDE = "这是项目以外的内容"


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("project") / "handbook" / "templates"
    for folder in ("print", "forms", "checklists", "fonts"):
        shutil.copytree(TEMPLATES / folder, copy / folder)
    return copy


@pytest.fixture(scope="module")
def press(templates: Path) -> Press:
    return Press(templates, WORDS)


def document(body: str, head: str = "") -> PrintJob:
    html = f'<!DOCTYPE html><html lang="zh-Hans"><head><title>试印</title>{head}</head><body>{body}</body></html>'
    return PrintJob("forms/trial.pdf", "表单《试印单》", html)


def refusal(press: Press, body: str, head: str = "") -> str:
    with pytest.raises(PrintError) as caught:
        press.print(document(body, head))
    assert caught.value.name == "表单《试印单》"
    return "\n".join(caught.value.messages)


def test_a_plain_document_becomes_a_pdf(press: Press) -> None:
    assert press.print(document("<p>客户投诉记录表</p>")).startswith(b"%PDF-")


# --- what it may read ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/logo.png",
        "https://example.com/logo.png",
        "ftp://example.com/logo.png",
        "data:image/png;base64,AAAA",
        "file:///etc/hostname",
        "file://example.com/etc/hostname",
        "../../outside.png",
        "%2e%2e/%2e%2e/outside.png",
        "forms/../../../outside.png",
    ],
)
def test_a_picture_from_outside_the_templates_is_refused(press: Press, templates: Path, url: str) -> None:
    (templates.parents[1] / "outside.png").write_text(OUTSIDE)
    assert REFUSED in refusal(press, f'<img src="{url}">')


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<style>@import "file:///etc/hostname";</style>',
        '<style>p { background: url("http://127.0.0.1:9/x.png") }</style>',
        '<style>@font-face { font-family: X; src: url("file:///etc/hostname") }</style>',
    ],
)
def test_styles_attachments_and_fonts_from_outside_are_refused(press: Press, head: str) -> None:
    refusal(press, "<p>文字</p>", head)


def test_a_link_in_the_templates_that_leads_outside_is_refused(press: Press, templates: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><text>{OUTSIDE}</text></svg>', encoding="utf-8")
    (templates / "forms" / "stamp.svg").symlink_to(secret)
    assert "stamp.svg" in refusal(press, '<img src="forms/stamp.svg">')


@pytest.mark.parametrize("place", ["http://127.0.0.1:9", "file://example.com", "jar:"])
def test_another_place_with_the_path_of_the_templates_is_refused(press: Press, templates: Path, place: str) -> None:
    assert REFUSED in refusal(press, f'<img src="{place}{templates}/fonts/OFL.txt">')


def test_a_picture_inside_the_templates_is_printed(press: Press, templates: Path) -> None:
    (templates / "forms" / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
        encoding="utf-8",
    )
    assert press.print(document('<img src="forms/logo.svg" alt="标志">'))


# --- what WeasyPrint would only mention ------------------------------------------------------------------------------


def test_a_character_that_the_font_lacks_fails_with_the_character(press: Press) -> None:
    assert "☐（U+2610）" in refusal(press, "<p>☐ 已阅</p>")


def test_rare_characters_of_names_are_there(press: Press) -> None:
    assert press.print(document("<p>䶮 镕 堃 繁體</p>"))


def test_a_missing_picture_fails_with_its_name(press: Press) -> None:
    assert "forms/none.png" in refusal(press, '<img src="forms/none.png">')


def test_a_broken_anchor_fails(press: Press) -> None:
    assert "nowhere" in refusal(press, '<p><a href="#nowhere">见后</a></p>')


def test_a_style_that_is_not_understood_fails(press: Press) -> None:
    assert "colour" in refusal(press, "<p>文字</p>", "<style>p { colour: red }</style>")


def test_a_font_of_the_machine_fails(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "FONT", "Another")
    assert "Handbook" in refusal(press, "<p>文字</p>")


def test_a_failure_leaves_the_press_ready_for_the_next(press: Press) -> None:
    refusal(press, "<p>☐</p>")
    refusal(press, '<img src="http://127.0.0.1:9/x.png">')
    assert press.print(document("<p>文字</p>"))


def test_style_sheets_that_are_not_understood_stop_the_press(templates: Path, tmp_path: Path) -> None:
    broken = tmp_path / "templates"
    shutil.copytree(templates, broken, symlinks=True)
    (broken / "forms" / "forms.css").write_text("p { colour: red }", encoding="utf-8")
    with pytest.raises(PrintError, match="colour"):
        Press(broken, WORDS)


def test_style_sheets_that_read_from_outside_stop_the_press(templates: Path, tmp_path: Path) -> None:
    prying = tmp_path / "templates"
    shutil.copytree(templates, prying, symlinks=True)
    (prying / "forms" / "forms.css").write_text('@import "file:///etc/hostname";', encoding="utf-8")
    with pytest.raises(PrintError, match="/etc/hostname"):
        Press(prying, WORDS)


def test_a_missing_style_sheet_stops_the_press(templates: Path, tmp_path: Path) -> None:
    poor = tmp_path / "templates"
    shutil.copytree(templates, poor, symlinks=True)
    (poor / "forms" / "forms.css").unlink()
    with pytest.raises(PrintError, match=r"forms\.css"):
        Press(poor, WORDS)


def test_the_error_crosses_from_a_worker_process() -> None:
    error = pickle.loads(pickle.dumps(PrintError("表单《试印单》", ("缺字",))))  # noqa: S301  # our own bytes
    assert (error.name, error.messages, str(error)) == ("表单《试印单》", ("缺字",), "表单《试印单》：缺字")


# --- the same everywhere ---------------------------------------------------------------------------------------------

_PRINT_ONE = """
import hashlib, sys
from pathlib import Path
from generator.locale import words
from generator.render.output import PrintJob
from generator.render.pdf import Press
html = Path(sys.argv[2]).read_text(encoding="utf-8")
made = Press(Path(sys.argv[1]), words("zh-Hans", "print")).print(PrintJob("x.pdf", "试", html))
print(hashlib.sha256(made).hexdigest())
"""


def test_the_bytes_are_the_same_in_another_folder_locale_zone_and_hash_seed(
    press: Press, templates: Path, tmp_path: Path
) -> None:
    job = document("<h1>客户投诉记录表</h1><table><tr><td>日期<td>金额</table>")
    (tmp_path / "job.html").write_text(job.html, encoding="utf-8")
    environment = os.environ | {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Shanghai"}
    elsewhere = subprocess.run(
        [sys.executable, "-c", _PRINT_ONE, str(TEMPLATES), str(tmp_path / "job.html")],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert elsewhere.stdout.strip() == hashlib.sha256(press.print(job)).hexdigest()
