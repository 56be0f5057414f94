"""Who decides what, by amount or by case."""

from __future__ import annotations

from generator.model.scale import Scaled
from generator.model.values import Id, Name, Names, SourceIds, Text
from generator.model.waiver import Waivable


class ApprovalTier(Scaled):
    """Who approves, in order, from one amount to the next, or in one case."""

    case: Text | None = None
    approve: Names


class ApprovalMatrix(Waivable):
    """The approvers of one subject; its tiers are complete and do not overlap."""

    id: Id
    subject: Name
    measure: Name | None = None
    propose: Names = ()
    tiers: tuple[ApprovalTier, ...]
    separate: tuple[Name, ...] = ()
    applies_to: Names = ()
    source: SourceIds = ()
    added: Text | None = None
