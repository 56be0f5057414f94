"""The forms that a text names in 《》."""

from __future__ import annotations

from collections.abc import Iterator

from generator.link.handbook import Form, Handbook
from generator.link.targets import LinkedText, TargetKind


def forms_named(text: LinkedText, handbook: Handbook) -> Iterator[tuple[str, Form]]:
    """Each form that a text names, with the words that name it."""
    for span in text:
        if not isinstance(span, str) and span.target.kind is TargetKind.FORM:
            yield span.text, handbook.form_by_id[span.target.key]
