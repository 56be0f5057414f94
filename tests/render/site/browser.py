"""A built site and a browser to look at it with."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from generator.derive.checklists import sheets
from generator.link.handbook import Handbook
from generator.render.checklists import checklist_paths
from generator.render.engine import build_site
from generator.render.site import site_assets, site_pages

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "handbook" / "templates"
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def write_pages(handbook: Handbook, folder: Path) -> None:
    """Everything that MkDocs reads, with an empty file for each PDF."""
    for page in site_pages(handbook, TEMPLATES):
        _file(folder, page.path).write_text(page.content, encoding="utf-8")
    for path, source in site_assets(TEMPLATES):
        shutil.copy(source, _file(folder, path))
    for form in handbook.forms:
        _file(folder, f"files/forms/{form.id}.pdf").touch()
    every = (sheet for of_department in sheets(handbook).values() for sheet in of_department)
    for path in checklist_paths(handbook, every).values():
        _file(folder, f"files/{path}").touch()


def built(handbook: Handbook, folder: Path) -> Path:
    """The site of a handbook, built in `folder` with the project's own mkdocs.yml."""
    write_pages(handbook, folder / "pages")
    build_site(ROOT / "mkdocs.yml", folder / "pages", folder / "site")
    return folder / "site"


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site on a web server of this machine, at the address given."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a screen."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "`make test` installs Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield browser
        browser.close()


def search(page: Page, words: str) -> list[str]:
    """What the search box finds, each result as one word without spaces, the best first."""
    page.click(".md-search__input")
    page.wait_for_timeout(300)
    before = page.inner_html(".md-search-result")
    page.fill(".md-search__input", words)
    for _ in range(20):
        page.dispatch_event(".md-search__input", "keyup")
        page.wait_for_timeout(150)
        if page.inner_html(".md-search-result") != before:
            break
    found = page.locator(".md-search-result__item").all_inner_texts()
    return [re.sub(r"[\s\u200b]+", "", result) for result in found]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the base class calls it that
        pass


def _file(folder: Path, path: str) -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    return file
