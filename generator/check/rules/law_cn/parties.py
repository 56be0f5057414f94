"""Whom a sentence is about, since the law of labour knows the deposits of employees and not those of customers."""

from __future__ import annotations

import re

from generator.check.rules.law_cn.passages import Sentence

_EMPLOYEES = (
    r"员工|职工|劳动者|入职|应聘|求职|录用|聘用|招聘|招用|试用期|新人|离职|辞职|上岗|工资|薪|劳动合同"
    r"|(?:业务|销售|营业|驾驶|导购|收银)员|司机|学徒|实习生"
)
_OTHERS = (
    r"客户|顾客|用户|业主|住户|租户|承租|租赁|租金|经销商|代理商|加盟|供应商|供货|承包|分包|买受人|购买方|投标|中标|招标"
    r"|会员|旅客|患者|学员|合作方|合作伙伴|工程款|订单|货款|房款|车款"
)
_HIRING = (
    r"招聘|招用|招录|录用|聘用|应聘|求职|招工|任职条件|任职资格|任职要求|岗位要求|入职条件|报名条件|招收|[只限不]招"
)


def concerns_employees(sentence: Sentence) -> bool:
    """Whether it is about those who work for the company, and about nobody it does business with."""
    return re.search(_EMPLOYEES, sentence.with_intro()) is not None and not concerns_others(sentence)


def concerns_others(sentence: Sentence) -> bool:
    """Whether customers, tenants, suppliers and the like are in it."""
    return re.search(_OTHERS, sentence.text) is not None


def concerns_hiring(sentence: Sentence) -> bool:
    """Whether it is about who is taken on."""
    return re.search(_HIRING, sentence.with_intro()) is not None
