"""What several policies use: laws, measures, terms, level schemes and sources."""

from __future__ import annotations

from generator import model
from generator.derive.export.addresses import Addresses, of_scheme
from generator.derive.export.figures import QuantityRecord, quantity_record
from generator.derive.export.record import Address, Record, record
from generator.derive.export.texts import TextRecord, text_if_any, text_record
from generator.link.handbook import Law, Level, LevelScheme, Measure, Term


@record
class LawRecord(Record):
    """A statute or standard."""

    id: Address
    name: str
    title: str
    aliases: tuple[str, ...] = ()
    version: str
    """The date of its version."""
    articles: int | None = None
    """How many articles that version has."""
    status: model.LawStatus
    replaced_by: Address | None = None
    """The law that took its place."""


@record
class MeasureRecord(Record):
    """A disciplinary measure."""

    id: Address
    name: str
    aliases: tuple[str, ...] = ()
    gravity: int
    """Counts from 1, the lightest."""
    ends_employment: bool = False
    decided_by: tuple[Address, ...] = ()
    """Who decides it unless a penalty names another."""
    hearing: tuple[Address, ...] = ()
    """The clauses by which the offender is heard unless a penalty names others."""


@record
class TermRecord(Record):
    """A word with one meaning."""

    id: Address
    term: str
    aliases: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    """Words that must not stand for it."""
    definition: TextRecord
    policy: Address | None = None
    """The policy that defines it; left out when the whole handbook does."""
    source: tuple[str, ...] = ()
    added: str | None = None


@record
class LevelRecord(Record):
    """One level of a scheme."""

    name: str
    criterion: TextRecord
    consequence: TextRecord | None = None
    from_: QuantityRecord | None = None
    over: QuantityRecord | None = None
    below: QuantityRecord | None = None
    up_to: QuantityRecord | None = None
    may_read: tuple[Address, ...] = ()


@record
class LevelSchemeRecord(Record):
    """A classification, from the highest level down."""

    id: Address
    policy: Address | None = None
    """The policy it belongs to; left out when it is shared."""
    scheme: str
    measure: str | None = None
    levels: tuple[LevelRecord, ...]
    source: tuple[str, ...] = ()
    added: str | None = None


@record
class LeftOutRecord(Record):
    """Paragraphs of a source that the handbook does not restate."""

    paragraphs: tuple[str, ...]
    reason: model.Reason
    same_as: str | None = None
    note: str | None = None


@record
class SourceRecord(Record):
    """An older document that the handbook restates; `source` elsewhere names its paragraphs: s2-04.011."""

    id: str
    title: str
    paragraphs: int
    left_out: tuple[LeftOutRecord, ...] = ()


def law_record(law: Law, addresses: Addresses) -> LawRecord:
    """A law."""
    spec = law.spec
    return LawRecord(
        id=addresses.of(law.target),
        name=spec.name,
        title=spec.title,
        aliases=spec.aliases,
        version=spec.version.isoformat(),
        articles=spec.articles,
        status=spec.status,
        replaced_by=addresses.of(law.replaced_by) if law.replaced_by else None,
    )


def measure_record(measure: Measure, addresses: Addresses) -> MeasureRecord:
    """A disciplinary measure."""
    return MeasureRecord(
        id=addresses.of(measure.target),
        name=measure.name,
        aliases=measure.spec.aliases,
        gravity=measure.gravity,
        ends_employment=measure.spec.ends_employment,
        decided_by=addresses.of_all(measure.decided_by),
        hearing=tuple(addresses.of(clause) for clause in measure.hearing),
    )


def term_record(term: Term, addresses: Addresses) -> TermRecord:
    """A term."""
    spec = term.spec
    return TermRecord(
        id=addresses.of(term.target),
        term=spec.term,
        aliases=spec.aliases,
        avoid=spec.avoid,
        definition=text_record(term.definition, addresses),
        policy=addresses.of(term.policy) if term.policy else None,
        source=spec.source,
        added=spec.added,
    )


def scheme_record(scheme: LevelScheme, addresses: Addresses) -> LevelSchemeRecord:
    """A level scheme."""
    spec = scheme.spec
    return LevelSchemeRecord(
        id=of_scheme(scheme),
        policy=addresses.of(scheme.policy) if scheme.policy else None,
        scheme=spec.scheme,
        measure=spec.measure,
        levels=tuple(_level_record(level, addresses) for level in scheme.levels),
        source=spec.source,
        added=spec.added,
    )


def source_record(source: model.Source) -> SourceRecord:
    """A source document."""
    left_out = tuple(
        LeftOutRecord(paragraphs=entry.paragraphs, reason=entry.reason, same_as=entry.same_as, note=entry.note)
        for entry in source.left_out
    )
    return SourceRecord(id=source.id, title=source.title, paragraphs=source.paragraphs, left_out=left_out)


def _level_record(level: Level, addresses: Addresses) -> LevelRecord:
    return LevelRecord(
        name=level.spec.name,
        criterion=text_record(level.criterion, addresses),
        consequence=text_if_any(level.consequence, addresses),
        from_=quantity_record(level.spec.from_),
        over=quantity_record(level.spec.over),
        below=quantity_record(level.spec.below),
        up_to=quantity_record(level.spec.up_to),
        may_read=addresses.of_all(level.may_read),
    )
