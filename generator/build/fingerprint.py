"""Fingerprints: of everything a build depends on, and of the machinery alone."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from generator.model.load import source_files

_ENGINES = ("jinja2", "markdown", "mkdocs", "mkdocs-material", "pydantic", "pydyf", "weasyprint")
_PROGRAM = Path(__file__).parent.parent


def machinery(templates: Path) -> str:
    """What the same source would be rendered with: our program, the templates with their fonts, the engines."""
    digest = hashlib.sha256()
    for name in _ENGINES:
        digest.update(f"{name} {version(name)}\n".encode())
    _add(digest, _PROGRAM, _files(_PROGRAM, (".py", ".yml")))
    _add(digest, templates, _files(templates, ()))
    return digest.hexdigest()


def source(root: Path) -> str:
    """The YAML files of a project and its mkdocs.yml."""
    digest = hashlib.sha256()
    _add(digest, root, [*source_files(root), "mkdocs.yml"])
    return digest.hexdigest()


def folder(path: Path, files: Iterable[str]) -> str:
    """The names and contents of files in a folder."""
    digest = hashlib.sha256()
    _add(digest, path, files)
    return digest.hexdigest()


def of(*parts: str) -> str:
    """The fingerprint of some texts together."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{len(part)}:{part}".encode())
    return digest.hexdigest()


def _files(folder: Path, endings: tuple[str, ...]) -> list[str]:
    found = [
        Path(at, name).relative_to(folder).as_posix()
        for at, _, names in os.walk(folder)
        for name in names
        if not endings or name.endswith(endings)
    ]
    return sorted(found)


def _add(digest: hashlib._Hash, folder: Path, files: Iterable[str]) -> None:
    for file in files:
        path = folder / file
        content = path.read_bytes() if path.is_file() else b""
        digest.update(f"{file} {len(content)}\n".encode())
        digest.update(content)
