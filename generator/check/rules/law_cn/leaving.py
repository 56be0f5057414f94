"""Leaving by one's own will: notice, approval, papers, the last pay, damages, competition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.rules.law_cn.parties import concerns_employees, concerns_others
from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, passages_of, wrong
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.quantities import Duration, Figure
from generator.quantities.duration import Unit

_LEAVES = r"(?<!自动)(?:辞职|离职|离（辞）职|离\(辞\)职|辞呈)"
_NOTICE = 30
_NOTICE_ON_PROBATION = 3


def notice(handbook: Handbook) -> Iterator[Diagnostic]:
    """L011: more than 30 days' notice, or 3 on probation."""
    yield from judged(handbook, "L011", ("辞职", "离职", "辞呈", "解除劳动合同", "解除合同"), _notice)


def _notice(sentence: Sentence) -> Wrong | None:
    text = sentence.text
    if not re.search(rf"{_LEAVES}|解除(?:劳动)?合同", text):
        return None
    for figure in sentence.figures:
        if not isinstance(figure.value, Duration):
            continue
        ahead = re.search(r"([^，,。；]*)提前[^，,。；]{0,6}$", text[: figure.start])
        if ahead is None or re.search(r"公司|单位|人力|人事|行政部|企业|甲方", ahead[1]):
            continue
        most = _NOTICE_ON_PROBATION if _on_probation(text, figure) else _NOTICE
        if _days(figure.value) > most:
            return wrong(sentence.written(figure), most=most)
    return None


def _on_probation(text: str, figure: Figure) -> bool:
    marks = list(re.finditer(r"试用期?(?!期?满|届满|结束)|正式|转正|试用期?(?:期?满|届满|结束)", text))
    before = [mark for mark in marks if mark.start() < figure.start]
    told_after = marks if text.startswith("提前") else []
    mark = next(iter([*before[-1:], *told_after]), None)
    return mark is not None and mark[0] in ("试用", "试用期")


def _days(duration: Duration) -> Decimal:
    return duration.low * 7 / 5 if duration.unit is Unit.WORKDAY and duration.low > 5 else duration.shortest_days()


_APPROVED = (
    rf"{_LEAVES}[^。；]{{0,45}}?(?:经|逐级|须|需|应|必须|待|报|由)[^。；，,]{{0,24}}"
    r"(?:批准|审批|同意|核准|准许)(?![表单])"
)
_APPROVED_FIRST = (
    rf"(?:未经|未获)[^，,。；]{{0,8}}(?:批准|同意|许可)[^，,。；]{{0,6}}(?:不得|不能|擅自)[^，,。；]{{0,4}}{_LEAVES}"
    rf"|{_LEAVES}[^，,。；]{{0,6}}未[获经][^，,。；]{{0,6}}(?:批准|同意|审批)"
    r"|(?:不批准|不同意|拒绝|驳回)[^，,。；]{0,6}(?:辞职|离职)|(?:不得|不准|不许|不能|不予(?:受理|批准|办理))(?:提出)?(?:辞职|离职)(?!手续|证明|时|后)"
)
_HANDED_OVER_FIRST = r"(?:方可|方能|才能|才可|始得|后可以?)(?:办理)?(?:离职|离岗|离开公司)"
_NOT_DEPENDENT = r"无[需须]|不需|不以|不影响|可以不经|不因"


def approval(handbook: Handbook) -> Iterator[Diagnostic]:
    """L012: leaving that depends on approval or on the handover."""
    yield from judged(handbook, "L012", ("辞职", "离职", "辞）职", "辞)职", "辞呈"), _approval)
    for policy in handbook.policies:
        for matrix in policy.approvals:
            subject = matrix.spec.subject
            if re.search(_LEAVES, subject) and not re.search(r"交接|手续|结算|证明|审计|补偿|手册", subject):
                yield finding("L012", matrix.spec.at("subject"), focus=subject, words=subject)


