"""Figures in texts and in fields: what counts as the same, what holds what, and where a difference is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import checked, rules_of

BASE = """\
- id: base
  kind: duty
  who: [客服专员, 全体员工]
  text: 填写《客户投诉记录表》《示例表》《另一公司用表》。
  source: [old-rules.001]
"""


def told(tmp_path: Path, article: str, form: str = "") -> list[str]:
    return checked(tmp_path, rules=rules_of("Q"), articles=f"{BASE}{article}", form=form).told


def clause(text: str, fields: str, kind: str = "duty") -> str:
    return f'- {{id: a, kind: {kind}, who: 客服专员, text: "{text}", {fields}, added: 例}}\n'


@pytest.mark.parametrize(("kind", "found"), [("duty", ["Q001 每日"]), ("statement", [])])
def test_a_title_does_not_say_how_often_a_duty_is_due(tmp_path: Path, kind: str, found: list[str]) -> None:
    text = clause("应当每日到岗。", "title: 每日到岗", kind)
    assert told(tmp_path, text) == found
    assert told(tmp_path, text.replace("title", "every: 每日, title")) == []


def test_a_fine_without_penalty_is_told_at_the_text_and_where_the_penalty_belongs(tmp_path: Path) -> None:
    keys = "  limits:\n    - {of: 人数, at_least: 2 人}\n    - {of: 台数, exactly: 1 台}\n  form: 示例表\n"
    article = "- id: a\n  kind: duty\n  text: 应当由 2 人搬 1 台；违者罚款 20 元。\n" + keys
    assert told(tmp_path, f"{article}  added: 例\n") == ["Q001 20 元", "Q001 示例表"]
    assert told(tmp_path, f"{article}  penalty: {{act: 违反, per: 次, fine: 20 元}}\n  added: 例\n") == []


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("应当在三日内答复。", "within: 3 天"),
        ("应当在一周内答复。", "within: 7 天"),
        ("应当于半年内答复。", "within: 6 个月"),
        ("应当于当天答复。", "within: 当日"),
        ("自收到起十四天至二十一天内答复。", "within: 14–21 天"),
        ("应当提前 3 天以上申请。", "before: 请假, ahead: 3 天"),
        ("每月按规定完成 4 次巡展。", "every: 每月4次"),
        ("应当在每月五日前上报。", "every: 每月5日前"),
        ("应当在每周一、三上午九点前报到。", "every: 每周一、三"),
        ("室温保持在 14–24 ℃。", "limits: [{of: 室温, at_least: 14 ℃}, {of: 室温, at_most: 24 ℃}]"),
        ("填写一式两份。", "limits: [{of: 份数, exactly: 2 份}]"),
        ("由两名员工签字。", "limits: [{of: 签字人, exactly: 2 人}]"),
        ("扣款不得超过其当月工资的 20%。", "limits: [{of: 扣款, at_most: 20%}]"),
        ("累计超过 5 次的，予以处分。", "limits: [{of: 次数, over: 5 次}]"),
        ("多于 5 人的，另行安排。", "limits: [{of: 人数, over: 5 人}]"),
        ("五次以外的回访另行安排。", "limits: [{of: 次数, over: 5 次}]"),
        ("不满 3 人的，另行安排。", "limits: [{of: 人数, under: 3 人}]"),
        ("人数低于 3 人的，另行安排。", "limits: [{of: 人数, under: 3 人}]"),
        ("20 万元以上、不满 200 万元。", "limits: [{of: 收入, at_least: 20 万元, under: 200 万元}]"),
        ("超过 3 人、不超过 5 人。", "limits: [{of: 人数, over: 3 人, at_most: 5 人}]"),
        ("每月不超过 3 次；超过 3 次的不予补记。", "limits: [{of: 每月补记次数, at_most: 3 次}]"),
        ("不得一次领取超过 5 件。", "limits: [{of: 件数, at_most: 5 件}]"),
        ("不得一次领取超过 5 件。", "limits: [{of: 不得领取的件数, over: 5 件}]"),
        ("记录保存 3 年。", "record: {name: 记录, keeper: 客服专员, retention: 3 年}"),
        ("应当答复。", "record: {name: 记录, keeper: 客服专员, retention: 3 年}"),
        ("违者罚款五十元，扣 5 分。", "penalty: {fine: 50 元, points: 5}"),
        ("违者罚款 50 元以上 200 元以下。", "penalty: {fine: 50–200 元}"),
        ("违者承担损失的百分之五十。", "penalty: {compensate: 50% 损失}"),
        ("违者承担全部损失。", "penalty: {compensate: 100% 损失}"),
        ("每少 1 个罚款 20 元。", "penalty: {fine: 20 元, per: 个}"),
        ("第 2 次的予以辞退。", "penalty: {escalation: [{times: 2, to: [辞退]}]}"),
        ("超过 5 次的予以辞退。", "penalty: {escalation: [{times: 6, to: [辞退]}]}"),
        (
            "旷工 1 天至 3 天的罚款 50 元，超过 3 天的予以辞退。",
            "penalty: {per: 旷工天数, tiers: [{from: 1, up_to: 3, fine: 50 元}, {over: 3, measures: [辞退]}]}",
        ),
        (
            "旷工 3 天以内的罚款 50 元，超过 3 天的予以辞退。",
            "penalty: {per: 天, tiers: [{up_to: 3 天, fine: 50 元}, {over: 3 天, measures: [辞退]}]}",
        ),
        (
            "迟到不超过 3 次的罚款 50 元，第 4 次起予以辞退。",
            "penalty: {per: 次数, tiers: [{up_to: 3, fine: 50 元}, {over: 3, measures: [辞退]}]}",
        ),
        (
            "迟到 3 次以下的罚款 50 元，超过 3 次的予以辞退。",
            "penalty: {per: 次数, tiers: [{from: 1, below: 4, fine: 50 元}, {from: 4, measures: [辞退]}]}",
        ),
        (
            "多领不满 100 元的罚款 50 元，100 元以上的予以辞退。",
            "penalty: {tiers: [{below: 100 元, fine: 50 元}, {from: 100 元, measures: [辞退]}]}",
        ),
        ("应当答复。", "penalty: {fine: 50 元}"),
        ("公司每天发给 20 元。", "reward: {amount: 20 元, per: 天}"),
        ("应当把二次回访交给一名新员工。", "title: 回访"),
        ("每次不少于 30 组。", "limits: [{of: 每次, at_least: 30 组}]"),
        ("按售价的 0.8–0.9 倍收购。", "limits: [{of: 收购价与售价之比, exactly: 0.8–0.9 倍}]"),
        ("应当立即记入台账。", "within: 立即"),
        ("应当在每年二月底前上报。", "every: 每年2月底前"),
        ("应当于每年3月末盘点。", "every: 每年3月底"),
        ("应当于每年二月三日盘点。", "every: 每年2月3日"),
        ("应当立即处理。", "within: 立即"),
    ],
)
def test_the_same_figure_in_other_words_is_right(tmp_path: Path, text: str, fields: str) -> None:
    assert told(tmp_path, clause(text, fields)) == []


@pytest.mark.parametrize(
    ("text", "fields", "found"),
    [
        ("应当在 5 天内答复。", "within: 3 天", ["Q001 5 天"]),
        ("应当在三个工作日内答复。", "within: 3 天", ["Q003 三个工作日"]),
        ("应当在 3 小时内答复。", "within: 3 分钟", ["Q003 3 小时"]),
        ("应当于次日答复。", "within: 当日", ["Q001 次日"]),
        ("应当在每年3月底前上报。", "every: 每年2月底前", ["Q001 每年3月底前"]),
        ("应当立即答复。", "title: 答复", ["Q001 立即"]),
        ("每次不少于 130 组。", "limits: [{of: 组数, at_least: 30 组}]", ["Q002 30 组"]),
        ("应当在 3 天以上答复。", "within: 3 天", ["Q004 3 天以上"]),
        ("应当在每日 8:00 前到岗。", "every: 每日8:30前", ["Q001 每日 8:00 前"]),
        ("应当每日到岗。", "title: 到岗", ["Q001 每日"]),
        ("签字的不超过 2 人。", "limits: [{of: 签字人, at_least: 2 人}]", ["Q004 不超过 2 人"]),
        ("签字的不少于 2 人。", "limits: [{of: 签字人, at_most: 2 人}]", ["Q004 不少于 2 人"]),
        ("签字的超过 5 人。", "limits: [{of: 签字人, at_least: 5 人}]", ["Q004 超过 5 人"]),
        ("签字的 5 人以上。", "limits: [{of: 签字人, over: 5 人}]", ["Q004 5 人以上"]),
        ("签字的不满 5 人。", "limits: [{of: 签字人, at_most: 5 人}]", ["Q004 不满 5 人"]),
        ("签字的 5 人以下。", "limits: [{of: 签字人, under: 5 人}]", ["Q004 5 人以下"]),
        ("签字的超过 5 人。", "limits: [{of: 签字人, at_most: 5 人}]", ["Q004 超过 5 人"]),
        ("签字的不超过 5 人。", "limits: [{of: 签字人, over: 5 人}]", ["Q004 不超过 5 人"]),
        ("签字的不满 5 人。", "limits: [{of: 签字人, at_least: 5 人}]", ["Q004 不满 5 人"]),
        ("签字的不少于 5 人。", "limits: [{of: 签字人, under: 5 人}]", ["Q004 不少于 5 人"]),
        ("签字的超过 5 人。", "limits: [{of: 签字人, exactly: 5 人}]", ["Q004 超过 5 人"]),
        ("签字的 5 至 8 人。", "limits: [{of: 签字人, over: 5 人, at_most: 8 人}]", ["Q004 5 至 8 人"]),
        ("签字的 2 人以上。", "limits: [{of: 签字人, exactly: 2 人}]", ["Q004 2 人以上"]),
        ("填写一式两联。", "limits: [{of: 份数, exactly: 2 份}]", ["Q003 两联"]),
        ("每日不少于 8 次。", "limits: [{of: 每日次数, at_most: 8 次}]", ["Q004 每日不少于 8 次"]),
        ("违者罚款 5 元。", "penalty: {fine: 5 万元}", ["Q003 5 元"]),
        ("记录保存 5 年。", "record: {name: 记录, keeper: 客服专员, retention: 3 年}", ["Q001 5 年"]),
        ("违者罚款。", "penalty: {fine: 5 元}", ["Q002 5 元"]),
        ("超过 6 次的予以辞退。", "penalty: {escalation: [{times: 6, to: [辞退]}]}", ["Q004 超过 6 次"]),
        (
            "旷工 3 天以内的罚款 50 元，超过 3 天的予以辞退。",
            "penalty: {per: 天, tiers: [{below: 3 天, fine: 50 元}, {from: 3 天, measures: [辞退]}]}",
            ["Q004 3 天以内"],
        ),
        (
            "旷工不满 3 天的罚款 50 元，3 天以上的予以辞退。",
            "penalty: {per: 天, tiers: [{up_to: 3 天, fine: 50 元}, {over: 3 天, measures: [辞退]}]}",
            ["Q004 不满 3 天"],
        ),
        (
            "旷工超过 3 天的予以辞退。",
            "penalty: {per: 旷工天数, tiers: [{from: 4, measures: [辞退]}]}",
            ["Q001 3 天", "Q002 4"],
        ),
        ("自第 3 次起予以辞退。", "penalty: {escalation: [{times: 2, to: [辞退]}]}", ["Q001 第 3 次"]),
        ("24 小时内答复，不满 24 小时的从宽。", "within: 24 小时", ["Q004 不满 24 小时"]),
        ("应当答复。", "when: 连续 3 次来电", ["Q002 3 次"]),
    ],
)
def test_another_figure_is_told_at_its_place(tmp_path: Path, text: str, fields: str, found: list[str]) -> None:
    assert told(tmp_path, clause(text, fields)) == found


@pytest.mark.parametrize(
    ("bounds", "found"),
    [
        ("at_least: 3 人, at_most: 3 人", []),
        ("at_least: 3 人, under: 4 人", []),
        ("over: 9 天, at_most: 7 工作日", []),
        ("over: 2 周, under: 15 天", []),
        ("at_least: 4 人, at_most: 3 人", ["Q007 3 人"]),
        ("at_least: 3 人, under: 3 人", ["Q007 3 人"]),
        ("over: 3 人, at_most: 3 人", ["Q007 3 人"]),
        ("over: 3 人, under: 3 人", ["Q007 3 人"]),
        ("over: 2 周, at_most: 14 天", ["Q007 14 天"]),
        ("at_least: 3 人, over: 2 人", ["Q007 2 人"]),
        ("at_most: 3 人, under: 4 人", ["Q007 4 人"]),
        ("at_most: 3 人, exactly: 3 人", ["Q007 3 人"]),
    ],
)
def test_some_figure_must_satisfy_all_bounds_of_a_limit(tmp_path: Path, bounds: str, found: list[str]) -> None:
    article = clause("签字。", f"limits: [{{of: 签字人, {bounds}}}]")
    assert [one for one in told(tmp_path, article) if one.startswith("Q007")] == found


def test_an_article_that_leads_its_items_in_shares_their_figures(tmp_path: Path) -> None:
    article = """\
