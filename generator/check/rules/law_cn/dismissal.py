"""Dismissal: on what grounds, under what name, of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, wrong
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic
from generator.link.handbook import Handbook

_AT_WILL = (
    r"(?:末位|垫底|最后一名|(?:排名|考核)最后|倒数第?[一二三\d]*名?)[^。；]{0,14}(?:淘汰|辞退|解除|解聘|除名)"
    r"|(?:辞退|解除劳动(?:合同|关系)|解聘)[^。；]{0,6}(?:无需|无须|不需|不必)(?:提前|事先|另行)?(?:通知|预告)"
    r"|(?:辞退|解除劳动(?:合同|关系)|解聘)[^。；]{0,4}不[作做](?:任何)?(?:解释|说明)"
    r"|(?:不经|无需|不需)[^，,。；]{0,4}(?:通知|预告)[^，,。；]{0,6}(?:解除|辞退)"
)


def grounds(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """L013: dismissal on a ground that the law does not know."""
    words = "|".join(map(re.escape, options.words))
    yield from judged(
        handbook,
        "L013",
        (*options.words, "末位", "倒数", "最后", "垫底", "通知", "预告", "解释"),
        partial(_ground, words),
    )


def _ground(words: str, sentence: Sentence) -> Wrong | None:
    match = re.search(rf"{_AT_WILL}|{words}", sentence.text)
    if match is None or sentence.denies(match.start()) or _is_without_notice(sentence, match):
        return None
    subject = re.search(r"[^，,。；]*$", sentence.text[: match.start()])
    by_employee = (
        subject and re.search(r"员工|职工|劳动者", subject[0]) and not re.search(r"公司|单位|将|对|予", subject[0])
    )
    return None if by_employee and match[0].startswith("随时解除") else wrong(sentence.written(match))


def _is_without_notice(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the law lets the company end the contract at once: for a grave breach, a crime, on probation."""
    return "通知" in match[0] and re.search("严重|三十九条|刑事|试用期|录用条件", sentence.text) is not None


def names(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """L014: an end of employment under a name that the law does not know."""
    words = "|".join(map(re.escape, options.words))
    yield from judged(handbook, "L014", options.words, partial(_name, words))


def _name(words: str, sentence: Sentence) -> Wrong | None:
    match = re.search(rf"(?:{words})(?!公职|党籍|学籍)", sentence.text)
    return None if match is None or sentence.denies(match.start()) else wrong(sentence.written(match))


_ENDED = (
    r"(?:辞退|解除(?:其|该员工)?的?(?:劳动)?合同|终止(?:劳动)?合同|劝退|开除|除名|裁减|解聘|自动离职"
    r"|劳动合同(?:即行|自动|随之)?(?:终止|解除)|不再?续签)"
)
_PUT_BACK = r"(?:降薪|降低工资|降职|降级|停薪|取消晋升|调离)"
_ILL = rf"(?:病假|患病|因病|患有|医疗期|住院|工伤|职业病|因工负伤)[^。；]{{0,25}}?{_ENDED}"
_WITH_CHILD = rf"(?:怀孕|孕期|产期|哺乳|产假)[^。；]{{0,25}}?(?:{_ENDED}|{_PUT_BACK})"
_LAWFUL = (
    r"不得|不能(?:因|以|辞|解)|不以|不因|不予|期满|届满|满后|终结|虚假|伪造|骗取|弄虚作假|假病|未经|未请|逾期|未归|不归|协商"
    r"|本人提出|旷工|死亡"
)


def protected(handbook: Handbook) -> Iterator[Diagnostic]:
    """L015: dismissal of those whom the law protects."""
    yield from judged(
        handbook, "L015", ("病", "患有", "医疗期", "住院", "工伤", "因工负伤", "孕", "产期", "哺乳", "产假"), _protected
    )


def _protected(sentence: Sentence) -> Wrong | None:
    for variant, pattern in (("", _ILL), ("child", _WITH_CHILD)):
        match = re.search(pattern, sentence.text)
        if match and not re.search(_LAWFUL, match[0]) and not sentence.denies(match.start()):
            return wrong(sentence.written(match), variant)
    return None


RULES = (TunedRule("L013", grounds), TunedRule("L014", names), Rule("L015", protected))
