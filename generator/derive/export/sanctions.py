"""Penalties and rewards."""

from __future__ import annotations

from generator import model
from generator.derive.export.addresses import Addresses
from generator.derive.export.figures import (
    AmountRecord,
    DurationRecord,
    MultipleRecord,
    QuantityRecord,
    amount_record,
    duration_record,
    multiple_record,
    quantity_record,
)
from generator.derive.export.record import Address, Record, record
from generator.link.handbook import Escalation, Handbook, Joint, Measure, Penalty, Reward, Tier
from generator.link.targets import LinkedText, plain


@record
class SanctionRecord(Record):
    """What is imposed."""

    fine: AmountRecord | None = None
    by: str | None = None
    """What decides within a range."""
    points: int | None = None
    measures: tuple[Address, ...] = ()
    deduct: MultipleRecord | None = None
    compensate: MultipleRecord | None = None
    other: str | None = None


@record
class TierRecord(Record):
    """The sanction from one bound to the next, or in one case; `over` and `below` exclude their figure."""

    from_: QuantityRecord | None = None
    over: QuantityRecord | None = None
    below: QuantityRecord | None = None
    up_to: QuantityRecord | None = None
    case: str | None = None
    sanction: SanctionRecord


@record
class EscalationRecord(Record):
    """What repetition leads to."""

    times: int
    within: DurationRecord | None = None
    to: tuple[Address, ...] = ()
    fine: AmountRecord | None = None


@record
class JointRecord(Record):
    """Who answers beside the offender."""

    who: Address
    share: QuantityRecord | None = None
    sanction: str | None = None


@record
class PenaltyRecord(Record):
    """A penalty, inside a clause or standing by itself."""

    id: Address
    policy: Address
    clause: Address | None = None
    """The clause it is written in."""
    act: str | None = None
    breach: tuple[Address, ...] = ()
    """The clauses whose breach it follows."""
    who: tuple[Address, ...] = ()
    per: str | None = None
    sanction: SanctionRecord | None = None
    """Left out when all is said by tiers or escalation."""
    tiers: tuple[TierRecord, ...] = ()
    escalation: tuple[EscalationRecord, ...] = ()
    joint: tuple[JointRecord, ...] = ()
    decided_by: tuple[Address, ...] = ()
    hearing: tuple[Address, ...] = ()
    """The clauses by which the offender is heard."""
    units: tuple[Address, ...]
    source: tuple[str, ...] = ()
    added: str | None = None


@record
class RewardRecord(Record):
    """A reward, inside a clause or standing by itself."""

    id: Address
    policy: Address
    clause: Address | None = None
    """The clause it is written in."""
    act: str | None = None
    who: tuple[Address, ...] = ()
    per: str | None = None
    amount: AmountRecord | None = None
    points: int | None = None
    other: str | None = None
    decided_by: tuple[Address, ...] = ()
    units: tuple[Address, ...]
    source: tuple[str, ...] = ()
    added: str | None = None


def penalty_address(penalty: Penalty) -> str:
    """The address of a penalty."""
    return f"penalty:{penalty.target.key}"


def reward_address(reward: Reward) -> str:
    """The address of a reward."""
    return f"reward:{reward.target.key}"


def penalty_record(penalty: Penalty, handbook: Handbook, addresses: Addresses) -> PenaltyRecord:
    """A penalty."""
    spec = penalty.spec
    return PenaltyRecord(
        id=penalty_address(penalty),
        policy=addresses.of(penalty.policy),
        clause=addresses.of(penalty.target) if penalty.target.key in handbook.clauses else None,
        act=plain(penalty.act) or None,
        breach=tuple(addresses.of(clause) for clause in penalty.breach),
        who=addresses.of_all(penalty.who),
        per=spec.per,
        sanction=_sanction_record(spec, penalty.measures, penalty.other, addresses) if _imposes(spec) else None,
        tiers=tuple(_tier_record(tier, addresses) for tier in penalty.tiers),
        escalation=tuple(_escalation_record(step, addresses) for step in penalty.escalation),
        joint=tuple(_joint_record(joint, addresses) for joint in penalty.joint),
        decided_by=addresses.of_all(penalty.decided_by),
        hearing=tuple(addresses.of(clause) for clause in penalty.hearing),
        units=addresses.of_all(penalty.units),
        source=spec.source if isinstance(spec, model.Penalty) else (),
        added=spec.added if isinstance(spec, model.Penalty) else None,
    )


def reward_record(reward: Reward, handbook: Handbook, addresses: Addresses) -> RewardRecord:
    """A reward."""
    spec = reward.spec
    return RewardRecord(
        id=reward_address(reward),
        policy=addresses.of(reward.policy),
        clause=addresses.of(reward.target) if reward.target.key in handbook.clauses else None,
        act=plain(reward.act) or None,
        who=addresses.of_all(reward.who),
        per=spec.per,
        amount=amount_record(spec.amount),
        points=spec.points,
        other=plain(reward.other) or None,
        decided_by=addresses.of_all(reward.decided_by),
        units=addresses.of_all(reward.units),
        source=spec.source if isinstance(spec, model.Reward) else (),
        added=spec.added if isinstance(spec, model.Reward) else None,
    )


def _sanction_record(
    spec: model.Sanction, measures: tuple[Measure, ...], other: LinkedText, addresses: Addresses
) -> SanctionRecord:
    return SanctionRecord(
        fine=amount_record(spec.fine),
        by=spec.by,
        points=spec.points,
        measures=addresses.of_all(measures),
        deduct=multiple_record(spec.deduct),
        compensate=multiple_record(spec.compensate),
        other=plain(other) or None,
    )


def _imposes(spec: model.Sanction) -> bool:
    return any(getattr(spec, key) not in (None, ()) for key in model.Sanction.model_fields)


def _tier_record(tier: Tier, addresses: Addresses) -> TierRecord:
    return TierRecord(
        from_=quantity_record(tier.spec.from_),
        over=quantity_record(tier.spec.over),
        below=quantity_record(tier.spec.below),
        up_to=quantity_record(tier.spec.up_to),
        case=tier.spec.case,
        sanction=_sanction_record(tier.spec, tier.measures, tier.other, addresses),
    )


def _escalation_record(step: Escalation, addresses: Addresses) -> EscalationRecord:
    return EscalationRecord(
        times=step.spec.times,
        within=duration_record(step.spec.within),
        to=addresses.of_all(step.to),
        fine=amount_record(step.spec.fine),
    )


def _joint_record(joint: Joint, addresses: Addresses) -> JointRecord:
    return JointRecord(
        who=addresses.of(joint.who.target), share=quantity_record(joint.spec.share), sanction=joint.spec.sanction
    )
