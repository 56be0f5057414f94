"""A report with one of everything, for the tests of the formats."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.diagnostics.report import Report, explain
from generator.read.marks import Place

FILE = "handbook/source/policies/投诉 办法.yml"
SOURCE = """\
title: 投诉办法
chapters:
  - articles:
      - id: register
        客服专员: {whoo: 客服砖员, form: 投诉登记表}
      - id: register
"""


def report(*diagnostics: Diagnostic, source: str = SOURCE) -> Report:
    return explain(diagnostics, {FILE: source})


def one_of_everything() -> Report:
    return report(
        finding("S001", Place(FILE, 5, 16, 4), key="whoo", near="who", known="who、when"),
        finding("R001", Place(FILE, 5, 22, 4), "role", name="客服砖员", near="客服专员"),
        finding("R005", Place(FILE, 6, 13, 8), related=(Related(Place(FILE, 4, 13, 8), "first"),), id="register"),
        finding("R004", Place(FILE, 1, 8, 4), "form", name="投诉办法"),
    )
