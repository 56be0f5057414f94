"""`handbook rule`: what a diagnostic means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.project import CannotRun
from generator.cli.words import described, say

if TYPE_CHECKING:
    from generator.diagnostics.catalog import Rule


@click.command(**described("rule"))
@click.argument("code", required=False, metavar=say("metavar.code"))
def rule(code: str | None) -> None:
    """Explain one rule, or list them all."""
    from generator.diagnostics import catalog  # noqa: PLC0415  # --help needs no rules
    from generator.diagnostics.formats.rule_page import rule_text  # noqa: PLC0415

    if code is None:
        click.echo("\n".join(map(_line, catalog.all_rules())))
        return
    try:
        click.echo(rule_text(catalog.rule(code.upper())))
    except catalog.UnknownRuleError:
        raise CannotRun(say("message.unknown_rule", code=code)) from None


def _line(described: Rule) -> str:
    from generator.diagnostics.formats.wording import severity_name  # noqa: PLC0415

    return say("rule.line", code=described.code, severity=severity_name(described.severity), title=described.title)
