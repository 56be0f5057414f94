"""The formats in which a report can be written, one module each."""

from __future__ import annotations

from enum import StrEnum

from generator.diagnostics.formats import concise, github, json, sarif, text
from generator.diagnostics.report import Report


class Format(StrEnum):
    """For whom a report is written: people, one line a finding, programs, GitHub, code scanners."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def render(report: Report, format: Format | str, *, color: bool = False, width: int = 100) -> str:  # noqa: A002
    """Write a report; `color` and `width`, the columns of the terminal, matter to the text format only."""
    match Format(format):
        case Format.TEXT:
            return text.render(report, color=color, width=width)
        case Format.CONCISE:
            return concise.render(report)
        case Format.JSON:
            return json.render(report)
        case Format.GITHUB:
            return github.render(report)
        case Format.SARIF:
            return sarif.render(report)
