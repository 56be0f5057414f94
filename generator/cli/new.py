"""`handbook new`: the beginning of a policy, a form or a role."""

from __future__ import annotations

import click

from generator.cli.words import help_text


@click.group(help=help_text("new"), epilog=help_text("new_examples"))
def new() -> None:
    """Make something new."""