- id: a
  kind: duty
  who: 客服专员
  within: 3 天
  text: 客服专员应当办妥{lead}。
  added: 例
  items:
    - {{id: b, kind: statement, text: 在 3 天内登记。, added: 例}}
"""
    assert told(tmp_path, article.format(lead="下列事项")) == []
    assert told(tmp_path, article.format(lead="投诉")) == ["Q002 3 天", "Q001 3 天"]


def test_a_text_may_repeat_the_figures_of_clauses_it_cites(tmp_path: Path) -> None:
    cited = clause("应当在 3 天内答复。", "within: 3 天")
    citing = "- {id: b, kind: standard, text: '%s', added: 例}\n"
    assert told(tmp_path, cited + citing % "超过{#a}所定 3 天的，算作逾期。") == []
    assert told(tmp_path, cited + citing % "超过所定 3 天的，算作逾期。") == ["Q001 3 天"]


def test_a_form_holds_its_copies_and_how_long_it_is_kept(tmp_path: Path) -> None:
    form = "copies: [{to: 客服专员}, {to: 客服主任}]\n"
    article = "- {id: a, kind: statement, text: 《示例表》一式%s联，保存 %s 年。, form: 示例表, added: 例}\n"
    assert told(tmp_path, article % ("二", 3), form=form) == []
    assert told(tmp_path, article % ("三", 5), form=form) == ["Q001 三联", "Q001 5 年"]


def test_what_is_listed_is_counted(tmp_path: Path) -> None:
    article = (
        "- {id: a, kind: statement, text: %s, added: 例, items: [{id: b, kind: statement, text: 甲。, added: 例}, "
        "{id: c, kind: statement, text: %s, added: 例}]}\n"
    )
    assert told(tmp_path, article % ("分为下列两类。", "前一项以外的。")) == []
    assert told(tmp_path, article % ("有下列两个月的期限。", "乙。")) == ["Q001 两个月"]
    assert told(tmp_path, article % ("有以下 3 种。", "前两项以外的。")) == ["Q006 以下 3 种", "Q006 前两项"]


@pytest.mark.parametrize(("hint", "found"), [("两人以上", []), ("不超过 2 人", ["Q005 2 人"]), ("3 人", ["Q005 3 人"])])
def test_a_form_repeats_the_clauses_that_use_it(tmp_path: Path, hint: str, found: list[str]) -> None:
    article = clause("《示例表》由至少 2 人签字。", "form: 示例表, limits: [{of: 签字人, at_least: 2 人}]")
    form = f"sections: [{{fields: [{{name: a, label: 评分（10 分）, hint: {hint}}}]}}]\n"
    assert told(tmp_path, article, form=form) == found


def test_a_penalty_of_the_policy_gives_the_figures_of_the_clause(tmp_path: Path) -> None:
    policy = """\
