"""Policies and their clauses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator import model
from generator.derive.export.addresses import Addresses
from generator.derive.export.figures import (
    DurationRecord,
    FrequencyRecord,
    QuantityRecord,
    RetentionRecord,
    duration_record,
    frequency_record,
    quantity_record,
    retention_record,
)
from generator.derive.export.record import Address, Record, record
from generator.derive.export.sanctions import penalty_address, reward_address
from generator.derive.export.texts import TextRecord, text_record
from generator.link.handbook import Clause, Handbook, Policy


@record
class BasisRecord(Record):
    """A law the policy rests on."""

    law: Address
    article: str = ""


@record
class ChapterRecord(Record):
    """A chapter and its articles."""

    number: str
    """As printed: 第一章, or 1."""
    title: str
    articles: tuple[Address, ...]


@record
class ConsultationRecord(Record):
    """Who spoke for the employees, on which day."""

    body: model.Body
    on: str


@record
class PublicityRecord(Record):
    """How the employees were told, since which day."""

    how: str
    on: str


@record
class PolicyRecord(Record):
    """A policy; what belongs to it names it."""

    id: Address
    title: str
    aliases: tuple[str, ...] = ()
    category: str
    summary: TextRecord
    owner: Address
    approver: Address
    version: str
    status: model.Status
    adopted: str | None = None
    effective: str
    consulted: ConsultationRecord | None = None
    publicized: PublicityRecord | None = None
    review_by: str | None = None
    supersedes: tuple[Address, ...] = ()
    basis: tuple[BasisRecord, ...] = ()
    units: tuple[Address, ...]
    """The units it applies to."""
    numbering: model.Numbering
    total_limit: DurationRecord | None = None
    chapters: tuple[ChapterRecord, ...]


@record
class KeptRecord(Record):
    """What is kept as evidence without a form."""

    name: str
    keeper: Address | None = None
    retention: RetentionRecord | None = None


@record
class LimitRecord(Record):
    """A figure that a clause sets."""

    of: str
    at_least: QuantityRecord | None = None
    over: QuantityRecord | None = None
    at_most: QuantityRecord | None = None
    under: QuantityRecord | None = None
    exactly: QuantityRecord | None = None


@record
class AdaptationRecord(Record):
    """Why a clause departs from its source."""

    law: Address | None = None
    article: str
    was: str


@record
class ClauseRecord(Record):
    """An article, item or sub-item."""

    id: Address
    policy: Address
    chapter: str
    """The printed number of its chapter."""
    parent: Address | None = None
    """The clause it is an item of."""
    depth: int
    """0 for articles, 1 for items, 2 for sub-items."""
    number: str
    """Its own printed number: 第三条, （二）."""
    label: str
    """How it is cited: 第三条（二）."""
    kind: model.Kind
    title: str | None = None
    text: TextRecord
    who: tuple[Address, ...] = ()
    """Its bearers; an item without its own has those of the clause it belongs to."""
    with_: tuple[Address, ...] = ()
    to: tuple[Address, ...] = ()
    when: str | None = None
    before: str | None = None
    within: DurationRecord | None = None
    ahead: DurationRecord | None = None
    every: FrequencyRecord | None = None
    after: tuple[Address, ...] = ()
    forms: tuple[Address, ...] = ()
    record: KeptRecord | None = None
    limits: tuple[LimitRecord, ...] = ()
    penalties: tuple[Address, ...] = ()
    """All penalties that follow its breach, the one written in it included."""
    rewards: tuple[Address, ...] = ()
    units: tuple[Address, ...]
    """The units it applies to."""
    items: tuple[Address, ...] = ()
    source: tuple[str, ...] = ()
    added: str | None = None
    adapted: AdaptationRecord | None = None


def policy_record(policy: Policy, addresses: Addresses) -> PolicyRecord:
    """A policy."""
    spec = policy.spec
    return PolicyRecord(
        id=addresses.of(policy.target),
        title=spec.title,
        aliases=spec.aliases,
        category=spec.category,
        summary=text_record(policy.summary, addresses),
        owner=addresses.of(policy.owner.target),
        approver=addresses.of(policy.approver.target),
        version=spec.version,
        status=spec.status,
        adopted=_day(spec.adopted),
        effective=spec.effective.isoformat(),
        consulted=_consultation(spec.consulted),
        publicized=_publicity(spec.publicized),
        review_by=_day(spec.review_by),
        supersedes=tuple(addresses.of(superseded) for superseded in policy.supersedes),
        basis=tuple(BasisRecord(law=addresses.of(basis.law.target), article=basis.article) for basis in policy.basis),
        units=addresses.of_all(policy.units),
        numbering=spec.numbering,
        total_limit=duration_record(spec.total_limit),
        chapters=tuple(
            ChapterRecord(number=chapter.number, title=chapter.spec.title, articles=addresses.of_all(chapter.articles))
            for chapter in policy.chapters
        ),
    )


def _consultation(consulted: model.Consultation | None) -> ConsultationRecord | None:
    return ConsultationRecord(body=consulted.body, on=consulted.on.isoformat()) if consulted else None


def _publicity(publicized: model.Publicity | None) -> PublicityRecord | None:
    return PublicityRecord(how=publicized.how, on=publicized.on.isoformat()) if publicized else None


def clause_records(policy: Policy, handbook: Handbook, addresses: Addresses) -> Iterator[ClauseRecord]:
    """All clauses of a policy in reading order."""
    for chapter in policy.chapters:
        waiting: list[tuple[Clause, Address | None]] = [(article, None) for article in reversed(chapter.articles)]
        while waiting:
            clause, parent = waiting.pop()
            yield _clause_record(clause, parent, chapter.number, handbook, addresses)
            waiting.extend((item, addresses.of(clause.target)) for item in reversed(clause.items))


def _clause_record(
    clause: Clause, parent: Address | None, chapter: str, handbook: Handbook, addresses: Addresses
) -> ClauseRecord:
    spec = clause.spec
    return ClauseRecord(
        id=addresses.of(clause.target),
        policy=addresses.of(clause.policy),
        chapter=chapter,
        parent=parent,
        depth=clause.depth,
        number=clause.number,
        label=clause.label,
        kind=spec.kind,
        title=spec.title,
        text=text_record(clause.text, addresses),
        who=addresses.of_all(clause.who),
        with_=addresses.of_all(clause.with_),
        to=addresses.of_all(clause.to),
        when=spec.when,
        before=spec.before,
        within=duration_record(spec.within),
        ahead=duration_record(spec.ahead),
        every=frequency_record(spec.every),
        after=tuple(addresses.of(other) for other in clause.after),
        forms=addresses.of_all(clause.forms),
        record=_kept_record(clause, addresses),
        limits=tuple(_limit_record(limit) for limit in spec.limits),
        penalties=tuple(penalty_address(one) for one in handbook.penalties_of.get(clause.target, ())),
        rewards=tuple(reward_address(one) for one in handbook.rewards_of.get(clause.target, ())),
        units=addresses.of_all(clause.units),
        items=addresses.of_all(clause.items),
        source=spec.source,
        added=spec.added,
        adapted=_adaptation_record(spec.adapted, addresses),
    )


def _kept_record(clause: Clause, addresses: Addresses) -> KeptRecord | None:
    kept = clause.spec.record
    if kept is None:
        return None
    keeper = addresses.of(clause.keeper.target) if clause.keeper else None
    return KeptRecord(name=kept.name, keeper=keeper, retention=retention_record(kept.retention))


def _limit_record(limit: model.Limit) -> LimitRecord:
    return LimitRecord(
        of=limit.of,
        at_least=quantity_record(limit.at_least),
        over=quantity_record(limit.over),
        at_most=quantity_record(limit.at_most),
        under=quantity_record(limit.under),
        exactly=quantity_record(limit.exactly),
    )


def _adaptation_record(adapted: model.Adaptation | None, addresses: Addresses) -> AdaptationRecord | None:
    if adapted is None:
        return None
    return AdaptationRecord(law=addresses.named(adapted.law), article=adapted.article, was=adapted.was)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
