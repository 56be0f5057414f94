"""Running texts with their links."""

from __future__ import annotations

from generator.derive.export.addresses import Addresses
from generator.derive.export.record import Address, Record, record
from generator.link.targets import LinkedText, plain


@record
class LinkRecord(Record):
    """A stretch of text that names another record."""

    text: str
    """What is printed."""
    to: Address


@record
class TextRecord(Record):
    """A text as it is read."""

    text: str
    """The whole text without links."""
    spans: tuple[str | LinkRecord, ...] = ()
    """The same text in pieces; left out when none of them is a link."""


def text_record(text: LinkedText, addresses: Addresses) -> TextRecord:
    """A linked text."""
    if len(text) == 1 and isinstance(text[0], str):
        return TextRecord(text=text[0])
    spans = tuple(
        span if isinstance(span, str) else LinkRecord(text=span.text, to=addresses.of(span.target)) for span in text
    )
    return TextRecord(text=plain(text), spans=spans)


def text_if_any(text: LinkedText, addresses: Addresses) -> TextRecord | None:
    """A linked text, None for an empty one."""
    return text_record(text, addresses) if text else None
