"""A small project with the handbook's own templates, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build.progress import Unwatched
from generator.build.run import BuildResult, build
from generator.build.stage import files_below
from generator.diagnostics.diagnostic import Severity
from tests.project import project

ROOT = Path(__file__).parent.parent.parent


def with_templates(root: Path) -> Path:
    """Give a project the templates and mkdocs.yml of the real handbook."""
    (root / "handbook").mkdir(parents=True, exist_ok=True)
    (root / "handbook" / "templates").symlink_to(ROOT / "handbook" / "templates")
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    return root


def build_all(root: Path, *only: str) -> BuildResult:
    """Build a project as `handbook build` does."""
    return build(root, None, frozenset(only), 1, Unwatched())


def errors(result: BuildResult) -> list[str]:
    """The codes of what keeps a handbook from being built; what is only advised against does not matter here."""
    return [found.code for found in result.report.findings if found.severity is Severity.ERROR]


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {file: (folder / file).read_bytes() for file in files_below(folder)}


def dates(folder: Path) -> dict[str, int]:
    """When each file of a folder was written."""
    return {file: (folder / file).stat().st_mtime_ns for file in files_below(folder)}


@pytest.fixture(scope="session")
def once_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = with_templates(project(tmp_path_factory.mktemp("once")))
    assert errors(build_all(root)) == []
    return root


@pytest.fixture
def built(once_built: Path, tmp_path: Path) -> Path:
    """A copy of the built project that a test may change."""
    return Path(shutil.copytree(once_built, tmp_path / "copy", symlinks=True))
