"""Fingerprints: whether what something is made of is still what it was."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Final

from generator.build.stage import files_below
from generator.model.load import source_files

_PROGRAM: Final = Path(__file__).parent.parent
_PRINTING: Final = ("pydyf", "weasyprint")
_SITE: Final = ("jieba", "jinja2", "markdown", "mkdocs", "mkdocs-material", "pymdown-extensions")


def everything(root: Path, templates: Path) -> str:
    """All that a build depends on: the YAML files, mkdocs.yml, the templates, the program and the engines."""
    return of(
        *_versions(_PRINTING + _SITE + ("pydantic", "pyyaml")),
        folder(root, [*source_files(root), "mkdocs.yml"]),
        folder(templates, files_below(templates)),
        folder(_PROGRAM, [file for file in files_below(_PROGRAM) if file.endswith((".py", ".yml"))]),
    )


def printing(templates: Path) -> str:
    """What a document's PDF depends on beside its HTML: styles, fonts and the engine."""
    used = [file for file in files_below(templates) if not file.startswith("site/")]
    return of(*_versions(_PRINTING), folder(templates, used), folder(_PROGRAM, ["render/pdf.py"]))


def site_engine(root: Path, templates: Path) -> str:
    """What a page's HTML depends on beside its Markdown: the settings, the theme and the engine."""
    theme = [file for file in files_below(templates) if file.startswith("site/theme/")]
    doors = ["render/engine.py", "render/site_update.py"]
    return of(*_versions(_SITE), folder(root, ["mkdocs.yml"]), folder(templates, theme), folder(_PROGRAM, doors))


def folder(path: Path, files: Iterable[str]) -> str:
    """The names and contents of files in a folder."""
    digest = hashlib.blake2b(digest_size=32)
    for file in files:
        content = (path / file).read_bytes() if (path / file).is_file() else b""
        digest.update(f"{file} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def of(*parts: str) -> str:
    """The fingerprint of some texts together."""
    digest = hashlib.blake2b(digest_size=32)
    for part in parts:
        digest.update(f"{len(part)}:{part}".encode())
    return digest.hexdigest()


def _versions(names: Iterable[str]) -> list[str]:
    return [f"{name} {version(name)}" for name in names]
