"""The parts `forms` and `checklists`: documents that are printed again only when they say or look something else."""

from __future__ import annotations

from collections.abc import Iterator

from generator.build import fingerprint
from generator.build.printing import print_all
from generator.build.work import BuildFailed, Work
from generator.render.output import PrintJob


def print_forms(work: Work) -> None:
    """Print every form that changed."""
    from generator.render.forms import form_prints  # noqa: PLC0415  # Jinja2, only when building

    _print(work, "forms", form_prints(work.handbook, work.templates))


def print_checklists(work: Work) -> None:
    """Print every checklist that changed."""
    from generator.render.checklists import checklist_prints  # noqa: PLC0415  # Jinja2, only when building

    _print(work, "checklists", checklist_prints(work.handbook, work.templates))


def _print(work: Work, part: str, documents: Iterator[PrintJob]) -> None:
    waiting = []
    machinery = fingerprint.printing(work.templates)
    for job in documents:
        if work.is_current(job.path, fingerprint.of(machinery, job.html)):
            work.stage.keep(job.path)
        else:
            waiting.append(job)
    if not waiting:
        return
    from generator.render.pdf import PrintError  # noqa: PLC0415  # WeasyPrint, only when something is printed

    work.progress.start(part, len(waiting))
    try:
        for job, pdf in print_all(waiting, work.templates, work.handbook.settings.language, work.jobs):
            work.write(job.path, pdf)
            work.progress.advance(part)
    except PrintError as error:
        raise BuildFailed(error.name, error.messages) from None
    work.progress.done(part)
