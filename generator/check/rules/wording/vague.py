"""Vague words where a figure or a name belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.figures import figures_in
from generator.check.rules.rule import Options, TunedRule
from generator.check.texts import Found, clause_texts
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.model import Clause, Kind
from generator.quantities import Duration, Frequency

_OF_TIME = frozenset({"及时", "尽快", "尽早", "迅速", "适时", "定期", "经常", "时常", "早日"})
"""The words that say when, and so are harmless where a figure says it too."""

_OF_PEOPLE = re.compile(r"(?:部门|人员|单位|领导|岗位|人士|各方|负责人|科室|同事)$")
"""How the words end that stand for a name."""

_ALONE = {
    "定期": "(?<![规约法指确固限特商预选核议设审])定期(?![限间满])",
    "及时": "(?<![涉提普波论])及时(?![间限长段候])",
    "时常": "(?<!同)时常(?![见用])",
}
"""The words that are a part of others which leave nothing open: 规定期限, 法定期间, 涉及时间."""

_SAYS_WHEN = re.compile(r"立即|当日|当天|当场|当班|同时|即时")
_STATES_ONLY = re.compile(r"(?:未|没有|没|不能|无法|不|以便|便于|为了|为|以免|避免|防止|以利)[^，。；]{0,6}$")
_OF_THE_STATE = re.compile(r"(?:国家|政府|行政|公安|司法|主管|监管|法律法规)(?:的|等|机关)?$")
_OBLIGES = re.compile("(?:应当|不得)[^，。；]*$")
"""How a permission ends before a word that says how what is allowed is to be done."""

_CONDITION_ENDS = ("的", "时", "后", "前")
_BINDING = frozenset({Kind.DUTY, Kind.PROHIBITION})


def vague_words(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W001: a clause that binds somebody leaves open by when, how much or who. One finding a clause."""
    longest_first = sorted(options.words, key=len, reverse=True)
    words = re.compile("|".join(_ALONE.get(word) or re.escape(word) for word in longest_first))
    for first, others in clause_texts(handbook).first_found(words):
        spec = first.told.thing
        if not isinstance(spec, Clause):
            continue
        vague = [one for one in (first, *others) if _binds(one) and not _is_settled(one, spec)]
        if vague:
            yield _told(vague)


def _binds(found: Found) -> bool:
    clause = found.told.clause
    if clause is None:
        return False
    kind = clause.spec.kind
    if kind is Kind.PERMISSION:
        return _sort(found.word) == "who" or bool(_OBLIGES.search(found.told.text, 0, found.start))
    return kind in _BINDING or (kind is Kind.STANDARD and bool(clause.who))


def _is_settled(found: Found, spec: Clause) -> bool:
    text = found.told.text
    before, after = text[: found.start], text[found.end :]
    if _sort(found.word) == "when":
        return bool(_STATES_ONLY.search(before)) or _is_timed(found, bool(spec.within or spec.ahead or spec.every))
    if _sort(found.word) == "who":
        return after.startswith("（") or bool(_OF_THE_STATE.search(before))
    if found.word.endswith(("规定", "制度")) and _OF_THE_STATE.search(before):
        return True
    return before.endswith(("不", "国家", "法律", "法律法规", "失"))


def _is_timed(found: Found, has_field: bool) -> bool:
    """Whether the word stands in a condition, or beside a figure; with a field, anywhere in its sentence will do."""
    text = found.told.text
    start = max(text.rfind(mark, 0, found.start) for mark in "。；") + 1
    sentence = re.split("[。；]", text[start:], maxsplit=1)[0]
    at = start
    for part in re.split("[，：]", sentence):
        is_here = at <= found.start < at + len(part)
        is_condition = part.endswith(_CONDITION_ENDS)
        if (is_here and (part.endswith("的") or _says_when(part))) or (
            has_field and not is_condition and _says_when(part)
        ):
            return True
        at += len(part) + 1
    return False


def _says_when(part: str) -> bool:
    """Whether a part of a sentence has a deadline, a frequency or a word such as 立即."""
    if _SAYS_WHEN.search(part):
        return True
    return any(isinstance(figure.value, Duration | Frequency) for figure in figures_in(part))


def _sort(word: str) -> str:
    """What the word leaves open: when, who, or how."""
    return "when" if word in _OF_TIME else "who" if _OF_PEOPLE.search(word) else "how"


def _told(vague: list[Found]) -> Diagnostic:
    first, *others = vague
    clause = first.told.clause
    return finding(
        "W001",
        first.told.place,
        _sort(first.word),
        focus=first.focus,
        clause=clause.label if clause else "",
        word=first.word,
        others="、".join(dict.fromkeys(f"“{one.word}”" for one in others if one.word != first.word)),
    )


RULES = (TunedRule("W001", vague_words),)
