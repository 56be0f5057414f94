"""Words and phrases that several formats share."""

from __future__ import annotations

from generator.diagnostics.report import Explained
from generator.diagnostics.visible import visible
from generator.locale import LANGUAGE, words
from generator.read.marks import Place


def phrase(key: str, **facts: object) -> str:
    """The phrase `key` of report.yml with its facts filled in."""
    said: str = words(LANGUAGE, "report")[key]
    return said.format(**facts)


def severity_name(severity: str) -> str:
    """What a reader calls a severity."""
    name: str = words(LANGUAGE, "report")["severity"][severity]
    return name


def place_name(place: Place) -> str:
    """file:line:column, or the file alone when the finding is about all of it."""
    file = visible(place.file)
    return phrase("place", file=file, line=place.line, column=place.column) if place.line else file


def with_hint(found: Explained) -> str:
    """The message and, on a line of its own, the change to make."""
    return f"{found.message}\n{phrase('hint', hint=found.hint)}" if found.hint else found.message
