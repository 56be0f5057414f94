"""How policies and their clauses are spoken of elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from generator.derive.phrases import Words, fill, joined
from generator.link.handbook import Clause, Handbook, Policy
from generator.link.targets import LinkedText, Mention, Target, TargetKind
from generator.model import Status


def policy_of(handbook: Handbook, target: Target) -> Policy:
    """The policy that a clause, penalty or reward stands in."""
    return handbook.policy_by_id[target.key.partition("/")[0]]


def is_in_force(policy: Policy) -> bool:
    """Whether people must follow it: a draft isn't yet in force, a repealed policy no longer."""
    return policy.spec.status is Status.IN_FORCE


def cite(handbook: Handbook, clause: Clause, words: Words, *, within: str = "") -> Mention:
    """第三条（二）, with its policy's title unless it is cited `within` that policy (by id)."""
    policy = handbook.policy_by_id[clause.policy.key]
    label = (
        clause.label if policy.id == within else words["clause"]["cited"].format(policy=policy.name, label=clause.label)
    )
    return Mention(label, clause.target)


def cite_all(handbook: Handbook, targets: Sequence[Target], words: Words, *, within: str = "") -> LinkedText:
    """Several clauses, one after the other."""
    if not targets:
        return ()
    clauses = (handbook.clauses[target.key] for target in targets)
    return joined(((cite(handbook, clause, words, within=within),) for clause in clauses), words["join"]["names"])


def in_words(handbook: Handbook, target: Target, words: Words) -> LinkedText:
    """What a thing that names another is called in a list of uses."""
    if target.kind is TargetKind.CLAUSE and target.key in handbook.clauses:
        clause = handbook.clauses[target.key]
        return fill(words["clause"]["use"], clause=(cite(handbook, clause, words),), title=clause.spec.title or "")
    return (Mention(handbook.titles.get(target, target.key), target),)
