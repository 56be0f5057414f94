"""Whether an approval matrix has the people that the clauses it comes from name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator import model
from generator.check.apart import are_far_apart
from generator.check.rules.rule import Options, TunedRule
from generator.check.seniority import roles_in
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import ApprovalMatrix, ApprovalTier, Bearer, Clause, Group, Handbook, Policy
from generator.link.policies import every_clause

_OTHERS = "收送交报经请后给将由"
"""A character between a post and the word for approving that makes it somebody else's approval."""

_EACH = re.compile(r"以?及|、|和|与")
_OR = re.compile(r"或者?")


def untold(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A012: a matrix names somebody whom its clauses do not, or leaves out an approver whom they name.

    Whole groups of people are told in too many words to be missed.
    """
    approving = _approving(handbook, options.words)
    for policy in handbook.policies:
        clauses = every_clause(policy.chapters) if policy.approvals else []
        for matrix in policy.approvals:
            sources = set(matrix.spec.source)
            telling = [clause for clause in clauses if sources.intersection(clause.spec.source)]
            if telling:
                yield from _not_named(matrix, telling)
                yield from _left_out(handbook, policy, matrix, telling, approving)


def _not_named(matrix: ApprovalMatrix, clauses: Sequence[Clause]) -> Iterator[Diagnostic]:
    named = list(_named(matrix))
    strange = [one for one in named if not isinstance(one[0], Group) and not _is_told(one[0], clauses)]
    for bearer, spec, key, at in strange if 2 * len(strange) < len(named) else ():
        related = (Related(clauses[0].spec.at("text"), "text"),)
        yield finding("A012", spec.at(key, at), related=related, who=bearer.name, subject=matrix.spec.subject)


def _named(matrix: ApprovalMatrix) -> Iterator[tuple[Bearer, model.ApprovalMatrix | model.ApprovalTier, str, int]]:
    for at, bearer in enumerate(matrix.propose):
        yield bearer, matrix.spec, "propose", at
    for tier in matrix.tiers:
        for at, bearer in enumerate(tier.approve):
            yield bearer, tier.spec, "approve", at


def _is_told(bearer: Bearer, clauses: Sequence[Clause]) -> bool:
    names = (bearer.name, *bearer.spec.aliases)
    for clause in clauses:
        if bearer in clause.who or bearer in clause.to or bearer in clause.with_:
            return True
        if any(name in clause.spec.text for name in names):
            return True
    return False


def _approving(handbook: Handbook, words: Sequence[str]) -> re.Pattern[str]:
    """Posts (甲、乙或者丙), what stands between, and a word for approving."""
    names = sorted({name for role in handbook.roles for name in (role.name, *role.spec.aliases)}, key=len, reverse=True)
    post = f"(?:{'|'.join(map(re.escape, names)) or '(?!)'})"
    acts = "|".join(map(re.escape, words))
    return re.compile(rf"({post}(?:(?:或者?|以?及|、|和|与){post})*)([^，。；：、{_OTHERS}]{{0,12}}?)(?:{acts})")


def _left_out(
    handbook: Handbook, policy: Policy, matrix: ApprovalMatrix, clauses: Sequence[Clause], approving: re.Pattern[str]
) -> Iterator[Diagnostic]:
    """Posts that the clauses let approve and that neither this matrix nor another of the same source has."""
    related_matrices = [one for one in policy.approvals if set(one.spec.source).intersection(matrix.spec.source)]
    yield from _left_out_of_tiers(matrix, clauses, approving)
    known = {name for one in related_matrices for bearer, *_ in _named(one) for name in _names(bearer)}
    told: set[str] = set()
    for clause in clauses:
        for match in approving.finditer(clause.spec.text):
            for posts in _EACH.split(match[1]) if "不得" not in match[2] else ():
                if posts not in told and known.isdisjoint(_OR.split(posts)):
                    told.add(posts)
                    yield from _told_at_both(matrix, matrix.tiers[-1], clause, posts)


def _left_out_of_tiers(
    matrix: ApprovalMatrix, clauses: Sequence[Clause], approving: re.Pattern[str]
) -> Iterator[Diagnostic]:
    """Posts that a clause lets approve one after the other, where the tier for its case has only the last of them."""
    for tier in matrix.tiers:
        names = {name for bearer in tier.approve for name in _names(bearer)}
        for clause in clauses if tier.spec.case else ():
            text = clause.spec.text
            chains = (_EACH.split(match[1]) for match in approving.finditer(text) if "不得" not in match[2])
            for chain in chains if f"《{tier.spec.case}》" in text else ():
                if names.isdisjoint(_OR.split(chain[-1])):
                    continue
                for posts in chain[:-1]:
                    if names.isdisjoint(_OR.split(posts)):
                        yield from _told_at_both(matrix, tier, clause, posts)


def _told_at_both(matrix: ApprovalMatrix, tier: ApprovalTier, clause: Clause, posts: str) -> Iterator[Diagnostic]:
    """The posts that a text lets approve and a tier lacks: nobody knows which of them is the slip."""
    place, text, subject = tier.spec.at("approve"), clause.spec.at("text"), matrix.spec.subject
    yield finding("A012", place, "left_out", related=(Related(text, "text"),), who=posts, subject=subject)
    if are_far_apart(place, text):
        related = (Related(place, "matrix"),)
        yield finding("A012", text, "text", related=related, focus=posts, who=posts, subject=subject)


def _names(bearer: Bearer) -> set[str]:
    """Everything that the bearer, or a post it stands for, is called."""
    return {bearer.name, *bearer.spec.aliases, *roles_in(bearer)}


RULES = (TunedRule("A012", untold),)
