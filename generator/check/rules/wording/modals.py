"""应当, 不得 and 可以: the words that oblige, forbid and allow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.rule import Options, Rule, TunedRule
from generator.check.texts import REFERENCE_MARK, Found, clause_texts
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.model import Kind

_VARIANTS = re.compile(
    "应(?!当)该?|必须|务必|务须|须|需(?![要求用量方者品的时费款资物材注，。、；：）])"
    "|需要(?=[\u4e00-\u9fff《])(?![的并和与而等时后且又者])"
    "|均需(?!要|求)|都需(?!要|求)|还需(?!要|求)|也需(?!要|求)"
    "|一定要|都要(?=[按在于及认做保严主定先把将对向由以妥填遵])|均要(?=[按在于及认做保严主定先把将对向由以妥填遵])"
    "|严禁|禁止|不准|不许|不允许|切勿|请勿|不可以|不要"
    "|可(?!以)|均可(?!以)|也可(?!以)|还可(?!以)|亦可(?!以)"
)
"""What may stand for 应当, 不得 or 可以, where no word of the options says otherwise."""

_NEEDED = re.compile(r"[^，。；：\n]{0,20}的[\u4e00-\u9fff]{2,6}[，。；]")
"""After 需要, what makes it the description of a thing: 需要重做工牌的员工，."""

_BANS = ("严禁", "禁止", "不", "切勿", "请勿")
_HEDGES = ("均", "都", "还", "也", "亦")
_CONDITION = re.compile(r"^[^，。；：\n]{0,40}?(?:的|时|者)(?=[，。；：）、]|$)")
_CONTRADICTION = re.compile(
    r"应[当该]?可以|可以应当|应当(?:或者|或|、)可以|可以(?:或者|或|、)应当|可以必须|必须可以|不得可以"
)
_ALLOWED_BESIDE = re.compile(r"应当[^。；\n]*，(?P<may>(?:也|并|还|亦|且)?可以)")


def variants(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """W008: 应, 须, 必须 or 需 for 应当, 禁止 for 不得, 可 for 可以. One finding a clause."""
    stepped_over = re.compile("|".join(map(re.escape, sorted(options.words, key=len, reverse=True))) or REFERENCE_MARK)
    for first, others in clause_texts(handbook).first_found(_VARIANTS):
        spans = [one.span() for one in stepped_over.finditer(first.told.text)]
        told = [one for one in (first, *others) if not (_lies_in(one, spans) or _is_no_norm(one))]
        if told:
            yield _variant(told[0])


def _lies_in(found: Found, spans: list[tuple[int, int]]) -> bool:
    """Whether the word is a part of one that says something else, such as 须 in 须知."""
    return any(
        start < found.end and found.start < end and (start < found.start or found.end < end) for start, end in spans
    )


def _is_no_norm(found: Found) -> bool:
    """Whether the word states a condition or stands in a name: 需经批准的, 禁止事项."""
    text = found.told.text
    after = text[found.end :]
    if _is_in_a_title(text, found.start):
        return True
    if found.word.startswith(_BANS):
        return after.startswith(("的", "事项", "行为", "性", "令", "区", "标志")) or text[: found.start].endswith("被")
    if found.word == "需要" and not _binds(found):
        return True
    return ("需" in found.word or "要" in found.word) and bool(_CONDITION.match(after))


def _binds(found: Found) -> bool:
    """Whether 需要 asks somebody to act: after the bearer's name or what makes it due: 组长为签字人，需要签字."""
    clause, text = found.told.clause, found.told.text
    if clause is None or clause.spec.kind is not Kind.DUTY or _NEEDED.match(text, found.end):
        return False
    names = tuple(name for who in clause.who for name in (who.name, *who.spec.aliases))
    before = text[: found.start]
    return before.endswith(("的，", "人员", "员工", *names)) or (before.endswith("，") and before.startswith(names))


def _standard(word: str) -> str:
    """What to write instead, with the 均 or 也 before it."""
    if word.startswith(_BANS):
        return "不得"
    hedge = word[0] if len(word) > 1 and word.startswith(_HEDGES) else ""
    return hedge + ("可以" if "可" in word else "应当")


def _is_in_a_title(text: str, at: int) -> bool:
    return text.rfind("《", 0, at) > text.rfind("》", 0, at) or text.rfind("“", 0, at) > text.rfind("”", 0, at)


def _variant(found: Found) -> Diagnostic:
    text, clause = found.told.text, found.told.clause
    right = _standard(found.word)
    mixed = "mixed" if "应当" in text or "可以" in text or "不得" in text else ""
    after = text[found.end : found.end + 2]
    return finding(
        "W008",
        found.told.place,
        mixed,
        focus=found.focus,
        clause=clause.label if clause else "",
        word=found.word,
        right=right,
        written=found.word + after,
        mended=right + after,
    )


def duty_and_permission(handbook: Handbook) -> Iterator[Diagnostic]:
    """W009: one sentence obliges and allows the same bearer."""
    for found in clause_texts(handbook).found(_CONTRADICTION):
        yield finding("W009", found.told.place, focus=found.focus, word=found.word)
    for found in clause_texts(handbook).found(_ALLOWED_BESIDE):
        if found.told.clause and found.told.clause.spec.kind is Kind.DUTY:
            start = found.match.start("may") - found.match.start() + found.start
            at = found._replace(start=start)
            yield finding("W009", found.told.place, "beside", focus=at.focus, clause=found.told.clause.label)


RULES = (
    TunedRule("W008", variants),
    Rule("W009", duty_and_permission),
)
