"""Approval matrices, procedures and level schemes, linked."""

from __future__ import annotations

from collections.abc import Mapping

from generator import model
from generator.link.handbook import (
    ApprovalMatrix,
    ApprovalTier,
    Clause,
    Level,
    LevelScheme,
    Procedure,
    Step,
    Unit,
)
from generator.link.resolver import Resolver
from generator.link.targets import Target, TargetKind


def link_matrix(
    spec: model.ApprovalMatrix, policy: Target, units: tuple[Unit, ...], resolver: Resolver
) -> ApprovalMatrix:
    """Link the proposers and approvers of one subject."""
    here = Target(TargetKind.CLAUSE, f"{policy.key}/{spec.id}")
    return ApprovalMatrix(
        spec,
        resolver.bearers(spec.propose, here, spec, "propose"),
        tuple(ApprovalTier(tier, resolver.bearers(tier.approve, here, tier, "approve")) for tier in spec.tiers),
        resolver.units(spec.applies_to, here, spec, "applies_to") or units,
    )


def link_procedure(
    spec: model.Procedure,
    policy: Target,
    clauses: Mapping[str, Clause],
    units: tuple[Unit, ...],
    resolver: Resolver,
) -> Procedure:
    """Link the steps to the clauses they do; a step of an unknown clause is reported and left out."""
    here = Target(TargetKind.CLAUSE, f"{policy.key}/{spec.id}")
    steps = []
    for step in spec.steps:
        (*done,) = resolver.clauses((step.do,), policy, here, step, "do")
        after = resolver.clauses(step.after, policy, here, step, "after")
        forms = resolver.forms(step.form, here, step, "form")
        if done:
            clause = clauses[step.do]
            before = tuple(clauses[target.key.partition("/")[2]] for target in after)
            steps.append(Step(step, clause, before, forms or clause.forms))
    return Procedure(spec, tuple(steps), resolver.units(spec.applies_to, here, spec, "applies_to") or units)


def link_scheme(spec: model.LevelScheme, policy: Target | None, resolver: Resolver) -> LevelScheme:
    """Link the texts and readers of a level scheme."""
    home = policy.key if policy else ""
    here = Target(TargetKind.CLAUSE, f"{home}/{spec.id}") if policy else Target(TargetKind.TERM, spec.scheme)
    levels = tuple(
        Level(
            level,
            resolver.text(level.criterion, here, level, "criterion", policy=home),
            resolver.text(level.consequence, here, level, "consequence", policy=home),
            resolver.bearers(level.may_read, here, level, "may_read"),
        )
        for level in spec.levels
    )
    return LevelScheme(spec, policy, levels)
