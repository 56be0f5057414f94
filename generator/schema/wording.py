"""What the models, keys and values of the format are called and mean: the words of `fields.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.locale import words
from generator.model.base import Model


@dataclass(frozen=True, slots=True)
class KeyWords:
    """What one key is called, what it is for, and a value as it stands in YAML."""

    name: str
    about: str
    example: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language."""

    entries: Mapping[str, Any]

    @classmethod
    def of(cls, language: str) -> Wording:
        """The words of `language`."""
        return cls(words(language, "fields"))

    def name(self, model: type[Model]) -> str:
        """What a model is called."""
        return str(self.entries["models"][model.__name__]["name"])

    def about(self, model: type[Model]) -> str:
        """What a model is for."""
        return str(self.entries["models"][model.__name__]["about"])

    def key(self, model: type[Model], key: str) -> KeyWords:
        """The words of one key, which stand with the model it is inherited from."""
        for ancestor in model.__mro__:
            entry = self.entries["models"].get(ancestor.__name__, {}).get("keys", {}).get(key)
            if entry is not None:
                return KeyWords(**entry)
        raise KeyError(f"{model.__name__}.{key}")

    def values(self, enum: type[StrEnum]) -> Mapping[str, str]:
        """What each of a few fixed values means, in their order."""
        meanings: Mapping[str, str] = self.entries["enums"][enum.__name__]["values"]
        return {member.value: meanings[member.value] for member in enum}
