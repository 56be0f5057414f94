"""The thin door to the site engine: MkDocs, until another takes its place."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class SiteError(Exception):
    """MkDocs refused; `messages` are its warnings and errors, one a line."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


def build_site(config: Path, pages: Path, output: Path) -> None:
    """Build the site of the Markdown in `pages` into the folder `output`, which is emptied first.

    `config` is mkdocs.yml. Raises SiteError, and takes any warning for an error.
    """
    from mkdocs.commands.build import build  # noqa: PLC0415  # heavy, and only needed here
    from mkdocs.config import load_config  # noqa: PLC0415
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415

    with _listening() as said, _without_the_time():
        try:
            build(load_config(str(config), docs_dir=str(pages), site_dir=str(output), strict=True))
        except MkDocsException as refused:
            raise SiteError((*said, str(refused))) from refused
        except SystemExit as refused:
            raise SiteError(tuple(said)) from refused


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect what MkDocs warns of, instead of having it printed."""
    logger, cutter, ear = logging.getLogger("mkdocs"), logging.getLogger("jieba"), _Ear()
    propagated, level = logger.propagate, cutter.level
    logger.addHandler(ear)
    logger.propagate = False
    # Importing jieba, which cuts Chinese into words, sets its logger to tell how long it loads its dictionary.
    import jieba  # noqa: F401, PLC0415

    cutter.setLevel(logging.WARNING)
    try:
        yield ear.said
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagated
        cutter.setLevel(level)


@contextmanager
def _without_the_time() -> Iterator[None]:
    """MkDocs dates the site map; the same source must give the same bytes on any day."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
