"""The YAML of a file as things (mappings) and words (scalars) that know where they stand and how to be changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from tests.mutation.fault import Edit, Fault

_NEEDS_QUOTES = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`\s]|: |:$| #|^\s*$|\s$")
_NEEDS_QUOTES_IN_FLOW = re.compile(r"[,\[\]{}]")


@dataclass(frozen=True, slots=True)
class Word:
    """A scalar: `text` is what it means, `raw` how it is written."""

    file: str
    text: str
    raw: str
    start: int
    in_flow: bool

    @property
    def is_plain(self) -> bool:
        """Whether it is written as it is meant, so that a part of it can be changed."""
        return self.raw.strip("\"'") == self.text

    def edit(self, new: str) -> Edit:
        """Write another text in its place."""
        return Edit(self.file, self.start, self.start + len(self.raw), quoted(new, in_flow=self.in_flow))

    def becomes(self, new: str) -> Fault:
        """The fault of another text in its place."""
        return Fault((self.edit(new),), self.text, new)

    def swap(self, old: str, new: str, at: int = 0) -> Iterator[Fault]:
        """The fault of `new` in the place of the first `old` from position `at` of the text; none if there is none."""
        yield from (Fault((edit,), _around(self.text, old), new) for edit in self.swapped(old, new, at))

    def swapped(self, old: str, new: str, at: int = 0) -> Iterator[Edit]:
        """The edit that writes `new` in the place of the first `old` from position `at` of the text."""
        found = self.text.find(old, at)
        if not self.is_plain or found < 0:
            return
        whole = self.text[:found] + new + self.text[found + len(old) :]
        if self.raw == self.text and quoted(whole, in_flow=self.in_flow) != whole:
            yield self.edit(whole)
            return
        start = self.start + found + (len(self.raw) - len(self.text)) // 2
        yield Edit(self.file, start, start + len(old), new)


@dataclass(frozen=True, slots=True)
class Thing:
    """A mapping of a file."""

    file: str
    source: str
    node: MappingNode

    def __contains__(self, key: str) -> bool:
        return self._pair(key) is not None

    def get(self, key: str) -> str:
        """The text under a key; empty when there is none."""
        word = self.word(key)
        return word.text if word else ""

    def word(self, key: str) -> Word | None:
        """The scalar under a key."""
        pair = self._pair(key)
        return self._word(pair[1], in_flow=self._in_flow) if pair and isinstance(pair[1], ScalarNode) else None

    def words(self, key: str) -> list[Word]:
        """The scalars under a key, whether it has one or a list."""
        pair = self._pair(key)
        if pair and isinstance(pair[1], SequenceNode):
            flow = bool(pair[1].flow_style)
            return [self._word(node, in_flow=flow) for node in pair[1].value if isinstance(node, ScalarNode)]
        one = self.word(key)
        return [one] if one else []

    def texts(self, key: str) -> list[str]:
        """The texts under a key, whether it has one or a list."""
        return [word.text for word in self.words(key)]

    def things(self, key: str) -> list[Thing]:
        """The mappings in the list under a key, or the one mapping."""
        pair = self._pair(key)
        nodes = pair[1].value if pair and isinstance(pair[1], SequenceNode) else [pair[1]] if pair else []
        return [Thing(self.file, self.source, node) for node in nodes if isinstance(node, MappingNode)]

    def key_words(self) -> list[Word]:
        """Its keys."""
        return [self._word(key, in_flow=self._in_flow) for key, _ in self.node.value]

    def without(self, key: str) -> Iterator[Fault]:
        """The fault of a key that is missing; none if there is no such key, or it is the first or only one."""
        for edit in self.cut(key):
            yield Fault((edit,), self._written(key), "")

    def cut(self, key: str) -> Iterator[Edit]:
        """The edit that removes a key and its value."""
        keys = [word.text for word in self.key_words()]
        if key not in keys or keys.index(key) == 0:
            return
        position = keys.index(key)
        node, value = self.node.value[position]
        if self._in_flow:
            _, before = self.node.value[position - 1]
            yield Edit(self.file, before.end_mark.index, value.end_mark.index, "")
        else:
            begin = self.source.rfind("\n", 0, node.start_mark.index) + 1
            yield Edit(self.file, begin, self._end_of_line(value), "")

    def put(self, line: str, after: str = "") -> Edit:
        """The edit that writes a further `key: value` behind a key (the last when empty)."""
        pair = self._pair(after) or self.node.value[-1]
        if self._in_flow:
            return Edit(self.file, pair[1].end_mark.index, pair[1].end_mark.index, f", {line}", line)
        first, _ = self.node.value[0]
        indent = " " * first.start_mark.column
        end = self._end_of_line(pair[1])
        return Edit(self.file, end, end, f"{indent}{line}\n")

    def followed_by(self, *lines: str, wrong: str = "") -> Edit:
        """The edit that writes a further mapping behind this one, which is in a list in block style."""
        indent = " " * (self.node.start_mark.column - 2)
        end = self._end_of_line(self.node)
        first, *rest = lines
        new = "".join((f"{indent}- {first}\n", *(f"{indent}  {line}\n" for line in rest)))
        return Edit(self.file, end, end, new, wrong)

    def gone(self) -> Fault:
        """The fault of this mapping missing in its list."""
        if self._is_in_flow_list:
            return self._gone_from_flow()
        begin = self.source.rfind("\n", 0, self.node.start_mark.index) + 1
        edit = Edit(self.file, begin, self._end_of_line(self.node), "")
        return Fault((edit,), self.written, "")

    @property
    def written(self) -> str:
        """Its YAML on one line."""
        return " ".join(self.source[self.node.start_mark.index : self.node.end_mark.index].split())

    def lines(self) -> list[str]:
        """Its YAML without indentation, one line each."""
        column = self.node.start_mark.column
        end = self._end_of_line(self.node)
        whole = " " * column + self.source[self.node.start_mark.index : end].rstrip("\n")
        return [line[column:] for line in whole.split("\n")]

    @property
    def line(self) -> int:
        """Its first line, counted from 1."""
        return int(self.node.start_mark.line) + 1

    def _gone_from_flow(self) -> Fault:
        start, end = self.node.start_mark.index, self.node.end_mark.index
        comma = re.compile(r",\s*").match(self.source, end)
        return Fault((Edit(self.file, start, comma.end() if comma else end, ""),), self.written, "")

    @property
    def _is_in_flow_list(self) -> bool:
        line = self.source[self.source.rfind("\n", 0, self.node.start_mark.index) + 1 : self.node.start_mark.index]
        return not re.fullmatch(r"\s*- ", line)

    @property
    def _in_flow(self) -> bool:
        return bool(self.node.flow_style)

    def _pair(self, key: str) -> tuple[ScalarNode, Node] | None:
        return next(((k, v) for k, v in self.node.value if k.value == key), None)

    def _word(self, node: ScalarNode, *, in_flow: bool) -> Word:
        start, end = node.start_mark.index, node.end_mark.index
        return Word(self.file, node.value, self.source[start:end], start, in_flow)

    def _written(self, key: str) -> str:
        pair = self._pair(key)
        return " ".join(self.source[pair[0].start_mark.index : pair[1].end_mark.index].split()) if pair else ""

    def _end_of_line(self, node: Node) -> int:
        """Where the line after a node begins; a mapping in block style ends with its last value, not at the next."""
        stretch = self.source[node.start_mark.index : node.end_mark.index].rstrip()
        stretch = re.sub(r"(\n\s*#[^\n]*)+$", "", stretch)
        end = self.source.find("\n", node.start_mark.index + len(stretch))
        return len(self.source) if end < 0 else end + 1


def thing(file: str, source: str) -> Thing | None:
    """The mapping that a file holds."""
    node = yaml.compose(source, Loader=yaml.CSafeLoader)
    return Thing(file, source, node) if isinstance(node, MappingNode) else None


def quoted(text: str, *, in_flow: bool) -> str:
    """The text as YAML writes it: in quotation marks where it would mean something else without."""
    special = _NEEDS_QUOTES.search(text) or (in_flow and _NEEDS_QUOTES_IN_FLOW.search(text))
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"' if special else text


def _around(text: str, part: str, width: int = 8) -> str:
    """A part of a text with what stands around it."""
    at = text.find(part)
    return text[max(at - width, 0) : at + len(part) + width]
