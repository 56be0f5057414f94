"""Which file of a project holds what, and files that are in the wrong place or have the wrong name."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Form, Organization, Policy
from generator.model.load import load, source_files, type_of
from tests.project import FORM, PARTS, PATHS, POLICY, checked, project

OTHER = PARTS["policy"].replace("示例办法", "别的办法").replace("id: base", "id: other")


def test_the_small_project_of_the_tests_has_nothing_to_complain_about(tmp_path: Path) -> None:
    assert checked(tmp_path).concise == ""


def test_files_lie_at_any_depth_and_come_in_a_fixed_order(tmp_path: Path) -> None:
    project(tmp_path, raw={"handbook/source/policies/b/c/deep.yml": OTHER, "forms/z/a.yml": "title: x"})
    files = source_files(tmp_path)
    assert files == sorted(files)
    assert {"handbook/source/policies/b/c/deep.yml", "forms/z/a.yml", POLICY, FORM} <= set(files)
    loaded = load(tmp_path)
    assert loaded.written is not None
    assert list(loaded.written.policies) == ["deep", "example"]


@pytest.mark.parametrize(
    ("path", "model"),
    [
        ("handbook/source/policies/a/b.yml", Policy),
        ("handbook/source/organization/a.yml", Organization),
        ("forms/a.yml", Form),
        ("handbook/source/policies.yml", None),
        ("handbook/source/other.yml", None),
        ("handbook/source/policies/a.yaml", None),
        ("policies/a.yml", None),
    ],
)
def test_a_folder_says_what_its_files_are(path: str, model: type | None) -> None:
    assert type_of(path) is model


@pytest.mark.parametrize("ending", ["yaml", "YML", "Yaml"])
def test_another_ending_is_told_and_what_the_file_would_declare_is_not_missed(tmp_path: Path, ending: str) -> None:
    path = f"forms/extra.{ending}"
    article = "- {id: a, kind: duty, who: [客服专员, 全体员工], text: 填《别的表》。, form: 别的表, added: 示例。}"
    result = checked(tmp_path, articles=article, raw={path: PARTS["form"].replace("示例表", "别的表")})
    assert result.codes == ["Y015"]
    assert dict(result.diagnostics[0].facts) == {"expected": "forms/extra.yml"}
    assert result.diagnostics[0].place.file == path


def test_a_file_that_belongs_nowhere_is_told_without_a_better_place(tmp_path: Path) -> None:
    result = checked(tmp_path, raw={"handbook/source/notes.yaml": "a: b", "handbook/source/more.yml": "a: b"})
    assert [(found.code, dict(found.facts)["expected"]) for found in result.diagnostics] == [("Y015", ""), ("Y015", "")]


def test_hidden_and_other_files_are_left_alone(tmp_path: Path) -> None:
    raw: dict[str, str | bytes] = {
        "forms/.example.yml.swp": "x",
        "forms/._example.yml": b"\0\xff",
        "forms/README.md": "x",
    }
    assert checked(tmp_path, raw=raw).codes == []


def test_a_chinese_file_name_is_told_and_the_file_still_checked(tmp_path: Path) -> None:
    text = OTHER.replace("approver: 总经理", "approver: 总经里")
    result = checked(tmp_path, raw={"handbook/source/policies/请假 Leave.yml": text})
    assert result.told == ["S014 t", "R001 总经里"]
    assert dict(result.diagnostics[0].facts) == {"name": "请假 Leave", "suggestion": "leave"}


def test_the_second_of_two_files_of_one_name_is_told_and_left_out(tmp_path: Path) -> None:
    result = checked(tmp_path, raw={"handbook/source/policies/later/example.yml": OTHER})
    (found,) = result.diagnostics
    assert (found.code, found.variant, found.place.file) == (
        "S014",
        "twice",
        "handbook/source/policies/later/example.yml",
    )
    assert [policy.name for policy in result.handbook.policies] == ["示例办法"]


def test_a_form_may_be_called_like_a_policy(tmp_path: Path) -> None:
    result = checked(tmp_path)
    assert "example" in result.handbook.policy_by_id
    assert "example" in result.handbook.form_by_id


@pytest.mark.parametrize("settings", [None, "title: 制度汇编\n"])
def test_without_settings_nothing_is_linked_and_it_is_said_why(tmp_path: Path, settings: str | None) -> None:
    project(tmp_path)
    path = tmp_path / PATHS["settings"]
    path.unlink() if settings is None else path.write_text(settings, encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.written is None
    codes = {(found.code, found.variant) for found in loaded.diagnostics}
    assert codes == ({("Y001", "missing")} if settings is None else {("S002", "")})


def test_an_empty_folder_is_a_finding(tmp_path: Path) -> None:
    assert [found.code for found in load(tmp_path).diagnostics] == ["Y001"]


def test_a_folder_called_like_a_file_is_told_and_its_files_are_read(tmp_path: Path) -> None:
    result = checked(tmp_path, raw={"handbook/source/policies/sales.yml/other.yml": OTHER})
    assert [(found.code, found.variant) for found in result.diagnostics] == [("Y001", "not_a_file")]
    assert "other" in result.handbook.policy_by_id
