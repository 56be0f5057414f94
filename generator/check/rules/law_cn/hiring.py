"""Taking people on: their papers, their money, equal chances, the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from generator.check.rules.law_cn.parties import concerns_employees, concerns_hiring, concerns_others
from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, wrong
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.quantities import Duration

_TAKES = r"扣押|扣留|扣下|暂扣|收缴|没收|质押|抵押|收存|收走|代管|代为保管|统一保管|集中保管|暂时保管|保管员工"
_TAKEN = (
    r"(?:原件[，,]?由[^，,。；]{0,8}(?:保管|保存)|[^，,。；]{0,8}(?:集中|统一|代为)保存|押在|原件[^，,。；]{0,2}(?:上交|交存|交至)|上交[^，,。；]{0,8}保管|作为?抵押"
    r"|抵押|质押|扣押|扣留|暂扣|[交由][^，,。；]{0,8}(?:保管|代管|收存))"
)
_PAYS = r"交|缴|收取|支付|付|扣|预留|提供|出具|提交|找"
_EMPLOYEES_MONEY = r"(?:入职|上岗|工装|工服|工衣|工牌|制服|服装|宿舍|岗位|员工|职工|离职|稳岗|劳动合同)"
_CHARGED = r"(?:缴纳?|交纳?|交付|收取)[^，,。；]{0,4}(?:服装|工装|工服|制服|工牌|胸卡|入职|上岗|报名)费"


def withheld_papers(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """L003: papers of employees that the company keeps."""
    yield from judged(handbook, "L003", options.words, partial(_papers, "|".join(map(re.escape, options.words))))


def _papers(papers: str, sentence: Sentence) -> Wrong | None:
    either = rf"(?:{_TAKES})[^，,。；]{{0,15}}?(?:{papers})|(?:{papers})[^，,。；]{{0,12}}?{_TAKEN}"
    match = re.search(either, sentence.text)
    if match is None or "复印" in sentence.text or sentence.denies(match.start()) or not concerns_employees(sentence):
        return None
    return wrong(sentence.written(match))


def deposits(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """L004: money or a guarantee that employees have to give."""
    words = "|".join(map(re.escape, options.words))
    yield from judged(handbook, "L004", (*options.words, "费"), partial(_deposit, words))
    for form in handbook.forms:
        for number, section in enumerate(form.spec.sections):
            for position, field in enumerate(section.fields):
                if re.search(rf"{_EMPLOYEES_MONEY}(?:{words})", field.label):
                    place = form.spec.at("sections", number, "fields", position, "label")
                    yield finding("L004", place, focus=field.label, words=field.label)


def _deposit(words: str, sentence: Sentence) -> Wrong | None:
    if (match := re.search(_CHARGED, sentence.text)) and concerns_employees(sentence):
        return None if sentence.denies(match.start()) else wrong(sentence.written(match))
    for match in re.finditer(rf"(?:{_EMPLOYEES_MONEY}(?:风险|履约)?)?(?:{words})", sentence.text):
        named = re.match(_EMPLOYEES_MONEY, match[0]) is not None
        asked = named or re.search(rf"(?:{_PAYS})[^，,。；]{{0,12}}$", sentence.text[: match.start()])
        if (
            not asked
            or sentence.denies(match.start())
            or re.match(r"[^，,。；]{0,4}(?:一律)?不[收得]", sentence.text[match.end() :])
        ):
            continue
        if re.search(r"退还|返还|退回", sentence.text) and not re.search(r"[交缴收]|扣|预留", sentence.text):
            continue
        if (named and not concerns_others(sentence)) or concerns_employees(sentence):
            return wrong(sentence.written(match))
    return None


_FAIR = (
    r"不得以|不以|不因|不得因|不得歧视|不歧视|平等|男女不限|不限|国家规定的?不适合|不得实施|不得限定|不得将|不得规定"
)
_UNFAIR = {
    "sex": r"(?:[仅只](?:限|招聘?|收|录用?)|限招|(?<!不)限(?!制)|须为|应为|要求为?)[^，,。；]{0,3}[男女]"
    r"|要求[^，,。；]{0,18}的[男女]性"
    r"|[男女](?:性|士|生)?[^，,。；]{0,2}优先|优先(?:录用|招聘|聘用|考虑)[^，,。；]{0,3}[男女]"
    r"|不(?:招|录|录用|招收|接受|聘用)[^，,。；]{0,3}[男女]|性别[：:为限]{1,2}[^，,。；]{0,2}[男女](?![/、或女])",
    "origin": r"(?:本地|本市|外地|外省)(?:户口|户籍|人)?[^，,。；]{0,3}(?:优先|除外|不予|限)"
    r"|不(?:招|录用|招收|聘用)[^，,。；]{0,8}(?:籍|外地|户口)"
    r"|(?:须|应|需|必须)?(?:具有|持有|为)(?:本地|本市)户[口籍]",
    "health": r"(?:乙肝|乙型肝炎|病原携带|澳抗|残疾|抑郁|精神疾病|慢性病|糖尿病|艾滋)"
    r"[^，,。；]{0,12}(?:不予|不得|拒绝|不录|不招|不合格|除外)"
    r"|(?:不予|不得|拒绝|不)(?:录用|招用|聘用|招收)[^，,。；]{0,12}(?:乙肝|乙型|病原携带|残疾|抑郁|慢性病)|无(?:乙肝|残疾)",
    "age": r"年龄[^，,。；]{0,6}?\d{2}\s*(?:周?岁)?(?:以下|以内|之间)|\d{2}\s*周?岁(?:以下|以内)"
    r"|年龄(?:不超过|不得超过|限)",
}


def unequal_chances(handbook: Handbook) -> Iterator[Diagnostic]:
    """L005: hiring that depends on sex, origin, health or age."""
    yield from judged(handbook, "L005", ("招", "录用", "聘", "求职", "任职", "入职", "报名", "岗位要求"), _unfair)


def _unfair(sentence: Sentence) -> Wrong | None:
    if not concerns_hiring(sentence) or re.search(_FAIR, sentence.with_intro()):
        return None
    for reason, pattern in _UNFAIR.items():
        if match := re.search(pattern, sentence.text):
            return wrong(sentence.written(match), reason)
    return None


_MARRIAGE = (
    r"(?:不得|不准|不许|禁止|不能|不允许|承诺|保证)(?:在?[^，,。；]{0,10}(?:年内|期间|期内|月内))?不?(?:结婚|怀孕|生育|生子)"
    r"|(?:结婚|生育|生子|婚育)[^，,。；]{0,6}(?:的|者)[，,]?[^，,。；]{0,10}(?:辞退|解除|劝退|辞职|离职|降薪|降级|不予转正|不予录用)"
    r"|(?:结婚|怀孕|生育)(?!假)[^，,。；]{0,6}(?:须|应|需|要|必须)[^，,。；]{0,10}(?:批准|同意|审批)"
    r"|(?:结婚|怀孕|生育)(?!假)(?:须|应当?|需|要|必须)提前[^，,。；]{0,10}(?:申请|报备|排期)"
    r"|(?:未经|擅自)[^，,。；]{0,8}(?:结婚|怀孕|生育)"
)
_ASKED_AT_HIRING = r"(?:妊娠|怀孕|孕)(?:测试|检测|检查|检)|未婚|已婚已育|未育|无?生育(?:计划|打算)|婚育(?:状况|情况)"


def marriage_and_birth(handbook: Handbook) -> Iterator[Diagnostic]:
    """L006: marriage or birth as a condition of work."""
    yield from judged(handbook, "L006", ("婚", "孕", "育", "妊娠", "生子"), _marriage)
    for form in handbook.forms:
        if not re.search(r"应聘|求职|面试|招聘|入职", form.name):
            continue
        for number, section in enumerate(form.spec.sections):
            for position, field in enumerate(section.fields):
                if re.search(r"婚育|生育|怀孕|孕期|孕育", field.label):
                    place = form.spec.at("sections", number, "fields", position, "label")
                    yield finding("L006", place, "field", focus=field.label, words=field.label)


def _marriage(sentence: Sentence) -> Wrong | None:
    if match := re.search(_MARRIAGE, sentence.text):
        lawful = re.search(r"不得(?:以|因|限制|规定|约定|要求)|不因", sentence.text)
        return None if lawful else wrong(sentence.written(match))
    match = re.search(_ASKED_AT_HIRING, sentence.text)
    if match and (concerns_hiring(sentence) or "入职" in sentence.text) and not sentence.denies(match.start()):
        return wrong(sentence.written(match), "hiring")
    return None


_AFTER_PROBATION = r"(?:试用期?(?:期?满|结束|合格|届满)|试岗期?(?:满|结束|合格)|转正|考核合格)"
_LATE_CONTRACT = rf"{_AFTER_PROBATION}[^。；]{{0,12}}?(?:签订|订立|签署|签)[^，,。；]{{0,6}}劳动合同"
_TRIAL_CONTRACT = r"(?:签订|订立|签署|签)[^，,。；]{0,6}试用期?(?:合同|协议)"
_LATE_INSURANCE = (
    rf"(?:{_AFTER_PROBATION}(?:之?后|的|，|,|满[^，,。；]{{0,6}}后)|(?:入职|工作|在职)满[^，,。；]{{0,6}}[后的])[^。；]{{0,12}}?"
    r"(?:缴纳|办理|购买|参加|享受|缴)[^，,。；]{0,10}(?:社保|社会保险|五险)"
    r"|试用期[^。；，]{0,8}不(?:为[^，,。；]{0,6}?)?(?:缴纳?|办理?|购买|参加|享受|交纳?|予缴纳|予办理)[^，,。；]{0,6}(?:社保|社会保险|五险)"
    r"|(?:社保|社会保险|五险)[^，,。；]{0,6}[自从](?:转正|试用期满)[^，,。；]{0,6}(?:缴|办|参)"
    r"|自愿(?:放弃|不参加|不缴|不买)[^，,。；]{0,8}(?:社保|社会保险|五险)"
    r"|不[为给](?!非全日|退休|劳务|实习)[^，,。；]{0,12}(?:缴纳?|办理|购买)[^，,。；]{0,4}(?:社保|社会保险|五险)"
)


def late_contract(handbook: Handbook) -> Iterator[Diagnostic]:
    """L007: a contract or social insurance that begins long after the work."""
    yield from judged(
        handbook,
        "L007",
        ("劳动合同", "试用合同", "试用期合同", "试用协议", "试用期协议", "社保", "社会保险", "五险"),
        _late,
    )


def _late(sentence: Sentence) -> Wrong | None:
    patterns = {"contract": _LATE_CONTRACT, "trial": _TRIAL_CONTRACT, "insurance": _LATE_INSURANCE}
    for variant, pattern in patterns.items():
        match = re.search(pattern, sentence.text)
        if match and "续" not in match[0] and not sentence.denies(match.start()):
            return wrong(sentence.written(match), variant)
    return _more_than_a_month_later(sentence)


def _more_than_a_month_later(sentence: Sentence) -> Wrong | None:
    for figure in sentence.figures:
        if not isinstance(figure.value, Duration) or figure.value.shortest_days() <= 31:
            continue
        since_start = re.search(r"(?:入职|用工之日|到岗|报到)[^，,。；]{0,8}$", sentence.text[: figure.start])
        signed = re.match(
            r"(?:之?[内后]|以[内后])[^。；]{0,16}(?:签订|订立|签署)[^，,。；]{0,6}劳动合同", sentence.text[figure.end :]
        )
        signs = re.match(r"(?:之?[内后]|以[内后])(?:签订|订立|签署)", sentence.text[figure.end :])
        if since_start and (signed or (signs and "劳动合同" in sentence.text[: figure.start])):
            return wrong(sentence.written(figure), "contract")
    return None


RULES = (
    TunedRule("L003", withheld_papers),
    TunedRule("L004", deposits),
    Rule("L005", unequal_chances),
    Rule("L006", marriage_and_birth),
    Rule("L007", late_contract),
)
