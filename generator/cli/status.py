"""How a run ends, for scripts."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """Exit statuses of the command."""

    CLEAN = 0
    FINDINGS = 1
    CANNOT_RUN = 2
    INTERRUPTED = 130
