"""YAML as an editor gets it wrong: keys, values, dates, quantities, indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.mutation.book import Book
from tests.mutation.fault import Edit, Fault, kind
from tests.mutation.tree import Thing, Word

_KEYS = {
    "who": "whom",
    "text": "txt",
    "form": "from",
    "within": "withing",
    "source": "sources",
    "penalty": "penality",
    "limits": "limit",
    "applies_to": "applies-to",
    "decided_by": "decide_by",
    "retention": "retension",
    "keeper": "keepr",
    "when": "wen",
    "every": "evry",
    "tiers": "tier",
    "approve": "approver",
    "title": "titel",
}


def _things(book: Book) -> Iterator[Thing]:
    yield from (clause.thing for clause in book.clauses)
    for policy in book.policies:
        yield policy.thing
        yield from policy.penalties
    yield from book.forms


def key_misspelt(book: Book, chance: Random) -> Iterator[Fault]:
    for thing in _things(book):
        for word in thing.key_words():
            if word.text in _KEYS:
                yield word.becomes(_KEYS[word.text])


def key_twice(book: Book, chance: Random) -> Iterator[Fault]:
    for thing in _things(book):
        word = thing.word("text") or thing.word("title")
        key = "text" if "text" in thing else "title"
        if word and word.raw == word.text and not thing.node.flow_style:
            yield Fault((thing.put(f"{key}: 另一段文字。", after=key),), "", key)


def required_key_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        yield from clause.thing.without(chance.choice(["kind", "text"]))
    for form in book.forms:
        yield from form.without(chance.choice(["code", "owner", "purpose", "version"]))
    for policy in book.policies:
        yield from policy.thing.without(chance.choice(["summary", "status", "effective", "version", "owner"]))


def value_of_no_choice(book: Book, chance: Random) -> Iterator[Fault]:
    wrong = {
        "duty": "obligation",
        "prohibition": "forbidden",
        "permission": "right",
        "statement": "note",
        "standard": "rule",
        "definition": "term",
    }
    for clause in book.clauses:
        for word in clause.thing.words("kind"):
            yield word.becomes(wrong.get(word.text, "rule"))
    for policy in book.policies:
        for word in policy.thing.words("status"):
            yield word.becomes("active")
    for form in book.forms:
        for word in form.words("paper"):
            yield word.becomes("Letter")


def date_impossible(book: Book, chance: Random) -> Iterator[Fault]:
    things = [*(policy.thing for policy in book.policies), *book.shared("laws")]
    for thing in things:
        for key in ("adopted", "effective", "review_by", "version"):
            for word in thing.words(key):
                if re.fullmatch(r"\d{4}-\d\d-\d\d", word.text):
                    year = word.text[:5]
                    wrong = (f"{year}02-30", f"{year}13-01", word.text.replace("-", "."), word.text[:-3])
                    yield word.becomes(chance.choice(wrong))


def quantity_unreadable(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for word in (*clause.thing.words("within"), *clause.thing.words("every")):
            yield word.becomes(chance.choice(["三天内左右", "约 3 天", "3", "尽快", "3 days", "每逢需要"]))
        for penalty in clause.thing.things("penalty"):
            for word in penalty.words("fine"):
                yield word.becomes(chance.choice(["五十块左右", "50", "RMB 50", "若干元"]))
    for form in book.forms:
        for word in form.words("retention"):
            yield word.becomes(chance.choice(["长期", "三年以上", "3"]))


def number_unreadable(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        for section in form.things("sections"):
            for field in section.things("fields"):
                for word in (*field.words("width"), *field.words("rows"), *field.words("lines")):
                    yield word.becomes(chance.choice(["两", "2.5", "02", "two"]))


def switch_unreadable(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        for section in form.things("sections"):
            for field in section.things("fields"):
                for word in field.words("required"):
                    yield word.becomes(chance.choice(["yes", "是", "True", "1"]))


def value_emptied(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for key in ("title", "when", "text"):
            word = clause.thing.word(key)
            if word and not clause.thing.node.flow_style and chance.random() < 0.3:
                yield Fault((Edit(word.file, word.start, word.start + len(word.raw), ""),), word.text, "")


def id_with_capitals(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for word in clause.thing.words("id"):
            new = word.text.replace("-", "_") if "-" in word.text else word.text.capitalize()
            yield word.becomes(new)


def source_without_zeros(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for word in clause.thing.words("source")[:1]:
            name, number = word.text.rsplit(".", 1)
            if number.startswith("0"):
                yield word.becomes(f"{name}.{int(number)}")


def mapping_where_a_text_belongs(book: Book, chance: Random) -> Iterator[Fault]:
    """A colon with a space makes a mapping of what was meant as text."""
    for clause in book.clauses:
        word = clause.text
        if word.raw == word.text and not word.in_flow:
            new = f"{{内容: {word.text[:4]}}}"
            yield Fault((Edit(word.file, word.start, word.start + len(word.raw), new),), word.text, new)


def colon_in_plain_text(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        word = clause.text
        at = word.raw.find("，")
        if word.raw == word.text and at > 0 and not word.in_flow:
            yield Fault((Edit(word.file, word.start + at, word.start + at + 1, ": "),), "，", ": ")


def full_width_colon_after_key(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for key in clause.thing.key_words():
            if key.text in ("who", "text", "kind") and not clause.thing.node.flow_style:
                at = key.start + len(key.raw)
                yield Fault((Edit(key.file, at, at + 2, "："),), f"{key.text}: ", f"{key.text}：")


def tab_for_indentation(book: Book, chance: Random) -> Iterator[Fault]:
    for key in _keys(book, ("text", "who", "source")):
        line = key.start - (key.start - _line_start(book, key))
        yield Fault((Edit(key.file, line, key.start, "\t\t\t\t"),), " ", "tab")


def indentation_wrong(book: Book, chance: Random) -> Iterator[Fault]:
    for key in _keys(book, ("who", "source", "title")):
        start = _line_start(book, key)
        new = " " * (key.start - start + chance.choice([-1, 1, 2]))
        yield Fault((Edit(key.file, start, key.start, new),), f"{key.start - start} spaces", f"{len(new)} spaces")


def _keys(book: Book, names: tuple[str, ...]) -> Iterator[Word]:
    for clause in book.clauses:
        if not clause.thing.node.flow_style:
            yield from (key for key in clause.thing.key_words() if key.text in names)


def _line_start(book: Book, word: Word) -> int:
    return book.texts[word.file].rfind("\n", 0, word.start) + 1


def quotation_left_open(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        word = clause.text
        if word.raw == word.text and not word.in_flow:
            yield Fault((Edit(word.file, word.start, word.start, '"'),), word.text, f'"{word.text}')


def bracket_left_open(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        words = clause.thing.words("source")
        if words and words[-1].in_flow and not clause.thing.node.flow_style:
            end = words[-1].start + len(words[-1].raw)
            yield Fault((Edit(words[-1].file, end, end + 1, ""),), "]", "")


def anchor_used(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for word in clause.thing.words("who")[:1]:
            if not clause.thing.node.flow_style and not word.in_flow:
                yield Fault((Edit(word.file, word.start, word.start, "&who "),), word.text, f"&who {word.text}")


def title_too_long(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for word in clause.thing.words("title"):
            if not word.in_flow and word.raw == word.text:
                long = (clause.text.text * 4).replace("{", "").replace("}", "")
                yield word.becomes(long[:70])


KINDS = (
    kind(key_misspelt, "S001", "A slip in a key."),
    kind(key_twice, "Y007", "A key twice."),
    kind(required_key_deleted, "S002", "A required key is missing."),
    kind(value_of_no_choice, "S004", "A value that is none of those possible."),
    kind(date_impossible, "S007", "A day that does not exist, or is written otherwise."),
    kind(quantity_unreadable, "S006", "A quantity that nobody can compute with."),
    kind(number_unreadable, "S008", "A whole number that is none."),
    kind(switch_unreadable, "S009", "yes in the place of true."),
    kind(value_emptied, "S005", "A key without value."),
    kind(id_with_capitals, "S010", "An id with capitals or underscores."),
    kind(source_without_zeros, "S012", "s1-02.7 in the place of s1-02.007."),
    kind(mapping_where_a_text_belongs, "S003", "A mapping where a text belongs."),
    kind(colon_in_plain_text, "Y006 S003", "A colon and a space in a text without quotation marks."),
    kind(full_width_colon_after_key, "Y006 S003", "A full-width colon after a key."),
    kind(tab_for_indentation, "Y005 Y004 Y006", "Indentation by tabs."),
    kind(indentation_wrong, "Y006 S001 S002", "A line with one space too many or too few."),
    kind(quotation_left_open, "Y006", "A quotation mark that is never closed."),
    kind(bracket_left_open, "Y006", "A bracket that is never closed."),
    kind(anchor_used, "Y008", "An anchor."),
    kind(title_too_long, "S011", "A title of a whole sentence."),
)
