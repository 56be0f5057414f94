"""Approval matrices and procedures of a policy."""

from __future__ import annotations

from generator.derive.export.addresses import Addresses, in_policy
from generator.derive.export.figures import DurationRecord, QuantityRecord, duration_record, quantity_record
from generator.derive.export.record import Address, Record, record
from generator.link.handbook import ApprovalMatrix, Policy, Procedure, Step


@record
class ApprovalTierRecord(Record):
    """Who approves, in order, from one amount to the next, or in one case; `over` and `below` exclude their figure."""

    from_: QuantityRecord | None = None
    over: QuantityRecord | None = None
    below: QuantityRecord | None = None
    up_to: QuantityRecord | None = None
    case: str | None = None
    approve: tuple[Address, ...]


@record
class ApprovalRecord(Record):
    """The approval matrix of one subject."""

    id: Address
    policy: Address
    subject: str
    measure: str | None = None
    propose: tuple[Address, ...] = ()
    tiers: tuple[ApprovalTierRecord, ...]
    separate: tuple[str, ...] = ()
    """Acts that must not be one person's."""
    units: tuple[Address, ...]
    source: tuple[str, ...] = ()
    added: str | None = None


@record
class StepRecord(Record):
    """One step of a procedure, with the form and limit of its clause where it names none."""

    do: Address
    after: tuple[Address, ...] = ()
    when: str | None = None
    within: DurationRecord | None = None
    forms: tuple[Address, ...] = ()


@record
class ProcedureRecord(Record):
    """Clauses in order."""

    id: Address
    policy: Address
    title: str
    total_limit: DurationRecord | None = None
    """The policy's where the procedure names none."""
    steps: tuple[StepRecord, ...]
    units: tuple[Address, ...]
    source: tuple[str, ...] = ()
    added: str | None = None


def approval_record(matrix: ApprovalMatrix, policy: Policy, addresses: Addresses) -> ApprovalRecord:
    """An approval matrix of a policy."""
    spec = matrix.spec
    return ApprovalRecord(
        id=in_policy("approval", policy.target, spec.id),
        policy=addresses.of(policy.target),
        subject=spec.subject,
        measure=spec.measure,
        propose=addresses.of_all(matrix.propose),
        tiers=tuple(
            ApprovalTierRecord(
                from_=quantity_record(tier.spec.from_),
                over=quantity_record(tier.spec.over),
                below=quantity_record(tier.spec.below),
                up_to=quantity_record(tier.spec.up_to),
                case=tier.spec.case,
                approve=addresses.of_all(tier.approve),
            )
            for tier in matrix.tiers
        ),
        separate=spec.separate,
        units=addresses.of_all(matrix.units),
        source=spec.source,
        added=spec.added,
    )


def procedure_record(procedure: Procedure, policy: Policy, addresses: Addresses) -> ProcedureRecord:
    """A procedure of a policy."""
    spec = procedure.spec
    return ProcedureRecord(
        id=in_policy("procedure", policy.target, spec.id),
        policy=addresses.of(policy.target),
        title=spec.title,
        total_limit=duration_record(spec.total_limit or policy.spec.total_limit),
        steps=tuple(_step_record(step, addresses) for step in procedure.steps),
        units=addresses.of_all(procedure.units),
        source=spec.source,
        added=spec.added,
    )


def _step_record(step: Step, addresses: Addresses) -> StepRecord:
    return StepRecord(
        do=addresses.of(step.clause.target),
        after=addresses.of_all(step.after),
        when=step.spec.when,
        within=duration_record(step.spec.within or step.clause.spec.within),
        forms=addresses.of_all(step.forms),
    )
