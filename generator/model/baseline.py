"""The findings that were there when a handbook took up the check."""

from __future__ import annotations

from generator.model.base import Model
from generator.model.values import Name, Whole


class KnownFinding(Model):
    """A finding that is known: the rule, the file, the line as it stands there, and how often."""

    rule: Name
    file: str
    line: str
    times: Whole = 1


class Baseline(Model):
    """`handbook/baseline.yml`: findings that do not count; it may only shrink."""

    findings: tuple[KnownFinding, ...]
