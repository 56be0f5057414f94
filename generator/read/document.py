"""One YAML file becomes one document, or findings that say why not; never an exception.

libyaml's event stream is read with an explicit stack, so that no nesting can exhaust ours. Anchors, aliases, merge
keys and tags are refused: a handbook says each thing once and in plain text, and they are what YAML attacks are made
of. No value is converted, so `2026-01-01`, `010`, `1_000`, `12:30`, `是` and `on` stay what the editor wrote.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.read.limits import MAX_BYTES, MAX_DEPTH
from generator.read.marks import Block, Node, Place, Series

_Loader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_SYNTAX = (
    ("could not find expected ':'", "expected_key"),
    ("mapping values are not allowed", "mapping_here"),
    ("while scanning a quoted scalar", "unclosed_quote"),
    ("while parsing a flow sequence", "unclosed_bracket"),
    ("while parsing a flow mapping", "unclosed_bracket"),
    ("while scanning a tag", "special_start"),
    ("while scanning an alias", "special_start"),
    ("while scanning an anchor", "special_start"),
    ("cannot start any token", "special_start"),
    ("while parsing a block", "bad_indent"),
    ("did not find expected <document start>", "bad_indent"),
)
"""What libyaml says, and the variant of Y006 that says it to an editor."""

_TOLD_WHERE_IT_BEGAN = {"expected_key", "unclosed_quote", "unclosed_bracket", "special_start"}
"""What libyaml notices only later, perhaps at the end of the file."""

_UNPRINTABLE = re.compile(r"[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What YAML does not allow, and what it takes for the end of a line although no editor shows one there."""


@dataclass(frozen=True, slots=True)
class Document:
    """What one file holds: its text for showing lines, its content if it could be read, and what is wrong with it."""

    file: str
    text: str
    root: Block | None
    diagnostics: tuple[Diagnostic, ...]


