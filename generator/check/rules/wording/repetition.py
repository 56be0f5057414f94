"""The same word twice in a row, and a text that only says its title again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.rule import Options, Rule, TunedRule
from generator.check.texts import every_text
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook

_PARTICLES = "的了是在和与及将把被为于或并不须让从且因向由应"
_DOUBLED = re.compile(rf"(?P<long>[\u4e00-\u9fff]{{2,4}})(?P=long)|(?P<short>[{_PARTICLES}])(?P=short)|应当当")
_COUNTED = re.compile("[一二三四五六七八九十两几每]")
_NO_SIGN = re.compile(r"\W+")
_NEIGHBOURS = 2


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


def title_again(handbook: Handbook) -> Iterator[Diagnostic]:
    """W021: the text of a clause is its title once more."""
    for clause in handbook.clauses.values():
        title, text = clause.spec.title, clause.spec.text
        if title and len(text) <= len(title) + 1 and _NO_SIGN.sub("", title) == _NO_SIGN.sub("", text):
            yield finding("W021", clause.spec.at("text"), clause=clause.label, title=title)


RULES = (TunedRule("W020", doubled_words), Rule("W021", title_again))
