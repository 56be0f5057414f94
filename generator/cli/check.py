"""`handbook check`: everything there is to mend."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.project import project_option
from generator.cli.status import Status
from generator.cli.words import described, say
from generator.collector import without_collector

FORMATS = ("text", "concise", "json", "github", "sarif")


@click.command(**described("check"))
@click.option("--format", "chosen", type=click.Choice(FORMATS), default="text", help=say("option.format"))
@click.option("--watch", is_flag=True, help=say("option.watch"))
@project_option
@click.pass_context
def check(context: click.Context, chosen: str, watch: bool, project: Path) -> None:
    """Print all findings; errors and warnings make the status 1."""
    if watch:
        _check_on_save(project, chosen)
        return
    with without_collector(is_last=True):
        is_clean = _check(project, chosen)
    context.exit(Status.CLEAN if is_clean else Status.FINDINGS)


def _check(project: Path, chosen: str) -> bool:
    from generator.check.run import check_project  # noqa: PLC0415  # --help must not wait for the model
    from generator.cli.clock import today  # noqa: PLC0415
    from generator.cli.screen import show  # noqa: PLC0415
    from generator.diagnostics.formats import Format  # noqa: PLC0415

    report = check_project(project, today()).report
    show(report, Format(chosen))
    return report.is_clean


def _check_on_save(project: Path, chosen: str) -> None:
    from generator.check.watch import check_on_save  # noqa: PLC0415  # --help must not wait for the model
    from generator.cli.clock import today  # noqa: PLC0415
    from generator.cli.screen import show  # noqa: PLC0415
    from generator.diagnostics.formats import Format  # noqa: PLC0415

    for result in check_on_save(project, today):
        click.clear()
        show(result.report, Format(chosen))
        click.echo(say("message.watching"), err=True)
