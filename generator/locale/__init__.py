"""Everything a reader sees, as data: one folder a language, one YAML file a concern."""

from __future__ import annotations

import re
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

_CODE: Final = len("L001")
_BEFORE_ENTRY: Final = re.compile(r"^(?=[A-Z][0-9]{3}:$)", re.MULTILINE)

LANGUAGE: Final = "zh-Hans"
"""The language of the tool's own messages, which are there before any handbook has been read."""


@cache
def words(language: str, concern: str) -> Mapping[str, Any]:
    """The words of one concern (`names`, `rules`, `site`, `print`, `cli` …) in a language.

    Raises FileNotFoundError when the language has no such file: that is a fault of the program, not of an editor.
    """
    return _read(FOLDER / language / f"{concern}.yml")


@cache
def rule_entries(language: str, family: str) -> Mapping[str, str]:
    """The entries of one family of rules by code, as written: a run needs the words of few rules.

    They stand beside the rules, or here where there is no module for them.
    """
    beside = sorted((_RULES / family.replace("-", "_")).glob(f"*.{language}.yml"))
    files = beside or [FOLDER / language / "rules" / f"{family}.yml"]
    texts = (file.read_text(encoding="utf-8") for file in files)
    return {entry[:_CODE]: entry for text in texts for entry in _BEFORE_ENTRY.split(text)[1:]}


def rule_words(language: str, family: str, code: str) -> Mapping[str, Any]:
    """The words of one rule; raises KeyError when the family has no such rule."""
    words_by_code: Mapping[str, Mapping[str, Any]] = _parsed(rule_entries(language, family)[code])
    return words_by_code[code]


def _read(file: Path) -> dict[str, Any]:
    return _parsed(file.read_text(encoding="utf-8"))


def _parsed(text: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(text, Loader=SafeLoader)
    return loaded
