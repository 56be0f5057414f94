"""`handbook check`: everything there is to mend."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.cli.project import project_option
from generator.cli.status import Status
from generator.cli.words import described, say

FORMATS = ("text", "concise", "json", "github", "sarif")


@click.command(**described("check"))
@click.option("--format", "chosen", type=click.Choice(FORMATS), default="text", help=say("option.format"))
@project_option
@click.pass_context
def check(context: click.Context, chosen: str, project: Path) -> None:
    """Print all findings; errors and warnings make the status 1."""
    from generator.check.run import check_project  # noqa: PLC0415  # --help must not wait for the model
    from generator.cli.screen import show  # noqa: PLC0415
    from generator.diagnostics.formats import Format  # noqa: PLC0415

    report = check_project(project, datetime.now().astimezone().date()).report
    show(report, Format(chosen))
    context.exit(Status.CLEAN if report.is_clean else Status.FINDINGS)
