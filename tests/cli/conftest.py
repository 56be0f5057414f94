from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from generator.cli import main
from tests.diagnostics.project import make_project


@dataclass(frozen=True)
class Outcome:
    """What a run of the command left behind."""

    status: int
    out: str
    err: str


class Handbook(Protocol):
    """The command, run in this process."""

    def __call__(self, *arguments: str) -> Outcome: ...


@pytest.fixture
def handbook(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Handbook]:
    monkeypatch.setenv("LANGUAGE", "")
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        said = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), said.out, said.err)

    yield run
    gettext.textdomain("messages")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project without any finding, in which the command is run."""
    root = make_project(tmp_path / "项目 一")
    monkeypatch.chdir(root)
    return root


def environment(**changes: str) -> dict[str, str]:
    """The environment for a process of its own."""
    return {**os.environ, **changes}
