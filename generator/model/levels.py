"""Named levels with criteria and consequences: 密级, customer grades, complaint grades."""

from __future__ import annotations

from generator.model.scale import Scaled
from generator.model.values import Id, Name, Names, SourceIds, Text
from generator.model.waiver import Waivable


class Level(Scaled):
    """One level of a scheme."""

    name: Name
    criterion: Text
    consequence: Text | None = None
    may_read: Names = ()


class LevelScheme(Waivable):
    """A classification, from the highest level down."""

    id: Id
    scheme: Name
    measure: Name | None = None
    levels: tuple[Level, ...]
    source: SourceIds = ()
    added: Text | None = None
