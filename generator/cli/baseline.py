"""`handbook baseline`: take up the check on an old handbook."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.project import CannotRun, project_option
from generator.cli.words import described, say


@click.command(**described("baseline"))
@project_option
def baseline(project: Path) -> None:
    """Write the baseline where there is none, else take out of it what has been mended."""
    from generator.check.baseline import FILE, as_yaml, read_baseline, shrunk  # noqa: PLC0415  # --help must not wait
    from generator.check.run import check_project  # noqa: PLC0415
    from generator.check.settings import is_configurable  # noqa: PLC0415
    from generator.cli.clock import today  # noqa: PLC0415

    before = read_baseline(project)
    result = check_project(project, today())
    if before.diagnostics or result.handbook is None:
        raise CannotRun(say("message.baseline_not_ready"))
    found = (*result.known, *(one for one in result.diagnostics if is_configurable(one.code)))
    now = shrunk(before.written, found, result.sources)
    written = project / f"{FILE}.new"
    written.write_text(as_yaml(now, say("baseline.heading")), encoding="utf-8", newline="")
    written.replace(project / FILE)
    click.echo(say("message.baseline", file=FILE, number=now.total()))
