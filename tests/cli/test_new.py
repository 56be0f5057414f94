from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.run import check_project
from generator.cli.starter import free_code, scalar
from generator.link.handbook import Role
from tests.cli.conftest import Handbook
from tests.diagnostics.project import make_project

ORGANIZATION_FILE = "handbook/source/organization/example.yml"


def codes(project: Path) -> list[str]:
    return [found.code for found in check_project(project).diagnostics]


def test_a_new_policy_passes_the_check(project: Path, handbook: Handbook) -> None:
    outcome = handbook("new", "policy", "请假办法", "--id", "leave")

    assert outcome.status == 0
    assert "handbook/source/policies/leave.yml" in outcome.out
    assert codes(project) == []


def test_a_new_policy_explains_its_keys(project: Path, handbook: Handbook) -> None:
    handbook("new", "policy", "请假办法", "--id", "leave", "--folder", "hr/time")

    text = (project / "handbook/source/policies/hr/time/leave.yml").read_text(encoding="utf-8")
    first, *_ = text.split("\n")
    assert first == "# yaml-language-server: $schema=../../../../../build/schema/policy.schema.json"
    assert "title: 请假办法\n" in text
    assert "# 主管部门" in text
    assert codes(project) == []


def test_the_example_in_a_new_policy_works_once_it_is_uncommented(project: Path, handbook: Handbook) -> None:
    handbook("new", "policy", "请假办法", "--id", "leave")
    file = project / "handbook/source/policies/leave.yml"
    written, example = file.read_text(encoding="utf-8").split("# 一项义务的例子。去掉行首的“# ”，改成自己的内容：\n")
    uncommented = "".join(line.removeprefix("#") for line in example.splitlines(keepends=True))
    text = (written + uncommented).replace("岗位名称", "客服专员").replace("表单标题", "客户投诉记录表")
    text = text.replace("# applies_to: [单位名称]", "applies_to: [示例公司]")
    file.write_text(text, encoding="utf-8")

    assert codes(project) == []


def test_a_new_form_only_lacks_a_clause_that_asks_for_it(project: Path, handbook: Handbook) -> None:
    outcome = handbook("new", "form", "请假申请单", "--id", "leave-request")

    assert outcome.status == 0
    assert codes(project) == ["R004"]
    assert "code: LR-01  #" in (project / "forms/leave-request.yml").read_text(encoding="utf-8")


