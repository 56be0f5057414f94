"""What the terminal can show."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TextIO

import click

from generator.diagnostics.formats import Format, render
from generator.diagnostics.report import Report

_WIDEST = 120


def has_colour(stream: TextIO) -> bool:
    """Whether to write in colour: NO_COLOR and FORCE_COLOR decide, else whether a person is looking."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def show(report: Report, format: Format) -> None:  # noqa: A002
    """Print a report to standard output; nothing at all when the format has nothing to say."""
    colour = has_colour(sys.stdout)
    width = min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() else 100
    text = render(report, format, color=colour, width=width)
    if text:
        click.echo(text, color=colour)
