"""What is set once for the whole handbook."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from generator.model.base import Model
from generator.model.values import Name, Text

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class Language(StrEnum):
    """The languages that the handbook's own words exist in, one folder each in `generator/locale`."""

    ZH_HANS = "zh-Hans"


class Settings(Model):
    """`handbook.yml`: whose handbook it is, its language, its accent colour and the order of its categories."""

    title: Name
    company: Name
    language: Language
    summary: Text
    accent: Color
    version: Name
    categories: tuple[Name, ...]
