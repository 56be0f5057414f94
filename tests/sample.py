"""A small handbook with one of everything, for tests: `sample()` links it, `sample(changes)` a variant of it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from generator import model
from generator.link.handbook import Handbook
from generator.link.link import link

Data = dict[str, Any]

SETTINGS: Data = {
    "title": "制度汇编",
    "company": "云岚集团",
    "language": "zh-Hans",
    "summary": "各单位现行制度、表单、岗位职责与罚则的统一汇编。",
    "accent": "#1f4e79",
    "version": "1.0",
    "categories": ["客户服务", "人事"],
}

ORGANIZATION: Data = {
    "units": [
        {"name": "集团总部", "business": "管理各单位"},
        {"name": "机械公司", "aliases": ["机械"], "business": "制造和销售机械"},
        {"name": "物业公司", "business": "物业服务"},
    ],
    "departments": [
        {
            "name": "总经理室",
            "units": ["机械公司", "物业公司"],
            "head": "总经理",
            "roles": [{"name": "总经理", "task": "主持经营"}],
        },
        {
            "name": "客户服务部",
            "aliases": ["客服部"],
            "units": ["机械公司"],
            "parent": "总经理室",
            "head": "客服主任",
            "task": "受理投诉并回访客户",
            "roles": [
                {"name": "客服主任", "aliases": ["客服主管"], "reports_to": "总经理", "task": "管理客户服务部"},
                {"name": "客服专员", "reports_to": "客服主任", "task": "受理客户投诉"},
            ],
        },
        {
            "name": "质量管理部",
            "units": ["机械公司"],
            "head": "质量经理",
            "roles": [{"name": "质量经理", "reports_to": "总经理"}, {"name": "检验员", "reports_to": "质量经理"}],
        },
        {
            "name": "人力资源部",
            "units": ["集团总部"],
            "head": "人力资源经理",
            "roles": [{"name": "人力资源经理"}],
        },
    ],
    "groups": [
        {"name": "全体员工", "everyone": "true", "meaning": "集团各单位的所有员工"},
        {"name": "部门主管", "heads": "true", "aliases": ["部门负责人"]},
        {"name": "客户", "external": "true", "meaning": "购买或者使用产品的单位和个人"},
        {"name": "质检人员", "roles": ["质量经理", "检验员"]},
    ],
}

COMPLAINTS: Data = {
    "title": "客户投诉处理办法",
    "aliases": ["投诉办法"],
    "category": "客户服务",
    "summary": "规定客户投诉的受理、调查、答复和结案，适用于机械公司和物业公司。",
    "owner": "客户服务部",
    "approver": "总经理",
    "version": "2.1",
    "status": "in-force",
    "adopted": "2025-12-15",
    "effective": "2026-01-01",
    "consulted": {"body": "职工代表大会", "on": "2025-12-01"},
    "publicized": {"how": "在公告栏公示", "on": "2025-12-20"},
    "review_by": "2027-01-01",
    "basis": ["消费者权益保护法 第三十九条"],
    "applies_to": ["机械公司", "物业公司"],
    "total_limit": "15 天",
    "chapters": [
        {
            "title": "总则",
            "articles": [
                {
                    "id": "purpose",
                    "kind": "statement",
                    "title": "目的",
                    "text": "为了及时处理投诉，保护客户权益，制定本办法。",
                    "source": ["s1-02.001"],
                },
                {
                    "id": "meaning",
                    "kind": "definition",
                    "title": "投诉的含义",
                    "text": "本办法所称投诉，是指客户以任何方式表示不满意并要求处理的行为。",
                    "source": ["s1-02.002"],
                },
            ],
        },
        {
            "title": "受理和调查",
            "articles": [
                {
                    "id": "register",
                    "kind": "duty",
                    "title": "登记投诉",
                    "who": "客服专员",
                    "when": "接到投诉",
                    "within": "1 个工作日",
                    "text": "客服专员接到投诉后，应当在一个工作日内填写《客户投诉记录表》，并报客服主任。",
                    "form": "客户投诉记录表",
                    "to": "客服主任",
                    "penalty": {
                        "act": "隐瞒不报",
                        "per": "次",
                        "fine": "1000 元",
                        "measures": ["记大过", "通报批评"],
                        "deduct": "全额 当月绩效工资",
                        "decided_by": "人力资源经理",
                    },
                    "source": ["s1-02.010", "s1-02.011"],
                    "items": [
                        {
                            "id": "register-phone",
                            "kind": "duty",
                            "text": "电话投诉的，应当记下来电号码和通话时间；",
                            "source": ["s1-02.012"],
                        },
                        {
                            "id": "register-visit",
                            "kind": "duty",
                            "who": "客服主任",
                            "within": "2 小时",
                            "text": "客户来访的，由客服主任在两小时内接待：",
                            "source": ["s1-02.013"],
                            "items": [
                                {
                                    "id": "register-visit-room",
                                    "kind": "duty",
                                    "text": "在接待室进行；",
                                    "source": ["s1-02.014"],
                                },
                                {
                                    "id": "register-visit-two",
                                    "kind": "standard",
                                    "text": "至少两人在场。",
                                    "limits": [{"of": "在场人数", "at_least": "2 人"}],
                                    "source": ["s1-02.015"],
                                },
                            ],
                        },
                    ],
                },
                {
                    "id": "investigate",
                    "kind": "duty",
                    "title": "调查原因",
                    "who": ["质量管理部", "检验员"],
                    "with": "客服专员",
                    "when": "收到转来的投诉",
                    "within": "3 天",
                    "after": "register",
                    "text": "质量管理部依照{#register}转来的记录，在 3 天内查明原因并填写《不合格品评审单》。",
                    "form": "不合格品评审单",
                    "record": {"name": "调查照片", "keeper": "质量管理部", "retention": "3 年"},
                    "source": ["s1-02.020"],
                },
                {
                    "id": "attitude",
                    "kind": "prohibition",
                    "title": "态度",
                    "who": "全体员工",
                    "text": "任何员工不得推诿、顶撞客户。",
                    "source": ["s1-02.030"],
                },
                {
                    "id": "allow",
                    "kind": "permission",
                    "title": "现场补偿",
                    "who": "客服主任",
                    "text": "客服主任可以当场给予不超过 200 元的补偿。",
                    "limits": [{"of": "当场补偿", "at_most": "200 元"}],
                    "applies_to": ["机械公司"],
                    "adapted": {"law": "消费者权益保护法", "article": "第三十九条", "was": "补偿一律由总经理批准。"},
                    "source": ["s1-02.031"],
                },
                {
                    "id": "visit",
                    "kind": "duty",
                    "title": "每月回访",
                    "who": "客服专员",
                    "every": "每月10日前",
                    "text": "客服专员应当在每月10日前回访上月全部投诉客户。",
                    "reward": {"act": "回访满意率达到 100%", "amount": "200 元", "points": "2", "decided_by": "总经理"},
                    "added": "来源没有写明回访的时间",
                },
                {
                    "id": "meeting",
                    "kind": "duty",
                    "title": "班前检查",
                    "who": "部门主管",
                    "every": "每日",
                    "text": "部门主管每日检查接待记录。",
                    "source": ["s1-02.033"],
                },
            ],
        },
    ],
    "penalties": [
        {
            "id": "late",
            "act": "逾期未处理投诉",
            "breach": ["investigate", "register"],
            "who": "质检人员",
            "per": "逾期天数",
            "tiers": [
                {"from": "1", "below": "4", "fine": "50 元"},
                {"from": "4", "measures": ["书面警告"], "points": "5"},
            ],
            "escalation": [{"times": "3", "within": "12 个月", "to": ["降级"]}],
            "joint": [{"who": "部门主管", "share": "50%"}],
            "decided_by": "人力资源经理",
            "source": ["s1-02.040"],
        },
        {
            "id": "rude",
            "breach": "attitude",
            "who": "全体员工",
            "fine": "50–500 元",
            "by": "情节",
            "compensate": "10 倍 礼品价值",
            "source": ["s1-02.041"],
        },
    ],
    "rewards": [
        {"id": "praise", "act": "客户书面表扬", "who": "全体员工", "amount": "100 元", "source": ["s1-02.042"]}
    ],
    "approvals": [
        {
            "id": "compensation",
            "subject": "投诉补偿",
            "measure": "金额",
            "propose": "客服专员",
            "tiers": [
                {"below": "200 元", "approve": ["客服主任"]},
                {"from": "200 元", "below": "5000 元", "approve": ["客服主任", "总经理"]},
                {"from": "5000 元", "approve": ["总经理", "人力资源经理"]},
            ],
            "separate": ["申请", "审批", "付款"],
            "source": ["s1-02.050"],
        }
    ],
    "procedures": [
        {
            "id": "handling",
            "title": "投诉处理流程",
            "total_limit": "15 天",
            "steps": [
                {"do": "register"},
                {"do": "investigate", "after": "register"},
                {"do": "allow", "after": "investigate", "when": "责任在我方", "within": "1 天"},
                {"do": "visit", "after": ["investigate", "allow"]},
            ],
            "source": ["s1-02.060"],
        }
    ],
    "levels": [
        {
            "id": "grades",
            "scheme": "投诉等级",
            "levels": [
                {"name": "重大", "criterion": "造成人身伤害", "consequence": "立即报总经理", "may_read": ["总经理"]},
                {"name": "一般", "criterion": "其他投诉"},
            ],
            "source": ["s1-02.070"],
        }
    ],
    "terms": [
        {"term": "结案", "aliases": ["办结"], "avoid": ["了结"], "definition": "客户确认满意后归档。", "added": "说明"}
    ],
}

CONDUCT: Data = {
    "title": "员工行为规范",
    "category": "人事",
    "summary": "规定员工上班的基本要求。",
    "owner": "人力资源部",
    "approver": "总经理",
    "version": "1.0",
    "status": "draft",
    "effective": "2026-07-01",
    "numbering": "decimal",
    "chapters": [
        {
            "title": "考勤",
            "articles": [
                {
                    "id": "on-time",
                    "kind": "duty",
                    "title": "准时上班",
                    "who": "全体员工",
                    "every": "每日",
                    "text": "全体员工应当准时上班；处理投诉按照《客户投诉处理办法》和{#complaint-handling/register}。",
                    "added": "示例",
                },
                {
                    "id": "leave",
                    "kind": "duty",
                    "title": "事先请假",
                    "who": "全体员工",
                    "before": "请假",
                    "ahead": "1 天",
                    "text": "全体员工请假的，应当提前 1 天在 ERP 系统提出。",
                    "added": "示例",
                },
            ],
        }
    ],
}

RECORD_FORM: Data = {
    "title": "客户投诉记录表",
    "aliases": ["投诉登记表"],
    "code": "TS-01",
    "version": "1.0",
    "owner": "客户服务部",
    "keeper": "客户服务部",
    "number": "TS-{yyyy}{mm}-{seq:3}",
    "retention": "3 年",
    "purpose": "记录每一件客户投诉的内容、经过和结果。",
    "copies": [
        {"to": "质量管理部", "color": "白", "use": "调查"},
        {"to": "客户服务部", "color": "红"},
    ],
    "sections": [
        {
            "title": "投诉内容",
            "filled_by": "客服专员",
            "fields": [
                {"name": "complainant", "label": "投诉人", "required": "true"},
                {"name": "phone", "label": "电话", "type": "phone", "personal": "回访客户"},
                {"name": "channel", "label": "投诉方式", "type": "choice", "options": ["电话", "邮件", "来访"]},
                {"name": "content", "label": "内容", "type": "paragraph", "lines": "6", "hint": "写明时间和地点"},
                {
                    "name": "actions",
                    "label": "处理过程",
                    "type": "table",
                    "rows": "6",
                    "columns": [{"label": "日期", "type": "date"}, {"label": "经办人"}],
                },
            ],
        }
    ],
    "signatures": [
        {"label": "记录", "who": "客服专员"},
        {"label": "批准", "who": "总经理", "seal": "true", "opinion": "true"},
    ],
    "notes": ["一式两联，由客服专员填写。"],
    "source": ["s1-02.011"],
}

REVIEW_FORM: Data = {
    "title": "不合格品评审单",
    "code": "ZL-01",
    "version": "1.0",
    "owner": "质量管理部",
    "keeper": "质量管理部",
    "retention": "永久",
    "applies_to": ["机械公司"],
    "purpose": "评审不合格品。",
    "sections": [{"fields": [{"name": "cause", "label": "原因", "type": "paragraph"}]}],
    "source": ["s1-02.020"],
}

SAMPLE: Data = {
    "settings": SETTINGS,
    "organization": [ORGANIZATION],
    "policies": {"complaint-handling": COMPLAINTS, "conduct": CONDUCT},
    "forms": {"complaint-record": RECORD_FORM, "nonconformity-review": REVIEW_FORM},
    "terms": [
        {"term": "工作日", "definition": "按照国家规定应当上班的日子。", "added": "统一起算"},
        {"term": "投诉", "avoid": ["报诉"], "definition": "客户表示不满意并要求处理的行为。", "source": ["s1-02.002"]},
        {"term": "ERP 系统", "aliases": ["ERP"], "definition": "企业资源计划系统。", "added": "解释缩写"},
    ],
    "laws": [{"name": "消费者权益保护法", "title": "中华人民共和国消费者权益保护法", "version": "2013-10-25"}],
    "measures": [
        {"name": "通报批评"},
        {"name": "书面警告"},
        {"name": "记大过"},
        {"name": "降级"},
        {"name": "辞退", "aliases": ["开除"], "ends_employment": "true"},
    ],
    "sources": [{"id": "s1-02", "title": "客户投诉管理", "paragraphs": "70"}],
}


def written(data: Data) -> model.Written:
    """The data of a handbook, each part in its type."""
    return model.Written(
        settings=model.Settings.model_validate(data["settings"]),
        organization=tuple(model.Organization.model_validate(file) for file in data["organization"]),
        policies={key: model.Policy.model_validate(policy) for key, policy in data["policies"].items()},
        forms={key: model.Form.model_validate(form) for key, form in data["forms"].items()},
        terms=tuple(model.Term.model_validate(term) for term in data["terms"]),
        laws=tuple(model.Law.model_validate(law) for law in data["laws"]),
        measures=tuple(model.Measure.model_validate(measure) for measure in data["measures"]),
        sources=tuple(model.Source.model_validate(source) for source in data["sources"]),
    )


def sample(change: Callable[[Data], None] = lambda _: None) -> Handbook:
    """The linked sample, after `change` has had its way with a copy of the data."""
    data = deepcopy(SAMPLE)
    change(data)
    return link(written(data)).handbook
