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

    if code is None:
        click.echo("\n".join(map(_line, catalog.all_rules())))
        return
    try:
        click.echo(_page(catalog.rule(code.upper())))
    except catalog.UnknownRuleError:
        raise CannotRun(say("message.unknown_rule", code=code)) from None


def _line(described: Rule) -> str:
    severity = _severity(described)
    return say("rule.line", code=described.code, severity=severity, title=described.title)


def _page(described: Rule) -> str:
    page = say(
        "rule.page",
        code=described.code,
        title=described.title,
        severity=_severity(described),
        explanation=described.explanation,
    )
    if not described.bad:
        return page
    return page + "\n" + say("rule.examples", bad=_indented(described.bad), good=_indented(described.good))


def _severity(described: Rule) -> str:
    from generator.diagnostics.formats.wording import severity_name  # noqa: PLC0415

    return severity_name(described.severity)


def _indented(example: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in example.rstrip("\n").expandtabs(4).split("\n"))
