"""Probation: how long, how often, for what pay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator import model
from generator.check.rules.law_cn.passages import Passage, Sentence, Wrong, judged, wrong
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic
from generator.link.handbook import Handbook
from generator.quantities import Duration, Figure, Percentage
from generator.quantities.duration import Unit

_LONGEST = 6
"""Months, whatever the contract."""

_NOT_ITS_LENGTH = r"[内后满前中]|提前|合同|工资|薪|入职|连续|考核|累计|销售|通知|休|届|每|期间|结束|保存|》"
_NO_PROBATION = (
    r"(?:完成一定(?:的)?(?:工作)?任务|非全日制)[^。；]{0,20}?试用期"
    r"(?:[^，,。；]{0,3}\d|为|[^，,。；不]{0,2}[一二两三]个?月)"
)
_TERM_FOLLOWS = re.compile(r"(?:及?以上|期|的|固定期限|以下|以内|未满|\s){0,4}(?:劳动)?合同")


def length(handbook: Handbook) -> Iterator[Diagnostic]:
    """L008: a probation longer than the contract allows."""
    yield from judged(handbook, "L008", ("试用",), _length)


def _length(sentence: Sentence) -> Wrong | None:
    if match := re.search(r"试用期[^，,。]{0,25}?月(?:或|及)以上", sentence.text):
        return wrong(sentence.written(match), "open")
    if (match := re.search(_NO_PROBATION, sentence.text)) and not re.search("不|没有|无试用", match[0]):
        return wrong(sentence.written(match), most=0)
    for figure in sentence.figures:
        if not isinstance(figure.value, Duration) or not _is_length(sentence.text, figure):
            continue
        if found := _too_long(sentence, figure, _months(figure.value)):
            return found
    return None


def _is_length(text: str, figure: Figure) -> bool:
    """Whether the figure says how long probation is: 试用期为 2 个月, 2 个月的试用期."""
    before, found, between = text[: figure.start].rpartition("试用期")
    if re.search(r"(?:延长|顺延|续延)$", before) or between.startswith("延期"):
        return False
    if re.search(r"(?:员工|人员|职工)[^。；]{0,12}试用\s*$", text[: figure.start]):
        return re.match(r"\s*(?:之?[内前后]|以前|以后|装|品)", text[figure.end :]) is None
    if found and not re.search(rf"[，,。；]|{_NOT_ITS_LENGTH}", between.removeprefix("限")) and len(between) <= 14:
        return not re.match(r"\s*(?:之?[内前后]|以前|以后|工资)", text[figure.end :])
    return re.match(r"\s*的?试用期", text[figure.end :]) is not None and not re.search(r"[满过]$", text[: figure.start])


def _too_long(sentence: Sentence, figure: Figure, months: Decimal) -> Wrong | None:
    thing = sentence.passage.thing
    whole = thing.text if isinstance(thing, model.Clause) else sentence.text
    allowed = _allowed(sentence, figure)
    words = sentence.written(figure)
    if months > _LONGEST:
        return wrong(words, most=_LONGEST)
    if allowed is not None:
        return wrong(words, most=allowed) if months > allowed else None
    return wrong(words, "term") if months > 1 and not re.search(r"合同(?:的)?期限|劳动合同", whole) else None


def _allowed(sentence: Sentence, figure: Figure) -> int | None:
    """The months that the contract allows whose term is told before the figure, else after it, else in the clause."""
    here = _terms(sentence.text, sentence.figures)
    before = [allowed for at, allowed in here if at < figure.start]
    if before or here:
        return before[-1] if before else here[0][1]
    thing = sentence.passage.thing
    if not isinstance(thing, model.Clause):
        return None
    others = Passage(thing.text, thing, ("text",)).sentences
    return next((allowed for other in others for _, allowed in _terms(other.text, other.figures)), None)


def _terms(text: str, figures: tuple[Figure, ...]) -> list[tuple[int, int]]:
    """Where the terms of contracts stand, and how many months of probation each allows."""
    found = [(match.start(), _LONGEST) for match in re.finditer("无固定期限", text)]
    for figure in figures:
        if not isinstance(figure.value, Duration) or figure.value.unit not in (Unit.MONTH, Unit.YEAR):
            continue
        led = re.search(r"合同[^，,。；试]{0,12}$", text[: figure.start]) or _TERM_FOLLOWS.match(text, figure.end)
        if led and not re.match(r"\s*的?试用期", text[figure.end :]):
            below = re.search(r"(?:不满|不足|未满)\s*$", text[: figure.start]) or re.match(
                r"\s*以下", text[figure.end :]
            )
            second = re.search(r"以上\s*(?:不满|不足|未满)\s*$", text[: figure.start]) is not None
            if not second:
                found.append((figure.start, _allowance(_months(figure.value) - bool(below))))
    return sorted(found)


def _allowance(term: Decimal) -> int:
    """The months of probation that a contract of so many months allows (劳动合同法 19)."""
    return next(months for shortest, months in ((36, 6), (12, 2), (3, 1), (0, 0)) if term >= shortest)


def _months(duration: Duration) -> Decimal:
    if duration.unit in (Unit.MONTH, Unit.YEAR):
        return duration.high * (12 if duration.unit is Unit.YEAR else 1)
    return duration.longest_days() / 30


_EXTENDED = (
    r"(?:延长|延期|顺延|续延|延续)[^，,。；]{0,6}试用|试用期?[^，,。；]{0,10}(?:延长|延期|顺延|续延|延续)(?!工作|劳动)"
    r"|再试用|(?:再次|重新|第二次|二次)(?:约定|计算|进行|安排|实行)?[^，,。；]{0,3}试用"
    r"|(?:调岗|转岗|换岗|晋升|升职|续签|续订|再次入职|重新入职)[^。；]{0,12}?(?:有|设|约定|实行|执行|进行|重新|适用)[^，,。；]{0,8}试用期"
)


def extended(handbook: Handbook) -> Iterator[Diagnostic]:
    """L009: probation prolonged or repeated."""
    yield from judged(handbook, "L009", ("试用",), _extended)


def _extended(sentence: Sentence) -> Wrong | None:
    match = re.search(_EXTENDED, sentence.text)
    if match is None or sentence.denies(match.start()) or re.search(r"不得|不再|不另|不能|试用品", match[0]):
        return None
    return wrong(sentence.written(match))


_UNPAID = (
    r"(?:试用期?|试岗期?|试工期?)[^，,。；]{0,8}(?:无薪|无底薪|不计薪|不计工资|没有工资|无工资|无报酬"
    r"|不(?:予?发放?|予?支付|付|领取?)[^，,。；]{0,2}(?:工资|报酬|薪))"
    r"|试用期?[^，,。；]{0,6}[只仅](?:发放?|支付|给)[^，,。；]{0,6}(?:生活费|补助|补贴|津贴)"
    r"|试用期?[^，,。；]{0,12}(?:工资|薪)的?[一二三四五六七]成"
    r"|试用期?[未不]满[^，,。；]{0,8}(?:离职|辞职)[^。；]{0,6}不(?:发放?|予?发放|支付|计发?)[^，,。；]{0,2}(?:工资|报酬|薪)"
)


def pay(handbook: Handbook) -> Iterator[Diagnostic]:
    """L010: probation for less than 80 per cent of the pay."""
    yield from judged(handbook, "L010", ("试用", "试岗", "试工"), _pay)


def _pay(sentence: Sentence) -> Wrong | None:
    if (match := re.search(_UNPAID, sentence.text)) and not sentence.denies(match.start()):
        return wrong(sentence.written(match), "unpaid")
    for figure in sentence.figures:
        if not isinstance(figure.value, Percentage) or figure.value.low >= 80:
            continue
        led = re.search(r"试用期?[^。；]{0,12}(?:工资|薪|底薪|报酬)[^，,。；]{0,20}$", sentence.text[: figure.start])
        if led and not re.search(r"提成|绩效|奖|提高|上浮|增", led[0]):
            return wrong(sentence.written(figure))
    return None


RULES = (Rule("L008", length), Rule("L009", extended), Rule("L010", pay))
