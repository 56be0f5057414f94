"""Words that a term says to avoid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.rule import Options, TunedRule
from generator.check.rules.wording import declared
from generator.check.texts import Found, every_text
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook, Term


def forbidden_synonyms(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W005: a word that stands for a term although the term says not to use it. Each such word once a text."""
    instead = {word: term for term in handbook.terms for word in term.spec.avoid}
    texts = every_text(handbook)
    used = [word for word in instead if word in texts]
    if not used:
        return
    told: set[tuple[int, str]] = set()
    named = (declared.of_bearers, declared.of_terms, declared.of_laws)
    names = frozenset(options.words).union(*(these(handbook) for these in named))
    containing = {name for name in names if any(word in name and word != name for word in used)}
    for found in texts.found(_pattern(used, containing)):
        word = _word_in(found, used)
        if word and not _is_about_the_word(found, instead[word]) and (id(found.told), word) not in told:
            told.add((id(found.told), word))
            term = instead[word]
            at = found if found.word == word else found._replace(end=found.start + found.word.find(word) + len(word))
            yield finding(
                "W005",
                found.told.place,
                focus=at.focus,
                related=(Related(term.spec.at("term"), "declared"),),
                word=word,
                term=_replacement(word, term),
            )


def _pattern(used: list[str], containing: set[str]) -> re.Pattern[str]:
    """The words, and whatever contains them rightly: document titles and declared names, which are seen first."""
    longest_first = sorted((*used, *containing), key=lambda word: (-len(word), word))
    return re.compile("|".join(("《[^《》\n]*》", *map(re.escape, longest_first))))


def _word_in(found: Found, used: list[str]) -> str:
    """The forbidden word that was found: by itself, or in a name where the name is declared."""
    if found.word in used:
        return found.word
    if found.word == found.told.text:
        return next((word for word in used if word in found.word), "")
    return ""


def _is_about_the_word(found: Found, term: Term) -> bool:
    """Whether the text is the definition of the very term, which may explain what the word it avoids would say."""
    return found.told.thing is term.spec


def _replacement(word: str, term: Term) -> str:
    """What to write instead: the term, or the alias of it that shares the most characters with the word."""
    return max((term.name, *term.spec.aliases), key=lambda name: sum(character in name for character in word))


RULES = (TunedRule("W005", forbidden_synonyms),)
