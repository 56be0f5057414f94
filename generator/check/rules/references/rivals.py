"""Two policies that both claim to hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook, Policy, Unit
from generator.model import Organization, Status
from generator.read.marks import Place


class Claim(NamedTuple):
    """A matter that a policy settles in some units: all of it, a procedure or a classification."""

    kind: str
    matter: str
    said: str
    units: tuple[Unit, ...]
    place: Place
    policy: Policy


def superseded_in_force(handbook: Handbook) -> Iterator[Diagnostic]:
    """R023: a policy in force supersedes one that is still in force."""
    for policy in handbook.policies:
        if policy.spec.status is not Status.IN_FORCE:
            continue
        for at, superseded in enumerate(policy.spec.supersedes):
            older = handbook.policy_by_id.get(superseded)
            if older and older is not policy and older.spec.status is Status.IN_FORCE:
                related = (Related(older.spec.at("status"), "still_in_force"),)
                place = policy.spec.at("supersedes", at)
                yield finding("R023", place, related=related, policy=policy.name, older=older.name)


def same_matter(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """R024: two policies in force settle the same matter in one unit, or one policy does it twice."""
    earlier: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    in_force = [policy for policy in handbook.policies if policy.spec.status is Status.IN_FORCE]
    for policy in sorted(in_force, key=lambda policy: policy.spec.effective):
        for claim in _claims(policy, options):
            others = earlier[claim.kind, claim.matter]
            rival = next((other for other in others if not set(other.units).isdisjoint(claim.units)), None)
            if rival and not _supersedes(claim.policy, rival.policy):
                yield _against(rival, claim)
                yield _against(claim, rival)
            others.append(claim)


def _against(claim: Claim, rival: Claim) -> Diagnostic:
    unit = next(unit for unit in claim.units if unit in rival.units)
    related = (Related(rival.place, "same_matter"),)
    return finding(
        "R024", claim.place, claim.kind, related=related, said=claim.said, policy=rival.policy.name, unit=unit.name
    )


def _claims(policy: Policy, options: Options) -> Iterator[Claim]:
    spec, units = policy.spec, policy.units
    yield Claim("title", _matter_of(spec.title, options.words), spec.title, units, spec.at("title"), policy)
    for procedure in policy.procedures:
        title = procedure.spec.title
        yield Claim("procedure", title, title, procedure.units, procedure.spec.at("title"), policy)
    for scheme in policy.levels:
        yield Claim("levels", scheme.spec.scheme, scheme.spec.scheme, units, scheme.spec.at("scheme"), policy)


def _matter_of(title: str, endings: tuple[str, ...]) -> str:
    """What a policy is about: its title without 管理办法 and the like."""
    matter = title
    while ending := next((word for word in endings if matter.endswith(word) and matter != word), ""):
        matter = matter.removesuffix(ending)
    return matter


def _supersedes(newer: Policy, older: Policy) -> bool:
    """Whether one of them is the end of the other, which R023 tells."""
    return older.id in newer.spec.supersedes or newer.id in older.spec.supersedes


RULES = (
    Rule("R023", superseded_in_force),
    TunedRule("R024", same_matter, needs=frozenset({Organization})),
)
