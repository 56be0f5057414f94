"""Whether a form has the fields that a clause demands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from generator.check.apart import are_far_apart
from generator.check.rules.forms.mentions import forms_named
from generator.check.rules.forms.parts import (
    Part,
    closest_part,
    has_place_for,
    is_general,
    nearest_part,
    parts_filled_by,
    parts_of,
)
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Form, Handbook
from generator.model import Form as WrittenForm

_LISTED = re.compile("(?:(?:至少|应当)包括|登记(?![表簿册卡证]))(?P<items>[^，。；：《》]+)")
_ENTERED = re.compile("[将把](?P<items>[^《，。；]+?)(?:详细|如实|逐项|一并)?(?:记入|填入|写入|录入|登入|载入)《")
_COLUMN = re.compile("“(?P<items>[^”]+)”一?[栏列]")
_SEPARATOR = re.compile("、|以及|及其|和|及|与|或者")
_MORE = re.compile("[、和及与]|或者")
_LEADING = re.compile("^(?:其|该|本|详细|具体|全部|主要|有关|相关)+|每[个项笔次张份]")
_TRAILING = re.compile("等(?:内容|事项|信息|情况|资料|项目)?$")
_ITEM = re.compile("[\u4e00-\u9fff]{2,14}")


class Force(Enum):
    """How surely a text means a place on the form: by its very label, by saying so, or only by what it lists."""

    LABEL = auto()
    SAID = auto()
    LISTED = auto()


@dataclass(frozen=True, slots=True)
class Demand:
    """Items that a text wants in a form, with the words that say so."""

    form: Form
    items: tuple[str, ...]
    words: tuple[str, ...]
    force: Force


def missing_fields(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """F025: a text says what is to be written in a form, and the form has no place for it."""
    written = _writing(options.words)
    parts: dict[str, tuple[Part, ...]] = {}
    for policy in handbook.policies:
        for chapter in policy.chapters:
            for clause, form in _with_forms(chapter.articles, None, handbook):
                for demand in _demands(clause, form, written, handbook):
                    there = parts.setdefault(demand.form.id, parts_of(demand.form))
                    yield from _missing(clause, demand, there)


def _missing(clause: Clause, demand: Demand, parts: tuple[Part, ...]) -> Iterator[Diagnostic]:
    if demand.force is Force.LABEL:
        found = [any(item in part.label for part in parts if not part.is_heading) for item in demand.items]
    else:
        found = [has_place_for(item, _left_for(item, demand, parts), demand.form.name) for item in demand.items]
    if demand.force is Force.LISTED and sum(found) < max(2, len(found) / 2):
        return
    for position, item in enumerate(demand.items):
        if not found[position] and not (demand.force is Force.LISTED and is_general(item)):
            near = _neighbour(position, demand.items, found, parts) or _closest(clause, demand.form, parts)
            form = demand.form.name
            text = clause.spec.at("text")
            if near:
                yield finding("F025", near.place, related=(Related(text, "text"),), form=form, item=item)
            if not near or are_far_apart(near.place, text):
                yield finding("F025", text, focus=demand.words[position], form=form, item=item)


def _left_for(item: str, demand: Demand, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts that are not there for another item, by its very name."""
    others = {other for other in demand.items if other != item}
    return tuple(part for part in parts if part.label not in others)


def _closest(clause: Clause, form: Form, parts: tuple[Part, ...]) -> Part | None:
    """The part that the text speaks of most, among those that the bearer fills in if there are any."""
    own = parts_filled_by(clause.who, form)
    return closest_part(clause.spec.text, own) or next(iter(own), None) or closest_part(clause.spec.text, parts)


def _neighbour(position: int, items: tuple[str, ...], found: list[bool], parts: tuple[Part, ...]) -> Part | None:
    """Where the form has the item that is listed last before that at `position`, else the next one."""
    there = [at for at, is_there in enumerate(found) if is_there]
    before, after = [at for at in there if at < position], [at for at in there if at > position]
    return nearest_part(items[before[-1] if before else after[0]], parts) if there else None


def _with_forms(
    clauses: Iterable[Clause], above: Form | None, handbook: Handbook
) -> Iterator[tuple[Clause, Form | None]]:
    """Clauses and items, each with the one form it is about: its own, or that of the clause above it."""
    for clause in clauses:
        form = clause.forms[0] if len(clause.forms) == 1 else None if clause.forms else above
        if form or clause.forms:
            yield clause, form
        if clause.items:
            yield from _with_forms(clause.items, form, handbook)


@lru_cache(maxsize=8)
def _writing(verbs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?<!不)(?:{'|'.join(map(re.escape, verbs))})(?P<items>[^，。；：《》]+)")


def _demands(clause: Clause, form: Form | None, written: re.Pattern[str], handbook: Handbook) -> Iterator[Demand]:
    """What the text of a clause wants written in which form: the one it names, else the one it is about."""
    text = clause.spec.text
    if said := list(written.finditer(text)):
        named = dict(forms_named(clause.text, handbook))
        force = Force.SAID if clause.forms else Force.LISTED
        for match in said:
            yield from _demand(_named_last(text, match.start(), named) or form, match, force)
    if "入《" in text and (entered := _ENTERED.search(text)) and not _is_vague(entered):
        title = text[entered.end() - 1 : text.find("》", entered.end()) + 1]
        yield from _demand(dict(forms_named(clause.text, handbook)).get(title), entered, Force.SAID)
    if form and ("登记" in text or "包括" in text):
        for match in _LISTED.finditer(text):
            yield from _demand(form, match, Force.LISTED)
    if form and "”" in text:
        for match in _COLUMN.finditer(text):
            yield Demand(form, (match["items"],), (match["items"],), Force.LABEL)


def _named_last(text: str, end: int, named: dict[str, Form]) -> Form | None:
    """The form named last before a position, in the same sentence."""
    start = max(text.rfind("。", 0, end), text.rfind("；", 0, end), 0)
    places = {text.rfind(title, start, end): form for title, form in named.items()}
    last = max(places, default=-1)
    return places[last] if last >= 0 else None


def _demand(form: Form | None, match: re.Match[str], force: Force) -> Iterator[Demand]:
    words = tuple(one for one in _SEPARATOR.split(match["items"]) if one)
    items = tuple(_TRAILING.sub("", _LEADING.sub("", one)) for one in words)
    if not form or not all(_ITEM.fullmatch(item) and item[0] != "的" for item in items):
        return
    if len(items) > 1 or (items and force is Force.SAID):
        yield Demand(form, items, words, force)


def _is_vague(entered: re.Match[str]) -> bool:
    """Whether one thing to be entered is too little said to look for: 把结果记入, 将处理的全过程记入."""
    item = entered["items"]
    return not _MORE.search(item) and (len(item) < 4 or item.endswith("过程") or is_general(item))


RULES = (TunedRule("F025", missing_fields, frozenset({WrittenForm})),)
