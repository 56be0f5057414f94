"""How long papers are kept that the law wants kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, wrong
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Form, Handbook
from generator.quantities import Duration

_KEPT = r"保存|保管|留存|存档|归档"
_LEAST = {
    "voucher": (r"会计凭证|记账凭证|原始凭证|会计账簿|总账|明细账|日记账", 30),
    "account": (r"会计档案|财务报告|财务会计报告|财务报表|会计报表|银行对账单|纳税申报表", 10),
    "invoice": (r"发票(?:的?存根联?|存根|的?记账联|登记簿)?", 5),
    "wage": (r"工资(?:支付|发放)?(?:表|记录|清单|台账|单)", 2),
    "contract": (r"劳动合同(?:文本|书)?", 2),
}
"""The papers, and the years that they are kept at least."""

_BALANCE = re.compile("余额(?:调节|调整)|对账单")
_VOUCHER = re.compile(
    "(?:(?:商品|物资|材料|货物|产品|原料|配件)入库|付款|支付|报账|报销|开票|借款|领款|收款|缴款)[\u4e00-\u9fff]{0,3}(?:单|书|凭证)$"
)
_BOOKED = re.compile("记账|入账|转账的?依据|报销凭|作为报销|后开票")


def retention(handbook: Handbook) -> Iterator[Diagnostic]:
    """L038: papers kept for less time than the law wants."""
    yield from _of_form(handbook)
    yield from judged(
        handbook, "L038", ("凭证", "账", "会计档案", "报告", "报表", "纳税", "发票", "工资", "劳动合同"), _retention
    )


def _retention(sentence: Sentence) -> Wrong | None:
    if not re.search(_KEPT, sentence.text):
        return None
    for figure in sentence.figures:
        kept = re.search(rf"([^，,。；]*)(?:{_KEPT})[^，,。；]{{0,8}}$", sentence.text[: figure.start])
        if not isinstance(figure.value, Duration) or kept is None:
            continue
        if re.match(r"\s*(?:之?内|以内|前)", sentence.text[figure.end :]):
            continue
        for paper, (words, least) in _LEAST.items():
            if re.search(words, kept[1]) and figure.value.low * figure.value.unit.seconds < _seconds(least):
                return wrong(sentence.written(figure), paper, least=least)
    return None


def _of_form(handbook: Handbook) -> Iterator[Diagnostic]:
    """Forms that accounts are booked from, paid or invoiced are vouchers; what proves a balance is an account."""
    for form in handbook.forms:
        kept, paper = form.spec.retention, _paper(form)
        least = _LEAST[paper][1] if paper else 0
        if isinstance(kept, Duration) and kept.low * kept.unit.seconds < _seconds(least):
            yield finding("L038", form.spec.at("retention"), paper, words=kept, least=least)


def _paper(form: Form) -> str:
    """Which of the papers a form is; empty if it is none."""
    if _BALANCE.search(form.name):
        return "account"
    return "voucher" if _VOUCHER.search(form.name) or _BOOKED.search(form.spec.purpose) else ""


def _seconds(years: int) -> Decimal:
    return Decimal(years * 365 * 86_400)


RULES = (Rule("L038", retention),)
