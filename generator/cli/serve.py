"""`handbook serve`: look at the site while writing."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.project import project_option
from generator.cli.words import described, say


@click.command(**described("serve"))
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, metavar=say("metavar.number"), help=say("option.port")
)
@project_option
def serve(port: int, project: Path) -> None:
    """Serve the site until Ctrl-C."""
    from generator.build.serve import serve as serve_project  # noqa: PLC0415  # --help must not wait for MkDocs

    serve_project(project, port, click.echo)
