"""The trace as tables: by document, by paragraph, by what carries it, and what differs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.link.handbook import Handbook
from generator.locale import words
from generator.trace.carriers import Carrier, every_carrier
from generator.trace.trace import Trace, Traced

Row = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title, the heads of its columns, how wide they are in characters, and its rows."""

    title: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TraceView:
    """All tables of a trace, and the sentence that sums up."""

    title: str
    summary: str
    tables: tuple[Table, ...]


def trace_view(trace: Trace, handbook: Handbook) -> TraceView:
    """The tables in the handbook's language."""
    told = words(handbook.settings.language, "trace")
    names = words(handbook.settings.language, "names")
    texts = {one.id: one.text for one in trace.paragraphs}
    rows = {
        "documents": tuple(_documents(trace)),
        "paragraphs": tuple(_paragraphs(trace, told, names)),
        "carriers": tuple(_carriers(handbook, told, texts)),
        "differences": tuple(_differences(trace, told)),
    }
    tables = (
        Table(told[name]["title"], tuple(told[name]["heads"]), tuple(told[name]["widths"]), found)
        for name, found in rows.items()
    )
    return TraceView(told["title"].format(title=handbook.settings.title), summary_of(trace, told), tuple(tables))


def summary_of(trace: Trace, told: Mapping[str, Any]) -> str:
    """How many paragraphs there are and what became of them, in one sentence."""
    paragraphs = list(trace.paragraphs)
    left_out = sum(one.left_out is not None for one in paragraphs)
    sentence: str = told["summary"]
    return sentence.format(
        documents=len(trace.documents),
        paragraphs=len(paragraphs),
        carried=sum(bool(one.carriers) for one in paragraphs),
        left_out=left_out,
        share=f"{100 * left_out / max(len(paragraphs), 1):.1f}",
        missing=sum(one.is_missing for one in paragraphs),
        differing=sum(len(one.lacking) for one in paragraphs),
    )


def _documents(trace: Trace) -> Iterator[Row]:
    for one in trace.documents:
        yield (
            one.source.id,
            one.source.title,
            len(one.paragraphs),
            one.carried,
            one.left_out,
            len(one.missing),
            sum(len(paragraph.lacking) for paragraph in one.paragraphs),
        )


def _paragraphs(trace: Trace, told: Mapping[str, Any], names: Mapping[str, Any]) -> Iterator[Row]:
    for one in trace.paragraphs:
        carriers = told["between"].join(_name(carrier, told) for carrier in one.carriers)
        yield one.id, one.text, carriers or _fate(one, told, names)


def _fate(one: Traced, told: Mapping[str, Any], names: Mapping[str, Any]) -> str:
    if one.left_out is None:
        return str(told["missing"])
    entry = one.left_out
    reason = names["reason"][entry.reason]
    parts = (reason, entry.same_as and told["same_as"].format(paragraph=entry.same_as), entry.note)
    return str(told["left_out"].format(why=told["comma"].join(part for part in parts if part)))


def _carriers(handbook: Handbook, told: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[Row]:
    for carrier in every_carrier(handbook):
        for paragraph in carrier.spec.source:
            yield carrier.policy, told["kinds"][carrier.kind], carrier.name, paragraph, texts.get(paragraph, "")


def _differences(trace: Trace, told: Mapping[str, Any]) -> Iterator[Row]:
    for one in trace.paragraphs:
        carriers = told["between"].join(_name(carrier, told) for carrier in one.carriers)
        for said in one.lacking:
            yield one.id, said.written, told["open"], one.text, carriers
        for said in one.explained:
            yield one.id, said.written, told["explained"], one.text, carriers


def _name(carrier: Carrier, told: Mapping[str, Any]) -> str:
    where = f"《{carrier.policy}》" if carrier.policy else ""
    return f"{where}{told['kinds'][carrier.kind]}：{carrier.name}"
