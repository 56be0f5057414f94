"""The last table of results in a Markdown file."""

from __future__ import annotations

from pathlib import Path

_BEGIN = "<!-- table: begin -->"
_END = "<!-- table: end -->"


def write_table(path: Path, lines: list[str]) -> None:
    """Replace what stands between the two marks of the file."""
    before, _, rest = path.read_text(encoding="utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    path.write_text("\n".join((f"{before}{_BEGIN}", "", *lines, "", f"{_END}{after}")), encoding="utf-8")
