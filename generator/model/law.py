"""Statutes and standards that policies rest on."""

from __future__ import annotations

from enum import StrEnum

from generator.model.base import Model
from generator.model.values import Date, Name, Whole


class LawStatus(StrEnum):
    """Whether a law still holds."""

    IN_FORCE = "in-force"
    REPEALED = "repealed"


class Law(Model):
    """A statute or standard, by the short name that texts use, with its full title and the date of its version.

    `articles` is how many articles that version has.
    """

    name: Name
    title: Name
    aliases: tuple[Name, ...] = ()
    version: Date
    articles: Whole | None = None
    status: LawStatus = LawStatus.IN_FORCE
    replaced_by: Name | None = None
