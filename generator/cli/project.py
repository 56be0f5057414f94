"""Which project a command is about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from generator.cli.status import Status
from generator.cli.words import say

Command = TypeVar("Command", bound=Callable[..., Any])

MARK = Path("handbook", "source")


class CannotRun(click.ClickException):  # says what happens, as click's own Abort and Exit do
    """The command cannot do its work here; the message says why."""

    exit_code = Status.CANNOT_RUN


def find_project(start: Path) -> Path:
    """The nearest folder from `start` upwards that has `handbook/source`; raises CannotRun."""
    here = start.resolve()
    found = next((folder for folder in (here, *here.parents) if (folder / MARK).is_dir()), None)
    if found is None:
        raise CannotRun(say("message.no_project", folder=start))
    return found


def _project(context: click.Context, _parameter: click.Parameter, given: Path | None) -> Path:
    chosen: Path | None = given or context.find_root().obj
    if chosen is None:
        return find_project(Path.cwd())
    if not (chosen / MARK).is_dir():
        raise CannotRun(say("message.not_a_project", folder=chosen))
    return chosen.resolve()


def project_option(command: Command) -> Command:
    """Give a command the option -C; its function gets the project's folder as `project`."""
    option = click.option(
        "-C",
        "--project",
        type=click.Path(path_type=Path),
        metavar=say("metavar.folder"),
        callback=_project,
        help=say("option.project"),
    )
    return option(command)
