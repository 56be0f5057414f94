"""The trace as a page and as a workbook."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from generator.link.handbook import Handbook
from generator.render.templates import environment
from generator.trace.view import TraceView

_ALWAYS: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # the workbook's own date, always the same
_LONGEST_NAME: Final = 31
"""Characters that the name of a sheet may have."""


def trace_page(view: TraceView, handbook: Handbook, templates: Path) -> bytes:
    """One HTML page that needs nothing beside it."""
    template = environment(templates / "trace", {}).get_template("trace.html")
    settings = handbook.settings
    return template.render(view=view, language=settings.language.value, accent=settings.accent).encode()


def trace_workbook(view: TraceView) -> bytes:
    """The tables as sheets of an .xlsx file, the same bytes for the same tables."""
    from xlsxwriter import Workbook  # noqa: PLC0415  # only for this

    buffer = BytesIO()
    # A text that begins with = or http is a text: nothing in a source document becomes a formula or a link.
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with Workbook(buffer, plain) as book:
        book.set_properties({"title": view.title, "created": _ALWAYS})
        head = book.add_format({"bold": True, "bottom": 1})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        for table in view.tables:
            sheet = book.add_worksheet(table.title[:_LONGEST_NAME])
            sheet.freeze_panes(1, 0)
            for column, (name, width) in enumerate(zip(table.heads, table.widths, strict=True)):
                sheet.set_column(column, column, width, cell)
                sheet.write_string(0, column, name, head)
            for line, row in enumerate(table.rows, start=1):
                for column, value in enumerate(row):
                    sheet.write(line, column, value, cell)
            sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.heads) - 1)
    return buffer.getvalue()
