"""What became of every paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import model
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook
from generator.trace.carriers import Carrier, carriers_of
from generator.trace.differences import Comparison, Said
from generator.trace.documents import Documents, Paragraph, SourceDocument


@dataclass(frozen=True, slots=True)
class Traced:
    """One paragraph: its text if the documents are at hand, what carries it, or why it is left out.

    `lacking` is what it says and its carriers do not; `explained` what of that the handbook knowingly has otherwise.
    """

    id: str
    text: str
    carriers: tuple[Carrier, ...]
    left_out: model.LeftOut | None
    lacking: tuple[Said, ...] = ()
    explained: tuple[Said, ...] = ()

    @property
    def is_missing(self) -> bool:
        """Whether nothing became of it."""
        return not self.carriers and self.left_out is None


@dataclass(frozen=True, slots=True)
class TracedDocument:
    """One document with its paragraphs in order."""

    source: model.Source
    paragraphs: tuple[Traced, ...]

    @property
    def carried(self) -> int:
        """How many paragraphs something restates."""
        return sum(bool(one.carriers) for one in self.paragraphs)

    @property
    def left_out(self) -> int:
        """How many are left out for a reason."""
        return sum(one.left_out is not None for one in self.paragraphs)

    @property
    def missing(self) -> tuple[str, ...]:
        """Those that nothing became of."""
        return tuple(one.id for one in self.paragraphs if one.is_missing)


@dataclass(frozen=True, slots=True)
class Trace:
    """All documents and what is wrong."""

    documents: tuple[TracedDocument, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def paragraphs(self) -> Iterator[Traced]:
        """Every paragraph of every document."""
        return (paragraph for document in self.documents for paragraph in document.paragraphs)


def trace(handbook: Handbook, documents: Documents | None = None) -> Trace:
    """Follow every paragraph that `sources.yml` counts; with the documents at hand also compare what they say.

    K003: a document that is not listed, not there, or has another number of paragraphs. K004: a paragraph that nothing
    became of. K005: a figure, or K006: a form, that none of a paragraph's carriers has. K007: a difference explained
    that is none.
    """
    tracing = _Tracing(handbook, documents)
    traced = tuple(tracing.document(source) for source in handbook.sources)
    return Trace(traced, tuple(tracing.diagnostics))


class _Tracing:
    def __init__(self, handbook: Handbook, documents: Documents | None) -> None:
        self.carriers = carriers_of(handbook)
        self.documents = documents
        self.comparison = Comparison(handbook)
        self.diagnostics: list[Diagnostic] = list(documents.diagnostics) if documents else []
        listed = {source.id for source in handbook.sources}
        for document in documents.by_id.values() if documents else ():
            if document.id not in listed:
                place = document.paragraphs[0].place if document.paragraphs else None
                if place:
                    self.diagnostics.append(finding("K003", place, "unlisted", document=document.id))

    def document(self, source: model.Source) -> TracedDocument:
        """What became of the paragraphs of one document."""
        found = self._found(source)
        texts = {paragraph.id: paragraph for paragraph in found.paragraphs} if found else {}
        left_out = {paragraph: entry for entry in source.left_out for paragraph in entry.paragraphs}
        ids = [f"{source.id}.{number:03}" for number in range(1, source.paragraphs + 1)]
        paragraphs = tuple(self._paragraph(one, source, texts.get(one), left_out.get(one)) for one in ids)
        document = TracedDocument(source, paragraphs)
        if document.missing:
            shown = "、".join(document.missing)
            place = source.at("paragraphs")
            self.diagnostics.append(
                finding("K004", place, document=source.id, count=len(document.missing), paragraphs=shown)
            )
        return document

    def _found(self, source: model.Source) -> SourceDocument | None:
        if self.documents is None:
            return None
        found = self.documents.by_id.get(source.id)
        if found is None:
            self.diagnostics.append(finding("K003", source.at("id"), "absent", document=source.id))
        elif len(found.paragraphs) != source.paragraphs:
            count = len(found.paragraphs)
            self.diagnostics.append(finding("K003", source.at("paragraphs"), document=source.id, count=count))
        return found

    def _paragraph(
        self, one: str, source: model.Source, paragraph: Paragraph | None, left_out: model.LeftOut | None
    ) -> Traced:
        carriers = self.carriers.get(one, ())
        if paragraph is None:
            return Traced(one, "", carriers, left_out)
        lacking = tuple(self.comparison.missing(paragraph.text, carriers)) if carriers else ()
        known = {said: entry for entry in source.differs if entry.paragraph == one for said in entry.said}
        adapted = _adapted(carriers)
        explained = tuple(said for said in lacking if said.written in known or said.written in adapted)
        rest = tuple(said for said in lacking if said not in explained)
        for said in rest:
            self.diagnostics.append(_difference(said, paragraph, carriers))
        self.diagnostics.extend(_needless(known, lacking))
        return Traced(one, paragraph.text, carriers, left_out, rest, explained)


def _adapted(carriers: tuple[Carrier, ...]) -> str:
    """What the clauses that were adapted to a law say the source had said."""
    adapted = (getattr(carrier.spec, "adapted", None) for carrier in carriers)
    return "\n".join(one.was for one in adapted if one)


def _difference(said: Said, paragraph: Paragraph, carriers: tuple[Carrier, ...]) -> Diagnostic:
    related = (Related(paragraph.place, "source"),)
    place = carriers[0].place_of(paragraph.id)
    code = "K006" if said.is_form else "K005"
    return finding(code, place, related=related, paragraph=paragraph.id, said=said.written)


def _needless(known: Mapping[str, model.Difference], lacking: tuple[Said, ...]) -> Iterator[Diagnostic]:
    written = {said.written for said in lacking}
    for said, entry in known.items():
        if said not in written:
            yield finding("K007", entry.at("said", entry.said.index(said)), paragraph=entry.paragraph, said=said)
