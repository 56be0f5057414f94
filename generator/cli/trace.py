"""`handbook trace`: what became of the source documents."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.check import FORMATS
from generator.cli.project import CannotRun, project_option
from generator.cli.status import Status
from generator.cli.words import described, say


@click.command(**described("trace"))
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar=say("metavar.sources"))
@click.option("--format", "chosen", type=click.Choice(FORMATS), default="text", help=say("option.format"))
@click.option("--output", type=click.Path(path_type=Path), metavar=say("metavar.folder"), help=say("option.trace"))
@project_option
@click.pass_context
def trace(context: click.Context, folder: Path | None, chosen: str, output: Path | None, project: Path) -> None:
    """Follow every paragraph; missing ones and unexplained differences make the status 1."""
    from generator.check.run import check_project  # noqa: PLC0415  # --help must not wait for the model
    from generator.cli.screen import show  # noqa: PLC0415
    from generator.diagnostics.formats import Format  # noqa: PLC0415
    from generator.diagnostics.report import explain  # noqa: PLC0415
    from generator.locale import words  # noqa: PLC0415
    from generator.render.trace import trace_page, trace_workbook  # noqa: PLC0415
    from generator.trace.documents import read_documents  # noqa: PLC0415
    from generator.trace.trace import trace as trace_documents  # noqa: PLC0415
    from generator.trace.view import summary_of, trace_view  # noqa: PLC0415

    if folder is not None and not folder.is_dir():
        raise CannotRun(say("message.no_sources", folder=folder))
    checked = check_project(project, rules=())
    if checked.handbook is None or checked.report.has_errors:
        show(checked.report, Format(chosen))
        raise CannotRun(say("message.trace_not_ready"))
    documents = read_documents(folder) if folder is not None else None
    traced = trace_documents(checked.handbook, documents)
    texts = {**checked.sources, **(documents.texts if documents else {})}
    report = explain(traced.diagnostics, texts)
    if report.findings or chosen != "text":
        show(report, Format(chosen))
    if output is not None:
        view = trace_view(traced, checked.handbook)
        output.mkdir(parents=True, exist_ok=True)
        (output / "trace.xlsx").write_bytes(trace_workbook(view))
        (output / "index.html").write_bytes(trace_page(view, checked.handbook, project / "handbook" / "templates"))
        click.echo(say("message.traced", folder=output), err=True)
    click.echo(summary_of(traced, words(checked.handbook.settings.language, "trace")), err=chosen != "text")
    context.exit(Status.CLEAN if report.is_clean else Status.FINDINGS)
