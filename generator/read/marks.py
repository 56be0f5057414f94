"""YAML containers that remember where each of their parts stands in the file.

A document is made of `Block` (a mapping), `Series` (a list) and plain `str`. Nothing is converted: what looks like a
number or a date in YAML 1.1 stays the text that the editor wrote, and the model decides what it means.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line in a file; line and column count from 1, width in characters."""

    file: str
    line: int
    column: int
    width: int = 1


Spot = tuple[int, int]
"""Line and column, counted from 0."""


class Block(dict[str, "Node"]):
    """A mapping with the positions of its keys and values, counted from 0; `end` is where the next thing may begin."""

    __slots__ = ("column", "end", "file", "line", "spots")

    def __init__(self, file: str, line: int, column: int) -> None:
        super().__init__()
        self.file = file
        self.line = line
        self.column = column
        self.end: Spot = (line, column)
        self.spots: dict[str, tuple[Spot, Spot]] = {}

    def put(self, key: str, key_at: Spot, value: Node, value_at: Spot) -> None:
        """Set `key` and remember where it and its value stand."""
        self[key] = value
        self.spots[key] = (key_at, value_at)

    @property
    def place(self) -> Place:
        """Where the mapping begins."""
        return Place(self.file, self.line + 1, self.column + 1)

    def covers(self, place: Place) -> bool:
        """Whether `place` lies within the mapping."""
        spot = (place.line - 1, place.column - 1)
        return place.file == self.file and (self.line, self.column) <= spot < self.end

    def place_of_key(self, key: str) -> Place:
        """Where `key` stands; the mapping's own place when it has no such key."""
        spot = self.spots.get(key)
        return Place(self.file, spot[0][0] + 1, spot[0][1] + 1, max(len(key), 1)) if spot else self.place

    def place_of(self, path: Sequence[str | int]) -> Place:
        """Where the value at `path` stands, or the deepest part of the path that exists."""
        place = self.place
        current: Node = self
        for step in path:
            below = child(current, step)
            if below is None:
                continue
            line, column = current.spot_of(step) if isinstance(current, Series | Block) else (0, 0)
            place = Place(self.file, line + 1, column + 1, _width(below))
            current = below
        return place

    def spot_of(self, step: str | int) -> Spot:
        """Line and column, from 0, of the value under a key it has."""
        return self.spots[str(step)][1]


class Series(list["Node"]):
    """A list with the positions of its elements, counted from 0."""

    __slots__ = ("spots",)

    def __init__(self) -> None:
        super().__init__()
        self.spots: list[Spot] = []

    def put(self, value: Node, at: Spot) -> None:
        """Append `value` and remember where it stands."""
        self.append(value)
        self.spots.append(at)

    def spot_of(self, step: str | int) -> Spot:
        """Line and column, from 0, of the element at a position it has."""
        return self.spots[int(step)]


Node = Block | Series | str


def child(node: Node, step: str | int) -> Node | None:
    """What stands in `node` under a key or at a position; None if nothing does."""
    if isinstance(node, Block) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Series) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def _width(node: Node) -> int:
    """Characters to underline: a text's first line, one character of a container."""
    return max(len(node.split("\n", 1)[0]), 1) if isinstance(node, str) else 1
