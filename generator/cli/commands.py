"""The commands together."""

from __future__ import annotations

from pathlib import Path

import click

from generator import __version__
from generator.cli.baseline import baseline
from generator.cli.build import build
from generator.cli.check import check
from generator.cli.new import new
from generator.cli.rule import rule
from generator.cli.serve import serve
from generator.cli.trace import trace
from generator.cli.words import described, say


@click.group(**described("group"), subcommand_metavar=say("metavar.subcommand"))
@click.option(
    "-C",
    "--project",
    type=click.Path(path_type=Path),
    metavar=say("metavar.folder"),
    help=say("option.project"),
)
@click.version_option(__version__, message="%(prog)s %(version)s", help=say("option.version"))
@click.pass_context
def handbook(context: click.Context, project: Path | None) -> None:
    """Remember the project for the command that follows."""
    context.obj = project


for command in (check, build, serve, new, rule, baseline, trace):
    handbook.add_command(command)
