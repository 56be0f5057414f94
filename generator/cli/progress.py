"""Progress bars on a terminal, plain lines everywhere else; both on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from generator.build.progress import Progress
from generator.cli.words import say
from generator.locale import LANGUAGE, words

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """Something to watch a build with, for as long as it lasts."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    from rich.console import Console  # noqa: PLC0415  # only a terminal needs it
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as RichProgress  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with RichProgress(*columns, console=Console(stderr=True), transient=True) as bars:
        yield Bars(bars)


def task_name(task: str) -> str:
    """What a reader calls a task."""
    name: str = words(LANGUAGE, "cli")["progress"]["task"].get(task, task)
    return name


class Lines:
    """One line when a task begins and one when it ends, for logs and pipes."""

    def __init__(self) -> None:
        self._done: dict[str, int] = {}
        self._total: dict[str, int] = {}

    def start(self, task: str, total: int) -> None:
        """Announce a task."""
        self._done[task], self._total[task] = 0, total
        click.echo(say("progress.begun", task=task_name(task)), err=True)

    def advance(self, task: str) -> None:
        """Count a step."""
        self._done[task] += 1

    def done(self, task: str) -> None:
        """Say how many steps were done, if anybody knew how many there would be."""
        if self._total[task]:
            line = say("progress.line", task=task_name(task), done=self._done[task], total=self._total[task])
            click.echo(line, err=True)


class Bars:
    """One bar a task."""

    def __init__(self, bars: RichProgress) -> None:
        self._bars = bars
        self._ids: dict[str, TaskID] = {}

    def start(self, task: str, total: int) -> None:
        """Show a bar; one that only pulses when the number of steps is unknown."""
        self._ids[task] = self._bars.add_task(task_name(task), total=total or None)

    def advance(self, task: str) -> None:
        """Move the bar by one step."""
        self._bars.advance(self._ids[task])

    def done(self, task: str) -> None:
        """Take the bar away."""
        self._bars.remove_task(self._ids.pop(task))
