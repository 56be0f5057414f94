"""Whether approvals go upwards, step by step, to somebody who is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from generator import model
from generator.check.naming import units_above, units_of
from generator.check.rules.penalties.every import every_penalty
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.check.seniority import Seniority
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import ApprovalMatrix, ApprovalTier, Bearer, Department, Handbook, Measure, Role, Unit
from generator.model.base import Model


def every_matrix(handbook: Handbook) -> Iterator[ApprovalMatrix]:
    """All approval matrices of all policies."""
    return (matrix for policy in handbook.policies for matrix in policy.approvals)


def higher_decided_lower(handbook: Handbook) -> Iterator[Diagnostic]:
    """A002: a higher amount is decided by somebody under the one who decides the amount below it."""
    seniority = Seniority(handbook)
    for matrix in every_matrix(handbook):
        scales: defaultdict[str | None, list[ApprovalTier]] = defaultdict(list)
        for tier in matrix.tiers:
            if tier.approve and tier.spec.edges:
                scales[tier.spec.case].append(tier)
        for scale in scales.values():
            for lower, higher in pairwise(scale):
                below, above = lower.approve[-1], higher.approve[-1]
                if seniority.is_under(above.name, below.name):
                    related = (Related(lower.spec.at("approve"), "lower_tier"),)
                    place = higher.spec.at("approve", len(higher.spec.approve) - 1)
                    yield finding("A002", place, related=related, above=above.name, below=below.name)


def downwards(handbook: Handbook) -> Iterator[Diagnostic]:
    """A003: a chain that goes downwards, or that ends below the proposer."""
    seniority = Seniority(handbook)
    for policy in handbook.policies:
        head = handbook.head_of.get(policy.owner)
        if head and seniority.is_under(policy.approver.name, head.name):
            related = (Related(policy.spec.at("owner"), "proposes"),)
            place, role = policy.spec.at("approver"), policy.approver.name
            yield finding("A003", place, "policy", related=related, role=role, boss=head.name)
    for matrix in every_matrix(handbook):
        for tier in matrix.tiers:
            if len(tier.approve) == len(tier.spec.approve):
                found = list(_broken(tier, seniority))
                yield from found or _below_proposer(matrix, tier, seniority)


def _broken(tier: ApprovalTier, seniority: Seniority) -> Iterator[Diagnostic]:
    told: set[int] = set()
    for (_, earlier), (at, later) in combinations(enumerate(tier.approve), 2):
        if at in told:
            continue
        if seniority.is_under(later.name, earlier.name):
            told.add(at)
            yield finding("A003", tier.spec.at("approve", at), role=later.name, boss=earlier.name)


def _below_proposer(matrix: ApprovalMatrix, tier: ApprovalTier, seniority: Seniority) -> Iterator[Diagnostic]:
    last = tier.approve[-1] if tier.approve else None
    if not isinstance(last, Role):
        return
    for proposer in matrix.propose:
        member = isinstance(proposer, Department) and last.department is proposer and not last.is_head
        if member or seniority.is_under(last.name, proposer.name):
            place = tier.spec.at("approve", len(tier.approve) - 1)
            related = (Related(matrix.spec.at("propose"), "proposes"),)
            yield finding("A003", place, "proposer", related=related, role=last.name, boss=proposer.name)
            return


def skipped(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A004: a chain leaves out somebody who stands between two approvers, or an approver of the tier below."""
    seniority = Seniority(handbook)
    roles = {role.name: role for role in handbook.roles}
    for matrix in every_matrix(handbook):
        yield from _unlike_the_others(matrix, seniority)
        for tier in matrix.tiers:
            if len(tier.approve) != len(tier.spec.approve):
                continue
            for at, (one, after) in enumerate(pairwise(tier.approve), start=1):
                missing = [
                    name
                    for name in seniority.between(one.name, after.name)
                    if not name.startswith(options.words) and set(roles[name].department.units) & set(matrix.units)
                ]
                if missing:
                    names = "、".join(missing)
                    yield finding("A004", tier.spec.at("approve", at), one=one.name, after=after.name, names=names)


def _unlike_the_others(matrix: ApprovalMatrix, seniority: Seniority) -> Iterator[Diagnostic]:
    """A tier that drops an approver of the one below, in a matrix whose other tiers go through those below.

    Where each tier has one approver of its own, the higher decide alone; that is another way to share authority.
    """
    steps = [(lower, higher) for lower, higher in pairwise(matrix.tiers) if lower.approve and higher.approve]
    through = [(lower, higher) for lower, higher in steps if set(lower.approve) <= set(higher.approve)]
    if not any(len(higher.approve) > 1 for _, higher in through):
        return
    for lower, higher in steps:
        dropped = [one for one in lower.approve if one not in higher.approve]
        last = higher.approve[-1]
        if dropped and not any(seniority.is_under(last.name, one.name) for one in dropped):
            related = (Related(lower.spec.at("approve"), "lower_tier"),)
            names = "、".join(one.name for one in dropped)
            yield finding("A004", higher.spec.at("approve"), "tier", related=related, names=names)


def absent(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A005: somebody proposes, approves or decides where they do not exist; the headquarters decide anywhere."""
    above = units_above(handbook, options.words)
    for policy in handbook.policies:
        limited = bool(policy.spec.applies_to)
        yield from _absent((policy.approver,), policy.spec, "approver", policy.units, limited, above)
        for matrix in policy.approvals:
            narrowed = limited or bool(matrix.spec.applies_to)
            if outside := [unit.name for unit in matrix.units if unit not in policy.units]:
                place, units = matrix.spec.at("applies_to"), "、".join(outside)
                yield finding("A005", place, "outside", units=units, policy=policy.name)
            yield from _absent(matrix.propose, matrix.spec, "propose", matrix.units, narrowed)
            for tier in matrix.tiers:
                yield from _absent(tier.approve, tier.spec, "approve", matrix.units, narrowed, above)
        for penalty in policy.penalties:
            yield from _absent(penalty.decided_by, penalty.spec, "decided_by", penalty.units, limited, above)
    for measure in handbook.measures:
        imposing = _units_of_measure(handbook, measure) if measure.decided_by else set()
        there = [unit for unit in handbook.units if unit in imposing]
        yield from _absent(measure.decided_by, measure.spec, "decided_by", there, limited=True, above=above)


def _units_of_measure(handbook: Handbook, measure: Measure) -> set[Unit]:
    """The units in which a measure is imposed by penalties that do not say who decides."""
    found: set[Unit] = set()
    for penalty in every_penalty(handbook):
        parts = (
            penalty.measures,
            *(tier.measures for tier in penalty.tiers),
            *(step.to for step in penalty.escalation),
        )
        if not penalty.decided_by and any(measure in part for part in parts):
            found.update(penalty.units)
    return found


def _absent(
    bearers: Sequence[Bearer],
    spec: Model,
    key: str,
    units: Sequence[Unit],
    limited: bool,
    above: frozenset[Unit] = frozenset(),
) -> Iterator[Diagnostic]:
    """Those among `bearers` who are in none of the units, or, where the units are named, not in all of them.

    Who is in a unit `above` them is never absent.
    """
    for at, bearer in enumerate(bearers):
        present = units_of(bearer)
        if present & above:
            continue
        missing = [unit.name for unit in units if unit not in present] if present else []
        if missing and (limited or len(missing) == len(units)):
            yield finding("A005", spec.at(key, at), who=bearer.name, units="、".join(missing))


RULES = (
    Rule("A002", higher_decided_lower),
    Rule("A003", downwards),
    TunedRule("A004", skipped),
    TunedRule("A005", absent, needs=frozenset({model.Organization})),
)
