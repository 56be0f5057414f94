"""Checking again whenever somebody saves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

from generator.check.run import CheckResult, check_project
from generator.model.load import Memory

_FOLDERS: Final = ("handbook", "forms")
_SETTLED: Final = 30
"""Milliseconds without another change after which a save is taken to be complete: editors write in several steps."""


_BEGINNING: Final = 200
"""Milliseconds after which we are told that nothing has been saved: the first time, that watching has begun."""


def check_on_save(root: Path, today: Callable[[], date]) -> Iterator[CheckResult]:
    """The result of a check now, and of another after each save; ends when the program is interrupted."""
    from watchfiles import watch  # noqa: PLC0415  # only when watching

    memory: Memory = {}
    folders = [root / name for name in _FOLDERS if (root / name).is_dir()]
    has_begun = False
    saves = watch(
        *folders,
        watch_filter=_is_ours,
        debounce=10 * _SETTLED,
        step=_SETTLED,
        rust_timeout=_BEGINNING,
        yield_on_timeout=True,
    )
    for changes in saves:
        # The first check waits until the folders are watched, so that no save can fall between the two.
        if changes or not has_begun:
            has_begun = True
            yield check_project(root, today(), memory=memory)


def _is_ours(_change: object, path: str) -> bool:
    return path.endswith((".yml", ".yaml"))
