"""Penalties and rewards, linked: those inside clauses and those that stand by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import model
from generator.link.handbook import Bearer, Escalation, Joint, Measure, Penalty, Reward, Tier, Unit
from generator.link.resolver import Resolver
from generator.link.targets import LinkedText, Target, TargetKind
from generator.model.base import Model


def link_measures(specs: Sequence[model.Measure], resolver: Resolver) -> None:
    """Link all measures into `resolver.built`, with their deciders and the clauses by which people are heard."""
    nowhere = Target(TargetKind.POLICY, "")
    for gravity, spec in enumerate(specs, start=1):
        here = Target(TargetKind.MEASURE, spec.name)
        resolver.built.measures[here] = Measure(
            spec,
            gravity,
            resolver.bearers(spec.decided_by, here, spec, "decided_by"),
            resolver.clauses(spec.hearing, nowhere, here, spec, "hearing"),
        )


@dataclass(frozen=True, slots=True)
class SanctionLinker:
    """Links the sanctions of one policy."""

    policy: Target
    resolver: Resolver

    def inline_penalty(
        self, spec: model.InlinePenalty, clause: Target, who: tuple[Bearer, ...], units: tuple[Unit, ...]
    ) -> Penalty:
        """The penalty for breaching the clause it stands in; it strikes the clause's bearers unless it says whom."""
        return self._penalty(
            spec, clause, (clause,), self.resolver.bearers(spec.who, clause, spec, "who") or who, units
        )

    def penalty(self, spec: model.Penalty, units: tuple[Unit, ...]) -> Penalty:
        """A penalty that stands by itself and follows the breach of the clauses it lists."""
        here = self.address(spec.id)
        breach = self.resolver.clauses(spec.breach, self.policy, here, spec, "breach")
        return self._penalty(spec, here, breach, self.resolver.bearers(spec.who, here, spec, "who"), units)

    def inline_reward(
        self, spec: model.InlineReward, clause: Target, who: tuple[Bearer, ...], units: tuple[Unit, ...]
    ) -> Reward:
        """A reward inside a clause; it goes to the clause's bearers unless it says to whom."""
        receivers = self.resolver.bearers(spec.who, clause, spec, "who") or who
        decided_by = self.resolver.bearers(spec.decided_by, clause, spec, "decided_by")
        act, other = self._text(spec.act, clause, spec, "act"), self._text(spec.other, clause, spec, "other")
        return Reward(spec, self.policy, clause, receivers, decided_by, units, act, other)

    def reward(self, spec: model.Reward, units: tuple[Unit, ...]) -> Reward:
        """A reward that stands by itself."""
        return self.inline_reward(spec, self.address(spec.id), (), units)

    def address(self, own_id: str) -> Target:
        """Where something of the policy that has an id of its own can be read."""
        return Target(TargetKind.CLAUSE, f"{self.policy.key}/{own_id}")

    def _penalty(
        self,
        spec: model.InlinePenalty,
        here: Target,
        breach: tuple[Target, ...],
        who: tuple[Bearer, ...],
        units: tuple[Unit, ...],
    ) -> Penalty:
        linked = self.resolver
        return Penalty(
            spec,
            self.policy,
            here,
            breach,
            who,
            linked.measures(spec.measures, here, spec, "measures"),
            tuple(self._tier(tier, here) for tier in spec.tiers),
            tuple(Escalation(step, linked.measures(step.to, here, step, "to")) for step in spec.escalation),
            tuple(Joint(joint, linked.bearer(joint.who, here, joint, "who")) for joint in spec.joint),
            linked.bearers(spec.decided_by, here, spec, "decided_by"),
            linked.clauses(spec.hearing, self.policy, here, spec, "hearing"),
            units,
            self._text(spec.act, here, spec, "act"),
            self._text(spec.other, here, spec, "other"),
        )

    def _tier(self, spec: model.Tier, here: Target) -> Tier:
        measures = self.resolver.measures(spec.measures, here, spec, "measures")
        return Tier(spec, measures, self._text(spec.other, here, spec, "other"))

    def _text(self, text: str | None, here: Target, spec: Model, key: str) -> LinkedText:
        return self.resolver.text(text, here, spec, key, policy=self.policy.key)
