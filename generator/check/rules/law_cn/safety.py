"""Safety at work: nobody signs away what an accident costs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from generator.check.rules.law_cn.parties import concerns_others
from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, wrong
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic
from generator.link.handbook import Handbook

_HURT = r"工伤|伤亡|因工|人身伤害|伤残|受伤|死亡|职业病|交通事故|生死"


def disclaimed(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """L039: accidents at work for which the company answers to nobody."""
    words = "|".join(map(re.escape, options.words))
    yield from judged(handbook, "L039", options.words, partial(_disclaimed, words))


def _disclaimed(words: str, sentence: Sentence) -> Wrong | None:
    match = re.search(words, sentence.text)
    if match is None or not re.search(_HURT, sentence.with_intro()) or concerns_others(sentence):
        return None
    return None if sentence.denies(match.start()) else wrong(sentence.written(match))


RULES = (TunedRule("L039", disclaimed),)
