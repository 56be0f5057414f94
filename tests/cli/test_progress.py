from __future__ import annotations

import io
import os
import pty
import subprocess
import sys

import pytest
from rich.console import Console
from rich.progress import Progress as RichProgress

from generator.cli.progress import Bars, Lines
from tests.cli.conftest import environment


def test_a_log_gets_one_line_at_the_beginning_and_one_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    watching = Lines()

    watching.start("forms", 2)
    watching.advance("forms")
    watching.advance("forms")
    watching.done("forms")

    assert capsys.readouterr().err == "生成表单……\n生成表单：2/2\n"


def test_a_task_of_unknown_length_is_only_announced(capsys: pytest.CaptureFixture[str]) -> None:
    watching = Lines()

    watching.start("一项新的工作", 0)
    watching.done("一项新的工作")

    assert capsys.readouterr().err == "一项新的工作……\n"


def test_a_terminal_shows_a_bar_for_each_task() -> None:
    screen = io.StringIO()
    bars = RichProgress(console=Console(file=screen, force_terminal=True, width=80))
    with bars:
        watching = Bars(bars)
        watching.start("forms", 4)
        watching.advance("forms")
        watching.advance("forms")
        (bar,) = bars.tasks
        assert (bar.description, bar.completed, bar.total) == ("生成表单", 2, 4)
        watching.done("forms")
        assert bars.tasks == []


@pytest.mark.parametrize(("changes", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_person_at_a_terminal_sees_colours_unless_told_otherwise(changes: dict[str, str], coloured: bool) -> None:
    script = "import sys; from generator.cli.screen import has_colour; print(has_colour(sys.stdout))"

    assert said_to_a_terminal(script, {"TERM": "xterm", **changes}) == str(coloured)


def test_a_person_at_a_terminal_gets_bars_and_a_log_gets_lines() -> None:
    script = "from generator.cli.progress import shown_progress\nwith shown_progress() as p: print(type(p).__name__)"

    assert "Bars" in said_to_a_terminal(script, {"TERM": "xterm"})
    logged = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert logged.stdout == "Lines\n"


def said_to_a_terminal(script: str, changes: dict[str, str]) -> str:
    """What a script prints when its output is a terminal."""
    ours, theirs = pty.openpty()
    names = {name: value for name, value in environment(**changes).items() if name != "FORCE_COLOR"}
    subprocess.run([sys.executable, "-c", script], stdout=theirs, stderr=theirs, env=names, check=True)
    os.close(theirs)
    said = os.read(ours, 100_000).decode()
    os.close(ours)
    return said.replace("\r", "").strip()
