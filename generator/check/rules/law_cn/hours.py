"""Working time: hours a day and a week, rest, overtime and what it is paid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, wrong
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic
from generator.link.handbook import Handbook
from generator.quantities import Duration, Figure, Multiple, Percentage
from generator.quantities.duration import Unit
from generator.quantities.ratio import Measure

_DAILY = 8
_ON_AVERAGE = 44
_WEEK = 7
_REST_DAYS_A_MONTH = 4
_NOT_A_PERSONS = (
    r"设备|机器|机组|空调|系统|电梯|营业|门店|热线|服务时间|窗口|综合计算|不定时|非全日|加班|延长|倒班|轮班|轮流|累计"
    r"|培训|调休|值班"
)
_NOT_ITS_LENGTH = r"休息|午休|用餐|间隔|提前|不足|(?<!不)(?<!不得)少于|(?<!不)(?<!不得)超过"
_WORKED = r"工作|上班|工时|出勤|劳动时间"
_A_DAY = r"每[天日]|一天|日工作|日均|日工时|每个工作日"
_A_WEEK = r"每周|一周|周工作|每星期|周均"
_A_MONTH = r"每月|当月|一个月|月加班|月度|全月"


def too_long(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """L019: more than 8 hours a day or 40 a week."""

    def judge(sentence: Sentence) -> Wrong | None:
        return _clocked(sentence) or _hours(sentence, options.limit)

    yield from judged(handbook, "L019", ("小时", "工作时间", "上班时间", "作息时间", "工作制"), judge)


def _hours(sentence: Sentence, weekly: int) -> Wrong | None:
    if not re.search(_WORKED, sentence.text) or re.search(_NOT_A_PERSONS, sentence.text):
        return None
    days = _days_a_week(sentence)
    for figure in sentence.figures:
        if not isinstance(figure.value, Duration) or figure.value.unit is not Unit.HOUR:
            continue
        hours, lead = figure.value.high, _lead(sentence.text, figure)
        if not re.search(rf"{_WORKED}", lead + ("工作" if "工作制" in sentence.text else "")) or re.search(
            _NOT_ITS_LENGTH, lead
        ):
            continue
        if _period(lead, figure) == "day" and (hours > _DAILY or days * hours > weekly):
            return wrong(sentence.written(figure), "day" if hours > _DAILY else "week", most=_DAILY, weekly=weekly)
        if _period(lead, figure) == "week" and hours > (_ON_AVERAGE if "平均" in lead else weekly):
            return wrong(sentence.written(figure), "week", weekly=weekly)
    return None


def _days_a_week(sentence: Sentence) -> Decimal:
    for figure in sentence.figures:
        worked = re.search(rf"(?:{_A_WEEK})[^，,。；]{{0,3}}(?:工作|上班|出勤)?\s*$", sentence.text[: figure.start])
        if worked and isinstance(figure.value, Duration) and figure.value.unit is Unit.DAY:
            return figure.value.low
    return Decimal(0)


def _lead(text: str, figure: Figure) -> str:
    """What leads to a figure: the part of the sentence before it, and the part before that."""
    return "".join(re.split("(?<=[，,：:])", text[: figure.start])[-2:])


def _period(lead: str, figure: Figure) -> str:
    """Whether a figure is told of a day, a week or a month: by what stands nearest before it."""
    found = {"day": _A_DAY, "week": _A_WEEK, "month": _A_MONTH}
    last = {
        name: max((match.start() for match in re.finditer(words, lead)), default=-1) for name, words in found.items()
    }
    nearest = max(last, key=lambda name: last[name])
    return nearest if last[nearest] >= 0 else ""


_SPAN = r"(\d{1,2})[:：](\d{2})\s*(?:[-—–~～]+|至|到)\s*(\d{1,2})[:：](\d{2})"


def _clocked(sentence: Sentence) -> Wrong | None:
    """Working hours given by the clock: 8:00–12:00、13:00–19:00."""
    text = sentence.text
    if not re.search(r"工作时间|上班时间|作息时间", text) or re.search(
        rf"[夏冬早中晚夜]季|[早中晚夜]班|{_NOT_A_PERSONS}", text
    ):
        return None
    worked, spans = 0, 0
    for match in re.finditer(_SPAN, text):
        begin_hour, begin, end_hour, end = map(int, match.groups())
        minutes = (end_hour - begin_hour) * 60 + end - begin
        is_rest = re.search(r"(?:休息|午休|午餐|用餐|就餐)[^，,。；]{0,6}$", text[: match.start()]) is not None
        worked += -minutes if is_rest else minutes
        spans += not is_rest
    rested = re.search(r"休息|午休|用餐|午餐", text) is not None
    most = _DAILY * 60 if spans > 1 or rested else 10 * 60
    first = re.search(_SPAN, text)
    return wrong(first[0], "day", most=_DAILY) if first and worked > most and spans < 4 else None


_NO_REST = (
    r"(?:试用期|个月|月内|整月|全月|当月|全年|每周|每月|旺季|长期)[^，,。；]{0,8}(?:不允许|不得|不准|不许|不安排|不能|没有|不)"
    r"[^，,。；]{0,3}(?:休息|休班|轮休|休假)|(?:全年|全月|常年)无休|取消(?:全部|一切|每周)?(?:周休|休息日|周末休息|休假)|放弃(?:周末|休息日|每周)?休息"
)


def weekly_rest(handbook: Handbook) -> Iterator[Diagnostic]:
    """L020: a week without a day of rest."""
    yield from judged(handbook, "L020", ("休", "连续工作", "连续上班", "每周工作", "每周上班"), _rest)


def _rest(sentence: Sentence) -> Wrong | None:
    text = sentence.text
    match = re.search(_NO_REST, text)
    if match and not re.search(
        r"服务|热线|营业|受理|不得不|上班时间|工作时间|不休的|不得(?:少于|低于)|剥夺|占用", text
    ):
        return wrong(sentence.written(match))
    for figure in sentence.figures:
        value, before = figure.value, text[: figure.start]
        if not isinstance(value, Duration) or value.unit is not Unit.DAY:
            continue
        if (
            re.search(r"连续(?:工作|上班)[^，,。；]{0,4}$", before)
            and value.low > 6
            and not re.search(r"不(?:得|超过|准)", before)
        ):
            return wrong(sentence.written(figure))
        if re.search(r"每周(?:应当?|须|要)?(?:工作|上班|出勤)\s*$", before) and value.high >= _WEEK:
            return wrong(sentence.written(figure))
        if re.search(r"月休\s*$", before) and value.high < _REST_DAYS_A_MONTH:
            return wrong(sentence.written(figure))
        rest = re.search(
            r"每(?:[两二2]个?)?([周月])(?![^，,。；]*(?:带薪|年|病|事|调休))[^，,。；]{0,8}(?:休息|轮休|公休|休班|休)[^，,。；]{0,8}$",
            before,
        )
        if (
            rest
            and value.high < (1 if rest[0].startswith("每周") else 2 if rest[1] == "周" else _REST_DAYS_A_MONTH)
            and not re.search(r"调休|补休|多|增", rest[0])
        ):
            return wrong(sentence.written(figure))
    return None


_CAP = {"day": 3, "month": 36}
_FORCED = (
    r"(?:不得|不准|无权|不能|不许)[^，,。；]{0,6}(?:拒绝|推诿|不服从)[^，,。；]{0,6}加班"
    r"|(?:无条件|必须|应当?|须)(?:无条件)?(?:服从|接受)[^，,。；]{0,10}加班|强制加班"
    r"|加班[^。；]{0,12}(?:不得拒绝|必须服从|无条件服从|不得推诿)"
)
_EMERGENCY = r"抢险|抢修|灾害|紧急|事故|危及"


def overtime(handbook: Handbook) -> Iterator[Diagnostic]:
    """L021: more overtime than 3 hours a day or 36 a month, or overtime that nobody may refuse."""
    yield from judged(handbook, "L021", ("加班", "延长工作时间"), _overtime)


def _overtime(sentence: Sentence) -> Wrong | None:
    text = sentence.text
    if re.search(_EMERGENCY, text):
        return None
    if match := re.search(_FORCED, text):
        return wrong(sentence.written(match), "forced")
    for figure in sentence.figures:
        if not isinstance(figure.value, Duration) or figure.value.unit is not Unit.HOUR:
            continue
        lead = _lead(text, figure)
        period = _period(lead, figure)
        beyond = re.search(r"(?<!不)(?<!不得)(?<!不能)超过|满|达到|不足|以后|每满", lead) or re.search(
            r"休息日|节假日|周末|公休", lead
        )
        if period in _CAP and figure.value.high > _CAP[period] and re.search(r"加班|延长", lead) and not beyond:
            return wrong(sentence.written(figure), most=_CAP[period], period=period)
    return None


_NOT_PAID = (
    r"义务加班|不(?:另行?|予)?(?:支付|付|计发|发放?|计算?|给予?|享受)[^，,。；]{0,4}加班(?:费|工资|报酬)"
    r"|(?:无|没有)加班(?:费|工资)|加班[^，,。；]{0,10}不(?:另?计|支付|发)[^，,。；]{0,4}(?:报酬|工资|费用)"
    r"|加班[^。；]{0,12}[，,]不(?:另?计|支付|发放?)(?:任何)?(?:报酬|工资)"
    r"|不(?:实行|设立?)加班(?:费|工资)|加班(?:费|工资)[^，,。；]{0,4}(?:包含|含|计入)在?[^，,。；]{0,6}(?:工资|薪)"
    r"|加班[^。；]{0,10}按(?:正常|平时|平日)[^，,。；]{0,4}工资(?:标准)?(?:支付|计|发)"
)
_NO_OVERTIME = r"调休|补休|不定时|未经|擅自|没有申请|未申请|本人原因|不得"
_ALWAYS_TIME_OFF = r"加班[^，,。；]{0,4}(?:一律|均|只|全部)[^，,。；]{0,4}(?:调休|补休|倒休)"
_HOLIDAY_OFF = (
    r"加班[^。；]{0,20}(?:调休|补休|倒休)[^。；]{0,8}(?:法定|国庆|春节)"
    r"|法定(?:节假日|休假日|节日|假日)[^。；]{0,20}加班[^。；]{0,15}(?:调休|补休|倒休)"
)
_LOWEST = {"holiday": 300, "rest": 200, "workday": 150}
_KINDS = {
    "holiday": r"法定|节假日|节日",
    "rest": r"休息日|周末|双休|公休|周六|周日",
    "workday": r"平时|平日|工作日|延长|延时|日常",
}


def overtime_pay(handbook: Handbook) -> Iterator[Diagnostic]:
    """L022: overtime for less than 150, 200 or 300 per cent."""
    yield from judged(handbook, "L022", ("加班", "延长工作时间"), _overtime_pay)


def _overtime_pay(sentence: Sentence) -> Wrong | None:
    text = sentence.text
    match = re.search(_ALWAYS_TIME_OFF, text)
    if match is None and not re.search(_NO_OVERTIME, text):
        match = re.search(_NOT_PAID, text)
    if match and not sentence.denies(match.start()):
        return wrong(sentence.written(match), "unpaid")
    if (match := re.search(_HOLIDAY_OFF, text)) and not re.search(r"300|三百|三倍|3\s*倍|不得|不能|不可", text):
        return wrong(sentence.written(match), "holiday")
    if not re.search(r"工资|加班费|报酬|薪", text):
        return None
    for figure in sentence.figures:
        percent = _percent(figure)
        lead = text[: figure.start]
        if percent is None or re.search(r"(?:另|加发|增|额外|上浮|之外|外)[^，,。；]{0,6}$", lead):
            continue
        lowest = _LOWEST[_kind(lead)]
        if percent < lowest:
            return wrong(sentence.written(figure), lowest=lowest)
    return None


def _percent(figure: Figure) -> Decimal | None:
    match figure.value:
        case Percentage(low=low):
            return low
        case Multiple(factor=factor, measure=Measure.TIMES):
            return factor * 100
    return None


def _kind(lead: str) -> str:
    """Overtime on a holiday, a day of rest or a workday: by what stands nearest before the rate."""
    last = {
        name: max((match.end() for match in re.finditer(words, lead)), default=-1) for name, words in _KINDS.items()
    }
    nearest = max(last, key=lambda name: last[name])
    return nearest if last[nearest] >= 0 else "workday"


RULES = (
    TunedRule("L019", too_long),
    Rule("L020", weekly_rest),
    Rule("L021", overtime),
    Rule("L022", overtime_pay),
)
