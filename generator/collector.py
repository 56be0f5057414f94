"""Python's cycle collector, kept out of the way of work that makes many objects and no garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector(is_last: bool = False) -> Iterator[None]:
    """No cycle collection meanwhile: walking half a million live objects again and again is a quarter of the time.

    What the last work of a program has made is not looked through when the program ends, either.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_last:
            gc.freeze()
        if was_on:
            gc.enable()
