"""A YAML text becomes containers that remember where their parts stand.

libyaml's event stream is read with an explicit stack, so that no nesting can exhaust ours. Anchors, aliases, merge
keys and tags are refused: a handbook says each thing once and in plain text, and they are what YAML attacks are made
of. No value is converted, so `2026-01-01`, `010`, `1_000`, `12:30`, `是` and `on` stay what the editor wrote.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.read.limits import MAX_DEPTH
from generator.read.marks import Block, Node, Place, Series, Spot

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

UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What YAML does not allow, what it takes for the end of a line although no editor shows one there, and signs without
width, which nobody sees: a name with one in it is another name."""


class RefusedError(Exception):
    """Reading cannot go on; carries the finding that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def compose(file: str, text: str, diagnostics: list[Diagnostic]) -> Block:
    """The top-level mapping of a YAML text; duplicate keys are added to `diagnostics`.

    Raises RefusedError with the finding that says why it cannot be read.
    """
    try:
        return _Composer(file, diagnostics).compose(_Loader(text).get_event)
    except yaml.MarkedYAMLError as error:
        raise RefusedError(_syntax_error(file, text, error)) from None


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


class _InBlock:
    """A mapping that is being read, where it began, and the key whose value comes next."""

    __slots__ = ("at", "container", "duplicates", "key", "key_at")

    def __init__(self, container: Block, at: Spot, duplicates: list[Diagnostic]) -> None:
        self.container = container
        self.at = at
        self.duplicates = duplicates
        self.key: str | None = None
        self.key_at: Spot = at

    def take(self, value: Node, at: Spot) -> None:
        """The next key, or the value of the last one."""
        key = self.key
        if key is None and isinstance(value, str):
            self.key, self.key_at = value, at
        elif key is not None:
            self.key = None
            if key in self.container:
                self._report_duplicate(key)
            else:
                self.container.put(key, self.key_at, value, at)

    def _report_duplicate(self, key: str) -> None:
        place = Place(self.container.file, self.key_at[0] + 1, self.key_at[1] + 1, max(len(key), 1))
        first = Related(self.container.place_of_key(key), "first")
        self.duplicates.append(finding("Y007", place, related=(first,), key=key))


class _InSeries:
    """A list that is being read, and where it began."""

    __slots__ = ("at", "container", "take")

    def __init__(self, container: Series, at: Spot) -> None:
        self.container = container
        self.at = at
        self.take = container.put


class _AtTop:
    """What stands outside of all containers: the content of the document."""

    __slots__ = ("content",)

    def __init__(self) -> None:
        self.content: Node | None = None

    def take(self, value: Node, at: Spot) -> None:
        """The content of the document."""
        del at
        self.content = value


class _Composer:
    """Builds the containers of one document from its events.

    The loop of `compose` sees every value of a handbook, so it asks for the likeliest event first and does no more
    than it must.
    """

    def __init__(self, file: str, diagnostics: list[Diagnostic]) -> None:
        self.file = file
        self.diagnostics = diagnostics
        self.top = _AtTop()
        self.inside: _AtTop | _InBlock | _InSeries = self.top
        self.around: list[_AtTop | _InBlock | _InSeries] = []
        self.documents = 0

    def compose(self, next_event: Callable[[], yaml.Event]) -> Block:
        """Take all events and return the top-level mapping."""
        while True:
            event = next_event()
            if isinstance(event, yaml.ScalarEvent):
                if event.anchor is not None or event.tag is not None or event.style == '"' or event.value == "<<":
                    self._refuse_special(event)
                mark = event.start_mark
                self.inside.take(event.value, (mark.line, mark.column) if mark else (0, 0))
            elif isinstance(event, yaml.CollectionEndEvent):
                self._leave(event)
            elif isinstance(event, yaml.MappingStartEvent):
                at = self._enter(event)
                self.inside = _InBlock(Block(self.file, *at), at, self.diagnostics)
            elif isinstance(event, yaml.SequenceStartEvent):
                at = self._enter(event)
                self.inside = _InSeries(Series(), at)
            elif isinstance(event, yaml.StreamEndEvent):
                return self._whole()
            else:
                self._refuse_other(event)

    def _enter(self, event: yaml.CollectionStartEvent) -> Spot:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if len(self.around) >= MAX_DEPTH:
            self._refuse("Y010", event, limit=MAX_DEPTH)
        if isinstance(self.inside, _InBlock) and self.inside.key is None:
            self._refuse("Y014", event)
        self.around.append(self.inside)
        return _start(event)

    def _leave(self, event: yaml.Event) -> None:
        closed, self.inside = self.inside, self.around.pop()
        if isinstance(closed, _InBlock) and event.end_mark:
            closed.container.end = (event.end_mark.line, event.end_mark.column)
        if not isinstance(closed, _AtTop):
            self.inside.take(closed.container, closed.at)

    def _whole(self) -> Block:
        content = self.top.content
        if isinstance(content, Block) and content:
            return content
        empty = not content or content in ("null", "~")
        raise RefusedError(finding("Y011" if empty else "Y013", Place(self.file, 1, 1)))

    def _refuse_special(self, event: yaml.ScalarEvent) -> None:
        """Refuse what may not stand in a scalar or before it, and the key that merges."""
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        line, column = _start(event)
        if event.style == '"' and (escaped := UNPRINTABLE.search(event.value)):
            raise unprintable(escaped, Place(self.file, line + 1, column + 1))
        expects_key = isinstance(self.inside, _InBlock) and self.inside.key is None
        if event.value == "<<" and event.implicit[0] and expects_key:
            self._refuse("Y008", event, "merge", name="<<")

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
        raise RefusedError(
            finding(code, Place(self.file, line + 1, column + 1), variant, related=(), focus="", **facts)
        )


def _start(event: yaml.Event) -> Spot:
    mark = event.start_mark
    return (mark.line, mark.column) if mark else (0, 0)


def unprintable(found: re.Match[str], place: Place) -> RefusedError:
    """What to raise about a character that YAML does not allow."""
    return RefusedError(finding("Y004", place, codepoint=f"U+{ord(found.group()):04X}"))