chapters:
  - title: 总则
    articles:
      - {{id: base, kind: duty, who: [客服专员, 全体员工], text: "{text}", source: [old-rules.001]}}
penalties:
  - {{id: p, breach: [base], fine: 50 元, added: 例}}
"""
    uses = "填写《客户投诉记录表》《示例表》《另一公司用表》"
    rules = rules_of("Q")
    assert checked(tmp_path, rules=rules, policy=policy.format(text=f"{uses}；违者罚款 50 元。")).told == []
    assert checked(tmp_path, rules=rules, policy=policy.format(text=f"{uses}。")).told == []
    other = checked(tmp_path, rules=rules, policy=policy.format(text=f"{uses}；违者罚款 60 元。")).told
    assert [found[:4] for found in other] == ["Q002", "Q001", "Q002"]


def test_what_an_item_is_punished_with_is_not_what_its_article_is(tmp_path: Path) -> None:
    item = 'items: [{id: b, kind: duty, text: "应当登记，违者罚款 20 元。", penalty: {act: 甲, fine: 20 元, per: 次}}]'
    assert told(tmp_path, clause("应当站岗，违者罚款 20 元。", item)) == ["Q001 20 元"]
    own = "penalty: {act: 乙, fine: 20 元, per: 次}"
    assert told(tmp_path, clause("应当站岗，违者罚款 20 元。", f"{own}, {item}")) == []
    assert told(tmp_path, clause("应当做到下列各项，违者罚款 20 元。", item)) == []


def test_a_rate_that_has_to_be_reached_is_held(tmp_path: Path) -> None:
    assert told(tmp_path, clause("评估的有效率为 100%。", "when: 评估")) == ["Q001 100%"]
    assert told(tmp_path, clause("评估的有效率为 100%。", "limits: [{of: 有效率, exactly: 100%}]")) == []


@pytest.mark.parametrize(
    ("criterion", "bounds", "found"),
    [
        ("请假超过 4 天", "over: 4 天", []),
        ("请假 4 天以上", "from: 4 天", []),
        ("请假 1 天以上、4 天以内", "from: 1 天, up_to: 4 天", []),
        ("请假超过 4 天", "from: 4 天", ["Q004 超过 4 天"]),
        ("请假 4 天以上", "over: 4 天", ["Q004 4 天以上"]),
        ("请假不满 4 天", "up_to: 4 天", ["Q004 不满 4 天"]),
        ("请假 4 天以内", "below: 4 天", ["Q004 4 天以内"]),
        ("记分超过 20 分", "from: 21 分", []),
    ],
)
def test_a_level_has_the_bounds_of_its_criterion(tmp_path: Path, criterion: str, bounds: str, found: list[str]) -> None:
    scheme = f"levels: [{{id: a, scheme: 假, added: 例, levels: [{{name: 长, criterion: {criterion}, {bounds}}}]}}]\n"
    assert [one for one in checked(tmp_path, rules=rules_of("Q"), policy=scheme).told if one[:4] == "Q004"] == found
