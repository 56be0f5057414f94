"""Only ordinary files inside the project are read; everything else is a finding."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.read.document import read_file
from generator.read.limits import MAX_BYTES
from tests.project import assert_can_be_said


def finding(root: Path, file: str = "a.yml") -> str:
    document = read_file(root, file)
    assert document.root is None
    (found,) = document.diagnostics
    assert_can_be_said(found)
    assert (found.place.file, found.place.line, found.place.column) == (file, 1, 1)
    return f"{found.code} {found.variant}".strip()


def test_a_file_in_a_folder_with_a_chinese_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "客户服务").mkdir()
    (tmp_path / "客户服务" / "a.yml").write_text("title: 甲\n", encoding="utf-8")
    assert read_file(tmp_path, "客户服务/a.yml").root == {"title": "甲"}


def test_a_folder_called_like_a_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.yml").mkdir()
    assert finding(tmp_path) == "Y001 not_a_file"


def test_a_vanished_file_is_found(tmp_path: Path) -> None:
    assert finding(tmp_path) == "Y001 not_a_file"


def test_a_pipe_is_found_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yml")
    assert finding(tmp_path) == "Y001 not_a_file"


def test_a_link_to_nowhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to(tmp_path / "gone.yml")
    assert finding(tmp_path) == "Y001 not_a_file"


def test_links_in_a_circle_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to(tmp_path / "b.yml")
    (tmp_path / "b.yml").symlink_to(tmp_path / "a.yml")
    assert finding(tmp_path) == "Y001 not_a_file"


@pytest.mark.parametrize("through_folder", [False, True])
def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path, through_folder: bool) -> None:
    (outside := tmp_path / "outside").mkdir()
    (project := tmp_path / "project").mkdir()
    (outside / "a.yml").write_text("title: 秘密\n", encoding="utf-8")
    if through_folder:
        (project / "policies").symlink_to(outside)
    else:
        (project / "a.yml").symlink_to(outside / "a.yml")
    assert finding(project, "policies/a.yml" if through_folder else "a.yml") == "Y001 outside"


def test_dots_do_not_lead_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("title: 秘密\n", encoding="utf-8")
    (tmp_path / "project").mkdir()
    assert finding(tmp_path / "project", "../a.yml") == "Y001 outside"


def test_a_link_within_the_project_and_a_link_to_the_project_are_followed(tmp_path: Path) -> None:
    (project := tmp_path / "project").mkdir()
    (project / "b.yml").write_text("title: 甲\n", encoding="utf-8")
    (project / "a.yml").symlink_to("b.yml")
    (tmp_path / "link").symlink_to(project)
    assert read_file(tmp_path / "link", "a.yml").root == {"title": "甲"}


def test_a_file_over_the_limit_is_not_read_and_one_at_the_limit_is(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"a: b #".ljust(MAX_BYTES + 1, b"x"))
    assert finding(tmp_path) == "Y002"
    (tmp_path / "a.yml").write_bytes(b"a: b #".ljust(MAX_BYTES, b"x"))
    assert read_file(tmp_path, "a.yml").root == {"a": "b"}


@pytest.mark.parametrize(
    ("error", "expected"),
    [(PermissionError(13, "Permission denied"), "Y001 forbidden"), (OSError(5, "Input/output error"), "Y001")],
)
def test_a_file_that_cannot_be_opened_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, expected: str
) -> None:
    (tmp_path / "a.yml").write_text("a: b\n", encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert finding(tmp_path) == expected
