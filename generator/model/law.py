"""Statutes and standards that policies rest on."""

from __future__ import annotations

from enum import StrEnum

from generator.model.base import Model
from generator.model.values import Date, Name


class LawStatus(StrEnum):
    """Whether a law still holds."""

    IN_FORCE = "in-force"
    REPEALED = "repealed"


class Law(Model):
    """A statute or standard, by the short name that texts use, with its full title and the date of its version."""

    name: Name
    title: Name
    aliases: tuple[Name, ...] = ()
    version: Date
    status: LawStatus = LawStatus.IN_FORCE
