"""What follows a breach or a merit: penalties with tiers, escalation and joint liability; rewards; measures."""

from __future__ import annotations

from generator.model.base import Model
from generator.model.scale import Scaled
from generator.model.values import (
    ClauseRefs,
    Id,
    Ids,
    Name,
    Names,
    Part,
    Share,
    SourceIds,
    Sum,
    Switch,
    Text,
    Whole,
    Within,
)
from generator.model.waiver import Waivable


class Measure(Model):
    """A disciplinary measure of the handbook, such as 书面警告; `measures.yml` lists them from the lightest up.

    `decided_by` and `hearing` hold for every penalty that imposes it and does not name its own.
    """

    name: Name
    aliases: tuple[Name, ...] = ()
    ends_employment: Switch = False
    decided_by: Names = ()
    hearing: ClauseRefs = ()


class Sanction(Model):
    """What is imposed, in every way that it can be."""

    fine: Sum | None = None
    by: Text | None = None
    points: Whole | None = None
    measures: Names = ()
    deduct: Part | None = None
    compensate: Part | None = None
    other: Text | None = None


class Tier(Scaled, Sanction):
    """The sanction from one boundary to the next, or in one case."""

    case: Text | None = None


class Escalation(Model):
    """What repetition leads to: after so many times within a period, a graver measure or a multiple of the fine."""

    times: Whole
    within: Within | None = None
    to: Names = ()
    fine: Sum | None = None


class Joint(Model):
    """Who answers beside the offender, and with what share of the offender's sanction."""

    who: Name
    share: Share | None = None
    sanction: Text | None = None


class InlinePenalty(Sanction):
    """The sanction for breaching the very clause it stands in."""

    act: Text | None = None
    who: Names = ()
    per: Text | None = None
    tiers: tuple[Tier, ...] = ()
    escalation: tuple[Escalation, ...] = ()
    joint: tuple[Joint, ...] = ()
    decided_by: Names = ()
    hearing: ClauseRefs = ()


class Penalty(InlinePenalty, Waivable):
    """A sanction for the breach of several clauses, or for an act that no single clause forbids."""

    id: Id
    breach: Ids = ()
    source: SourceIds = ()
    added: Text | None = None


class InlineReward(Model):
    """What follows when somebody does what the clause it stands in asks or allows."""

    act: Text | None = None
    who: Names = ()
    per: Text | None = None
    amount: Sum | None = None
    points: Whole | None = None
    other: Text | None = None
    decided_by: Names = ()


class Reward(InlineReward, Waivable):
    """A reward that stands by itself."""

    id: Id
    source: SourceIds = ()
    added: Text | None = None
