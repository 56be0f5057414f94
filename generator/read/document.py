"""One YAML file becomes one document, or findings that say why not; never an exception."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.read.compose import UNPRINTABLE, RefusedError, compose, unprintable
from generator.read.limits import MAX_BYTES
from generator.read.marks import Block, Place


@dataclass(frozen=True, slots=True)
class Document:
    """What one file holds: its text for showing lines, its content if it could be read, and what is wrong with it."""

    file: str
    text: str
    root: Block | None
    diagnostics: tuple[Diagnostic, ...]


def read_document(file: str, content: bytes) -> Document:
    """Read the bytes of `file` (a path relative to the project, used only to say where)."""
    text = ""
    diagnostics: list[Diagnostic] = []
    root: Block | None = None
    try:
        text = _decode(file, content)
        _refuse_unprintable(file, text)
        root = compose(file, text, diagnostics)
    except RefusedError as refused:
        diagnostics.append(refused.diagnostic)
    return Document(file, text, root, tuple(diagnostics))


def read_file(root: Path, file: str) -> Document:
    """Read `file`, a path relative to `root` that must stay inside it."""
    content = read_content(root, file)
    return content if isinstance(content, Document) else read_document(file, content)


def read_content(root: Path, file: str) -> bytes | Document:
    """The bytes of `file`, a path relative to `root` that must stay inside it; a document that says why it has none."""
    path = root / file
    try:
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
            return _unreadable(file, "outside")
        if not path.is_file():
            return _unreadable(file, "not_a_file")
        size = path.stat().st_size
        if size > MAX_BYTES:
            too_large = finding("Y002", Place(file, 1, 1), size=size // 1000, limit=MAX_BYTES // 1000)
            return Document(file, "", None, (too_large,))
        return path.read_bytes()
    except PermissionError:
        return _unreadable(file, "forbidden")
    except OSError as error:
        return _unreadable(file, "", error.strerror or type(error).__name__)


def _unreadable(file: str, variant: str, reason: str = "") -> Document:
    return Document(file, "", None, (finding("Y001", Place(file, 1, 1), variant, reason=reason),))


def _decode(file: str, content: bytes) -> str:
    try:
        return _with_plain_line_ends(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _with_plain_line_ends(content[: error.start].decode("utf-8"))
        raise RefusedError(finding("Y003", _place_after(file, before), byte=error.start)) from None


def _with_plain_line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _place_after(file: str, before: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _refuse_unprintable(file: str, text: str) -> None:
    found = UNPRINTABLE.search(text)
    if found:
        raise unprintable(found, _place_after(file, text[: found.start()]))
