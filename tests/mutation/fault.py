"""A fault: a small change to the text of a file, made as an editor in a hurry would make it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.mutation.book import Book


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the characters from `start` to `end` of a file by `new`; a file that is not there is made.

    What is wrong stands in `wrong`, a part of `new` (all of it when empty).
    """

    file: str
    start: int
    end: int
    new: str
    wrong: str = ""

    def lines(self, text: str, moved: int) -> range:
        """The lines of the fault in `text`, the changed file, in which all before the edit moved by `moved`."""
        shown = self.new.strip("\n")
        begin = self.start + moved + self.new.find(self.wrong or shown)
        first = text.count("\n", 0, begin) + 1
        return range(first, first + (self.wrong or shown).count("\n") + 1)


@dataclass(frozen=True, slots=True)
class Fault:
    """The edits of one fault, what stood there before and what stands there after, for the report."""

    edits: tuple[Edit, ...]
    before: str
    after: str

    @property
    def file(self) -> str:
        """The file of its first edit."""
        return self.edits[0].file


def added(edit: Edit) -> Fault:
    """The fault of something that stands there and should not."""
    return Fault((edit,), "", edit.wrong or edit.new.strip())


@dataclass(frozen=True, slots=True)
class Changed:
    """The changed files of a faulty handbook, and the lines in them that are wrong."""

    texts: Mapping[str, str]
    lines: tuple[tuple[str, range], ...]

    def is_near(self, file: str, line: int, distance: int = 2) -> bool:
        """Whether a line stands no further than `distance` from the fault."""
        return any(
            file == wrong and lines.start - distance <= line < lines.stop + distance for wrong, lines in self.lines
        )


def apply(fault: Fault, texts: Mapping[str, str]) -> Changed:
    """Make the fault in the files of `texts`."""
    by_file: defaultdict[str, list[Edit]] = defaultdict(list)
    for edit in sorted(fault.edits, key=lambda edit: (edit.start, edit.end)):
        by_file[edit.file].append(edit)
    changed = {file: _apply(texts.get(file, ""), edits) for file, edits in by_file.items()}
    lines = tuple(
        (file, edit.lines(changed[file], moved))
        for file, edits in by_file.items()
        for edit, moved in zip(edits, _moved(edits), strict=True)
    )
    return Changed(changed, lines)


def _apply(text: str, edits: Iterable[Edit]) -> str:
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : edit.start], edit.new]
        done = edit.end
    return "".join((*parts, text[done:]))


def _moved(edits: list[Edit]) -> Iterator[int]:
    """How far each edit is moved by those before it."""
    yield from accumulate((len(edit.new) - edit.end + edit.start for edit in edits[:-1]), initial=0)


Maker = Callable[["Book", Random], Iterator[Fault]]
"""Yields every fault of a kind that the handbook has a place for; chance chooses names and figures."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: its name, the codes under which a finding is right, and what happens in one sentence."""

    name: str
    make: Maker
    codes: frozenset[str]
    about: str


def kind(make: Maker, codes: str, about: str) -> Kind:
    """The kind that a function makes, called like the function; `codes` are separated by spaces."""
    return Kind(make.__name__.replace("_", "-"), make, frozenset(codes.split()), about)
