"""What a labour lawyer would mark in a handbook, and what he would leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.rules.law_cn.passages import passages_of
from tests.project import checked, rules_of

RULES = tuple(rule for rule in rules_of("L") if rule.code != "L001")
"""All but the one that every policy in force asks for the record of its making."""

FIRST_LINE = 4
"""Where the first article stands, below `chapters:`, its title and `articles:`."""


def told(tmp_path: Path, *texts: str) -> dict[str, list[str]]:
    """The codes that are told of each text, every one an article of its own."""
    articles = [f"- {{id: a{n}, kind: statement, text: '{text}', added: 例}}" for n, text in enumerate(texts)]
    result = checked(tmp_path, rules=RULES, articles="\n".join(articles))
    codes: dict[str, list[str]] = {text: [] for text in texts}
    for found in result.diagnostics:
        codes[texts[found.place.line - FIRST_LINE]].append(found.code)
    return codes


BREACHES = {
    "L003": ["入职员工的身份证由人事部扣押。", "员工将毕业证原件交公司保管。", "试用期员工须质押驾驶证。"],
    "L004": [
        "新员工入职时缴纳保证金 500 元。",
        "工服押金从首月发放的现金中扣。",
        "录用前须提供担保人两名。",
        "上岗前收取岗位风险金。",
    ],
    "L005": [
        "前台岗位招聘，女性优先。",
        "应聘人员须为男性。",
        "公司不招收外地户口的员工。",
        "录用人员不得有残疾，残疾的不予录用。",
    ],
    "L006": ["合同期内不得结婚。", "女员工承诺三年内不生育。", "入职体检含孕检。"],
    "L007": [
        "试用期满后再签订劳动合同。",
        "试用期不缴纳社会保险。",
        "员工入职后 3 个月内签订劳动合同。",
        "员工自愿放弃社保的，写书面声明。",
    ],
    "L008": [
        "试用期为半年，劳动合同期限为二年。",
        "劳动合同期限三个月以上不满一年的，试用期为二个月。",
        "试用期一般为 7 个月。",
        "新员工有 4 个月的试用期。",
        "劳动合同期限为 1 年的，试用期为 90 天。",
        "试用期最长 1 年。",
    ],
    "L009": ["试用期可以延长一个月。", "续签合同的员工重新试用。", "公司视情况顺延试用期。"],
    "L010": ["试用期工资按转正工资的百分之七十发放。", "试岗三天不计薪。"],
    "L011": [
        "员工离职须提前两个月提出申请。",
        "部门经理辞职，应提前 45 日书面通知。",
        "试用期内辞职的，提前 7 天通知公司。",
    ],
    "L012": ["未经批准不得辞职。", "员工递交辞呈后，由部门经理同意方为有效。", "办完全部手续后方能离职。"],
    "L013": ["实行末位淘汰制。", "连续两个季度排名末位的，予以解聘。", "公司有权无条件辞退员工。"],
    "L014": ["旷工三日以上的，视为自动离职。", "偷窃公司财物的，立即除名。"],
    "L015": ["员工患病住院超过一个月的，公司解除劳动合同。", "哺乳期的女员工予以降级。"],
    "L016": ["员工违反劳动合同的，支付违约金 5000 元。", "未提前通知离职的，赔偿公司一个月工资。"],
    "L017": ["离职后三年内不得到有竞争关系的单位工作。"],
    "L018": [
        "社会保险关系在员工离职后 30 日内转移。",
        "未交接的员工，公司暂缓办理离职手续。",
        "员工辞职的，工资三个月后结清。",
    ],
    "L019": ["每周工作时间为 48 小时。", "员工每日上班 10 小时。", "上班时间为 8:30-12:00，13:00-18:30。"],
    "L020": ["旺季不安排休息。", "员工连续工作 10 天后轮休。", "每月休息 3 天。"],
    "L021": ["每日加班最多 4 小时。", "员工必须服从加班安排。"],
    "L022": ["加班费按基本工资的 1.2 倍计算。", "法定节假日加班，按日工资的 200% 计发。", "周末实行义务加班。"],
    "L023": [
        "违规的扣当月工资。",
        "扣罚一个月工资。",
        "每月从工资中扣除 50% 抵偿损失。",
        "设备损坏的，赔偿款在工资中直接扣除。",
    ],
    "L024": ["停发本月工资。"],
    "L025": ["工资按季度结算。", "公司押一个月工资。"],
    "L026": ["旷工半天扣一天工资。", "旷工一日扣发三日工资。", "旷工按日工资的三倍扣款。", "迟到 30 分钟扣半天工资。"],
    "L028": ["工作满一年的员工享受年休假 3 天。", "累计工作已满 20 年的，年休假 12 天。"],
    "L029": ["年假逾期未休的视为自动放弃。", "年休假当年有效，过期清零。"],
    "L030": ["产假为三个月。", "女职工享受 60 天产假。"],
    "L031": ["病假期间停发工资。", "丧假无薪。", "产假期间扣除工资。"],
    "L032": ["劳动节放假 1 天。", "元旦放假1天，春节放假3天，国庆放假3天。"],
    "L033": ["客服人员登记客户的病史。", "公司采用人脸识别考勤。"],
    "L034": ["客户的身份证复印件长期保存。"],
    "L035": ["公司在仓库安装监控摄像头。", "宿舍内设置摄像头。"],
    "L036": ["保安有权搜身。", "门卫应当对员工出入携带的个人物品检查，检查下班人员的包。"],
    "L037": ["配方属于公司机密。", "文件的密级分为机密和内部两类。", "绝密资料由总经理保管。"],
    "L038": ["工资发放表保存一年。", "记账凭证保管 15 年。"],
    "L039": ["因工受伤的，公司概不负责。"],
    "L040": [
        "公司可以将客户信息出售给合作伙伴。",
        "公司可以查看员工的微信。",
        "公司可以向第三方提供业主的电话，无须本人同意。",
    ],
    "L041": ["公司有权随时调整本制度。", "员工对扣款不得有异议。"],
}


@pytest.mark.parametrize("code", BREACHES)
def test_breaches_are_told(tmp_path: Path, code: str) -> None:
    assert told(tmp_path, *BREACHES[code]) == {text: [code] for text in BREACHES[code]}


LAWFUL = {
    "the law restated": [
        "公司不得扣押员工的居民身份证和其他证件，不得要求员工提供担保或者以其他名义收取财物。",
        "劳动合同期限三个月以上不满一年的，试用期不得超过一个月；劳动合同期限一年以上不满三年的，试用期不得超过二个月；"
        "三年以上固定期限和无固定期限的劳动合同，试用期不得超过六个月。",
        "以完成一定工作任务为期限的劳动合同或者劳动合同期限不满三个月的，不得约定试用期。",
        "试用期工资不得低于劳动合同约定工资的百分之八十。",
        "员工提前三十日以书面形式通知公司，试用期内提前三日通知公司，可以解除劳动合同。",
        "公司提前六十日书面通知员工是否续签，员工不愿续签的办理离职。",
        "女职工在孕期、产期、哺乳期的，公司不得解除劳动合同。",
        "员工患病，在规定的医疗期满后不能从事原工作的，公司提前三十日书面通知后可以解除劳动合同。",
        "公司不得与员工约定违约金。",
        "高级管理人员的竞业限制期限不超过二年，公司按月给予经济补偿。",
        "公司应当在解除劳动合同时出具证明，并在十五日内办理档案和社会保险关系转移手续。",
        "员工每日工作 8 小时，每周工作 40 小时。",
        "延长工作时间每日不得超过三小时，每月不得超过三十六小时。",
        "安排员工延长工作时间的，支付不低于工资的百分之一百五十的工资报酬。",
        "休息日安排工作又不能补休的，支付不低于工资的 200% 的加班工资；"
        "法定休假日加班的，支付不低于工资的 300% 的报酬。",
        "每月扣除的部分不得超过当月工资的 20%，余额不得低于当地最低工资标准。",
        "累计工作已满 1 年不满 10 年的，年休假 5 天；已满 10 年不满 20 年的，年休假 10 天；"
        "已满 20 年的，年休假 15 天。",
        "女职工生育享受 98 天产假，其中产前可以休假 15 天；难产的，增加产假 15 天。",
        "怀孕未满 4 个月流产的，享受 15 天产假。",
        "春节放假 4 天，劳动节放假 2 天，国庆节放假 3 天。",
        "婚假期间不扣除薪资。",
        "绝密级国家秘密泄露会使国家安全遭受特别严重的损害。",
        "不属于国家秘密的文件，不得标注机密或者绝密。",
        "招用人员，不得以是传染病病原携带者为由拒绝录用。",
        "公司不得因员工结婚、怀孕、生育辞退女职工。",
        "已开具的发票存根联保存五年。",
        "公司不得搜查员工的身体和随身物品。",
    ],
    "other people and things": [
        "销售顾问收取客户定金后，应当于当日交财务部。",
        "客户的押金在退租时凭收据退还。",
        "供应商在合同签订时交纳保证金。",
        "业务员带客户试乘试驾，并查验驾驶证。",
        "商品的试用期为 30 天，客户不满意的可以退货。",
        "客户违约的，按照合同支付违约金。",
        "设备每天工作时间不超过 16 小时。",
        "门店营业时间为 9:00—21:00。",
        "客服热线全年无休。",
        "车辆合格证由财务部统一保管。",
        "会员卡逾期的，积分清零。",
        "员工不得泄露公司的商业秘密。",
        "不得泄露任何商业机密。",
        "食堂员工办理健康证。",
        "公司对项目进度进行监控。",
        "仓库配备符合标准的安全监控设备。",
        "安全员每周检查消防设施和灭火器箱。",
        "私自外出发生意外的，后果自负。",
        "发票专用章由财务部保管，使用后 1 日内归还。",
    ],
    "lawful practice": [
        "员工辞职的，公司收到通知后安排工作交接。",
        "辞退员工须经总经理批准，并事先将理由通知工会。",
        "离职员工在 3 日内交还工牌。",
        "试用期满前 5 天，部门经理组织转正考核。",
        "试用期内累计销售 5 台的，可以申请转正。",
        "新员工试用期满 3 个月后参加培训，劳动合同期限为 3 年。",
        "年休假应当提前 3 天申请。",
        "申请产假的，提前 30 天提交证明。",
        "旷工一天，扣一天工资。",
        "旷工期间不发工资。",
        "迟到 4 小时以上的，扣半天工资。",
        "扣发当月绩效工资的 50%。",
        "逾期未交的，当月提成并入下月工资结算。",
        "年终奖每年发放一次。",
        "加班应当事先申请，未经批准的不支付加班费。",
        "加班超过 2 小时的，发给餐补。",
        "绩效考核末位的员工参加培训。",
        "招聘业务员，男女不限。",
        "员工入职当天签订劳动合同，并在 30 日内办理社会保险登记。",
        "入职时查验身份证原件，留存复印件。",
        "每周工作五天，每天工作 8 小时。",
        "上班时间为 8:30-12:00，13:30-18:00。",
        "每周至少休息 1 天，每月休息不少于 4 天。",
        "值班期间不得休息。",
        "周六、周日不允许休息，周一至周五轮休一天。",
        "指纹只用于核对出勤，登记前取得本人单独同意。",
        "大门安装监控摄像头，并设置显著的提示标识。",
        "员工离职时，公司一次付清工资。",
        "员工对考核结果有异议的，可以申诉。",
        "公司取得本人单独同意后，将员工的电话提供给合作单位。",
        "客服专员向客户提供公司的联系电话。",
        "培训费用 1 万元以上的，服务期为 3 年，违约金不超过未履行部分应当分摊的培训费用。",
    ],
}


@pytest.mark.parametrize("kind", LAWFUL)
def test_what_is_right_is_left_alone(tmp_path: Path, kind: str) -> None:
    assert {text: codes for text, codes in told(tmp_path, *LAWFUL[kind]).items() if codes} == {}


@pytest.mark.parametrize(
    ("title", "purpose", "kept", "found"),
    [
        ("资金支付申请单", "申请一笔付款。", "10 年", ["L038 10 年"]),
        ("资金支付申请单", "申请一笔付款。", "30 年", []),
        ("商品入库单", "验收后入库。", "5 年", ["L038 5 年"]),
        ("档案入库单", "移交后入库。", "5 年", []),
        ("开票证明单", "审核后开票。", "3 年", ["L038 3 年"]),
        ("银行余额调整表", "核对银行存款。", "5 年", ["L038 5 年"]),
        ("银行余额调整表", "核对银行存款。", "10 年", []),
        ("客户评价表", "评审客户的付款和诚信。", "5 年", []),
    ],
)
def test_forms_that_are_paid_or_booked_by_are_kept_like_vouchers(
    tmp_path: Path, title: str, purpose: str, kept: str, found: list[str]
) -> None:
    form = f"title: {title}\npurpose: {purpose}\nretention: {kept}\n"
    told = checked(tmp_path, rules=RULES, form=form).told
    assert [one for one in told if one.startswith("L038")] == found


# --- where it stands -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("bound", ["exactly", "at_least", "over", "at_most"])
def test_a_figure_in_a_field_is_judged_like_one_in_a_text(tmp_path: Path, bound: str) -> None:
    article = f"""\
    - id: probation
      kind: statement
      text: 试用期为 2 个月，劳动合同期限为 1 年。
      limits: [{{of: 试用期, {bound}: 3 个月}}, {{of: 劳动合同期限, at_least: 1 年}}]
      added: 例
    """
    assert checked(tmp_path, rules=RULES, articles=article).told == ["L008 3 个月"]


def test_a_field_that_excludes_its_figure_is_judged_too(tmp_path: Path) -> None:
    limits = "limits: [{of: 每月扣除占当月工资的比例, under: 60%}]"
    article = f"    - {{id: deduction, kind: statement, text: 按照约定扣除。, {limits}, added: 例}}\n"
    assert checked(tmp_path, rules=RULES, articles=article).told == ["L023 60%"]


def test_text_and_field_that_say_the_same_are_told_once(tmp_path: Path) -> None:
    article = """\
    - id: probation
      kind: statement
      text: 试用期为 3 个月，劳动合同期限为 1 年。
      limits: [{of: 试用期, exactly: 3 个月}]
      added: 例
    """
    assert checked(tmp_path, rules=RULES, articles=article).told == ["L008 3 个月"]


def test_an_item_is_denied_by_what_introduces_it(tmp_path: Path) -> None:
    article = """\
    - id: hiring
      kind: prohibition
      who: 客服主任
      text: 公司招用员工，不得有下列行为：
      added: 例
      items:
        - {id: papers, kind: prohibition, text: 扣押员工的身份证；}
        - {id: money, kind: prohibition, text: 向员工收取押金。}
    """
    assert checked(tmp_path, rules=RULES, articles=article).told == []


def test_an_earlier_prohibition_does_not_excuse_what_follows(tmp_path: Path) -> None:
    text = "新员工不得迟到，入职时交纳押金 500 元。"
    assert told(tmp_path, text) == {text: ["L004"]}


def test_a_limit_anywhere_in_the_policy_limits_its_deductions(tmp_path: Path) -> None:
    article = "- {{id: a, kind: statement, text: 损坏公物的，赔偿款从工资中扣除。, added: 例}}\n{}"
    assert checked(tmp_path, rules=RULES, articles=article.format("")).told == ["L023 赔偿款从工资中扣除"]
    limit = "- {id: b, kind: statement, text: 每月扣除不得超过当月工资的 20%。, added: 例}\n"
    assert checked(tmp_path, rules=RULES, articles=article.format(limit)).told == []


def test_a_limit_may_be_cited_from_another_policy(tmp_path: Path) -> None:
    other = """\
