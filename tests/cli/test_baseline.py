from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Handbook
from tests.diagnostics.project import ORGANIZATION, make_project

UNUSED = {**ORGANIZATION, "groups": [{"name": "没有提到的人员", "external": "true"}]}
FILE = "handbook/source/organization/example.yml"


def test_an_old_handbook_takes_up_the_check_and_then_may_only_get_better(project: Path, handbook: Handbook) -> None:
    make_project(project, {FILE: UNUSED})
    assert handbook("check").status == 1

    outcome = handbook("baseline")

    assert outcome.status == 0
    assert outcome.out == "已写入 handbook/baseline.yml：记有 1 处。\n"
    checked = handbook("check")
    assert checked.status == 0
    assert checked.out.endswith("另有没有列出的问题：基线里的 1 处。\n")

    make_project(project)
    assert "X006" in handbook("check").out
    assert handbook("baseline").out.endswith("记有 0 处。\n")
    assert handbook("check").status == 0

    make_project(project, {FILE: UNUSED})
    assert handbook("baseline").out.endswith("记有 0 处。\n")
    assert "R004" in handbook("check").out


def test_what_cannot_be_read_is_never_taken_into_it(project: Path, handbook: Handbook) -> None:
    make_project(project, {FILE: {**UNUSED, "x": "y"}})
    handbook("baseline")
    assert "S001" in handbook("check").out


def test_a_broken_baseline_is_not_overwritten(project: Path, handbook: Handbook) -> None:
    broken = project / "handbook" / "baseline.yml"
    broken.write_text("findings: [", encoding="utf-8")

    outcome = handbook("baseline")

    assert outcome.status == 2
    assert "基线" in outcome.err
    assert broken.read_text(encoding="utf-8") == "findings: ["
