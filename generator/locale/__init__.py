"""Everything a reader sees, as data: one folder a language, one YAML file a concern."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent


@cache
def words(language: str, concern: str) -> Mapping[str, Any]:
    """The words of one concern (`names`, `rules`, `site`, `print`, `cli` …) in a language.

    Raises FileNotFoundError when the language has no such file: that is a fault of the program, not of an editor.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (FOLDER / language / f"{concern}.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=loader)
    return loaded
