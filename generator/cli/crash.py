"""When the program itself is at fault: say so plainly, and keep what its maintainers need."""

from __future__ import annotations

import platform
import shlex
import sys
import tempfile
import traceback
from collections.abc import Sequence

import click

from generator import __version__
from generator.cli.status import Status
from generator.cli.words import say


def report_crash(error: BaseException, arguments: Sequence[str]) -> int:
    """Save a report of an unexpected error in the system's temporary folder and tell the user; returns the status."""
    report = _report(error, arguments)
    what = traceback.format_exception_only(error)[-1].strip()
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="handbook-", suffix=".txt", delete=False
        ) as file:
            file.write(report)
        saved, rest = file.name, ""
    except OSError as unsaved:
        saved, rest = say("message.crash_unsaved", reason=unsaved.strerror), f"\n\n{report}"
    click.echo(say("message.crash", what=what, file=saved) + rest, err=True)
    return Status.CANNOT_RUN


def _report(error: BaseException, arguments: Sequence[str]) -> str:
    return "\n".join(
        [
            f"handbook {__version__}, Python {sys.version.split()[0]}, {platform.platform()}",
            shlex.join(["handbook", *arguments]),
            "",
            *(line.rstrip("\n") for line in traceback.format_exception(error)),
            "",
        ]
    )
