"""What the check says, before anybody puts it into words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.read.marks import Place


class Severity(StrEnum):
    """How much a finding matters: an error stops the build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Another place that explains a finding, such as the first of two equal names; `role` is a word of the catalog."""

    place: Place
    role: str


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding: a rule's code, where, and the facts its message needs.

    The words are in the catalog (`generator/locale`), under the code and, where a rule has several ways to say it,
    under `variant`. Sorting goes by place, then code. `focus` is the word of a longer text that the finding is about:
    `place` is then where the text begins, until `focused` has found the word in the file.
    """

    place: Place
    code: str
    variant: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    related: tuple[Related, ...] = ()
    focus: str = ""


def finding(
    code: str,
    place: Place,
    variant: str = "",
    /,
    *,
    related: tuple[Related, ...] = (),
    focus: str = "",
    **facts: object,
) -> Diagnostic:
    """Make a diagnostic, with the facts of its message as keyword arguments."""
    said = tuple((name, str(value)) for name, value in facts.items())
    return Diagnostic(place, code, variant, said, related, focus)


def told_twice(code: str, first: Place, again: Place, **facts: object) -> tuple[Diagnostic, Diagnostic]:
    """What is the same in two places and should not be, told at both: nobody knows which of them is the slip."""
    said = tuple((name, str(value)) for name, value in facts.items())
    return (
        Diagnostic(first, code, "first", said, (Related(again, "again"),)),
        Diagnostic(again, code, "", said, (Related(first, "first"),)),
    )


def focused(diagnostic: Diagnostic, text: str) -> Diagnostic:
    """Move a finding about a word to where the word stands in `text`, its file; unchanged if it is not found."""
    if not diagnostic.focus:
        return diagnostic
    lines = text.split("\n")
    column = diagnostic.place.column - 1
    for number in range(diagnostic.place.line - 1, len(lines)):
        found = lines[number].find(diagnostic.focus, column)
        if found >= 0:
            place = Place(diagnostic.place.file, number + 1, found + 1, len(diagnostic.focus))
            return replace(diagnostic, place=place, focus="")
        column = 0
    return diagnostic
