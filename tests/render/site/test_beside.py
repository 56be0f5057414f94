"""Pages made in two processes are the same as in one, and so is what goes wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from generator.render.output import Page
from generator.render.site.beside import side_by_side


def _some() -> Iterator[Page]:
    yield Page("a.md", str(os.getpid()))
    yield Page("b.md", "乙" * 100_000)


def _others() -> Iterator[Page]:
    yield Page("c.md", str(os.getpid()))


def test_pages_come_in_the_order_given_whoever_is_done_first() -> None:
    pages = list(side_by_side(_some, _others))
    assert [page.path for page in pages] == ["a.md", "b.md", "c.md"]
    assert pages[1].content == "乙" * 100_000
    assert pages[0].content != pages[2].content, "both were made in one process"


def _broken() -> Iterator[Page]:
    yield Page("a.md", "")
    raise ValueError("a page that cannot be made")


def test_what_is_wrong_with_a_page_is_raised_here(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError, match="cannot be made"):
        list(side_by_side(_broken, _others))
    assert capfd.readouterr().err == "", "no traceback of the helper is shown"
