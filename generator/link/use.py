"""Who names what: one use of a name."""

from __future__ import annotations

from typing import NamedTuple

from generator.link.targets import Target
from generator.model.base import Model
from generator.read.marks import Place


class Use(NamedTuple):
    """One place that names something: the thing it stands in, and the path of keys inside that part of its file."""

    by: Target
    spec: Model
    path: tuple[str | int, ...]

    @property
    def key(self) -> str:
        """The key the name stands under, such as `who`; names found in running text have the key of the text."""
        return next(step for step in reversed(self.path) if isinstance(step, str))

    @property
    def place(self) -> Place:
        """Where the name stands."""
        return self.spec.at(*self.path)
