"""Words that need an explanation and have none, and words that have two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.check.rules.rule import Options, Rule, TunedRule
from generator.check.rules.wording import declared
from generator.check.texts import Found, clause_texts, every_text
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook
from generator.read.marks import Place

_ABBREVIATION = re.compile(
    r"[A-Z0-9](?<![A-Za-z0-9/.\-].)(?:(?<=[A-Z])[A-Za-z]*[A-Z]|(?<=[0-9])[A-Z])(?![A-Za-z0-9/\-])"
)
_EXPLAINED = re.compile(r"(?:简称|简写|缩写|英文)(?:为|是)?[“（]?\s?$")
_FULL_NAME = re.compile(r"[\u4e00-\u9fff]{4}（$")

_NOTION = "制度|机制|原则|方针|体系|模式|标准|方法|工程|管理|要求|措施|活动|制|法"
_QUOTED = re.compile(r"“([^“”《》，。、；：！？\n]{2,12})”")
_INTRODUCED = re.compile(r"(?:实行|推行|执行|落实|坚持|遵循|贯彻|符合|达到|构成|属于|按照|做到)$")
_DEFINES = re.compile(r"^(?:，|,)?(?:是|指|即|系)")
_NAMES_IT = re.compile(r"(?:称|称为|称作|叫做|所称|所指|简称)(?:为)?$")

_DEFINITION = re.compile(
    r"(?:^|(?<=[，。；：]))(?P<here>本(?:办法|制度|规定|细则|规范|规则|章程|手册)所(?:称|指|说)的?)?“?(?P<word>[^“”《》，。、；：\n]{1,15}?)”?，?(?:是指|系指)(?P<said>[^。\n]+)",
    re.MULTILINE,
)
_FILLERS = re.compile(
    r"[\W_]+|(?:本|该|公司|企业)(?:办法|制度|规定|细则|规范|规则|章程|手册)?|规定|所称|所说|所指|是指|系指|就是|即是|有关|相关|[的之是即为中]"
)
_PLAIN = re.compile(r"[\W_]+|公司|企业|的")


def abbreviations(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W002: an abbreviation in Latin letters that no term explains; the first place in each file."""
    known = " ".join(sorted(declared.of_terms(handbook)))
    told: set[tuple[str, str]] = set()
    for found in every_text(handbook).found(_ABBREVIATION):
        word = found.word
        if word in options.words or re.search(rf"(?<![A-Za-z0-9]){word}(?![A-Za-z0-9])", known):
            continue
        place = found.told.place
        if not _is_explained(found) and (place.file, word) not in told:
            yield finding("W002", place, focus=found.focus, word=word)
        told.add((place.file, word))


def _is_explained(found: Found) -> bool:
    """Whether the text gives the full name: 简称 ERP, or 企业资源计划（ERP）."""
    before, after = found.told.text[: found.start], found.told.text[found.end :]
    return bool(_EXPLAINED.search(before)) or (after.startswith("）") and bool(_FULL_NAME.search(before)))


def unexplained_words(handbook: Handbook) -> Iterator[Diagnostic]:
    """W003: a notion in quotation marks, or one that a clause defines, that is no term; a document named in them."""
    texts = clause_texts(handbook)
    if "“" not in texts and "是指" not in texts:
        return
    documents = declared.of_documents(handbook)
    named = (declared.of_bearers, declared.of_terms, declared.of_parts)
    known = documents.union(*(names(handbook) for names in named))
    for found in texts.found(_QUOTED):
        word, text = found.match[1], found.told.text
        if word in documents:
            yield finding("W003", found.told.place, "document", focus=found.focus, word=word)
        elif word not in known and _is_notion(text[: found.start], text[found.end :]):
            yield finding("W003", found.told.place, focus=found.focus, word=word)
    for found, word, _ in _definitions_in_clauses(handbook):
        if word not in known and found.match["here"]:
            yield finding("W003", found.told.place, "defined", focus=found.focus, word=word)


def _is_notion(before: str, after: str) -> bool:
    if _DEFINES.match(after) or _NAMES_IT.search(before):
        return False
    return bool(re.match(_NOTION, after)) or (bool(_INTRODUCED.search(before)) and not after.startswith(("栏", "字样")))


def double_definitions(handbook: Handbook) -> Iterator[Diagnostic]:
    """W004: a word that two places define differently, or a term written in two ways."""
    defined: dict[str, tuple[Place, str]] = {}
    for term in handbook.terms:
        same = _bare(term.name)
        if same in defined:
            first = Related(defined[same][0], "first")
            yield finding("W004", term.spec.at("term"), "spelling", related=(first,), word=term.name)
        else:
            for name in (term.name, *term.spec.aliases):
                defined.setdefault(_bare(name), (term.spec.at("definition"), term.spec.definition))
    for found, word, said in _definitions_in_clauses(handbook):
        place, first_said = defined.setdefault(_bare(word), (found.told.place, said))
        if not _say_the_same(said, first_said):
            yield finding("W004", found.told.place, related=(Related(place, "first"),), focus=found.focus, word=word)


def circles(handbook: Handbook) -> Iterator[Diagnostic]:
    """W025: a definition that says nothing but the word itself, or another one that is defined by it in turn."""
    said = {term: _without_fillers(term.spec.definition, (term.name, *term.spec.aliases)) for term in handbook.terms}
    terms = {term.name: term for term in handbook.terms}
    for term, words in said.items():
        other = terms.get(words)
        if not words:
            yield finding("W025", term.spec.at("definition"), word=term.name)
        elif other and other is not term and said[other] == term.name:
            related = (Related(other.spec.at("definition"), "first"),)
            yield finding("W025", term.spec.at("definition"), "both", related=related, word=term.name, other=other.name)
    for found, word, definition in _definitions_in_clauses(handbook):
        if not _without_fillers(definition, (word,)):
            yield finding("W025", found.told.place, focus=found.focus, word=word)


def _without_fillers(definition: str, names: tuple[str, ...]) -> str:
    """What a definition says besides the word and 本办法规定的, 就是 and the like."""
    for name in sorted(names, key=len, reverse=True):
        definition = definition.replace(name, "")
    return _FILLERS.sub("", definition)


@lru_cache(maxsize=1)
def _definitions_in_clauses(handbook: Handbook) -> tuple[tuple[Found, str, str], ...]:
    """Where a clause says what a word means, the word and what it means."""
    texts = clause_texts(handbook)
    if "是指" not in texts and "系指" not in texts:
        return ()
    found = (one for one in texts.found(_DEFINITION) if "指" in one.told.text)
    return tuple((_at_word(one), one.match["word"], one.match["said"]) for one in found)


def _at_word(found: Found) -> Found:
    start = found.start + found.match.start("word") - found.match.start()
    return found._replace(start=start, end=start + len(found.match["word"]))


def _say_the_same(one: str, other: str) -> bool:
    first, second = _PLAIN.sub("", one), _PLAIN.sub("", other)
    return first in second or second in first


def _bare(word: str) -> str:
    return re.sub(r"[\s“”\-]", "", word).casefold()


RULES = (
    TunedRule("W002", abbreviations),
    Rule("W003", unexplained_words),
    Rule("W004", double_definitions),
    Rule("W025", circles),
)
