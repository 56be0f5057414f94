"""What is set once for the whole handbook."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from generator.model.base import Model
from generator.model.values import Name, Names, Text, Whole
from generator.model.waiver import Waivable

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class Language(StrEnum):
    """The languages that the handbook's own words exist in, one folder each in `generator/locale`."""

    ZH_HANS = "zh-Hans"


class RuleSeverity(StrEnum):
    """How much the findings of a rule matter in this handbook; `off` means not at all."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class RuleSetting(Model):
    """How one rule, or a whole family by its name, is asked in this handbook."""

    rule: Name
    severity: RuleSeverity | None = None
    words: Names = ()
    limit: Whole | None = None


class Settings(Waivable):
    """`handbook.yml`: whose handbook it is, its language, its accent colour, its categories and how it is checked."""

    title: Name
    company: Name
    language: Language
    summary: Text
    accent: Color
    version: Name
    categories: tuple[Name, ...]
    rules: tuple[RuleSetting, ...] = ()
