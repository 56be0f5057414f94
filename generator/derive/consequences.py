"""What follows a breach or a merit, as a reader is told it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import model
from generator.derive.citations import cite_all, is_in_force
from generator.derive.phrases import Words, fill, joined, listed
from generator.link.handbook import Escalation, Handbook, Joint, Measure, Penalty, Policy, Reward, Tier, Unit
from generator.link.targets import LinkedText, Mention, Target


@dataclass(frozen=True, slots=True)
class TierView:
    """One tier: when it holds and what it imposes."""

    condition: str
    sanction: LinkedText


@dataclass(frozen=True, slots=True)
class Detail:
    """A labelled remark."""

    label: str
    text: LinkedText


@dataclass(frozen=True, slots=True)
class Consequence:
    """A penalty or a reward: for which act of whom, what it is, and everything that goes with it.

    `anchor` is its own place on the policy's page; one inside a clause has none and is read there.
    """

    target: Target
    anchor: str
    act: LinkedText
    who: LinkedText
    per: str
    sanction: LinkedText
    tiers: tuple[TierView, ...]
    details: tuple[Detail, ...]
    clauses: LinkedText
    policy: Mention


def penalty_views(handbook: Handbook, words: Words) -> dict[Penalty, Consequence]:
    """Every penalty in words: each is told in several places."""
    return {
        penalty: penalty_view(handbook, penalty, words) for policy in handbook.policies for penalty in policy.penalties
    }


def penalty_view(handbook: Handbook, penalty: Penalty, words: Words) -> Consequence:
    """A penalty in words; its clauses are cited without the policy's title."""
    spec, told = penalty.spec, words["penalty"]
    details = (
        *(Detail(told["escalation"]["label"], _escalation(step, words)) for step in penalty.escalation),
        *(Detail(told["joint"]["label"], _joint(joint, words)) for joint in penalty.joint),
        *_listed_detail(told["decided_by"], listed(penalty.decided_by, words)),
        *_listed_detail(told["hearing"], cite_all(handbook, penalty.hearing, words, within=penalty.policy.key)),
        *_listed_detail(words["fact"]["units"], listed(_narrower(handbook, penalty), words)),
    )
    return Consequence(
        target=penalty.target,
        anchor=_anchor(handbook, penalty.target),
        act=penalty.act or (_subject(handbook, penalty),),
        who=listed(penalty.who, words),
        per=told["per"].format(per=spec.per) if spec.per else "",
        sanction=_sanction(spec, penalty.measures, penalty.other, words),
        tiers=tuple(
            TierView(_condition(tier, spec.per, words), _sanction(tier.spec, tier.measures, tier.other, words))
            for tier in penalty.tiers
        ),
        details=details,
        clauses=cite_all(handbook, penalty.breach, words, within=penalty.policy.key),
        policy=Mention(handbook.titles[penalty.policy], penalty.policy),
    )


def reward_view(handbook: Handbook, reward: Reward, words: Words) -> Consequence:
    """A reward in words; as for penalties."""
    spec, told = reward.spec, words["reward"]
    parts = (
        fill(told["amount"], amount=str(spec.amount)) if spec.amount else (),
        fill(told["points"], points=str(spec.points)) if spec.points is not None else (),
        reward.other,
    )
    clause = handbook.clauses.get(reward.target.key)
    return Consequence(
        target=reward.target,
        anchor=_anchor(handbook, reward.target),
        act=reward.act or ((clause.spec.title,) if clause and clause.spec.title else ()),
        who=listed(reward.who, words),
        per=told["per"].format(per=spec.per) if spec.per else "",
        sanction=joined(parts, words["join"]["parts"]),
        tiers=(),
        details=tuple(_listed_detail(words["penalty"]["decided_by"], listed(reward.decided_by, words))),
        clauses=cite_all(handbook, (clause.target,), words, within=reward.policy.key) if clause else (),
        policy=Mention(handbook.titles[reward.policy], reward.policy),
    )


@dataclass(frozen=True, slots=True)
class PolicyPenalties:
    """The penalties of one policy."""

    policy: Policy
    penalties: tuple[Consequence, ...]


