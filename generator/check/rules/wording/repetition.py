"""The same word twice in a row, and a text that only says its title again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.rule import Options, Rule, TunedRule
from generator.check.texts import clause_texts, every_text, first_of_its_like
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook

_PARTICLES = "的了是在和与及将把被为于或并不须让从且因向由应"
_DOUBLED = re.compile(rf"(?P<long>[\u4e00-\u9fff]{{2,4}})(?P=long)|(?P<short>[{_PARTICLES}])(?P=short)|应当当")
_COUNTED = re.compile("[一二三四五六七八九十两几每]")
_NO_SIGN = re.compile(r"\W+")
_NEIGHBOURS = 2
_STOP = re.compile("[。；]")
_TWICE = 2
_SENTENCE = 6
"""Shorter parts of a text are no sentences: 罚款 20 元."""


def doubled_words(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W020: a word that stands twice in a row. One finding a text."""
    for found, others in every_text(handbook).first_found(_DOUBLED):
        for one in (found, *others):
            text = one.told.text
            around = text[max(one.start - _NEIGHBOURS, 0) : one.end + _NEIGHBOURS]
            if any(allowed in around for allowed in options.words) or _COUNTED.match(one.word):
                continue
            once = "应当" if one.word == "应当当" else one.word[: len(one.word) // 2]
            yield finding("W020", one.told.place, focus=one.focus, word=one.word, once=once)
            break


def sentence_again(handbook: Handbook) -> Iterator[Diagnostic]:
    """W020: a sentence that stands twice in one text."""
    for one in clause_texts(handbook).told:
        if one.text.count("。") + one.text.count("；") < _TWICE:
            continue
        sentences = [part for part in _STOP.split(one.text) if len(part) >= _SENTENCE]
        if len(set(sentences)) < len(sentences):
            again = next(part for at, part in enumerate(sentences) if part in sentences[:at])
            at = one.text.rfind(again)
            focus = first_of_its_like(one.text, at, at + len(again))
            yield finding("W020", one.place, "sentence", focus=focus, word=again)


def title_again(handbook: Handbook) -> Iterator[Diagnostic]:
    """W021: the text of a clause is its title once more."""
    for clause in handbook.clauses.values():
        title, text = clause.spec.title, clause.spec.text
        if title and len(text) <= len(title) + 1 and _NO_SIGN.sub("", title) == _NO_SIGN.sub("", text):
            yield finding("W021", clause.spec.at("text"), clause=clause.label, title=title)


RULES = (TunedRule("W020", doubled_words), Rule("W020", sentence_again), Rule("W021", title_again))
