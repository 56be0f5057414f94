"""`handbook check --watch` answers each save."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.diagnostics.project import POLICY, make_project

POLICY_FILE = "handbook/source/policies/example.yml"
WAITING = "正在等待保存，按 Ctrl-C 结束。"


class Watching:
    """A running `handbook check --watch` and what it says."""

    def __init__(self, project: Path) -> None:
        command = (Path(sys.executable).with_name("handbook"), "check", "--watch", "--format", "concise")
        self.process = subprocess.Popen(
            command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "TERM": "dumb"}
        )
        assert self.process.stdout is not None
        self.output = self.process.stdout.fileno()
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.output, selectors.EVENT_READ)

    def says(self, expected: str) -> bool:
        """Whether it says this before it waits for the next save; one save may be answered in several steps."""
        said = ""
        end = time.monotonic() + 30
        while not (expected in said and said.rstrip().endswith(WAITING)):
            assert time.monotonic() < end, said
            if self.selector.select(timeout=1):
                said += os.read(self.output, 65536).decode("utf-8", "replace")
        return True


@pytest.fixture
def watching(project: Path) -> Iterator[Watching]:
    running = Watching(project)
    yield running
    running.process.kill()
    running.process.wait()
    assert running.process.stdout is not None
    running.process.stdout.close()


def test_each_save_is_answered_until_it_is_interrupted(project: Path, watching: Watching) -> None:
    assert watching.says(WAITING)

    make_project(project, {POLICY_FILE: {**POLICY, "owner": "客服步"}})
    assert watching.says("R001 没有叫“客服步”的部门")

    (project / POLICY_FILE).write_text("title: [", encoding="utf-8")
    assert watching.says("Y006")

    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(10) == 128 + signal.SIGINT