def all_penalties(handbook: Handbook, told: dict[Penalty, Consequence]) -> tuple[PolicyPenalties, ...]:
    """The penalties of every policy in force that has any."""
    return tuple(
        PolicyPenalties(policy, tuple(told[penalty] for penalty in policy.penalties))
        for policy in handbook.policies
        if policy.penalties and is_in_force(policy)
    )


def _anchor(handbook: Handbook, target: Target) -> str:
    return "" if target.key in handbook.clauses else target.key.partition("/")[2]


def _subject(handbook: Handbook, penalty: Penalty) -> str:
    titles = (handbook.clauses[breach.key].spec.title for breach in penalty.breach)
    return "、".join(title for title in titles if title)


def _narrower(handbook: Handbook, penalty: Penalty) -> tuple[Unit, ...]:
    policy = handbook.policy_by_id[penalty.policy.key]
    return penalty.units if penalty.units != policy.units else ()


def _listed_detail(label: str, text: LinkedText) -> Iterator[Detail]:
    if text:
        yield Detail(label, text)


def _sanction(spec: model.Sanction, measures: tuple[Measure, ...], other: LinkedText, words: Words) -> LinkedText:
    told = words["penalty"]
    parts = (
        _fine(spec, words) if spec.fine else (),
        fill(told["points"], points=str(spec.points)) if spec.points is not None else (),
        listed(measures, words),
        fill(told["deduct"], part=str(spec.deduct)) if spec.deduct else (),
        fill(told["compensate"], part=str(spec.compensate)) if spec.compensate else (),
        other,
        fill(told["by"], by=spec.by) if spec.by and not spec.fine else (),
    )
    return joined(parts, words["join"]["parts"])


def _fine(spec: model.Sanction, words: Words) -> LinkedText:
    told = words["penalty"]
    if spec.by:
        return fill(told["fine_by"], fine=str(spec.fine), by=spec.by)
    return fill(told["fine"], fine=str(spec.fine))


def _condition(tier: Tier, per: str | None, words: Words) -> str:
    spec = tier.spec
    return bounds(spec, words, counted=per) or spec.case or ""


def bounds(scale: model.Scaled, words: Words, *, counted: str | None = None) -> str:
    """Where a tier begins and ends in words: 超过 1 天、4 天以内.

    Occurrences are whole, so 1 to below 4 is said as 1 to 3. When `counted` names what is counted, and it isn't
    occurrences, the unit 次 that a bare number got is left out.
    """
    told = words["range"]
    if any(edge.bound.unit != told["unit"] for edge in scale.edges):
        return _between(scale, told["amounts"], told["both"])
    occurrences = counted is None or told["unit"] in counted
    how = told["times" if occurrences else "numbers"]
    if not (scale.start and scale.end) or (scale.start.past and not occurrences):
        return _between(scale, how, told["both"])
    first, last = int(scale.start.position[0]), int(scale.end.position[0]) - 1
    return str(how["one" if first == last else "some"].format(first=first, last=last))


def _between(scale: model.Scaled, how: Words, both: str) -> str:
    return both.join(str(how[edge.key].format(bound=edge.bound)) for edge in scale.edges)


def _escalation(step: Escalation, words: Words) -> LinkedText:
    told, spec = words["penalty"]["escalation"], step.spec
    sanction = joined(
        (listed(step.to, words), fill(words["penalty"]["fine"], fine=str(spec.fine)) if spec.fine else ()),
        words["join"]["parts"],
    )
    if spec.within:
        return fill(told["within"], period=str(spec.within), times=str(spec.times), sanction=sanction)
    return fill(told["plain"], times=str(spec.times), sanction=sanction)


def _joint(joint: Joint, words: Words) -> LinkedText:
    told, spec = words["penalty"]["joint"], joint.spec
    who = listed((joint.who,), words)
    if spec.share:
        return fill(told["share"], who=who, share=str(spec.share))
    if spec.sanction:
        return fill(told["sanction"], who=who, sanction=spec.sanction)
    return fill(told["plain"], who=who)
