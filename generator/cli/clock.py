"""The day it is where the command is run."""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """The date on this machine."""
    return datetime.now().astimezone().date()