def test_a_form_gets_the_code_it_is_given(project: Path, handbook: Handbook) -> None:
    handbook("new", "form", "请假申请单", "--id", "leave-request", "--code", "RS-09")

    assert "code: RS-09  #" in (project / "forms/leave-request.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["policy", "form"])
@pytest.mark.parametrize("name", ['引号" \\ 和: 冒号 #', "[列表]", "- 横线", "2026", "null", "{花括号}", "a\tb"])
def test_no_name_can_break_the_file(kind: str, name: str, project: Path, handbook: Handbook) -> None:
    assert handbook("new", kind, "--id", "hostile", "--", name).status == 0
    assert {code for code in codes(project) if code[0] != "W"} <= {"R004"}


def test_an_english_name_needs_no_id(project: Path, handbook: Handbook) -> None:
    handbook("new", "policy", "Code of Conduct")

    assert (project / "handbook/source/policies/code-of-conduct.yml").is_file()


def test_a_chinese_name_needs_an_id(project: Path, handbook: Handbook) -> None:
    outcome = handbook("new", "policy", "请假办法")

    assert outcome.status == 2
    assert "--id" in outcome.err


@pytest.mark.parametrize("wrong", ["Leave", "请假", "a/b", "../leave", "a--b", "-"])
def test_a_wrong_id_is_refused(wrong: str, project: Path, handbook: Handbook) -> None:
    outcome = handbook("new", "policy", "请假办法", f"--id={wrong}")

    assert outcome.status == 2
    assert "不能作编号" in outcome.err


@pytest.mark.parametrize("wrong", ["..", "../x", "/etc", "人事", "a//b"])
def test_a_folder_outside_is_refused(wrong: str, project: Path, handbook: Handbook) -> None:
    assert handbook("new", "policy", "请假办法", "--id", "leave", "--folder", wrong).status == 2


def test_nothing_is_ever_overwritten(project: Path, handbook: Handbook) -> None:
    file = project / "forms/leave-request.yml"
    file.write_text("未完成的草稿: [", encoding="utf-8")

    outcome = handbook("new", "form", "请假申请单", "--id", "leave-request")

    assert outcome.status == 2
    assert "已经存在" in outcome.err
    assert file.read_text(encoding="utf-8") == "未完成的草稿: ["


def test_an_id_in_another_folder_is_taken_too(project: Path, handbook: Handbook) -> None:
    outcome = handbook("new", "policy", "请假办法", "--id", "example", "--folder", "hr")

    assert outcome.status == 2
    assert "handbook/source/policies/example.yml" in outcome.err


@pytest.mark.parametrize(
    "arguments",
    [("policy", "接待办法", "--id", "x"), ("form", "客户投诉记录表", "--id", "x"), ("role", "客服部")],
)
def test_a_name_that_is_taken_is_refused(arguments: tuple[str, ...], project: Path, handbook: Handbook) -> None:
    outcome = handbook("new", *arguments)

    assert outcome.status == 2
    assert "已经是" in outcome.err


def test_a_role_is_written_into_its_department(project: Path, handbook: Handbook) -> None:
    outcome = handbook("new", "role", "接待员", "--department", "客服部", "--reports-to", "客服主任")

    assert outcome.status == 0
    assert f"已在 {ORGANIZATION_FILE} 第" in outcome.out
    (role,) = (one for one in roles_of(project) if one.name == "接待员")
    assert role.department.name == "客服部"
    assert role.spec.reports_to == "客服主任"


def test_the_line_of_a_new_role_is_told(project: Path, handbook: Handbook) -> None:
    outcome = handbook("new", "role", "接待员", "--department", "客服部")

    lines = (project / ORGANIZATION_FILE).read_text(encoding="utf-8").split("\n")
    assert f"第 {lines.index('  - name: 接待员') + 1} 行" in outcome.out


def test_without_a_department_the_lines_are_only_shown(project: Path, handbook: Handbook) -> None:
    before = (project / ORGANIZATION_FILE).read_bytes()

    outcome = handbook("new", "role", "接待员")

    assert outcome.status == 0
    assert "- name: 接待员" in outcome.out
    assert (project / ORGANIZATION_FILE).read_bytes() == before


@pytest.mark.parametrize("option", [("--department", "客服步"), ("--reports-to", "客服主认")])
def test_an_unknown_name_is_refused_with_the_nearest(
    option: tuple[str, str], project: Path, handbook: Handbook
) -> None:
    outcome = handbook("new", "role", "接待员", *option)

    assert outcome.status == 2
    assert "是不是“客服" in outcome.err


def test_without_settings_nothing_can_be_started(project: Path, handbook: Handbook) -> None:
    make_project(project, {"handbook/source/handbook.yml": "title: ["})

    outcome = handbook("new", "policy", "请假办法", "--id", "leave")

    assert outcome.status == 2
    assert "handbook check" in outcome.err


def test_the_next_free_code_is_taken() -> None:
    assert free_code("leave-request", ["LR-01", "LR-02", "KS-01"]) == "LR-03"
    assert free_code("leave", []) == "L-01"


@pytest.mark.parametrize("number_like", ["2026", "1.5", "true", "No", "null"])
def test_a_name_that_other_yaml_tools_would_convert_is_quoted(number_like: str) -> None:
    assert scalar(number_like) == f'"{number_like}"'


@pytest.mark.parametrize("plain", ["请假办法", "《请假办法》（试行）", "leave-request", "a"])
def test_ordinary_names_are_not_quoted(plain: str) -> None:
    assert scalar(plain) == plain


def roles_of(project: Path) -> tuple[Role, ...]:
    handbook = check_project(project).handbook
    assert handbook is not None
    return handbook.roles
