"""What Chinese labour and data law does not allow, written into the handbook as companies write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from tests.mutation.book import Book, Clause
from tests.mutation.fault import Fault, Kind, kind

_CLAUSES: dict[str, tuple[str, tuple[str, ...]]] = {
    "papers withheld": (
        "L003 L004",
        (
            "员工入职时应当将身份证原件和毕业证书原件交人事部门保管，离职时退还。",
            "新员工报到时应当缴纳 500 元押金，离职办清手续后退还。",
            "员工应当在入职当日交纳工装押金 300 元。",
            "公司扣留员工的身份证至试用期满。",
        ),
    ),
    "resignation needs approval": (
        "L011 L012 L014",
        (
            "员工辞职应当经部门主管批准，未经批准不得离职。",
            "员工提出辞职的，应当提前 60 天书面申请，经总经理同意后方可离职。",
            "试用期员工辞职应当提前 30 天提出。",
            "员工辞职未获公司批准而离开的，按自动离职处理，不发当月工资。",
        ),
    ),
    "damages for leaving": (
        "L016",
        (
            "员工在合同期内提前离职的，应当向公司支付违约金 5000 元。",
            "劳动合同期限未满而辞职的员工，应当支付相当于两个月工资的违约金。",
        ),
    ),
    "non-compete too long": (
        "L017",
        (
            "员工离职后 3 年内不得到与公司有竞争关系的单位任职。",
            "销售人员离职后 5 年内不得从事同类业务，公司不支付补偿。",
        ),
    ),
    "probation too long": (
        "L008 L009",
        (
            "新员工的试用期为 6 个月，劳动合同期限为 1 年。",
            "劳动合同期限为两年的，试用期为 3 个月。",
            "试用期满考核不合格的，可以延长试用期 3 个月。",
        ),
    ),
    "probation underpaid": (
        "L010",
        (
            "试用期工资为转正工资的 60%。",
            "员工试用期内不发工资，只发生活补助。",
            "试用期间工资按同岗位最低档工资的 70% 发放。",
        ),
    ),
    "no contract for probation": (
        "L007",
        ("试用期合格后，公司再与员工签订劳动合同。", "员工入职满 3 个月后，公司与其签订劳动合同。"),
    ),
    "insurance renounced": (
        "L007",
        ("试用期内公司不为员工缴纳社会保险。", "员工可以书面声明自愿放弃社会保险，由公司发给补贴。"),
    ),
    "deduction too high": (
        "L023",
        (
            "员工造成损失的，公司每月从其工资中扣除 50%，直至扣清为止。",
            "赔偿款从责任人当月工资中全额扣除。",
            "因本人原因造成经济损失的，每月扣除当月工资的 30%。",
        ),
    ),
    "absence fined beyond wage": (
        "L026",
        (
            "员工旷工 1 天扣发 3 天工资。",
            "旷工半天的扣 2 天工资，旷工一天的扣 4 天工资。",
            "无故缺勤的，按缺勤时间工资的 3 倍扣款。",
        ),
    ),
    "overtime underpaid": (
        "L022",
        (
            "休息日加班的，按工资的 100% 支付加班费。",
            "法定节假日加班的，公司按工资的 200% 支付加班工资。",
            "平时延长工作时间的，按工资的 100% 计发加班费。",
            "加班一律安排调休，不支付加班费，包括法定节假日加班。",
        ),
    ),
    "too much overtime": (
        "L021",
        (
            "员工每月加班时间不得超过 60 小时。",
            "生产旺季员工每日加班不超过 5 小时。",
        ),
    ),
    "working hours too long": (
        "L019 L020",
        (
            "员工每日工作 10 小时，每周工作 6 天。",
            "销售旺季员工每周工作 7 天，不安排休息。",
            "员工每月休息 2 天，每日工作 9 小时。",
        ),
    ),
    "annual leave void": (
        "L028 L029",
        (
            "年休假应当在当年休完，逾期未休的视为自动放弃，不予补偿。",
            "员工当年未休的年休假作废。",
            "员工工作满 3 年后享受年休假 5 天。",
            "累计工作满 10 年的员工，年休假为 5 天。",
        ),
    ),
    "maternity too short": (
        "L030",
        ("女员工产假为 90 天。", "女员工生育享受产假 60 天，超过的按事假处理。"),
    ),
    "protected women dismissed": (
        "L006 L015",
        (
            "女员工在入职 3 年内不得怀孕，违者予以辞退。",
            "女员工怀孕后不能胜任岗位的，公司可以解除劳动合同。",
            "员工在入职两年内不得结婚。",
        ),
    ),
    "sick dismissed": (
        "L015",
        ("员工患病请假超过 10 天的，公司可以解除劳动合同。", "员工因工负伤丧失劳动能力的，公司予以辞退。"),
    ),
    "dismissal at will": (
        "L013",
        (
            "公司可以随时解除员工的劳动合同，不说明理由。",
            "连续两次考核末位的员工，公司直接辞退。",
            "公司可以根据经营需要随时辞退员工，不支付补偿。",
        ),
    ),
    "exit pay withheld": (
        "L018 L024",
        (
            "员工离职的，最后一个月工资在 3 个月后发放。",
            "未办清离职手续的，公司不发工资，也不出具离职证明。",
            "自动离职的员工，当月工资不予发放。",
            "员工离职时不予结算未发的提成。",
        ),
    ),
    "papers at exit withheld": (
        "L018",
        ("离职员工没有交清欠款以前，公司不为其办理社会保险转移手续和离职证明。",),
    ),
    "accident disclaimed": (
        "L039",
        ("员工在工作中因自身原因发生工伤的，公司概不负责。", "外出途中发生的人身伤害，后果由员工自负，与公司无关。"),
    ),
    "wage below minimum": (
        "L023 L024",
        ("扣款后的工资可以低于当地最低工资标准。", "未完成任务的员工，当月工资为零。"),
    ),
    "cameras in private rooms": (
        "L033 L035",
        (
            "公司在更衣室和宿舍内安装监控摄像头，由行政人员查看。",
            "公司在办公区安装摄像头采集员工的人脸信息，不另行告知。",
        ),
    ),
    "personal data without consent": (
        "L033 L034 L040",
        (
            "公司可以将员工的个人信息提供给合作单位，无须征得本人同意。",
            "公司可以查看员工私人手机中的聊天记录和照片。",
            "公司收集客户的身份证号码和人脸信息后永久保存。",
            "公司可以向第三方提供客户的电话和住址，用于推广。",
        ),
    ),
    "state secret marks": (
        "L037",
        (
            "公司的经营文件分为绝密、机密、秘密三级，由总经理室标注。",
            "客户资料属于机密文件，封面应当标注“机密”字样。",
        ),
    ),
    "vouchers destroyed early": (
        "L038",
        (
            "会计凭证保存 5 年，期满后由财务部销毁。",
            "发票存根和登记簿保存 2 年。",
            "会计账簿的保管期限为 10 年。",
        ),
    ),
    "discrimination": (
        "L005 L006",
        ("招聘岗位限男性，已婚未育的女性不予录用。", "乙肝病毒携带者不得录用。"),
    ),
    "body search": (
        "L036",
        ("下班时员工应当接受秩序维护员的搜身和搜包检查。",),
    ),
    "changed without consultation": (
        "L001 L041",
        ("公司有权随时修改本办法，修改后立即生效，不另行通知。", "本办法由公司单方制定和修改，员工不得提出异议。"),
    ),
    "papers and money": (
        "L003 L004",
        (
            "新员工报到时须上交毕业证原件，由人事行政部统一保管，离职时归还。",
            "公司有权暂时保管员工的职业资格证书原件。",
            "员工入职须缴纳服装费 300 元，工作满一年后退还。",
        ),
    ),
    "unequal hiring": (
        "L005",
        (
            "本岗位只招男性。",
            "同等条件下优先录用男性。",
            "应聘者年龄须在 35 岁以下。",
        ),
    ),
    "insurance late": (
        "L007",
        (
            "员工转正满半年后，公司为其缴纳住房公积金和社会保险。",
            "公司不为兼职和试用人员办理五险。",
            "劳动合同自入职之日起两个月内签订。",
        ),
    ),
    "probation in disguise": (
        "L008 L009 L010",
        (
            "签订三年以下劳动合同的员工，试用期为 6 个月。",
            "非全日制员工试用期为 15 天。",
            "试用期未达标者，试用期延期两个月。",
            "新员工试用期发放基本工资的六成。",
        ),
    ),
    "leaving refused": (
        "L012",
        (
            "公司有权不批准员工的辞职申请。",
            "核心岗位员工在项目结束前不得辞职。",
        ),
    ),
    "dismissal by rank": (
        "L013",
        (
            "年度考核排名最后 5% 的员工予以淘汰。",
            "公司因经营需要可以辞退员工，无需提前通知。",
        ),
    ),
    "taken for leaving": (
        "L014",
        (
            "连续旷工 5 天视同自愿解除劳动合同。",
            "旷工三日以上的按自动离职处理。",
        ),
    ),
    "ill dismissed": (
        "L015",
        (
            "员工因病请假超过一个月的，公司可以解除劳动合同。",
            "女职工哺乳期内合同到期的，公司不再续签，劳动合同终止。",
        ),
    ),
    "costs of leaving": (
        "L016",
        (
            "提前离职的，按剩余月数每月赔偿 500 元。",
            "员工擅自离职的，应当向公司支付相当于三个月工资的赔偿金。",
        ),
    ),
    "competition for nothing": (
        "L017",
        (
            "竞业限制期间公司不支付经济补偿。",
            "竞业限制的补偿已包含在在职期间的工资中。",
        ),
    ),
    "last pay kept": (
        "L018",
        (
            "未办妥交接的，暂扣最后一个月工资。",
            "离职人员的档案在 3 个月后转出。",
        ),
    ),
    "overtime for nothing": (
        "L022",
        (
            "延长工作时间的，按小时工资的 120% 支付报酬。",
            "员工加班视为自愿奉献，不支付报酬。",
            "周六加班的，按平时工资发放。",
        ),
    ),
    "wages kept back": (
        "L024",
        (
            "公司经营困难时可以拖欠工资。",
            "未交工作日志的，当月工资不予发放。",
        ),
    ),
    "leave unpaid": (
        "L029 L031",
        (
            "未在当年内使用的年休假不予保留，也不支付报酬。",
            "员工休产假的，仅发放生活费 500 元。",
        ),
    ),
    "data given away": (
        "L034 L040",
        (
            "业务员可以把客户名单出售给合作伙伴。",
            "公司可以公示员工的身份证号码和家庭住址。",
            "应聘者的简历无限期留存。",
        ),
    ),
    "accident at own cost": (
        "L039",
        (
            "试用期内发生工伤，一切费用自理。",
            "工伤由员工自行承担责任。",
        ),
    ),
    "no say": (
        "L041",
        (
            "员工对处罚决定不得申诉。",
            "本制度由公司单方解释和修改。",
        ),
    ),
}


def _unlawful(texts: tuple[str, ...]) -> Callable[[Book, Random], Iterator[Fault]]:
    def make(book: Book, chance: Random) -> Iterator[Fault]:
        for policy in book.policies:
            for article in policy.articles:
                if not article.thing.node.flow_style and "added" not in article.thing:
                    yield _inserted(article, chance.choice(texts))

    return make


def _inserted(article: Clause, text: str) -> Fault:
    new = article.thing.followed_by(
        "id: house-rule",
        f"kind: {'duty' if '应当' in text else 'prohibition' if '不得' in text else 'standard'}",
        "who: 全体员工",
        f"text: {text}",
        *_fields(text),
        "added: 补充说明。",
    )
    return Fault((new,), "", text)


def _fields(text: str) -> Iterator[str]:
    """Fields for the figures of the text, so that nothing but the law is against it."""
    found = re.findall(r"(\d+) ?(天|个月|年|元|%|小时|倍)", text)
    if found:
        yield "limits:"
        for position, (number, unit) in enumerate(found):
            figure = f"{number} {unit}".replace(" %", "%")
            yield f"  - {{of: 本条所定的数量{position}, exactly: {figure}}}"


_MONTHS = ("3 个月", "4 个月", "6 个月", "8 个月")


def probation_prolonged(book: Book, chance: Random) -> Iterator[Fault]:
    """The trial period of the handbook becomes longer than the contract allows, in field and text."""
    for clause in book.clauses:
        for limit in clause.thing.things("limits"):
            word = limit.word("exactly") or limit.word("at_most")
            if word and "试用期" in limit.get("of") and word.text.endswith("个月"):
                # A contract without end allows six months.
                months = _MONTHS[-1:] if "没有固定期限" in clause.text.text else _MONTHS
                for longer in (one for one in months if one > word.text):
                    for edit in clause.text.swapped(word.text, longer):
                        yield Fault((edit, word.edit(longer)), word.text, longer)


def contract_shortened(book: Book, chance: Random) -> Iterator[Fault]:
    """The contract becomes too short for its trial period, in field and text."""
    for clause in book.clauses:
        if "试用期" not in clause.text.text:
            continue
        for limit in clause.thing.things("limits"):
            word = limit.word("at_least")
            if word and "劳动合同" in limit.get("of") and word.text == "1 年":
                for shorter in ("6 个月", "3 个月", "8 个月"):
                    for edit in clause.text.swapped(word.text, shorter):
                        yield Fault((edit, word.edit(shorter)), word.text, shorter)


def deduction_raised(book: Book, chance: Random) -> Iterator[Fault]:
    """20 % of the wage becomes more, in field and text."""
    for clause in book.clauses:
        for limit in clause.thing.things("limits"):
            word = limit.word("at_most")
            if word and word.text == "20%" and "工资" in limit.get("of"):
                for more in ("30%", "50%", "40%", "25%"):
                    for edit in clause.text.swapped("20%", more):
                        yield Fault((edit, word.edit(more)), "20%", more)


def weekly_rest_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        yield from clause.text.swap("每周至少休息 1 天", "每月至少休息 1 天")


def vouchers_kept_too_short(book: Book, chance: Random) -> Iterator[Fault]:
    """A form that proves what is booked, paid or owed is kept for less than the law asks: 30 years, 10 for balances."""
    for form in book.forms:
        said = form.get("title") + form.get("purpose")
        if not re.search("账|款|支付|转账|报销|开票|入库", said):
            continue
        for word in form.words("retention"):
            if word.text == "30 年":
                yield word.becomes(chance.choice(["3 年", "5 年"] if "余额" in said else ["3 年", "5 年", "10 年"]))


def retention_of_personal_data_without_end(book: Book, chance: Random) -> Iterator[Fault]:
    """A form with personal data is kept for ever."""
    for form in book.forms:
        personal = any("personal" in f for section in form.things("sections") for f in section.things("fields"))
        for word in form.words("retention"):
            if personal and word.text != "永久":
                yield word.becomes("永久")


KINDS: tuple[Kind, ...] = (
    *(
        Kind(f"law-{name.replace(' ', '-')}", _unlawful(texts), frozenset(codes.split()), f"Against the law: {name}.")
        for name, (codes, texts) in _CLAUSES.items()
    ),
    kind(probation_prolonged, "L008", "A trial period longer than the contract allows."),
    kind(contract_shortened, "L008", "A contract too short for its trial period."),
    kind(deduction_raised, "L023", "More than 20 % of a wage is deducted."),
    kind(weekly_rest_deleted, "L020", "A week without a day of rest."),
    kind(vouchers_kept_too_short, "L038", "A voucher is kept for less than 30 years."),
    kind(retention_of_personal_data_without_end, "F028 L034", "Personal data are kept for ever."),
)
