"""What every part of the model has in common: it is frozen, knows its keys, and remembers where it was written."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, model_validator
from pydantic_core import PydanticCustomError

from generator.read.marks import Block, Place

NOWHERE = Place("", 1, 1)

SomeModel = TypeVar("SomeModel", bound="Model")


class Model(BaseModel):
    """A frozen piece of a handbook, as its editor wrote it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # most are only parts of others

    __slots__ = ("_block",)  # a slot, since a private attribute costs a dictionary and a fifth of the shaping time

    @model_validator(mode="wrap")
    @classmethod
    def _remember_where(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        thing = handler(data)
        if isinstance(data, Block):
            object.__setattr__(thing, "_block", data)
        return thing

    @property
    def place(self) -> Place:
        """Where this piece begins in its file."""
        return self.at()

    def at(self, *path: str | int) -> Place:
        """Where the value under `path` (YAML keys and list positions) stands in the file."""
        block: Block | None = getattr(self, "_block", None)
        return block.place_of(path) if block is not None else NOWHERE

    def covers(self, place: Place) -> bool:
        """Whether `place` lies within this piece of its file."""
        block: Block | None = getattr(self, "_block", None)
        return block is not None and block.covers(place)


def one_of(thing: SomeModel, *keys: str) -> SomeModel:
    """Return `thing` if at least one of `keys` is set, otherwise refuse it."""
    if any(getattr(thing, key) is not None for key in keys):
        return thing
    raise PydanticCustomError("one_of", "one of {keys}", {"keys": "、".join(keys)})


def not_both(one: str, other: str) -> PydanticCustomError:
    """The error of two keys that exclude each other."""
    return PydanticCustomError("not_both", "not both {one} and {other}", {"one": one, "other": other})
