"""`handbook serve`: look at the site while writing."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.project import project_option
from generator.cli.words import help_text, say


@click.command(help=help_text("serve"), epilog=help_text("serve_examples"))
@click.option(
    "--port", type=click.IntRange(1, 65535, clamp=False), default=8000, metavar="PORT", help=say("option.port")
)
@project_option
def serve(port: int, project: Path) -> None:
    """Serve the site until Ctrl-C."""
    from generator.build.serve import serve as serve_project  # noqa: PLC0415  # --help must not wait for MkDocs

    serve_project(project, port, click.echo)