def _approval(sentence: Sentence) -> Wrong | None:
    if re.search(_NOT_DEPENDENT, sentence.text):
        return None
    if match := re.search(rf"{_APPROVED}|{_APPROVED_FIRST}", sentence.text):
        words = re.search(r"[^，,。；]*$", match[0])
        return wrong(words[0] if words else match[0])
    if match := re.search(_HANDED_OVER_FIRST, sentence.text):
        return wrong(sentence.written(match), "handover")
    return None


_FORFEITED = (
    r"(?:擅自离岗|辞职|离职)[^。；]{0,30}(?:扣[除发罚]?|赔偿|缴纳|交纳|罚|向公司支付)[^。；，,]{0,12}(?:月|天|日)的?(?:工资|薪)"
    r"|(?:提前|合同期内|未满合同)[^，,。；]{0,6}(?:离职|辞职|解除(?:劳动)?合同)[^。；]{0,20}?(?:赔偿|退还|承担|支付|交纳)[^。；，,]{0,8}"
    r"(?:招聘费|招录费|工装费|服装费|体检费|\d+\s*元)"
)
_OWED_BY_COMPANY = r"公司(?:应|须|将|向)|单位(?:应|须|将|向)|经济补偿|结清|付清|违法解除"


def damages(handbook: Handbook) -> Iterator[Diagnostic]:
    """L016: damages for anything but training and competition."""
    yield from judged(handbook, "L016", ("违约金", "辞职", "离职", "擅自离岗"), _damages)


def _damages(sentence: Sentence) -> Wrong | None:
    text = sentence.text
    at = text.find("违约金")
    if at >= 0 and not sentence.denies(at) and concerns_employees(sentence) and not _not_agreed(text):
        if not re.search(r"培训|服务期|竞业", sentence.with_intro()):
            return wrong("违约金")
        if re.search(r"培训", text) and (match := re.search(r"双倍|[两二三四五六七八九十2-9]\s*倍", text)):
            return wrong(sentence.written(match), "training")
    match = re.search(_FORFEITED, text)
    if (
        match
        and not re.search(_OWED_BY_COMPANY, text)
        and not concerns_others(sentence)
        and not sentence.denies(match.end())
    ):
        return wrong(sentence.written(match), "pay")
    return None


def _not_agreed(text: str) -> bool:
    return re.search(r"不(?:约定|承担|支付|收取)[^，,。；]{0,4}违约金", text) is not None


_COMPETES = r"竞业|离职后[^。；]{0,20}(?:同类|同行业?|相同|同种|竞争)|(?:同类|同行业?|竞争)[^。；]{0,20}离职后"


_FOR_NOTHING = (
    r"竞业[^。；]{0,20}(?:不(?:另行|再|予)?(?:支付|给予|享有|发放)[^，,。；]{0,6}补偿"
    r"|补偿[^，,。；]{0,8}(?:包含|含|计入)在)"
)


def competition(handbook: Handbook) -> Iterator[Diagnostic]:
    """L017: a non-compete clause that is too long, for everyone, or for nothing."""
    paid = {id(one.policy) for one in passages_of(handbook).having("补偿")}

    def judge(sentence: Sentence) -> Wrong | None:
        return _competition(sentence, is_paid=id(sentence.passage.policy) in paid)

    yield from judged(handbook, "L017", ("竞业", "竞争", "同类", "同行", "离职后"), judge)


