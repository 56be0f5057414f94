from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Handbook
from tests.diagnostics.project import ORGANIZATION, POLICY, make_project

POLICY_FILE = "handbook/source/policies/example.yml"


@pytest.fixture
def faulty(project: Path) -> Path:
    return make_project(project, {POLICY_FILE: {**POLICY, "owner": "客服步"}})


def test_a_clean_project_has_status_0(project: Path, handbook: Handbook) -> None:
    outcome = handbook("check")

    assert outcome.status == 0
    assert outcome.out == "没有发现问题（检查了 7 个文件）。\n"


def test_findings_have_status_1_and_are_explained(faulty: Path, handbook: Handbook) -> None:
    outcome = handbook("check")

    assert outcome.status == 1
    assert f"{POLICY_FILE}:4:8 错误 R001 没有叫“客服步”的部门" in outcome.out
    assert "改法：改成“客服部”" in outcome.out


def test_warnings_alone_have_status_1_too(project: Path, handbook: Handbook) -> None:
    organization = {**ORGANIZATION, "groups": [{"name": "没有提到的人员", "external": "true"}]}
    make_project(project, {"handbook/source/organization/example.yml": organization})

    outcome = handbook("check")

    assert outcome.status == 1
    assert "1 处问题：警告 1 处" in outcome.out


def test_it_works_from_a_folder_inside_the_project(
    faulty: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty / "handbook" / "source" / "policies")

    assert POLICY_FILE in handbook("check").out


@pytest.mark.parametrize("order", ["before", "after"])
def test_the_project_can_be_named_before_or_after_the_command(
    order: str, faulty: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    place = ("-C", str(faulty))

    outcome = handbook(*place, "check") if order == "before" else handbook("check", *place)

    assert outcome.status == 1


def test_without_a_project_it_cannot_run_and_says_what_to_do(
    tmp_path: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    outcome = handbook("check")

    assert outcome.status == 2
    assert outcome.err.startswith("错误：")
    assert "-C" in outcome.err


def test_a_folder_that_is_no_project_is_refused(project: Path, handbook: Handbook) -> None:
    outcome = handbook("check", "-C", str(project / "forms"))

    assert outcome.status == 2
    assert "没有 handbook/source" in outcome.err


def test_the_json_format_is_json(faulty: Path, handbook: Handbook) -> None:
    (found,) = json.loads(handbook("check", "--format", "json").out)

    assert (found["code"], found["file"], found["line"], found["column"]) == ("R001", POLICY_FILE, 4, 8)


def test_the_sarif_format_is_sarif(faulty: Path, handbook: Handbook) -> None:
    assert json.loads(handbook("check", "--format", "sarif").out)["version"] == "2.1.0"


@pytest.mark.parametrize("format_name", ["concise", "github"])
def test_a_format_of_lines_prints_nothing_for_a_clean_project(
    format_name: str, project: Path, handbook: Handbook
) -> None:
    assert handbook("check", "--format", format_name).out == ""


def test_there_is_no_colour_unless_a_person_looks_or_asks(
    faulty: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b" not in handbook("check").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31m错误" in handbook("check").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in handbook("check").out
