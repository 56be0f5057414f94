"""For people: each finding with its line, a caret under the words in question and the change to make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.formats.wording import phrase, place_name, severity_name
from generator.diagnostics.report import Explained, Report
from generator.diagnostics.visible import columns, visible
from generator.read.marks import Place

_BOLD, _DIM = "1", "2"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: "1;36"}


def render(report: Report, *, color: bool = False, width: int = 100) -> str:
    """All findings, a blank line between them, and a closing line with the counts."""
    page = _Page(report, color, width)
    blocks = ["\n".join(page.block(found)) for found in report.findings]
    return "\n\n".join([*blocks, page.closing()])


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, perhaps cut, and the stretch of it that is meant, both counted in columns."""

    line: str
    before: int
    marked: int


def excerpt(line: str, column: int, width: int, room: int) -> Excerpt:
    """Show a line in at most `room` columns, with the characters from `column` (counted from 1) in sight."""
    shown = [visible(character) for character in line]
    first = min(column - 1, len(shown))
    last = max(min(first + width, len(shown)), first)
    start, end = _window([columns(part) for part in shown], first, room)
    marked = columns("".join(shown[first : min(last, end)]))
    head, tail = "…" if start else "", "…" if end < len(shown) else ""
    before = columns(head) + columns("".join(shown[start:first]))
    return Excerpt(head + "".join(shown[start:end]) + tail, before, max(marked, 1))


def _window(widths: list[int], first: int, room: int) -> tuple[int, int]:
    """Which characters to show: all if they fit, else some before the caret and what fits after it."""
    if sum(widths) <= room:
        return 0, len(widths)
    start, left = first, room // 3
    while start > 0 and widths[start - 1] <= left:
        start -= 1
        left -= widths[start]
    end, left = start, room - 2
    while end < len(widths) and widths[end] <= left:
        left -= widths[end]
        end += 1
    return start, end


class _Page:
    """Lays findings out for one terminal."""

    def __init__(self, report: Report, color: bool, width: int) -> None:
        self.report = report
        self.color = color
        self.width = width
        self._lines_of = cache(lambda file: report.sources.get(file, "").split("\n"))

    def block(self, found: Explained) -> Iterator[str]:
        """The lines of one finding."""
        gutter = max(len(str(place.line)) for place in (found.place, *(other.place for other in found.related)))
        colour = _COLOURS[found.severity]
        yield phrase(
            "finding",
            place=self._paint(place_name(found.place), _BOLD),
            severity=self._paint(severity_name(found.severity), colour),
            code=self._paint(found.code, colour),
            message=self._paint(found.message, _BOLD),
        )
        yield from self._snippet(found.place, gutter, colour)
        margin = " " * (gutter + 1)
        for other in found.related:
            yield f"{margin}= {phrase('related', place=place_name(other.place), role=other.message)}"
            yield from self._snippet(other.place, gutter, _DIM)
        if found.hint:
            yield f"{margin}= {phrase('hint', hint=found.hint)}"

    def closing(self) -> str:
        """The line that sums up."""
        counts = self.report.counts
        passed = self._passed()
        if not counts:
            return phrase("clean", files=len(self.report.sources)) + passed
        listed = [phrase("count", severity=severity_name(kind), number=number) for kind, number in counts.items()]
        summary = phrase(
            "summary",
            files=len({found.place.file for found in self.report.findings}),
            total=len(self.report.findings),
            counts=phrase("between").join(listed),
        )
        return f"{summary}{passed}\n{phrase('more', code=self.report.findings[0].code)}"

    def _passed(self) -> str:
        """How many findings are not listed, if any."""
        waived, known = self.report.waived, self.report.known
        said = [phrase(key, number=number) for key, number in (("waived", waived), ("known", known)) if number]
        return "\n" + phrase("passed", listed=phrase("between").join(said)) if said else ""

    def _snippet(self, place: Place, gutter: int, colour: str) -> Iterator[str]:
        lines = self._lines_of(place.file)
        if not 1 <= place.line <= len(lines):
            return
        shown = excerpt(lines[place.line - 1], place.column, place.width, self.width - gutter - 3)
        bar = self._paint("|", _DIM)
        yield f"{self._paint(str(place.line).rjust(gutter), _DIM)} {bar} {shown.line}".rstrip()
        yield f"{' ' * gutter} {bar} {' ' * shown.before}{self._paint('^' * shown.marked, colour)}"

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.color else text
