"""What the check says, before anybody puts it into words."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    under `variant`. Sorting goes by place, then code.
    """

    place: Place
    code: str
    variant: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    related: tuple[Related, ...] = field(default=())


def finding(
    code: str, place: Place, variant: str = "", related: tuple[Related, ...] = (), **facts: object
) -> Diagnostic:
    """Make a diagnostic, with the facts of its message as keyword arguments."""
    return Diagnostic(place, code, variant, tuple((name, str(value)) for name, value in facts.items()), related)
