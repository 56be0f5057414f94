"""Printing many documents, on as many processes as are worth starting."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.locale import words
from generator.render.output import PrintJob

if TYPE_CHECKING:
    from generator.render.pdf import Press

_WORTH_A_PROCESS = 4
"""A process takes about as long to start as four documents to print."""


def print_all(
    documents: Sequence[PrintJob], templates: Path, language: str, jobs: int
) -> Iterator[tuple[PrintJob, bytes]]:
    """Print documents, yielding each with its PDF in the order given. Raises PrintError at the first that fails."""
    workers = min(jobs, len(documents) // _WORTH_A_PROCESS)
    if workers <= 1:
        for job in documents:
            yield job, _print(templates, language, job)
        return
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        try:
            yield from zip(documents, pool.map(partial(_print, templates, language), documents), strict=True)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _print(templates: Path, language: str, job: PrintJob) -> bytes:
    return _press(templates, language).print(job)


@cache
def _press(templates: Path, language: str) -> Press:
    """The press of this process: its fonts and styles take as long to load as a form takes to print."""
    from generator.render.pdf import Press  # noqa: PLC0415  # WeasyPrint, wanted only where something is printed

    return Press(templates, words(language, "print"))
