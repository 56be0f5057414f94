"""Source documents on disk: one file a document, its paragraphs with ids.

A file begins with `# id<TAB>title`; each further line is `id.NNN<TAB>paragraph`, numbered from 001 without a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.read.document import read_content
from generator.read.marks import Place

_HEADING: Final = re.compile(r"# (?P<id>[\w-]+)\t(?P<title>.+)")
_PARAGRAPH: Final = re.compile(r"(?P<id>[\w-]+\.[0-9]{3})\t(?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a document and where it stands."""

    id: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document as found on disk."""

    id: str
    title: str
    file: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Documents:
    """All documents of a folder by id, what is wrong with the files, and the files' texts."""

    by_id: dict[str, SourceDocument]
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]


def read_documents(folder: Path) -> Documents:
    """Read every .txt file of a folder. Never raises for what stands in them.

    K001: a file or line that cannot be read. K002: the same document twice.
    """
    by_id: dict[str, SourceDocument] = {}
    diagnostics: list[Diagnostic] = []
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt")):
        text = _text_of(folder, path.name)
        if text is None:
            diagnostics.append(finding("K001", Place(path.name, 1, 1), "file"))
            continue
        texts[path.name] = text
        document = _document(path.name, text.split("\n"), diagnostics)
        if document is None:
            continue
        if document.id in by_id:
            diagnostics.append(finding("K002", Place(path.name, 1, 3, len(document.id)), document=document.id))
        else:
            by_id[document.id] = document
    return Documents(by_id, tuple(diagnostics), texts)


def _text_of(folder: Path, name: str) -> str | None:
    content = read_content(folder, name)
    if not isinstance(content, bytes):
        return None
    try:
        return content.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None


def _document(file: str, lines: list[str], diagnostics: list[Diagnostic]) -> SourceDocument | None:
    heading = _HEADING.fullmatch(lines[0])
    if heading is None:
        diagnostics.append(finding("K001", Place(file, 1, 1, max(len(lines[0]), 1)), "heading"))
        return None
    paragraphs = tuple(_paragraphs(file, heading["id"], lines, diagnostics))
    return SourceDocument(heading["id"], heading["title"].strip(), file, paragraphs)


def _paragraphs(file: str, document: str, lines: list[str], diagnostics: list[Diagnostic]) -> Iterator[Paragraph]:
    count = 0
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip():
            continue
        expected = f"{document}.{count + 1:03}"
        found = _PARAGRAPH.fullmatch(line)
        if found is None or found["id"] != expected:
            diagnostics.append(finding("K001", Place(file, number, 1, len(expected)), expected=expected))
        count += 1
        if found is not None:
            yield Paragraph(expected, found["text"].strip(), Place(file, number, len(expected) + 2))