title: 另一办法
category: 客户服务
summary: 例
owner: 客户服务部
approver: 总经理
version: "1.0"
status: draft
effective: 2026-01-01
applies_to: [示例公司]
chapters:
  - title: 总则
    articles:
      - {id: most, kind: statement, text: 每月扣除不得超过当月工资的 20%。, added: 例}
"""
    article = "- {id: a, kind: statement, text: '损坏公物的，赔偿款从工资中扣除，适用{#other/most}。', added: 例}"
    raw = {"handbook/source/policies/other.yml": other}
    assert checked(tmp_path, rules=RULES, articles=article, raw=raw).told == []


def test_a_repealed_policy_is_left_alone(tmp_path: Path) -> None:
    policy = """\
    status: repealed
    chapters:
      - title: 总则
        articles: [{id: a, kind: statement, text: 实行末位淘汰制。, added: 例}]
    """
    assert checked(tmp_path, rules=RULES, policy=policy).told == []


def test_the_words_of_a_rule_can_be_changed(tmp_path: Path) -> None:
    text = "- {id: a, kind: statement, text: 连续迟到的，予以清退。, added: 例}"
    assert checked(tmp_path, rules=RULES, articles=text).told == []
    settings = "rules: [{rule: L014, words: [清退]}]"
    assert checked(tmp_path, rules=RULES, articles=text, settings=settings).told == ["L014 清退"]


# --- how a policy came about -----------------------------------------------------------------------------------------

CONSULTED = "consulted: {body: 工会, on: 2025-12-01}\n"
PUBLICIZED = "publicized: {how: 在公告栏公示, on: 2025-12-20}\n"
RECORD = rules_of("L")[:2]


@pytest.mark.parametrize(
    ("record", "variant"),
    [("", [""]), (CONSULTED, ["publicized"]), (PUBLICIZED, ["consulted"]), (CONSULTED + PUBLICIZED, [])],
)
def test_a_policy_that_touches_employees_says_how_it_came_about(
    tmp_path: Path, record: str, variant: list[str]
) -> None:
    policy = f"effective: 2026-01-01\n{record}"
    result = checked(tmp_path, rules=RECORD, policy=policy)
    assert [found.variant for found in result.diagnostics] == variant
    assert {found.place.line for found in result.diagnostics} <= {1}


def test_a_draft_need_not_have_been_discussed_yet(tmp_path: Path) -> None:
    assert checked(tmp_path, rules=RECORD, policy="status: draft").told == []


def test_a_policy_about_other_things_need_no_record(tmp_path: Path) -> None:
    article = "- {id: a, kind: statement, text: 客户投诉记录保存 3 年。, added: 例}"
    assert checked(tmp_path, rules=RECORD, articles=article).told == []


def test_the_record_comes_before_what_it_is_for(tmp_path: Path) -> None:
    policy = "adopted: 2025-12-15\nconsulted: {body: 工会, on: 2025-12-16}\npublicized: {how: 公示, on: 2026-01-02}\n"
    assert checked(tmp_path, rules=RECORD, policy=policy).told == ["L002 2025-12-16", "L002 2026-01-02"]


def test_fines_are_told_once_a_handbook(tmp_path: Path) -> None:
    articles = """\
    - {id: a, kind: prohibition, who: 客服专员, text: 不得迟到。, penalty: {act: 迟到, fine: 20 元}, added: 例}
    - {id: b, kind: prohibition, who: 客服专员, text: 不得早退。, penalty: {act: 早退, fine: 20 元}, added: 例}
    """
    assert checked(tmp_path, rules=RULES, articles=articles).told == ["L027 制度汇编"]


def test_words_are_found_in_the_passages_they_stand_in(tmp_path: Path) -> None:
    articles = """\
    - {id: a, kind: statement, text: 甲押金乙押金, added: 例}
    - {id: b, kind: statement, text: 丙, added: 例}
    - {id: c, kind: statement, text: 押金丁证件, added: 例}
    """
    passages = passages_of(checked(tmp_path, articles=articles).handbook)
    assert [one.text for one in passages.having("押金", "证件")] == ["甲押金乙押金", "押金丁证件"]
    assert list(passages.having("没有的词")) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("L003", "新员工报到时须上交毕业证原件，由人事行政部统一保管，离职时归还。"),
        ("L004", "员工入职须缴纳服装费 300 元，工作满一年后退还。"),
        ("L007", "员工转正满半年后，公司为其缴纳住房公积金和社会保险。"),
        ("L008", "非全日制员工试用期为 15 天。"),
        ("L012", "公司有权不批准员工的辞职申请。"),
        ("L013", "公司因经营需要可以辞退员工，无需提前通知。"),
        ("L014", "连续旷工 5 天视同自愿解除劳动合同。"),
        ("L015", "员工因病请假超过一个月的，公司可以解除劳动合同。"),
        ("L016", "提前离职的，按剩余月数每月赔偿 500 元。"),
        ("L017", "竞业限制期间公司不支付经济补偿。"),
        ("L018", "未办妥交接的，暂扣最后一个月工资。"),
        ("L022", "延长工作时间的，按小时工资的 120% 支付报酬。"),
        ("L024", "未交工作日志的，当月工资不予发放。"),
        ("L040", "公司可以公示员工的身份证号码和家庭住址。"),
        ("L041", "员工对处罚决定不得申诉。"),
    ],
)
def test_breaches_in_other_words_are_told(tmp_path: Path, code: str, text: str) -> None:
    assert code in told(tmp_path, text)[text]


NEIGHBOURS = (
    "公司不得扣押员工的居民身份证和其他证件，不得要求员工提供担保。",
    "员工领取工装不收取押金。",
    "承租人应当在签约时缴纳押金 2000 元。",
    "投标人应当缴纳投标保证金 5 万元。",
    "人事部核验毕业证原件后当场退还，只留存复印件。",
    "员工借用相机应当登记，归还时由保管人检查。",
    "招聘启事不得限定性别、民族和户籍。",
    "未满十八周岁的人员不予录用。",
    "应聘人员应当年满 18 周岁。",
    "保安员应当持有保安员证。",
    "女员工怀孕 7 个月以上的，公司不得安排其加班和夜班。",
    "公司不得因结婚、怀孕、生育降低女员工的工资或者解除劳动合同。",
    "公司应当自用工之日起一个月内与员工订立书面劳动合同。",
    "公司应当自用工之日起 30 日内为员工办理社会保险登记。",
    "劳动合同期限 3 年以上的，试用期不超过 6 个月。",
    "劳动合同期限满 1 年不满 3 年的，试用期为 2 个月。",
    "同一员工只约定一次试用期，不得延长。",
    "试用期工资不低于本单位相同岗位最低档工资的 80%，并不低于当地最低工资标准。",
    "员工提前 30 日以书面形式通知公司，可以解除劳动合同；试用期内提前 3 日通知。",
    "公司依照《劳动合同法》第四十条解除劳动合同的，应当提前 30 日书面通知员工或者额外支付一个月工资。",
    "员工辞职无须公司批准，人事部收到辞职书后应当当日登记。",
    "辞职员工应当按照约定办理工作交接。",
    "员工的离职手续由人事部办理，离职交接单由部门主管签字确认。",
    "公司应当在解除劳动合同时出具证明，并在 15 日内办理档案和社会保险关系转移手续。",
    "公司应当在办结工作交接时支付经济补偿。",
    "离职员工的工资应当在办结离职手续时一次付清。",
    "员工严重违反规章制度的，公司可以依法解除劳动合同，并事先将理由通知工会。",
    "员工不能胜任工作，经过培训或者调整岗位仍不能胜任的，公司可以提前 30 日通知解除劳动合同。",
    "医疗期内公司不得解除劳动合同。",
    "员工患病，医疗期满后不能从事原工作也不能从事另行安排的工作的，公司可以依法解除劳动合同。",
    "以虚假病假条骗取病假的，属于严重违反规章制度，公司可以解除劳动合同。",
    "公司出资进行专业技术培训的员工违反服务期约定的，按约定支付违约金，数额不超过尚未履行部分分摊的培训费用。",
    "除培训服务期和竞业限制外，公司不得与员工约定由员工承担的违约金。",
    "供应商逾期交货的，应当按日支付合同金额 0.5% 的违约金。",
    "高级管理人员和负有保密义务的人员的竞业限制期限不超过 2 年，期限内公司按月支付经济补偿。",
    "员工每日工作 8 小时，每周工作 40 小时。",
    "员工每周工作 5 天，周六、周日休息。",
    "公司保证员工每周至少休息 1 天。",
    "加班一般每日不超过 1 小时，特殊原因每日不超过 3 小时，每月不超过 36 小时。",
    "休息日加班不能安排补休的，支付不低于工资 200% 的加班工资。",
    "法定休假日安排工作的，支付不低于工资的 300% 的工资报酬。",
    "工作日延长工作时间的，支付 150% 的工资。",
    "加班应当事先申请，未经批准的不计加班。",
    "因本人原因造成损失的，可以从工资中扣除赔偿，每月扣除部分不超过当月工资的 20%，剩余部分不低于当地最低工资标准。",
    "绩效奖金按考核结果发放，考核不合格的不发绩效奖金。",
    "工资于每月 10 日前以货币形式发放，遇节假日提前发放。",
    "旷工一天扣发一天工资。",
    "事假不计发工资。",
    "病假工资不低于当地最低工资标准的 80%。",
    "迟到 15 分钟以内的，扣 1 分。",
    "累计工作已满 1 年不满 10 年的，年休假 5 天；已满 10 年不满 20 年的，年休假 10 天；已满 20 年的，年休假 15 天。",
    "公司确因工作需要不能安排年休假的，经员工本人同意可以不安排，按照日工资的 300% 支付报酬。",
    "年休假应当提前 3 天申请。",
    "女员工产假为 98 天，其中产前可以休假 15 天。",
    "女员工怀孕未满 4 个月流产的，享受 15 天产假。",
    "男员工享受陪产假 15 天。",
    "婚假、丧假期间照发工资。",
    "春节放假 4 天，国庆节放假 3 天。",
    "元旦、清明节、端午节、中秋节各放假 1 天。",
    "公司为核实身份收集员工的身份证号码，仅用于办理社会保险和发放工资。",
    "公司经本人单独同意后采集指纹，用于考勤，同时提供刷卡方式。",
    "监控录像保存 30 天，到期自动覆盖。",
    "公共区域安装摄像头的，应当设置显著的提示标识。",
    "保安员检查出厂物资的出门单和车辆。",
    "秩序维护员核对来访人员的证件后当场退还。",
    "公司商业秘密分为核心商业秘密和一般商业秘密两级。",
    "员工应当保守公司的商业秘密。",
    "涉及国家秘密的文件，按照国家保密规定管理。",
    "会计凭证和会计账簿保存 30 年。",
    "工资支付记录保存 2 年以上。",
    "员工发生工伤的，公司应当在 30 日内提出工伤认定申请。",
    "公司向第三方提供个人信息的，应当取得本人单独同意。",
    "修订本办法应当经职工代表大会讨论，与工会平等协商确定并公示。",
    "客户取消订单的，定金不予退还。",
    "外包人员由承包单位签订劳动合同。",
    "门店每天营业 12 小时，员工轮班，每人每日工作不超过 8 小时。",
    "值班保安每班 8 小时，三班轮换。",
    "热线全年无休，值班人员轮休。",
    "机房每周 7 天、每天 24 小时有人值守，值班人员轮班。",
    "加油站 24 小时营业。",
    "车辆连续行驶 4 小时的，驾驶员应当休息 20 分钟。",
    "员工对处罚有异议的，可以在 3 天内申诉。",
    "采购押金和保证金由财务部登记。",
    "退还承租人的押金应当凭收据。",
    "病假 3 天以上的，应当提交医院证明。",
    "病假超过 3 天的，由部门经理批准。",
    "员工请事假应当经部门主管批准，未经批准离岗的按旷工处理。",
    "学徒期满考核合格的，转为正式员工。",
    "旅客的行李应当接受安全检查。",
    "油库入口对进入人员的火种进行检查。",
    "进入油罐区的人员应当交出火种和手机，离开时取回。",
    "发票存根联保存 5 年。",
    "合同正本由档案室长期保存。",
    "客户可以随时修改订单。",
    "公司可以随时抽查库存。",
    "任何人不得将客户信息提供给第三方。",
    "档案的保管期限分为永久、30 年和 10 年。",
    "离职员工应当交还借用的工具。",
    "离职后 3 天内，人事部应当注销其系统账号。",
    "辞退员工应当由人事部报总经理批准。",
    "员工的加班由部门主管批准。",
    "公司每年安排员工体检一次。",
    "试用期员工每月考核一次。",
    "试用期满前 10 天，人事部应当组织转正考核。",
    "员工死亡的，公司按国家规定办理抚恤。",
    "客户在展厅内受伤的，前台应当立即报告。",
)
"""What lawful policies say in words near to those of unlawful ones."""


def test_lawful_neighbours_of_breaches_are_left_alone(tmp_path: Path) -> None:
    assert {text: codes for text, codes in told(tmp_path, *NEIGHBOURS).items() if codes} == {}
