"""What is set once for the whole handbook."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from generator.model.base import Model
from generator.model.values import Name, Text

Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class Settings(Model):
    """`handbook.yml`: whose handbook it is, its language, its accent colour and the order of its categories."""

    title: Name
    company: Name
    language: Name
    summary: Text
    accent: Color
    version: Name
    categories: tuple[Name, ...]
