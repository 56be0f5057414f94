"""A build folder is filled beside the old one and put in its place in one step.

Whatever stops a build half-way, a kill included, the last good folder stays complete. Files that did not change are
hard links to the old ones: they cost nothing and keep their dates.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_EXCHANGE = 2
_HERE = -100


class BuildBusyError(Exception):
    """Another build is filling the same folder."""


class Stage:
    """The folder `new` is being filled; `old` is the last good one, which may not exist."""

    def __init__(self, old: Path, new: Path) -> None:
        self.old = old
        self.new = new

    def write(self, path: str, content: bytes) -> bool:
        """Put a file in place; returns False, and keeps the old file, when that says the same."""
        before = self.old / path
        if before.is_file() and before.stat().st_size == len(content) and before.read_bytes() == content:
            self.keep(path)
            return False
        after = self._room_for(path)
        after.write_bytes(content)
        return True

    def keep(self, path: str) -> None:
        """Carry an old file over as it is."""
        _link(self.old / path, self._room_for(path))

    def keep_all(self, path: str) -> None:
        """Carry an old file or folder over, if there is one."""
        if (self.old / path).is_file():
            self.keep(path)
        for file in files_below(self.old / path):
            self.keep(f"{path}/{file}")

    def add_copy(self, source: Path, path: str) -> None:
        """Put a copy of `source` in place of whatever stands there, as a link where that is possible."""
        target = self._room_for(path)
        target.unlink(missing_ok=True)
        _link(source, target)

    def keep_what_is_equal(self, path: str) -> tuple[str, ...]:
        """Replace new files in a folder that say the same as old ones by the old; returns the others."""
        changed = []
        for file in files_below(self.new / path):
            before, after = self.old / path / file, self.new / path / file
            if before.is_file() and before.read_bytes() == after.read_bytes():
                after.unlink()
                _link(before, after)
            else:
                changed.append(f"{path}/{file}")
        return tuple(changed)

    def _room_for(self, path: str) -> Path:
        target = self.new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target


@contextmanager
def staged(output: Path) -> Iterator[Stage]:
    """A stage for `output`; on leaving without an exception it becomes `output`, otherwise it vanishes.

    Raises BuildBusyError when another build has a stage beside it open.
    """
    new = output.with_name(f"{output.name}.next")
    spare = output.with_name(f"{output.name}.old")
    output.parent.mkdir(parents=True, exist_ok=True)
    with _locked(output.parent):
        _recover(output, spare)
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
        try:
            yield Stage(output, new)
            _put_in_place(new, output, spare)
        finally:
            shutil.rmtree(new, ignore_errors=True)
            shutil.rmtree(spare, ignore_errors=True)


def files_below(folder: Path) -> list[str]:
    """The files in a folder and below, as sorted relative paths with forward slashes."""
    found = [Path(at, name).relative_to(folder).as_posix() for at, _, names in os.walk(folder) for name in names]
    return sorted(found)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the one lock of a folder; it needs no file of its own and a killed process cannot leave it behind."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BuildBusyError(str(folder)) from None
        yield
    finally:
        os.close(handle)


def _recover(output: Path, spare: Path) -> None:
    """Undo the first half of a swap that was killed between its two halves."""
    if spare.exists() and not output.exists():
        spare.rename(output)


def _put_in_place(new: Path, output: Path, spare: Path) -> None:
    """Make `new` the output: in one step where the system can, in two that `_recover` understands elsewhere."""
    if not output.exists():
        new.rename(output)
    elif not _exchange(new, output):
        output.rename(spare)
        new.rename(output)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system has no such call."""
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    done: int = call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    if done == 0:
        return True
    if ctypes.get_errno() in (errno.EINVAL, errno.ENOSYS):
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
