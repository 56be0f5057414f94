"""Penalties and rewards."""

from __future__ import annotations

from dataclasses import dataclass

from generator import model
from generator.link.handbook.people import Bearer, Unit
from generator.link.handbook.vocabulary import Measure
from generator.link.targets import LinkedText, Target


@dataclass(frozen=True, eq=False, slots=True)
class Escalation:
    """What repetition leads to."""

    spec: model.Escalation
    to: tuple[Measure, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Joint:
    """Who answers beside the offender."""

    spec: model.Joint
    who: Bearer


@dataclass(frozen=True, eq=False, slots=True)
class Tier:
    """One tier of a penalty."""

    spec: model.Tier
    measures: tuple[Measure, ...]
    other: LinkedText


@dataclass(frozen=True, eq=False, slots=True)
class Penalty:
    """A penalty of a policy; `breach` are the clauses it follows, `target` where it can be read.

    `hearing` are the clauses by which the offender is heard before it is imposed.

    An inline penalty belongs to one clause and is read there; others have an anchor of their own on the policy's page.
    """

    spec: model.InlinePenalty
    policy: Target
    target: Target
    breach: tuple[Target, ...]
    who: tuple[Bearer, ...]
    measures: tuple[Measure, ...]
    tiers: tuple[Tier, ...]
    escalation: tuple[Escalation, ...]
    joint: tuple[Joint, ...]
    decided_by: tuple[Bearer, ...]
    hearing: tuple[Target, ...]
    units: tuple[Unit, ...]
    act: LinkedText
    other: LinkedText


@dataclass(frozen=True, eq=False, slots=True)
class Reward:
    """A reward; `target` as for penalties."""

    spec: model.InlineReward
    policy: Target
    target: Target
    who: tuple[Bearer, ...]
    decided_by: tuple[Bearer, ...]
    units: tuple[Unit, ...]
    act: LinkedText
    other: LinkedText