def _competition(sentence: Sentence, *, is_paid: bool) -> Wrong | None:
    text = sentence.text
    match = re.search(_COMPETES, text)
    if match is None or concerns_others(sentence):
        return None
    if (for_nothing := re.search(_FOR_NOTHING, text)) and not sentence.denies(for_nothing.start()):
        return wrong(sentence.written(for_nothing), "unpaid")
    for figure in sentence.figures:
        value = figure.value
        after = re.match(r"\s*(?:之?内|以内|$|[，,]|的)", text[figure.end :])
        if (
            isinstance(value, Duration)
            and after
            and value.unit in (Unit.YEAR, Unit.MONTH)
            and value.low * _MONTHS[value.unit] > 24
        ):
            return wrong(sentence.written(figure))
    if (everyone := re.search(r"(?:全体|所有|每位|每名|全部)(?:员工|职工|人员)", text)) and not sentence.denies(
        match.start()
    ):
        return wrong(sentence.written(everyone), "everyone")
    binding = re.search(r"竞业限制(?:期|的?期限|义务|协议)|离职后[^。；]{0,20}不得", text)
    return wrong(sentence.written(match)[:4], "unpaid") if binding and not is_paid else None


_MONTHS = {Unit.YEAR: 12, Unit.MONTH: 1}

_PAPERS = (
    r"离职证明|(?:解除|终止)[^，,。；]{0,14}证明|档案[^，,。；]{0,12}(?:转移|转出|转递)"
    r"|(?:社保|社会保险)[^，,。；]{0,20}(?:转移|转出)"
)
_REFUSED = (
    r"(?:不予|不|拒绝|暂缓|暂不|停止)(?:为[^，,。；]{1,6}?)?(?:出具|开具|办理|提供|开)[^，,。；]{0,12}?"
    r"(?:离职证明|解除[^，,。；]{0,8}证明|档案|社保|社会保险|离职手续|退工)"
)
_PAY_KEPT = (
    r"(?:离职|辞职|辞工|解除劳动合同|辞退|开除)[^。；]{0,30}(?:工资|薪资|薪酬|薪金|薪水)[^。；，,]{0,8}"
    r"(?:不予(?:发放|结算|支付)|不发|不结|不付|扣发|停发|暂扣|没收|不做)"
    r"|(?:离职|辞职|交接)[^。；]{0,20}(?:暂扣|扣留|停发|不予?发放?|不予结算)[^，,。；]{0,8}(?:工资|薪资|薪水)"
    r"|(?:离职|辞职)[^。；]{0,12}(?:不予?(?:发放|结算|支付)|取消|不再(?:发放|结算|支付))[^，,。；]{0,4}"
    r"(?:未发|已完成|已实现|已产生)的?(?:工资|提成|佣金)"
)
_PAY_LATER = (
    r"(?:离职|辞职|辞工|解除劳动合同|辞退)[^。；]{0,30}(?:工资|薪资|薪酬|薪金|薪水)[^。；]{0,14}"
    r"(?:次月|下月|下个月|隔月|年底|年终|个月后|天后|日后)[^。；，,]{0,10}(?:发放|支付|结算|结清|领取|发)"
)


def exit_papers(handbook: Handbook) -> Iterator[Diagnostic]:
    """L018: papers or pay that come late, or not at all, when somebody leaves."""
    yield from judged(handbook, "L018", ("离职", "辞职", "辞工", "解除", "终止", "辞退", "开除", "交接"), _exit)


def _exit(sentence: Sentence) -> Wrong | None:
    text = sentence.text
    for variant, pattern in (("refused", _REFUSED), ("kept", _PAY_KEPT), ("later", _PAY_LATER)):
        match = re.search(pattern, text)
        if match and not sentence.denies(match.end() - 4) and not re.search(r"不得|奖金?|(?<!的)提成|绩效", match[0]):
            return wrong(sentence.written(match), variant)
    if re.search(_PAPERS, text):
        for figure in sentence.figures:
            is_limit = re.match(r"\s*(?:之?[内后]|以[内后])", text[figure.end :])
            if isinstance(figure.value, Duration) and is_limit and figure.value.shortest_days() > 15:
                return wrong(sentence.written(figure))
    return None


RULES = (
    Rule("L011", notice),
    Rule("L012", approval),
    Rule("L016", damages),
    Rule("L017", competition),
    Rule("L018", exit_papers),
)
