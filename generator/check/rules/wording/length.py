"""Sentences and clauses that are too long to be understood at one reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.rule import Options, TunedRule
from generator.check.texts import TextKind, clause_texts, every_text
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook

_ENDS = re.compile("[。；！？]")
_REFERENCE = re.compile(r"\{#[^{}]*\}")
_FOCUS = 12
"""So many characters of a long sentence are pointed at."""


def long_sentences(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W011: more characters between two full stops or semicolons than a reader can hold."""
    for one in every_text(handbook).told:
        if len(one.text) <= options.limit or one.kind is TextKind.LABEL:
            continue
        for sentence in _ENDS.split(one.text):
            length = _length(sentence)
            if length > options.limit:
                yield finding("W011", one.place, focus=sentence[:_FOCUS], length=length, limit=options.limit)


def long_clauses(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W012: a clause whose own text, without its items, is a page of its own."""
    for one in clause_texts(handbook).told:
        length = _length(one.text)
        if length > options.limit and one.clause:
            yield finding("W012", one.place, clause=one.clause.label, length=length, limit=options.limit)


def _length(text: str) -> int:
    """The characters that a reader sees; a reference such as {#scope} counts as four."""
    return len(_REFERENCE.sub("第三条之", text)) if "{#" in text else len(text)


RULES = (TunedRule("W011", long_sentences), TunedRule("W012", long_clauses))
