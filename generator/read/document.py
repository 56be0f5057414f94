"""One YAML file becomes one document, or findings that say why not; never an exception.

libyaml's event stream is read with an explicit stack, so that no nesting can exhaust ours. Anchors, aliases, merge
keys and tags are refused: a handbook says each thing once and in plain text, and they are what YAML attacks are made
of. No value is converted, so `2026-01-01`, `010`, `1_000`, `12:30`, `是` and `on` stay what the editor wrote.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.read.limits import MAX_BYTES, MAX_DEPTH, MAX_VALUES
from generator.read.marks import Block, Node, Place, Series

_Loader: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_SYNTAX = (
    ("could not find expected ':'", "expected_key"),
    ("mapping values are not allowed", "mapping_here"),
    ("while scanning a quoted scalar", "unclosed_quote"),
    ("while parsing a flow", "unclosed_bracket"),
    ("while parsing a block", "bad_indent"),
    ("did not find expected <document start>", "bad_indent"),
)


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
        root = _compose(file, text, diagnostics)
    except _RefusedError as refused:
        diagnostics.append(refused.diagnostic)
    return Document(file, text, root, tuple(diagnostics))


def read_file(root: Path, file: str) -> Document:
    """Read `file`, a path relative to `root` that must stay inside it."""
    path = root / file
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return _unreadable(file, "outside")
        if not path.is_file():
            return _unreadable(file, "not_a_file")
        size = path.stat().st_size
        if size > MAX_BYTES:
            too_large = finding("Y002", Place(file, 1, 1), size=size // 1000, limit=MAX_BYTES // 1000)
            return Document(file, "", None, (too_large,))
        return read_document(file, path.read_bytes())
    except OSError as error:
        return _unreadable(file, "", error.strerror or type(error).__name__)


def _unreadable(file: str, variant: str, reason: str = "") -> Document:
    return Document(file, "", None, (finding("Y001", Place(file, 1, 1), variant, reason=reason),))


def _decode(file: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        raise _RefusedError(finding("Y003", Place(file, line, column), byte=error.start)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _compose(file: str, text: str, diagnostics: list[Diagnostic]) -> Block:
    try:
        return _Builder(file, diagnostics).build(yaml.parse(text, Loader=_Loader))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        column = error.position - text.rfind("\n", 0, error.position)
        code = error.character if isinstance(error.character, int) else ord(error.character)
        raise _RefusedError(finding("Y004", Place(file, line, column), codepoint=f"U+{code:04X}")) from None
    except yaml.MarkedYAMLError as error:
        raise _RefusedError(_syntax_error(file, text, error)) from None


def _syntax_error(file: str, text: str, error: yaml.MarkedYAMLError) -> Diagnostic:
    """Say what libyaml found wrong, at the place it reports or, for a tab, at the tab itself."""
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line, column = len(lines) - 1, len(lines[-1])
    indent = lines[line][: len(lines[line]) - len(lines[line].lstrip())]
    if "\t" in indent:
        return finding("Y005", Place(file, line + 1, indent.index("\t") + 1))
    said = f"{error.context or ''} {error.problem or ''}"
    variant = next((name for words, name in _SYNTAX if words in said), "")
    return finding("Y006", Place(file, line + 1, column + 1), variant, problem=said.strip())


class _Builder:
    """Builds the containers of one document from its events."""

    def __init__(self, file: str, diagnostics: list[Diagnostic]) -> None:
        self.file = file
        self.diagnostics = diagnostics
        self.open: list[tuple[Block | Series, tuple[int, int]]] = []
        self.keys: list[tuple[str, tuple[int, int]] | None] = []
        self.root: Node | None = None
        self.values = 0

    def build(self, events: Iterator[yaml.Event]) -> Block:
        """Consume all events and return the top-level mapping."""
        documents = 0
        for event in events:
            if isinstance(event, yaml.ScalarEvent):
                self._check_properties(event)
                self._add(event.value, event)
            elif isinstance(event, yaml.MappingStartEvent):
                self._check_properties(event)
                self._enter(Block(self.file, *_start(event)), event)
            elif isinstance(event, yaml.SequenceStartEvent):
                self._check_properties(event)
                self._enter(Series(), event)
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                self._leave()
            elif isinstance(event, yaml.AliasEvent):
                self._refuse("Y008", event, "alias", name=event.anchor or "")
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse("Y012", event)
        return self._whole()

    def _whole(self) -> Block:
        if isinstance(self.root, Block) and self.root:
            return self.root
        empty = self.root is None or self.root in ("", "null", "~")
        raise _RefusedError(finding("Y011" if empty or not self.root else "Y013", Place(self.file, 1, 1)))

    def _check_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            self._refuse("Y016", event, limit=MAX_VALUES)
        if event.anchor is not None:
            self._refuse("Y008", event, "anchor", name=event.anchor)
        if event.tag is not None:
            self._refuse("Y009", event, tag=event.tag)

    def _enter(self, container: Block | Series, event: yaml.Event) -> None:
        if len(self.open) >= MAX_DEPTH:
            self._refuse("Y010", event, limit=MAX_DEPTH)
        if self._expects_key():
            self._refuse("Y014", event)
        self.open.append((container, _start(event)))
        self.keys.append(None)

    def _leave(self) -> None:
        container, at = self.open.pop()
        self.keys.pop()
        self._place(container, at)

    def _add(self, value: str, event: yaml.ScalarEvent) -> None:
        at = _start(event)
        if not self._expects_key():
            self._place(value, at)
            return
        if value == "<<" and event.implicit[0]:
            self._refuse("Y008", event, "merge", name="<<")
        self.keys[-1] = (value, at)

    def _expects_key(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1][0], Block) and self.keys[-1] is None

    def _place(self, value: Node, at: tuple[int, int]) -> None:
        if not self.open:
            self.root = value
            return
        container = self.open[-1][0]
        if isinstance(container, Series):
            container.put(value, at)
            return
        pending = self.keys[-1]
        self.keys[-1] = None
        if pending is None:
            return
        key, key_at = pending
        if key in container:
            place = Place(self.file, key_at[0] + 1, key_at[1] + 1, max(len(key), 1))
            first = Related(container.place_of_key(key), "first")
            self.diagnostics.append(finding("Y007", place, related=(first,), key=key))
            return
        container.put(key, key_at, value, at)

    def _refuse(self, code: str, event: yaml.Event, variant: str = "", **facts: str | int) -> None:
        line, column = _start(event)
        raise _RefusedError(
            finding(code, Place(self.file, line + 1, column + 1), variant, related=(), focus="", **facts)
        )


def _start(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)
