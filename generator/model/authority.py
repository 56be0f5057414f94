"""Who decides what, by amount or by case."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Model
from generator.model.values import Bound, Id, Name, Names, SourceIds, Text
from generator.model.waiver import Waivable


class ApprovalTier(Model):
    """Who approves, in order, from one amount up to but not including the next, or in one case."""

    from_: Bound | None = Field(default=None, alias="from")
    below: Bound | None = None
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
