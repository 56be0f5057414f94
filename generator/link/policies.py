"""Policies with their chapters and clauses, linked."""

from __future__ import annotations

from generator import model
from generator.link.authority import link_matrix, link_procedure, link_scheme
from generator.link.declarations import Numbered, NumberedChapter
from generator.link.handbook import Basis, Bearer, Chapter, Clause, Law, Penalty, Policy, Reward, Term, Unit
from generator.link.resolver import Resolver
from generator.link.sanctions import SanctionLinker
from generator.link.targets import Target, TargetKind
from generator.model.passages import plain_texts


def link_policy(
    policy_id: str, spec: model.Policy, numbered: tuple[NumberedChapter, ...], resolver: Resolver
) -> Policy:
    """Link one policy, given its numbered chapters."""
    target = Target(TargetKind.POLICY, policy_id)
    units = resolver.units(spec.applies_to, target, spec, "applies_to") or tuple(resolver.built.units.values())
    chapters = tuple(
        Chapter(
            chapter.spec,
            chapter.number,
            tuple(_link_clause(article, target, (), units, resolver) for article in chapter.articles),
        )
        for chapter in numbered
    )
    by_id = {clause.id: clause for clause in every_clause(chapters)}
    sanctions = SanctionLinker(target, resolver)
    penalties = tuple(sanctions.penalty(penalty, units) for penalty in spec.penalties)
    rewards = tuple(sanctions.reward(reward, units) for reward in spec.rewards)
    _look_up_documents(spec, target, resolver)
    return Policy(
        policy_id,
        spec,
        resolver.department(spec.owner, target, spec, "owner"),
        resolver.bearer(spec.approver, target, spec, "approver"),
        units,
        _link_basis(spec, target, resolver),
        _link_superseded(spec, target, resolver),
        resolver.text(spec.summary, target, spec, "summary", policy=policy_id),
        chapters,
        (*_inline_penalties(chapters), *penalties),
        (*_inline_rewards(chapters), *rewards),
        tuple(link_matrix(matrix, target, units, resolver) for matrix in spec.approvals),
        tuple(link_procedure(procedure, target, by_id, units, resolver) for procedure in spec.procedures),
        tuple(link_scheme(scheme, target, resolver) for scheme in spec.levels),
        tuple(link_term(term, target, resolver) for term in spec.terms),
    )


def link_term(spec: model.Term, policy: Target | None, resolver: Resolver) -> Term:
    """Link a term of a policy, or of the whole handbook."""
    target = Target(TargetKind.TERM, spec.term)
    definition = resolver.text(spec.definition, target, spec, "definition", policy=policy.key if policy else "")
    return Term(spec, definition, policy)


def link_law(spec: model.Law, resolver: Resolver) -> Law:
    """Link a law to the one that replaced it."""
    target = Target(TargetKind.LAW, spec.name)
    newer = resolver.one(TargetKind.LAW, spec.replaced_by, target, spec, "replaced_by") if spec.replaced_by else None
    return Law(spec, newer)


def every_clause(chapters: tuple[Chapter, ...]) -> list[Clause]:
    """All articles, items and sub-items in reading order."""
    found: list[Clause] = []
    waiting = [article for chapter in reversed(chapters) for article in reversed(chapter.articles)]
    while waiting:
        clause = waiting.pop()
        found.append(clause)
        waiting.extend(reversed(clause.items))
    return found


def _link_clause(
    numbered: Numbered,
    policy: Target,
    above: tuple[Bearer, ...],
    above_units: tuple[Unit, ...],
    resolver: Resolver,
) -> Clause:
    spec = numbered.spec
    target = Target(TargetKind.CLAUSE, f"{policy.key}/{spec.id}")
    who = resolver.bearers(spec.who, target, spec, "who") or above
    units = resolver.units(spec.applies_to, target, spec, "applies_to") or above_units
    sanctions = SanctionLinker(policy, resolver)
    penalty = sanctions.inline_penalty(spec.penalty, target, who, units) if spec.penalty else None
    reward = sanctions.inline_reward(spec.reward, target, who, units) if spec.reward else None
    keeper = resolver.bearer(spec.record.keeper, target, spec.record, "keeper") if spec.record else None
    if spec.adapted:
        resolver.one(TargetKind.LAW, spec.adapted.law, target, spec.adapted, "law")
    return Clause(
        target.key,
        spec,
        policy,
        numbered.number,
        numbered.label,
        numbered.depth,
        resolver.text(spec.text, target, spec, "text", policy=policy.key),
        who,
        resolver.bearers(spec.with_, target, spec, "with"),
        resolver.bearers(spec.to, target, spec, "to"),
        resolver.forms(spec.form, target, spec, "form"),
        keeper,
        resolver.clauses(spec.after, policy, target, spec, "after"),
        units,
        penalty,
        reward,
        tuple(_link_clause(item, policy, who, units, resolver) for item in numbered.items),
    )


def _look_up_documents(spec: model.Policy, target: Target, resolver: Resolver) -> None:
    """Record which documents the texts name that are printed as they are."""
    for within, part, path, text in plain_texts(spec):
        by = Target(TargetKind.CLAUSE, f"{target.key}/{within}") if within else target
        resolver.look_up(text, by, part, *path)


def _inline_penalties(chapters: tuple[Chapter, ...]) -> tuple[Penalty, ...]:
    return tuple(clause.penalty for clause in every_clause(chapters) if clause.penalty)


def _inline_rewards(chapters: tuple[Chapter, ...]) -> tuple[Reward, ...]:
    return tuple(clause.reward for clause in every_clause(chapters) if clause.reward)


def _link_basis(spec: model.Policy, target: Target, resolver: Resolver) -> tuple[Basis, ...]:
    """A basis is a law's name, followed by the article if one is meant: 劳动合同法 第四条, GB/T 19001 第8.2条."""
    basis = []
    for position, cited in enumerate(spec.basis):
        parts = cited.split()
        readings = [(" ".join(parts[:end]), " ".join(parts[end:])) for end in range(len(parts), 0, -1)]
        known = (reading for reading in readings if resolver.names.find((TargetKind.LAW,), reading[0]))
        name, article = next(known, readings[-1])
        law = resolver.one(TargetKind.LAW, name, target, spec, "basis", position)
        if law is not None:
            basis.append(Basis(resolver.built.laws[law], article))
    return tuple(basis)


def _link_superseded(spec: model.Policy, target: Target, resolver: Resolver) -> tuple[Target, ...]:
    found = (
        resolver.policy(policy_id, target, spec, "supersedes", position)
        for position, policy_id in enumerate(spec.supersedes)
    )
    return tuple(policy for policy in found if policy is not None)
