"""The Jinja2 environment of a folder of templates.

Templates belong to the handbook, not to the program, so they run in a sandbox; every text is escaped, and a name that
a template misspells is an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


@cache
def _public_fields(kind: type) -> frozenset[str]:
    return frozenset(name for name in getattr(kind, "__dataclass_fields__", ()) if not name.startswith("_"))


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to the fields of views and to words: plain data that needs no further check."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        kind = type(obj)
        if kind is dict and attribute in obj:
            return obj[attribute]
        if attribute in _public_fields(kind):  # type: ignore[arg-type]  # mypy doubts that a type can be hashed
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def environment(folder: Path, words: Mapping[str, Any]) -> Environment:
    """An environment for the templates in `folder`, which see their texts as `words`."""
    made = _Sandbox(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["words"] = words
    return made
