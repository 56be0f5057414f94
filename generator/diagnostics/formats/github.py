"""Workflow commands, which GitHub shows as notes beside the changed lines."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.formats.wording import severity_name, with_hint
from generator.diagnostics.report import Explained, Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report) -> str:
    """One workflow command a finding."""
    return "\n".join(map(_command, report.findings))


def _command(found: Explained) -> str:
    place = found.place
    properties: dict[str, object] = {"file": place.file}
    if place.line:
        properties |= {"line": place.line, "col": place.column, "endColumn": place.column + place.width}
    properties["title"] = f"{severity_name(found.severity)} {found.code}"
    listed = ",".join(f"{name}={_escape_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS[found.severity]} {listed}::{_escape(with_hint(found))}"


def _escape(text: str) -> str:
    """A command ends with its line, so line breaks are written as percent escapes."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
