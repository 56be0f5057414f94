"""Pay: what may be deducted, when it is paid, what absence and breaches cost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, passages_of, wrong
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook
from generator.model import InlinePenalty
from generator.quantities import Duration, Figure, Multiple, Percentage
from generator.quantities.duration import Unit
from generator.quantities.ratio import Measure
from generator.read.marks import Place

_WAGES = r"(?:工资|薪资|薪酬|薪金|薪水|月薪)"
_VARIABLE = (
    r"绩效|业绩|提成|奖|补助|补贴|津贴|病假|试用|加班|产假|生活费|年休假|个人所得税|社会保险|社保|公积金|代扣代缴"
)
_WHOLE_WAGE = (
    rf"扣(?:除|罚|发|减|掉)?(?:其|个人|员工|本人)?(?:全部|全额|全月|当月|本月|整月|一个?月|[1-9一二两三四五六]个月)的?(?:全部|全额)?{_WAGES}"
    r"(?!的?\s*(?:百分之|[\d一二两三四五六七八九十]+\s*(?:%|％|成|分)|一定|相应|部分|中))"
)
_FROM_WAGE = rf"(?:从|在|于|由)?[^，,。；]{{0,8}}{_WAGES}[中里内](?:直接|予以|一次性)?(?:扣除|抵扣|扣减|扣抵|扣回|扣)"
_DAMAGE = r"赔偿|损失|损坏|损毁|丢失|罚|原价"


def deductions(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """L023: more than a fifth of the wage deducted, or damage deducted without that limit."""
    limited = _limited(handbook)

    def judge(sentence: Sentence) -> Wrong | None:
        return _deducted(sentence, options.limit) or _without_limit(sentence, limited)

    yield from judged(handbook, "L023", ("扣", "最低工资"), judge)


def _limited(handbook: Handbook) -> frozenset[str]:
    """The policies, and the clauses, that limit what may be deducted to 20 per cent of the wage."""
    having = passages_of(handbook).having("20%", "20％", "20 %", "２０％", "百分之二十")
    told = [one for one in having if re.search(_WAGES, one.text) and "扣" in one.text]
    keys = [clause.key for clause in handbook.clauses.values() for one in told if clause.spec is one.thing]
    return frozenset((*keys, *(one.policy.id for one in told if one.policy)))


def _deducted(sentence: Sentence, most: int) -> Wrong | None:
    text = sentence.text
    if not re.search(_WAGES, text):
        return None
    if match := re.search(r"(?:可以?|允许)低于[^，,。；]{0,6}最低工资", text):
        return wrong(sentence.written(match), "minimum")
    if "扣" not in text:
        return None
    match = re.search(_WHOLE_WAGE, text)
    if match and not sentence.denies(match.start()) and not re.search(r"旷工|事假|缺勤", text):
        return wrong(sentence.written(match), most=most)
    for figure in sentence.figures:
        if isinstance(figure.value, Percentage) and figure.value.high > most and _is_of_wage(text, figure):
            return wrong(sentence.written(figure), most=most)
    return None


def _is_of_wage(text: str, figure: Figure) -> bool:
    """Whether a share is one of the wage, deducted: 扣除当月工资的 30%, 扣 30% 工资."""
    around = text[max(0, figure.start - 16) : figure.end + 12]
    if re.search(_VARIABLE, around):
        return False
    before = re.search(rf"{_WAGES}[^，,。；]{{0,12}}$", text[: figure.start])
    return (
        bool(before)
        or re.match(rf"\s*的?(?:当月|本月|个人|本人|月|基本|岗位)*{_WAGES}", text[figure.end :]) is not None
    )


def _without_limit(sentence: Sentence, limited: frozenset[str]) -> Wrong | None:
    match = re.search(_FROM_WAGE, sentence.text)
    if match is None or sentence.denies(match.start()) or not re.search(_DAMAGE, sentence.with_intro()):
        return None
    if re.search(rf"{_VARIABLE}|借支|借款|备用金|水电|餐费", sentence.text):
        return None
    policy = sentence.passage.policy
    cited = {
        key if "/" in key else f"{policy.id if policy else ''}/{key}"
        for key in re.findall(r"\{#([^}]+)\}", sentence.passage.text)
    }
    is_limited = (policy is not None and policy.id in limited) or cited & limited
    return None if is_limited else wrong(sentence.written(match), "unlimited")


_WITHHELD = (
    r"(?:不予?(?:发放|支付|计发|结算|核发)|不发|不做|不结|停发|扣发|拒付)[^，,。；]{0,4}?"
    rf"(?:当月|本月|全部|该月|上月|当日|所有)?的?(?:全部)?{_WAGES}"
    rf"|(?:当月|本月|全月|其)的?{_WAGES}(?:一律|全部)?(?:不予?(?:发放|支付|计发|结算)|停发|扣发)|(?:拖欠|克扣)[^，,。；]{{0,6}}{_WAGES}"
    rf"|(?<!绩效)(?<!业绩){_WAGES}(?:为零|清零|归零|为\s*0\s*元?)"
    rf"|[只仅]发放?[^，,。；]{{0,4}}(?:一半|半数|部分)的?{_WAGES}"
)

_PAID_FOR_NO_WORK = r"旷工|事假|缺勤|停薪留职|离职|辞职|加班|试用期|试岗|婚假|丧假|产假|年休假|工伤|病假|不得"
"""What other rules are about, and time without work."""


def withheld(handbook: Handbook) -> Iterator[Diagnostic]:
    """L024: wages that are kept back."""
    yield from judged(handbook, "L024", ("工资", "薪"), _withheld)


def _withheld(sentence: Sentence) -> Wrong | None:
    match = re.search(_WITHHELD, sentence.text)
    if match is None or sentence.denies(match.start()):
        return None
    if re.search(r"绩效|业绩|奖|提成", match[0]) or re.search(_PAID_FOR_NO_WORK, sentence.text):
        return None
    return wrong(sentence.written(match))


_RARELY = r"每(?:个?季度?|半年|[两二三2-9]个?月|年)|按(?:季度?|年)|年底|年终|隔月"
_LATE = {
    "rare": rf"{_WAGES}[^。；]{{0,15}}(?:{_RARELY})[^。；，,]{{0,8}}(?:发放|支付|结算|结清|发)"
    rf"|(?:{_RARELY})[^，,。；]{{0,6}}(?:发放|支付|结算|结清)[^，,。；]{{0,8}}{_WAGES}|押(?:一|1|半|两|二)个?月(?:的)?{_WAGES}",
    "holiday": rf"(?:{_WAGES}|发薪日?)[^。；]{{0,30}}(?:节假日|休息日|公休)[^，,。；]{{0,6}}(?:顺延|推迟|延后)",
    "late": rf"{_WAGES}[^。；]{{0,30}}(?:延时|延期|推迟|延迟|缓发|暂缓|拖后)"
    rf"|(?:延时|延期|推迟|延迟|缓发|暂缓)(?:发放|支付|发)?[^，,。；]{{0,4}}{_WAGES}",
}


def late(handbook: Handbook) -> Iterator[Diagnostic]:
    """L025: wages paid more rarely than once a month, or late."""
    yield from judged(handbook, "L025", ("工资", "薪"), _late)


def _late(sentence: Sentence) -> Wrong | None:
    for variant, pattern in _LATE.items():
        match = re.search(pattern, sentence.text)
        if (
            match
            and not sentence.denies(match.start())
            and not re.search(r"奖|绩效|提成|调整|调薪|不得|补助|津贴|考核|离职", match[0])
        ):
            return wrong(sentence.written(match), variant)
    return None


_WORKDAYS_A_MONTH = Decimal("21.75")
_LATENESS = r"迟到|早退|打卡|签到|脱岗"
_WHOLE_DAY = rf"(?:{_LATENESS})[^。；]{{0,40}}扣(?:除|发)?(?:当日|当天|全天|整天)的?{_WAGES}"


def absence(handbook: Handbook) -> Iterator[Diagnostic]:
    """L026: absence that costs more than the wage of the time lost."""
    yield from judged(handbook, "L026", ("旷工", "缺勤", "事假", "迟到", "早退", "打卡", "签到", "脱岗"), _absence)


def _absence(sentence: Sentence) -> Wrong | None:
    text = sentence.text
    if (match := re.search(_WHOLE_DAY, text)) and not sentence.denies(match.start()):
        return wrong(match[0][match[0].rindex("扣") :])
    missed: Decimal | None = None
    for figure in sentence.figures:
        days = _wage_days(text, figure)
        if days is not None and re.search(r"扣|罚", text[: figure.end + 4]) and not sentence.denies(figure.start):
            of_minutes = re.search(_LATENESS, text) and "旷工" not in text[: figure.start]
            if days > (missed if missed is not None else Decimal(0) if of_minutes else Decimal(1)):
                return wrong(sentence.written(figure))
        elif isinstance(figure.value, Duration):
            missed = _days_of_work(figure.value)
    return None


def _wage_days(text: str, figure: Figure) -> Decimal | None:
    """How many days' wages a figure means, or None if it means none: 3 天工资, 日工资的三倍."""
    match figure.value:
        case Multiple(factor=factor, measure=Measure.DAYS, of=of) if re.search(_WAGES, of):
            return factor
        case Multiple(factor=factor, measure=Measure.TIMES, of=of):
            near = f"{text[max(0, figure.start - 8) : figure.start]}{of}{text[figure.end : figure.end + 8]}"
            return factor if re.search(_WAGES, near) else None
        case Percentage(low=low) if re.search(rf"(?:当日|日){_WAGES}的?\s*$", text[: figure.start]):
            return low / 100
        case Percentage(low=low) if re.search(rf"(?:当月|本月|月){_WAGES}的?\s*$", text[: figure.start]):
            return low / 100 * _WORKDAYS_A_MONTH
    return None


def _days_of_work(duration: Duration) -> Decimal:
    """How many days of eight hours are missed at the most within a duration that a breach begins with."""
    if duration.unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR):
        return duration.high * duration.unit.seconds / (8 * Unit.HOUR.seconds)
    return duration.longest_days()


def fines(handbook: Handbook) -> Iterator[Diagnostic]:
    """L027: a handbook in which the employer fines; told once, at its settings."""
    fining = [one.spec for policy in handbook.policies for one in policy.penalties if _fines(one.spec)]
    if fining:
        related = (Related(_place_of_fine(fining[0]), "fined"),)
        yield finding("L027", handbook.settings.at("title"), related=related, count=len(fining))


def _fines(penalty: InlinePenalty) -> bool:
    return penalty.fine is not None or any(tier.fine for tier in penalty.tiers)


def _place_of_fine(penalty: InlinePenalty) -> Place:
    return penalty.at("fine") if penalty.fine else next(tier.at("fine") for tier in penalty.tiers if tier.fine)


RULES = (
    TunedRule("L023", deductions),
    Rule("L024", withheld),
    Rule("L025", late),
    Rule("L026", absence),
    Rule("L027", fines),
)
