"""The handbook's own forms as the last `handbook build` printed them, which `make test` has just run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdf
import pytest

from generator.build import fingerprint
from generator.build.manifest import read_manifest
from generator.check.run import check_project
from generator.locale import words
from generator.render.slug import slugs

ROOT = Path(__file__).parents[2]
PURPOSE = words("zh-Hans", "print")["form"]["purpose"]
LEAST = 0.3
"""How far down its last page a form reaches, as a share of the page; what ends higher belongs on the page before."""


@pytest.fixture(scope="module")
def printed() -> dict[str, tuple[Path, int]]:
    """The PDF of every form and the number of its copies."""
    build = ROOT / "build"
    if read_manifest(build).parts.get("forms") != fingerprint.everything(ROOT, ROOT / "handbook" / "templates"):
        pytest.skip("the forms in build/ are not those in forms/: run `handbook build`")
    handbook = check_project(ROOT, rules=()).handbook
    assert handbook is not None
    stems = slugs(form.id for form in handbook.forms)
    return {form.name: (build / "forms" / f"{stems[form.id]}.pdf", max(1, len(form.copies))) for form in handbook.forms}


def test_the_last_page_of_a_form_is_worth_its_paper(printed: dict[str, tuple[Path, int]]) -> None:
    ends = {}
    for title, (path, copies) in printed.items():
        document = pypdf.PdfReader(path)
        pages = len(document.pages) // copies
        if pages > 1:
            ends[title] = round(_end(document.pages[pages - 1]), 2)
    assert {title: end for title, end in ends.items() if end < LEAST} == {}


def _end(page: pypdf.PageObject) -> float:
    """Where the purpose stands, which closes a form right under its frame: 0 is the top of the page, 1 its foot."""
    heights = []

    def visit(text: str, outer: list[float], inner: list[float], *_: Any) -> None:
        if text.strip() == PURPOSE:
            heights.append(inner[5] * outer[3] + outer[5])

    page.extract_text(visitor_text=visit)
    return 1 - min(heights) / float(page.mediabox.height)
