"""Leave: annual leave, maternity, family, illness, public holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, wrong
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic
from generator.link.handbook import Handbook
from generator.quantities import Duration, Figure
from generator.quantities.duration import Unit

_ANNUAL = r"年休假|年假|带薪休假"
_OWN_YEARS = (
    r"(?:自入职|入职|在本?公司|进入公司|来公司|本公司)[^。；]{0,10}"
    r"(?:工作|服务|任职)?满\s*[一1二两2三3]\s*个?年"
)
_LATE_LEAVE = rf"满\s*[2-9两二三四五]\s*个?年[后以]?[^。；]{{0,8}}(?:享受|享有|方可|才)[^。；]{{0,6}}(?:{_ANNUAL})"


def annual(handbook: Handbook) -> Iterator[Diagnostic]:
    """L028: fewer days of annual leave than 5, 10 or 15, or only after a year with this company."""
    yield from judged(handbook, "L028", ("年休假", "年假", "带薪休假"), _annual)


def _annual(sentence: Sentence) -> Wrong | None:
    text = sentence.text
    if not re.search(_ANNUAL, sentence.with_intro()):
        return None
    match = re.search(_OWN_YEARS, text)
    if match and re.search(rf"(?:具备|享受|享有|方可|才|可休|有资格)[^。；]{{0,12}}(?:{_ANNUAL}|资格)", text):
        return wrong(sentence.written(match), "tenure")
    late = re.search(_LATE_LEAVE, text)
    if late and not re.search(r"满\s*[1一]\s*个?年", sentence.passage.text):
        return wrong(sentence.written(late), "tenure")
    years = Decimal(1)
    for figure in sentence.figures:
        value = figure.value
        if not isinstance(value, Duration):
            continue
        if value.unit is Unit.YEAR and re.search(
            r"(?<!不)(?<!未)(?:满|工龄|年限|工作)[^，,。；]{0,3}$", text[: figure.start]
        ):
            years = value.low
        elif value.unit in (Unit.DAY, Unit.WORKDAY) and _is_leave(text, figure):
            least = 15 if years >= 20 else 10 if years >= 10 else 5
            if value.high < least:
                return wrong(sentence.written(figure), least=least)
    return None


def _is_leave(text: str, figure: Figure) -> bool:
    """Whether a figure counts days of leave, and is neither a deadline nor an increment."""
    lead = re.search(r"[^，,。；]*$", text[: figure.start])
    led = lead[0] if lead else ""
    if re.search(
        r"提前|增加|递增|每满|每增|至少申请|连续|旷工|病假|事假|剩余|未休|应休|结转|半天|单次|一次|分|超过(?<!不超过)",
        led,
    ):
        return False
    if re.match(r"\s*(?:之?[内前]|以前|以内)", text[figure.end :]):
        return False
    after = re.match(rf"\s*的?(?:带薪)?(?:{_ANNUAL})", text[figure.end :])
    return (
        bool(after)
        or re.search(rf"(?:{_ANNUAL}|可休|享受|休假|享有)[^，,。；]{{0,10}}$", text[: figure.start]) is not None
    )


_VOID = (
    rf"(?:{_ANNUAL})[^。；]{{0,40}}?"
    r"(作废|清零|自动放弃|视[为同](?:自动|自愿)?放弃|不予保留|过期无效|逾期无效|不予(?:补偿|折算|折现)|不再?(?:补偿|折算)|失效)"
)


def void(handbook: Handbook) -> Iterator[Diagnostic]:
    """L029: annual leave that is lost if it is not taken."""
    yield from judged(handbook, "L029", ("年休假", "年假", "带薪休假"), _void)


def _void(sentence: Sentence) -> Wrong | None:
    match = re.search(_VOID, sentence.text)
    if match is None or re.search(r"不(?:得)?(?:作废|清零|视为|视同)|书面提出|本人书面|本人原因", match[0]):
        return None
    return wrong(match[1])


_LEAST_MATERNITY = 98
_OTHER_BIRTH = r"难产|流产|多胞胎|多生育|陪产|护理|产检|产前|增加|剖宫产|剖腹产|奖励|哺乳|提前|晚育"


def maternity(handbook: Handbook) -> Iterator[Diagnostic]:
    """L030: fewer than 98 days of maternity leave."""
    yield from judged(handbook, "L030", ("产假",), _maternity)


def _maternity(sentence: Sentence) -> Wrong | None:
    for figure in sentence.figures:
        text, value = sentence.text, figure.value
        if not isinstance(value, Duration) or value.unit in (Unit.YEAR, Unit.HOUR, Unit.MINUTE):
            continue
        lead = re.search(r"(?:流产[^，,。；]*[，,])?[^，,。；]*$", text[: figure.start])
        is_leave = re.search(r"产假[^。；]{0,12}$", text[: figure.start]) or re.match(
            r"\s*的?(?:带薪)?产假", text[figure.end :]
        )
        if (
            not is_leave
            or re.search(_OTHER_BIRTH, f"{lead[0] if lead else ''}")
            or re.match(r"\s*(?:之?[内前]|以前)", text[figure.end :])
        ):
            continue
        if value.shortest_days() < _LEAST_MATERNITY and not (value.unit is Unit.MONTH and value.low > 3):
            return wrong(sentence.written(figure), least=_LEAST_MATERNITY)
    return None


_PAID_LEAVE = r"婚假|丧假|婚丧假|产假|年休假|年假|工伤(?:假|期间|治疗)?|停工留薪期|病假|法定(?:节假日|休假日|节日)"
_UNPAID = (
    rf"(?:{_PAID_LEAVE})[^。；]{{0,14}}?(?:不予?(?:发放?|支付|计发|计|享受)[^，,。；]{{0,3}}(?:工资|薪)|无薪|停薪|不带薪|停发[^，,。；]{{0,3}}(?:工资|薪)"
    r"|扣(?:除|发|全部|当日|全额)*[^，,。；]{0,3}(?:工资|薪))"
    r"|(?:婚假|丧假|产假|产检|产前检查|年休假|年假|工伤)[^。；]{0,10}按事假(?:处理|计|扣)"
    r"|产假[^。；]{0,8}[只仅](?:发放?|支付)[^，,。；]{0,4}(?:生活费|补助|基本工资|底薪|一半|部分)"
)


def unpaid(handbook: Handbook) -> Iterator[Diagnostic]:
    """L031: leave that the law wants paid, unpaid."""
    yield from judged(handbook, "L031", ("假", "工伤", "停工留薪", "产检"), _unpaid)


def _unpaid(sentence: Sentence) -> Wrong | None:
    match = re.search(_UNPAID, sentence.text)
    if (
        match is None
        or sentence.denies(match.end() - 3)
        or re.search(r"不(?:得)?(?:扣|停)|不得|超过|超出|逾期|虚假|期满|加班", match[0])
    ):
        return None
    return wrong(sentence.written(match))


_HOLIDAYS = {"元旦": 1, "春节": 4, "清明": 1, "劳动节": 2, "五一": 2, "端午": 1, "中秋": 1, "国庆": 3}
_ALL_HOLIDAYS = 13


def holidays(handbook: Handbook) -> Iterator[Diagnostic]:
    """L032: fewer public holidays than the State gives."""
    yield from judged(handbook, "L032", (*_HOLIDAYS, "法定"), _holidays)


def _holidays(sentence: Sentence) -> Wrong | None:
    text = sentence.text
    for figure in sentence.figures:
        value = figure.value
        if not isinstance(value, Duration) or value.unit is not Unit.DAY:
            continue
        before = text[: figure.start]
        named = re.search(
            rf"({'|'.join(_HOLIDAYS)})节?(?:国际)?[^，,。；、]{{0,3}}(?:放假|休假|假期|假|为|：|:|\s)*\s*$", before
        )
        least = _HOLIDAYS[named[1]] if named else _ALL_HOLIDAYS if _is_total(before) else 0
        if (
            value.high < least
            and not re.match(r"\s*(?:之?[内前后]|以前|加班)", text[figure.end :])
            and "提前" not in before[-6:]
        ):
            return wrong(sentence.written(figure), least=least)
    return None


def _is_total(before: str) -> bool:
    all_year = r"全年|每年|共|合计|总计|一年"
    named = r"法定(?:节?假日|休假日|节日|带薪假)"
    pattern = rf"(?:{named}[^，,。；]{{0,4}}(?:{all_year})|(?:{all_year})[^，,。；]{{0,4}}{named})[^，,。；]{{0,4}}$"
    return re.search(pattern, before) is not None


RULES = (
    Rule("L028", annual),
    Rule("L029", void),
    Rule("L030", maternity),
    Rule("L031", unpaid),
    Rule("L032", holidays),
)
