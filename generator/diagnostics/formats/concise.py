"""One line a finding: for a quick look, for grep, and for editors that jump to file:line:column."""

from __future__ import annotations

from generator.diagnostics.formats.wording import phrase, place_name, severity_name
from generator.diagnostics.report import Report


def render(report: Report) -> str:
    """One line a finding, and nothing when there is none."""
    return "\n".join(
        phrase(
            "finding",
            place=place_name(found.place),
            severity=severity_name(found.severity),
            code=found.code,
            message=found.message,
        )
        for found in report.findings
    )
