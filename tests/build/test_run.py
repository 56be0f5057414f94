"""What a build makes, what it leaves alone, and what happens when it fails."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.build.run import BuildFailed
from tests.build.conftest import build_all, content, dates, errors, with_templates
from tests.project import FORM, POLICY, project


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_build_has_the_site_the_forms_the_checklists_and_the_data(built: Path) -> None:
    files = content(built / "build")
    for path in (
        "site/index.html",
        "site/policies/example.html",
        "site/files/forms/example.pdf",
        "pages/roles/客服专员.md",
        "forms/example.pdf",
        "checklists/客户服务部.pdf",
        "handbook.json",
        "schema/policy.schema.json",
    ):
        assert path in files, path


def test_a_second_build_does_nothing(built: Path) -> None:
    before = dates(built / "build")
    assert build_all(built).unchanged
    assert dates(built / "build") == before


def test_a_file_lost_from_the_build_folder_comes_back(built: Path) -> None:
    (built / "build" / "forms" / "example.pdf").unlink()
    assert not build_all(built).unchanged
    assert (built / "build" / "forms" / "example.pdf").is_file()


def test_one_edited_clause_renders_only_what_shows_it(built: Path) -> None:
    before = dates(built / "build")
    _edit(built / POLICY, "接到投诉后填写", "接到投诉后应当填写")
    build_all(built)
    after = dates(built / "build")
    changed = {path for path in after if before.get(path) != after[path]}
    assert {path for path in changed if path.startswith(("pages/", "forms/", "checklists/"))} == {
        "pages/policies/example.md",
        "pages/departments/客户服务部.md",
        "pages/roles/客服专员.md",
        "pages/groups/全体员工.md",
        "pages/files/checklists/客户服务部.pdf",
        "checklists/客户服务部.pdf",
    }
    assert "site/policies/example.html" in changed
    assert "site/roles/另一岗位.html" not in changed


def test_building_after_an_edit_gives_what_building_afresh_gives(built: Path) -> None:
    _edit(built / POLICY, "接到投诉后填写", "接到投诉后应当填写")
    _edit(built / FORM, "label: 内容", "label: 经过")
    build_all(built)
    step_by_step = content(built / "build")
    shutil.rmtree(built / "build")
    build_all(built)
    assert content(built / "build") == step_by_step


def test_a_change_that_no_page_shows_does_not_make_the_next_build_forget_the_site(built: Path) -> None:
    _edit(built / POLICY, "old-rules.001", "old-rules.002")
    build_all(built)
    (built / "build" / "handbook.json").unlink()
    build_all(built)
    step_by_step = content(built / "build")
    shutil.rmtree(built / "build")
    build_all(built)
    assert content(built / "build") == step_by_step


def test_a_deleted_form_leaves_nothing_behind(built: Path) -> None:
    (built / FORM).unlink()
    _edit(built / POLICY, "《示例表》", "")
    build_all(built)
    assert not [path for path in content(built / "build") if Path(path).stem == "example" and "form" in path]


def test_a_part_built_by_itself_leaves_the_others_as_they_were(built: Path) -> None:
    before = content(built / "build")
    _edit(built / FORM, "label: 内容", "label: 经过")
    build_all(built, "forms")
    after = content(built / "build")
    assert {path for path in after if after[path] != before.get(path)} == {".manifest.json", "forms/example.pdf"}
    assert not build_all(built, "site").unchanged
    assert "经过" in (built / "build/site/forms/example.html").read_text(encoding="utf-8")


def test_an_error_in_the_source_leaves_the_last_good_build(built: Path) -> None:
    before = content(built / "build")
    _edit(built / POLICY, "owner: 客户服务部", "owner: 没有的部门")
    assert errors(build_all(built)) == ["R001"]
    assert content(built / "build") == before


def test_a_character_that_cannot_be_printed_stops_the_build_and_names_the_form(built: Path) -> None:
    before = content(built / "build")
    _edit(built / FORM, "label: 内容", "label: 内容𓀀")
    with pytest.raises(BuildFailed) as failure:
        build_all(built)
    assert "《示例表》" in failure.value.name
    assert "U+13000" in failure.value.messages[0]
    assert content(built / "build") == before


def test_a_page_that_the_site_engine_refuses_stops_the_build(built: Path) -> None:
    before = content(built / "build")
    _edit(built / "mkdocs.yml", "首页: index.md", "首页: missing.md")
    with pytest.raises(BuildFailed, match="网站"):
        build_all(built)
    assert content(built / "build") == before


def test_a_build_killed_half_way_leaves_the_last_good_one_and_the_next_one_works(built: Path) -> None:
    before = content(built / "build")
    _edit(built / POLICY, "接到投诉后填写", "接到投诉后应当填写")
    with subprocess.Popen([sys.executable, "-m", "generator", "build"], cwd=built, stdout=subprocess.PIPE) as building:
        while not list(built.glob("build.next/checklists/*.pdf")):
            assert building.poll() is None, "it ended before it could be killed"
            time.sleep(0.005)
        building.send_signal(signal.SIGKILL)
    assert content(built / "build") == before
    build_all(built)
    assert not list(built.glob("build.*"))
    assert "应当填写" in (built / "build/site/policies/example.html").read_text(encoding="utf-8")


def test_the_same_source_gives_the_same_bytes_anywhere(once_built: Path, tmp_path: Path) -> None:
    elsewhere = with_templates(project(tmp_path / "另一个文件夹"))
    surroundings = os.environ | {"LC_ALL": "C", "LANG": "C", "TZ": "Asia/Shanghai", "PYTHONHASHSEED": "7"}
    command = [sys.executable, "-m", "generator", "build", "--jobs", "2"]
    subprocess.run(command, cwd=elsewhere, env=surroundings, check=True, capture_output=True)
    assert content(elsewhere / "build") == content(once_built / "build")


HOSTILE = (
    "</p><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "[链接](javascript:alert(1))",
    "# 标题 { #id onclick=alert(1) }",
    "<!-- `代码` *强调* ]]>",
    "a|b|c\\",
)


def test_text_from_yaml_stays_text_on_pages_and_in_prints(tmp_path: Path) -> None:
    text = "".join(HOSTILE).replace("'", "’")
    root = with_templates(
        project(
            tmp_path,
            articles=f"""
                - id: hostile
                  kind: duty
                  title: '{text[:50]}'
                  who: 客服专员
                  when: '{text}'
                  text: '{text}填写《示例表》《客户投诉记录表》《另一公司用表》，全体员工配合。'
                  form: 示例表
                  source: [old-rules.001]
                - {{id: rest, kind: duty, who: 全体员工, text: 配合。, added: '{text}'}}
                - {{id: law, kind: statement, text: 依据《劳动合同法》，处以书面警告或者辞退。, added: 示例。}}
                """,
            form=f"purpose: '{text}'\nnotes: ['{text}']\nsections: [{{fields: [{{name: f, label: '{text[:40]}'}}]}}]",
        )
    )
    assert errors(build_all(root)) == []
    page = (root / "build/site/policies/example.html").read_text(encoding="utf-8")
    for folder in ("policies", "roles", "departments", "forms"):
        for file in (root / "build" / "site" / folder).glob("*.html"):
            html = file.read_text(encoding="utf-8")
            assert "<script>alert" not in html
            assert "onerror=alert(1)>" not in html
            assert 'href="javascript:' not in html
    assert "{{ 7*7 }}" in page
    assert 'id="hostile"' in page
    printed = "".join(sheet.extract_text() for sheet in PdfReader(root / "build/forms/example.pdf").pages)
    assert "<script>alert(1)</script>" in printed.replace("\n", "")
    assert "{{ 7*7 }}" in printed.replace("\n", "")
