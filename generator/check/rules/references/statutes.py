"""Articles of laws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.check.rules.references.documents import document_before, laws_by_name
from generator.check.rules.rule import Rule
from generator.check.texts import every_text
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook, Law
from generator.model import LawsFile
from generator.quantities.numerals import number_in
from generator.read.marks import Place

_ONE = "第[〇零一二三四五六七八九十百千0-9]+条"
_CHAIN = rf"{_ONE}(?:之[一二三四五])?(?:第[一二三四五六七八九十]+款)?(?:第?（[一二三四五六七八九十]+）项)?"
_ARTICLES = re.compile(rf"{_CHAIN}(?:(?:、|和|及|与|或|或者|以及|至|到){_CHAIN})*")
_NUMBER = re.compile("第([〇零一二三四五六七八九十百千0-9]+)条")


class Cited(NamedTuple):
    """Articles of a law, where they are cited."""

    law: Law
    articles: str
    place: Place


def articles_beyond_the_end(handbook: Handbook) -> Iterator[Diagnostic]:
    """R019: a law has no article of the number cited."""
    for cited in _citations(handbook):
        last = cited.law.spec.articles
        for typed in _NUMBER.finditer(cited.articles) if last else ():
            number = number_in(typed[1])
            if last and (number is None or not 1 <= number <= last):
                article = typed[0]
                yield finding("R019", cited.place, focus=article, law=cited.law.name, article=article, count=last)


def _citations(handbook: Handbook) -> Iterator[Cited]:
    """Every citation of a law's article: what policies rest on, what demanded a change, and in texts."""
    laws = laws_by_name(handbook)
    for policy in handbook.policies:
        for at, basis in enumerate(policy.spec.basis):
            name, _, articles = basis.rpartition(" ")
            if law := laws.get(name.strip()):
                yield Cited(law, articles, policy.spec.at("basis", at))
    for clause in handbook.clauses.values():
        adapted = clause.spec.adapted
        if adapted and (law := laws.get(adapted.law)):
            yield Cited(law, adapted.article, adapted.at("article"))
        if clause.spec.added:
            yield from _in_remark(clause.spec.added, clause.spec.at("added"), laws)
    if laws:
        yield from _in_texts(handbook, laws)


def _in_remark(text: str, place: Place, laws: dict[str, Law]) -> Iterator[Cited]:
    for articles in _ARTICLES.finditer(text) if "条" in text else ():
        if law := _law_before(text[: articles.start()], laws):
            yield Cited(law, articles[0], place)


def _in_texts(handbook: Handbook, laws: dict[str, Law]) -> Iterator[Cited]:
    for found in every_text(handbook).found(_ARTICLES):
        if law := _law_before(found.told.text[: found.start], laws):
            yield Cited(law, found.word, found.told.place)


def _law_before(text: str, laws: dict[str, Law]) -> Law | None:
    """The law that a text ends with, with or without 《》."""
    if text.endswith(("》", "）", "的")):
        return laws.get(document_before(text))
    known = (name for name in laws if text.endswith(name))
    name = max(known, key=len, default="")
    return laws.get(name)


RULES = (Rule("R019", articles_beyond_the_end, needs=frozenset({LawsFile})),)