class _RefusedError(Exception):
    """Reading cannot go on; carries the finding that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def read_document(file: str, content: bytes) -> Document:
    """Read the bytes of `file` (a path relative to the project, used only to say where)."""
    text = ""
    diagnostics: list[Diagnostic] = []
    root: Block | None = None
    try:
        text = _decode(file, content)
        _refuse_unprintable(file, text)
        root = _compose(file, text, diagnostics)
    except _RefusedError as refused:
        diagnostics.append(refused.diagnostic)
    return Document(file, text, root, tuple(diagnostics))


def read_file(root: Path, file: str) -> Document:
    """Read `file`, a path relative to `root` that must stay inside it."""
    path = root / file
    try:
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
            return _unreadable(file, "outside")
        if not path.is_file():
            return _unreadable(file, "not_a_file")
        size = path.stat().st_size
        if size > MAX_BYTES:
            too_large = finding("Y002", Place(file, 1, 1), size=size // 1000, limit=MAX_BYTES // 1000)
            return Document(file, "", None, (too_large,))
        return read_document(file, path.read_bytes())
    except PermissionError:
        return _unreadable(file, "forbidden")
    except OSError as error:
        return _unreadable(file, "", error.strerror or type(error).__name__)


def _unreadable(file: str, variant: str, reason: str = "") -> Document:
    return Document(file, "", None, (finding("Y001", Place(file, 1, 1), variant, reason=reason),))


def _decode(file: str, content: bytes) -> str:
    try:
        return _with_plain_line_ends(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _with_plain_line_ends(content[: error.start].decode("utf-8"))
        raise _RefusedError(finding("Y003", _place_after(file, before), byte=error.start)) from None


def _with_plain_line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _place_after(file: str, before: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _refuse_unprintable(file: str, text: str) -> None:
    found = _UNPRINTABLE.search(text)
    if found:
        raise _unprintable(found, _place_after(file, text[: found.start()]))


def _unprintable(found: re.Match[str], place: Place) -> _RefusedError:
    return _RefusedError(finding("Y004", place, codepoint=f"U+{ord(found.group()):04X}"))


def _compose(file: str, text: str, diagnostics: list[Diagnostic]) -> Block:
    try:
        return _Builder(file, diagnostics).build(_Loader(text).get_event)
    except yaml.MarkedYAMLError as error:
        raise _RefusedError(_syntax_error(file, text, error)) from None


def _syntax_error(file: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    """Say what libyaml found wrong, where an editor has to mend it."""
    said = f"{error.context or ''} {error.problem or ''}".strip()
    variant = next((name for words, name in _SYNTAX if words in said), "")
    began = error.context_mark if variant in _TOLD_WHERE_IT_BEGAN else None
    mark = began or error.problem_mark
    lines = text.split("\n")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    indent = lines[line][: len(lines[line]) - len(lines[line].lstrip())]
    if "\t" in indent:
        return finding("Y005", Place(file, line + 1, indent.index("\t") + 1))
    if variant == "bad_indent" and lines[line][:column].rstrip().endswith(("'", '"')):
        variant = "after_quote"
    return finding("Y006", Place(file, line + 1, column + 1), variant, problem=said)


@dataclass(slots=True)
class _Open:
    """A container that is being read, where it began, and the key whose value comes next."""

    container: Block | Series
    at: tuple[int, int]
    key: str | None = None
    key_at: tuple[int, int] = (0, 0)


class _Builder:
    """Builds the containers of one document from its events.

    The loop of `build` sees every value of a handbook, so it asks for the likeliest event first and tests no more
    than it must.
    """

    def __init__(self, file: str, diagnostics: list[Diagnostic]) -> None:
        self.file = file
        self.diagnostics = diagnostics
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.documents = 0

    def build(self, next_event: Callable[[], yaml.Event]) -> Block:
        """Take all events and return the top-level mapping."""
        while True:
            event = next_event()
            if isinstance(event, yaml.ScalarEvent):
                self._add(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                closed = self.open.pop()
                self._place(closed.container, closed.at)
            elif isinstance(event, yaml.MappingStartEvent):
                self._enter(Block(self.file, *_start(event)), event)
            elif isinstance(event, yaml.SequenceStartEvent):
                self._enter(Series(), event)
            elif isinstance(event, yaml.StreamEndEvent):
                return self._whole()
            else:
                self._refuse_other(event)

    def _add(self, event: yaml.ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        at = _start(event)
        if event.style == '"' and (escaped := _UNPRINTABLE.search(event.value)):
            raise _unprintable(escaped, Place(self.file, at[0] + 1, at[1] + 1))
        if not self.open:
            self.root = event.value
            return
        inside = self.open[-1]
        if inside.key is not None or type(inside.container) is Series:
            self._place(event.value, at)
        elif event.value == "<<" and event.implicit[0]:
            self._refuse("Y008", event, "merge", name="<<")
        else:
            inside.key, inside.key_at = event.value, at

    def _enter(self, container: Block | Series, event: yaml.CollectionStartEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if len(self.open) >= MAX_DEPTH:
            self._refuse("Y010", event, limit=MAX_DEPTH)
        if self.open and self.open[-1].key is None and isinstance(self.open[-1].container, Block):
            self._refuse("Y014", event)
        self.open.append(_Open(container, _start(event)))

    def _place(self, value: Node, at: tuple[int, int]) -> None:
        if not self.open:
            self.root = value
            return
        inside = self.open[-1]
        container = inside.container
        if isinstance(container, Series):
            container.put(value, at)
            return
        key, inside.key = inside.key or "", None
        if key in container:
            place = Place(self.file, inside.key_at[0] + 1, inside.key_at[1] + 1, max(len(key), 1))
            first = Related(container.place_of_key(key), "first")
            self.diagnostics.append(finding("Y007", place, related=(first,), key=key))
            return
        container.put(key, inside.key_at, value, at)

    def _whole(self) -> Block:
        if isinstance(self.root, Block) and self.root:
            return self.root
        empty = self.root is None or self.root in ("", "null", "~")
        raise _RefusedError(finding("Y011" if empty or not self.root else "Y013", Place(self.file, 1, 1)))

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse("Y008", event, "anchor", name=event.anchor)
        self._refuse("Y009", event, tag=event.tag or "")

    def _refuse_other(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._refuse("Y008", event, "alias", name=event.anchor or "")
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse("Y012", event)

    def _refuse(self, code: str, event: yaml.Event, variant: str = "", **facts: str | int) -> None:
        line, column = _start(event)
        raise _RefusedError(
            finding(code, Place(self.file, line + 1, column + 1), variant, related=(), focus="", **facts)
        )


def _start(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)
