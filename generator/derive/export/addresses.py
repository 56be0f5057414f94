"""The address of every record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from generator.link.handbook import Handbook, LevelScheme, Policy
from generator.link.targets import Target, TargetKind


class _Addressed(Protocol):
    @property
    def target(self) -> Target: ...


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of targets, and of bearers and laws by any of their names.

    `known` are those of targets that are linked as if they were clauses or terms, and all that were asked for.
    """

    known: dict[Target, str]
    by_name: dict[str, str]
    together: dict[tuple[_Addressed, ...], tuple[str, ...]] = field(default_factory=dict)

    def of(self, target: Target) -> str:
        """The address of the thing at `target`."""
        address = self.known.get(target)
        if address is None:
            address = self.known[target] = f"{target.kind}:{target.key}"
        return address

    def of_all(self, things: tuple[_Addressed, ...]) -> tuple[str, ...]:
        """The addresses of several things; the same bearers and units come together again and again."""
        if not things:
            return ()
        found = self.together.get(things)
        if found is None:
            found = self.together[things] = tuple(self.of(thing.target) for thing in things)
        return found

    def named(self, name: str | None) -> str | None:
        """The address of the bearer or law that goes by `name`; None if there is none."""
        return self.by_name.get(name) if name else None


def addresses(handbook: Handbook) -> Addresses:
    """The addresses of a handbook."""
    return Addresses(dict(_special(handbook)), dict(_names(handbook)))


def in_policy(kind: str, policy: Target, own_id: str) -> str:
    """The address of something of a policy that has an id of its own."""
    return f"{kind}:{policy.key}/{own_id}"


def of_scheme(scheme: LevelScheme) -> str:
    """The address of a level scheme, of a policy or shared."""
    return in_policy("levels", scheme.policy, scheme.spec.id) if scheme.policy else f"levels:{scheme.spec.id}"


def _special(handbook: Handbook) -> Iterator[tuple[Target, str]]:
    """What is linked as if it were a clause or a term, and has a kind of its own here."""
    for scheme in handbook.levels:
        if scheme.policy is None:
            yield Target(TargetKind.TERM, scheme.spec.scheme), of_scheme(scheme)
    for policy in handbook.policies:
        for target, address in _of_policy(policy):
            if target.key not in handbook.clauses:
                yield target, address


def _of_policy(policy: Policy) -> Iterator[tuple[Target, str]]:
    for penalty in policy.penalties:
        yield penalty.target, f"penalty:{penalty.target.key}"
    for reward in policy.rewards:
        yield reward.target, f"reward:{reward.target.key}"
    parts = (("approval", policy.approvals), ("procedure", policy.procedures), ("levels", policy.levels))
    for kind, things in parts:
        for thing in things:
            key = f"{policy.id}/{thing.spec.id}"
            yield Target(TargetKind.CLAUSE, key), f"{kind}:{key}"


def _names(handbook: Handbook) -> Iterator[tuple[str, str]]:
    for things in (handbook.units, handbook.departments, handbook.roles, handbook.groups, handbook.laws):
        for thing in things:
            for name in (thing.name, *thing.spec.aliases):
                yield name, f"{thing.kind}:{thing.name}"
