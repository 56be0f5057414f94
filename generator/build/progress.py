"""How a build tells that it moves on."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Somebody who watches a build.

    A task is a word of `progress.task` in cli.yml (`pages`, `forms` …), or any text to show as it is.
    """

    def start(self, task: str, total: int) -> None:
        """A task of `total` steps begins; 0 when nobody knows how many."""

    def advance(self, task: str) -> None:
        """One more step of a task is done."""

    def done(self, task: str) -> None:
        """A task is finished."""


class Unwatched:
    """Nobody watches."""

    def start(self, task: str, total: int) -> None:
        """Say nothing."""

    def advance(self, task: str) -> None:
        """Say nothing."""

    def done(self, task: str) -> None:
        """Say nothing."""
