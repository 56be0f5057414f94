"""`handbook build`: check, then make everything people use."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.cli.project import CannotRun, project_option
from generator.cli.status import Status
from generator.cli.words import described, say

PARTS = ("site", "forms", "checklists")


@click.command(**described("build"))
@click.option("--only", type=click.Choice(PARTS), multiple=True, help=say("option.only"))
@click.option("--jobs", type=click.IntRange(min=1), metavar=say("metavar.number"), help=say("option.jobs"))
@click.option(
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    metavar=say("metavar.folder"),
    help=say("option.output"),
)
@project_option
@click.pass_context
def build(context: click.Context, only: tuple[str, ...], jobs: int | None, output: Path | None, project: Path) -> None:
    """Build the parts asked for; errors leave the last results in place and make the status 1."""
    from generator.build.run import BuildFailed  # noqa: PLC0415  # --help must not wait for the renderers
    from generator.build.run import build as build_project  # noqa: PLC0415
    from generator.build.stage import BuildBusyError  # noqa: PLC0415
    from generator.cli.progress import shown_progress  # noqa: PLC0415
    from generator.cli.screen import show  # noqa: PLC0415
    from generator.diagnostics.formats import Format  # noqa: PLC0415

    try:
        with shown_progress() as progress:
            result = build_project(project, output, frozenset(only), jobs or available_processors(), progress)
    except BuildFailed as failure:
        click.echo(say("message.build_failed", name=failure.name), err=True)
        for message in failure.messages:
            click.echo(f"  {message}", err=True)
        context.exit(Status.FINDINGS)
    except BuildBusyError:
        raise CannotRun(say("message.busy")) from None
    report = result.report
    if report.findings:
        show(report, Format.TEXT)
    if report.has_errors:
        click.echo(say("message.not_built"), err=True)
        context.exit(Status.FINDINGS)
    folder = output or Path("build")
    if result.unchanged:
        click.echo(say("message.unchanged", folder=folder))
    else:
        written, removed = len(result.written), len(result.removed)
        click.echo(say("message.built", folder=folder, written=written, removed=removed))


def available_processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
