"""The format reference for policy editors, written from the model: docs/format.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.locale import LANGUAGE
from generator.model.base import Model
from generator.schema.files import FILES, FileKind
from generator.schema.keys import (
    SINGLES,
    Key,
    Nested,
    OneOf,
    Several,
    Single,
    ValueType,
    enum_of,
    keys_of,
    model_of,
    models_in,
)
from generator.schema.wording import Wording


def reference(language: str = LANGUAGE) -> str:
    """The whole document, in Markdown."""
    wording = Wording.of(language)
    return "\n".join(_Document(wording, wording.entries["page"], _sections()).lines())


@dataclass(frozen=True, slots=True)
class _Section:
    """A kind of file and the models first met in it, its own left out."""

    file: FileKind
    models: tuple[type[Model], ...]


def _sections() -> tuple[_Section, ...]:
    seen: set[type[Model]] = set()
    sections = []
    for file in FILES:
        found = [model for model in models_in(file.model) if model not in seen]
        seen.update(found)
        sections.append(_Section(file, tuple(model for model in found if model is not file.model)))
    return tuple(sections)


@dataclass(frozen=True, slots=True)
class _Document:
    wording: Wording
    page: dict[str, Any]
    sections: tuple[_Section, ...]

    def lines(self) -> Iterator[str]:
        yield f"# {self.page['title']}"
        yield ""
        yield f"> {self.page['notice']}"
        yield ""
        yield self.page["intro"]
        yield f"## {self.page['files']}"
        yield ""
        yield from _table(self.page["files_head"], self._files())
        for section in self.sections:
            yield from self._section(section)
        yield from self._enums()
        yield from self._values()

    def _files(self) -> Iterator[Sequence[str]]:
        for section in self.sections:
            told = self.wording.entries["files"][section.file.name]
            yield self._link(told["title"]), f"`{section.file.files}`", told["about"]

    def _section(self, section: _Section) -> Iterator[str]:
        told = self.wording.entries["files"][section.file.name]
        yield f"## {told['title']}"
        yield ""
        yield self.page["location"].format(where=section.file.files)
        yield ""
        yield told["about"]
        yield ""
        yield from self._keys(section.file.model)
        yield self.page["example"]
        yield ""
        yield f"```yaml\n{told['example']}```"
        yield ""
        for model in section.models:
            yield f"### {self._heading(model)}"
            yield ""
            yield f"{self.wording.about(model)}{self._places(model)}"
            yield ""
            yield from self._keys(model)

    def _keys(self, model: type[Model]) -> Iterator[str]:
        return _table(self.page["keys_head"], (self._key(model, key) for key in keys_of(model)))

    def _key(self, model: type[Model], key: Key) -> Sequence[str]:
        told = self.wording.key(model, key.name)
        default = self.page["default"].format(default=key.default) if key.default else ""
        required = self.page["required"] if key.required else ""
        return (
            f"`{key.name}`",
            self._type(key.type),
            required,
            f"{told.name}。{told.about}{default}",
            f"`{told.example}`",
        )

    def _type(self, kind: ValueType) -> str:
        match kind:
            case Several(of, or_one):
                pattern = self.page["one_or_list" if or_one else "list_of"]
                return str(pattern.format(type=self._type(of)))
            case Nested(model):
                return self._link(self._heading(model))
            case OneOf(enum):
                return self._link(self.wording.entries["enums"][enum.__name__]["name"])
            case Single():
                return self._link(self.wording.entries["values"][kind.kind]["name"])

    def _heading(self, model: type[Model]) -> str:
        """Files go by their section's title, everything inside them by its own name."""
        file = next((section.file for section in self.sections if section.file.model is model), None)
        return str(self.wording.entries["files"][file.name]["title"]) if file else self.wording.name(model)

    def _places(self, model: type[Model]) -> str:
        places = [
            self.page["place"].format(place=self._link(self._heading(outer)), key=key.name)
            for section in self.sections
            for outer in (section.file.model, *section.models)
            for key in keys_of(outer)
            if model_of(key.type) is model
        ]
        return str(self.page["used_in"].format(places=self.page["join"].join(places)))

    def _enums(self) -> Iterator[str]:
        yield f"## {self.page['enums']}"
        yield ""
        yield self.page["enums_intro"]
        yield ""
        for enum in self._all_enums():
            told = self.wording.entries["enums"][enum.__name__]
            yield f"### {told['name']}"
            yield ""
            yield told["about"]
            yield ""
            rows = ((f"`{value}`", meaning) for value, meaning in self.wording.values(enum).items())
            yield from _table(self.page["enums_head"], rows)

    def _all_enums(self) -> Iterable[type[StrEnum]]:
        every = (model for section in self.sections for model in (section.file.model, *section.models))
        enums = (enum_of(key.type) for model in every for key in keys_of(model))
        return dict.fromkeys(enum for enum in enums if enum is not None)

    def _values(self) -> Iterator[str]:
        yield f"## {self.page['values']}"
        yield ""
        yield self.page["values_intro"]
        yield ""
        for kind in SINGLES.values():
            told = self.wording.entries["values"][kind]
            yield f"### {told['name']}"
            yield ""
            yield told["about"]
            yield ""
            yield self.page["for_example"].format(example=f"`{self.page['join']}`".join(told["examples"]))
            yield ""

    def _link(self, heading: str) -> str:
        return str(self.page["link"].format(name=heading))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for cells in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    yield ""
