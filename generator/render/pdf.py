"""The only door to WeasyPrint: an HTML document goes in, a PDF comes out, and nothing goes unsaid.

Three things WeasyPrint would let pass are errors here: reading anything but the project's own templates and fonts, any
warning it logs, and a character that the handbook's font lacks (it would come from a font of the machine, or as a box).
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.logger import LOGGER
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse, URLFetchingError

from generator.collector import without_collector
from generator.render.output import PrintJob

FONT = "Handbook"
"""The family of everything printed, as the style sheets call it."""

_FONT_FILES = ("fonts/NotoSansSC-Regular.ttf", "fonts/NotoSansSC-Bold.ttf")
_STYLES = ("print/print.css", "forms/forms.css", "checklists/checklists.css")
_CONTENT_TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".ttf": "font/ttf"}
_BLANK = frozenset("\n\r\t")


class PrintError(Exception):
    """A document that cannot be printed as it should be; `name` is what readers call it."""

    def __init__(self, name: str, messages: tuple[str, ...]) -> None:
        super().__init__(name, messages)
        self.name = name
        self.messages = messages

    def __str__(self) -> str:
        return f"{self.name}：{'；'.join(self.messages)}"


class _Refused(FatalURLFetchingError):  # type: ignore[misc]  # WeasyPrint has no types
    """A document asks for something outside the templates."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


class Press:
    """Prints documents with the fonts and style sheets of one folder of templates; make one a process and keep it."""

    def __init__(self, templates: Path, words: Mapping[str, Any]) -> None:
        self._words = words["faults"]
        self._fetcher = _TemplateFetcher(templates)
        self._base = templates.resolve().as_uri() + "/"
        self._fonts = FontConfiguration()
        with _strictly(self._words["styles"], self._words):
            self._styles = [self._style(name) for name in _STYLES]
        self._characters = _characters(templates / name for name in _FONT_FILES)

    def print(self, job: PrintJob) -> bytes:
        """The document as PDF. Raises PrintError when it would not come out exactly as meant."""
        self._refuse_missing_characters(job)
        with _strictly(job.name, self._words) as faults, without_collector():
            document = HTML(string=job.html, base_url=self._base, url_fetcher=self._fetcher).render(
                font_config=self._fonts, stylesheets=self._styles
            )
            pdf: bytes = document.write_pdf()
            foreign = sorted({font.family for font in document.fonts.values()} - {FONT})
            faults.extend(self._words["foreign_font"].format(font=font) for font in foreign)
        return pdf

    def _style(self, name: str) -> CSS:
        return CSS(url=self._base + name, font_config=self._fonts, url_fetcher=self._fetcher)

    def _refuse_missing_characters(self, job: PrintJob) -> None:
        missing = set(unescape(job.html)) - self._characters
        if missing:
            listed = "、".join(f"{character}（U+{ord(character):04X}）" for character in sorted(missing))
            raise PrintError(job.name, (self._words["glyphs"].format(characters=listed),))


class _TemplateFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Reads files inside one folder, links followed to where they lead, and refuses everything else."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("file",))
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The file at `url`; raises a fatal error for any other place, so that WeasyPrint cannot go on without it."""
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        if parts.scheme != "file" or parts.netloc or not path.is_relative_to(self._folder):
            raise _Refused(url)
        return URLFetcherResponse(
            url, path.read_bytes(), {"Content-Type": _CONTENT_TYPES.get(path.suffix, "application/octet-stream")}
        )


class _Collector(logging.Handler):
    """Keeps what WeasyPrint warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _strictly(name: str, words: Mapping[str, str]) -> Iterator[list[str]]:
    """Turn whatever WeasyPrint refuses or warns of meanwhile, and the faults added to the list, into a PrintError."""
    collector, propagate = _Collector(), LOGGER.propagate
    LOGGER.addHandler(collector)
    LOGGER.propagate = False
    try:
        yield collector.messages
    except _Refused as refused:
        raise PrintError(name, (words["refused"].format(url=refused.url),)) from None
    except URLFetchingError as error:
        raise PrintError(name, (str(error),)) from None
    finally:
        LOGGER.propagate = propagate
        LOGGER.removeHandler(collector)
    if collector.messages:
        raise PrintError(name, tuple(collector.messages))


def _characters(files: Iterable[Path]) -> frozenset[str]:
    """The characters that all of the fonts have."""
    codes = []
    for file in files:
        with TTFont(file, lazy=True) as font:
            codes.append(set(font.getBestCmap()))
    return frozenset(map(chr, set.intersection(*codes))) | _BLANK
