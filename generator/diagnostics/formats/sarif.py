"""SARIF 2.1.0, the format of code scanners."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.diagnostics.catalog import Rule, rule
from generator.diagnostics.formats.rule_page import rule_markdown
from generator.diagnostics.formats.wording import phrase, with_hint
from generator.diagnostics.report import Explained, Report
from generator.read.marks import Place

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report) -> str:
    """One SARIF log with one run, its rules those that the findings name."""
    codes = sorted({found.code for found in report.findings})
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "handbook",
                        "fullName": phrase("tool"),
                        "version": __version__,
                        "language": phrase("region"),
                        "rules": [_descriptor(rule(code)) for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(found, codes.index(found.code)) for found in report.findings],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _descriptor(described: Rule) -> dict[str, Any]:
    return {
        "id": described.code,
        "shortDescription": {"text": described.title},
        "fullDescription": {"text": described.explanation},
        "help": {"text": described.explanation, "markdown": rule_markdown(described)},
        "defaultConfiguration": {"level": described.severity.value},
    }


def _result(found: Explained, rule_index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": rule_index,
        "level": found.severity.value,
        "message": {"text": with_hint(found)},
        "locations": [{"physicalLocation": _location(found.place)}],
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": other.message}, "physicalLocation": _location(other.place)}
            for number, other in enumerate(found.related)
        ]
    return result


def _location(place: Place) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file, safe="/", errors="surrogateescape")}}
    if place.line:
        location["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.width,
        }
    return location
