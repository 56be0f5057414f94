"""Source documents are read line by line, and a line that breaks the numbering is told."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.trace.documents import Documents, read_documents


def read(folder: Path, **files: str | bytes) -> Documents:
    for name, text in files.items():
        (folder / f"{name}.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_documents(folder)


def codes(documents: Documents) -> list[tuple[str, str, int]]:
    return [(one.code, one.variant, one.place.line) for one in documents.diagnostics]


def test_a_document_has_a_title_and_numbered_paragraphs(tmp_path: Path) -> None:
    documents = read(tmp_path, a="# old-1\t旧规定\nold-1.001\t第一段\nold-1.002\t第二段\n")
    (document,) = documents.by_id.values()
    assert (document.id, document.title) == ("old-1", "旧规定")
    assert [(one.id, one.text, one.place.line) for one in document.paragraphs] == [
        ("old-1.001", "第一段", 2),
        ("old-1.002", "第二段", 3),
    ]
    assert codes(documents) == []


def test_a_line_that_is_not_the_next_paragraph_is_told(tmp_path: Path) -> None:
    assert codes(read(tmp_path, a="# o\t旧\no.001\t一\no.003\t三\nfour\n")) == [("K001", "", 3), ("K001", "", 4)]


def test_a_file_without_a_heading_or_not_in_utf_8_is_told(tmp_path: Path) -> None:
    documents = read(tmp_path, a="旧规定\n", b="旧规定".encode("gbk"), c="# o\t旧\n")
    assert codes(documents) == [("K001", "heading", 1), ("K001", "file", 1)]
    assert list(documents.by_id) == ["o"]


def test_the_same_document_twice_is_told(tmp_path: Path) -> None:
    assert codes(read(tmp_path, a="# o\t旧\n", b="# o\t又\n")) == [("K002", "", 1)]


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("# o\t秘密\n", encoding="utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "secret")
    assert codes(read_documents(folder)) == [("K001", "file", 1)]


@given(st.text(max_size=200))
def test_any_text_is_read_without_raising(tmp_path_factory, text: str) -> None:  # type: ignore[no-untyped-def]
    read(tmp_path_factory.mktemp("documents"), a=text.encode("utf-8", "surrogatepass"))
