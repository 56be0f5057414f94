"""Everything a reader sees, as data: one folder a language, one YAML file a concern."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:
    from yaml import SafeLoader  # type: ignore[assignment]  # the same, slower, where PyYAML came without libyaml

FOLDER: Final = Path(__file__).parent

_RULES: Final = FOLDER.parent / "check" / "rules"

LANGUAGE: Final = "zh-Hans"
"""The language of the tool's own messages, which are there before any handbook has been read."""


@cache
def words(language: str, concern: str) -> Mapping[str, Any]:
    """The words of one concern (`names`, `rules`, `site`, `print`, `cli` …) in a language.

    Raises FileNotFoundError when the language has no such file: that is a fault of the program, not of an editor.
    """
    return _read(FOLDER / language / f"{concern}.yml")


def rule_words(language: str, family: str) -> Mapping[str, Any]:
    """The words of one family of rules by code: beside the rules, or here where there is no module for them."""
    beside = sorted((_RULES / family.replace("-", "_")).glob(f"*.{language}.yml"))
    files = beside or [FOLDER / language / "rules" / f"{family}.yml"]
    return {code: entry for file in files for code, entry in _read(file).items()}


def _read(file: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), Loader=SafeLoader)
    return loaded
