"""Whether two places can be seen at one glance."""

from __future__ import annotations

from generator.read.marks import Place

_IN_SIGHT = 2
"""How many lines below or above a finding an editor looks for what is wrong."""


def are_far_apart(one: Place, other: Place) -> bool:
    """Whether one place is out of sight of the other, so that each deserves a finding of its own."""
    return one.file != other.file or abs(one.line - other.line) > _IN_SIGHT
