"""The Jinja2 environment of a folder of templates.

Templates belong to the handbook, not to the program, so they run in a sandbox; every text is escaped, and a name that
a template misspells is an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


def environment(folder: Path, words: Mapping[str, Any]) -> ImmutableSandboxedEnvironment:
    """An environment for the templates in `folder`, which see their texts as `words`."""
    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["words"] = words
    return made
