"""A list of objects for other programs; docs/diagnostics.schema.json describes its shape."""

from __future__ import annotations

import json
from typing import Any

from generator.diagnostics.report import Explained, Report
from generator.diagnostics.visible import visible
from generator.read.marks import Place


def render(report: Report) -> str:
    """The findings as a JSON list, in order."""
    return json.dumps([_as_object(found) for found in report.findings], ensure_ascii=False, indent=2)


def _as_object(found: Explained) -> dict[str, Any]:
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint or None,
        **_where(found.place),
        "related": [{"message": other.message, **_where(other.place)} for other in found.related],
    }


def _where(place: Place) -> dict[str, Any]:
    return {
        "file": visible(place.file),
        "line": place.line,
        "column": place.column,
        "end_column": place.column + place.width,
    }
