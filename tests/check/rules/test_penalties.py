"""Penalties: tiers, order, norms, collisions, joint shares, points, dismissal."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from tests.project import checked, rules_of

MEASURES = """\
measures:
  - {name: 通报批评}
  - {name: 书面警告}
  - {name: 记过}
  - {name: 辞退, ends_employment: true, decided_by: 总经理, hearing: example/hear}
"""
HEAR = "- {id: hear, kind: statement, text: 辞退以前听取申辩，将理由通知工会。, added: 例}\n"


def clause(penalty: str, text: str = "文", name: str = "late") -> str:
    return f"- {{id: {name}, kind: statement, text: {text}, added: 例, penalty: {{{penalty}}}}}\n"


def told(root: Path, *clauses: str, code: str = "P", **parts: Any) -> list[str]:
    articles = HEAR + "".join(clauses)
    found = checked(root, rules=rules_of("P"), articles=articles, measures=MEASURES, **parts).told
    return [one for one in found if one.startswith(code)]


def tiers(root: Path, *bounds: str, act: str = "迟到") -> list[str]:
    listed = ", ".join(f"{{{bound}, other: 甲}}" for bound in bounds)
    return told(root, clause(f"act: {act}, per: 次, tiers: [{listed}]"), code="P001")


def test_tiers_reach_from_the_first_case_to_the_last(tmp_path: Path) -> None:
    assert tiers(tmp_path, "from: 1, below: 3", "from: 3") == []
    assert tiers(tmp_path, "below: 3", "from: 3") == []
    assert tiers(tmp_path, "from: 2, below: 3", "from: 3") == ["P001 2"]
    assert tiers(tmp_path, "from: 1, below: 3", "from: 3, below: 9") == ["P001 9"]
    assert tiers(tmp_path, "from: 0 元, below: 100 元", "from: 100 元") == []
    assert tiers(tmp_path, "from: 1 元, below: 100 元", "from: 100 元") == ["P001 1 元"]
    assert tiers(tmp_path, "from: 0%, below: 50%", "from: 50%, below: 100%") == []
    assert tiers(tmp_path, "from: 0%, below: 50%", "from: 50%, below: 90%") == ["P001 90%"]


@pytest.mark.parametrize("act", ["当月迟到 3 次以上", "当月迟到满三次"])
def test_tiers_may_begin_with_a_figure_that_the_act_names(tmp_path: Path, act: str) -> None:
    assert tiers(tmp_path, "from: 3", act=act) == []


def test_tiers_above_a_sanction_need_no_bottom(tmp_path: Path) -> None:
    assert told(tmp_path, clause("act: 迟到, per: 次, fine: 20 元, tiers: [{from: 3, measures: [记过]}]")) == []


def test_cases_need_each_other(tmp_path: Path) -> None:
    assert tiers(tmp_path, "case: 造成投诉", "case: 没有造成投诉") == []
    assert tiers(tmp_path, "case: 造成投诉") == ["P001 造成投诉"]
    assert tiers(tmp_path, "case: 全部情形") == []
    assert tiers(tmp_path, "case: 造成投诉", "case: 造成投诉") == ["P001 造成投诉"]


@pytest.mark.parametrize(
    ("lower", "higher", "is_found"),
    [
        ("fine: 20 元", "fine: 50 元", False),
        ("fine: 20 元", "fine: 20 元", False),
        ("fine: 50 元", "fine: 20 元", True),
        ("fine: 10–30 元, by: 情节", "fine: 20–30 元, by: 情节", False),
        ("fine: 50 元", "measures: [书面警告]", False),
        ("measures: [记过]", "measures: [书面警告]", True),
        ("measures: [书面警告]", "measures: [书面警告], fine: 20 元", False),
        ("measures: [记过]", "measures: [书面警告], fine: 20 元", False),
        ("measures: [辞退]", "fine: 900 元", True),
        ("measures: [辞退]", "other: 移送司法机关", False),
        ("fine: 20 元", "other: 停止接待客户", False),
        ("fine: 10 倍 礼品价值", "fine: 20 元", False),
        ("fine: 10 倍 礼品价值", "fine: 5 倍 礼品价值", True),
        ("deduct: 50% 奖金", "deduct: 20% 奖金", True),
    ],
)
def test_the_graver_tier_is_not_punished_more_lightly(tmp_path: Path, lower: str, higher: str, is_found: bool) -> None:
    article = clause(f"act: 迟到, per: 次数, tiers: [{{from: 1, below: 3, {lower}}}, {{from: 3, {higher}}}]")
    assert len(told(tmp_path, article, code="P004")) == is_found


def test_only_cases_whose_grades_are_known_are_compared(tmp_path: Path) -> None:
    article = "act: 迟到, per: 次, tiers: [{{case: {}, fine: 50 元}}, {{case: {}, fine: 20 元}}]"
    for first, second, found in (("平日", "周末", []), ("情节轻微", "情节严重", ["P004 20 元"]), ("重大", "一般", [])):
        assert told(tmp_path, clause(article.format(first, second)), code="P004") == found


def test_each_repetition_is_punished_at_least_as_hard(tmp_path: Path) -> None:
    base = "act: 迟到, per: 次, fine: 20 元, escalation: [{}]"
    assert told(tmp_path, clause(base.format("{times: 2, fine: 40 元}, {times: 3, to: [记过]}"))) == []
    assert told(tmp_path, clause(base.format("{times: 2, to: [记过]}, {times: 3, to: [书面警告]}"))) == ["P005 ["]
    assert told(tmp_path, clause(base.format("{times: 1, fine: 40 元}"))) == ["P005 1"]


def test_mere_words_after_a_fine_are_milder(tmp_path: Path) -> None:
    measures = "measures:\n  - {name: 口头警告}\n  - {name: 书面警告}\n"
    for base, to, found in (
        ("fine: 20 元", "口头警告", ["P005 ["]),
        ("fine: 20 元", "书面警告", []),
        ("measures: [口头警告]", "口头警告", []),
    ):
        article = HEAR + clause(f"act: 迟到, per: 次, {base}, escalation: [{{times: 2, to: [{to}]}}]")
        assert checked(tmp_path, rules=rules_of("P"), articles=article, measures=measures).told == found


def test_what_only_repetition_leads_to_needs_a_first_time(tmp_path: Path) -> None:
    article = clause("act: 迟到, per: 次, escalation: [{times: 2, to: [记过]}]")
    (found,) = checked(tmp_path, rules=rules_of("P"), articles=HEAR + article, measures=MEASURES).diagnostics
    assert (found.code, found.variant) == ("P002", "first")


def test_a_listed_penalty_leaves_out_clauses_that_have_their_own(tmp_path: Path) -> None:
    policy = f"""\
chapters:
  - title: 总则
    articles:
      {HEAR}\
      - {{id: report, kind: statement, text: 每周如实上报周报, added: 例, penalty: {{act: 迟报, per: 次, fine: 20 元}}}}
      - {{id: b, kind: statement, text: 不得争吵, added: 例}}
penalties:
  - {{id: p, act: ACT, breach: [b, report], per: 次, fine: 50 元, added: 例}}
"""
    for act, found in (("在大厅里与客户争吵", ["P009 report"]), ("不如实上报周报", [])):
        result = checked(tmp_path, rules=rules_of("P"), policy=policy.replace("ACT", act))
        assert [one for one in result.told if one.startswith("P009")] == found


def test_a_penalty_without_a_clause_is_found(tmp_path: Path) -> None:
    penalty = "penalties:\n  - {{id: p, act: 争吵, per: 次, fine: 20 元, added: 例{}}}\n"
    chapters = f"chapters:\n  - title: 总则\n    articles:\n      {HEAR}".replace("kind: statement", "kind: standard")
    for breach, found in (("", ["P007 争吵"]), (", breach: hear", [])):
        result = checked(tmp_path, rules=rules_of("P"), policy=penalty.format(breach) + chapters)
        assert [one for one in result.told if one[0] == "P"] == found


def test_the_same_act_of_others_is_another_fact(tmp_path: Path) -> None:
    one = clause("act: 迟到, who: 客服专员, per: 次, fine: 20 元")
    for who, found in (("客服主任", []), ("全体员工", ["P009 迟到的"]), ("客服专员", ["P009 迟到的"])):
        other = clause(f"act: 迟到的, who: {who}, per: 次, fine: 50 元", name="again")
        assert [what for what in told(tmp_path, one, other) if what[:4] != "P017"] == found


def test_a_short_act_that_needs_its_clause_is_compared_with_those_of_the_same_clause_only(tmp_path: Path) -> None:
    one = clause("act: 逾期未报, per: 次, fine: 20 元", "每周报告")
    again = "act: 逾期未报, per: 次, fine: 50 元"
    assert told(tmp_path, one, clause(again, "每月报告", "again")) == []
    assert told(tmp_path, one, clause(again, "每周报告；逾期的罚款", "again")) == ["P009 逾期未报"]


def test_joint_shares(tmp_path: Path) -> None:
    base = "act: 迟到, per: 次, fine: 20 元, joint: [{}]"
    assert told(tmp_path, clause(base.format("{who: 客服主任, share: 100%}"))) == []
    assert told(tmp_path, clause(base.format("{who: 客服主任, share: 150%}"))) == ["P010 150%"]
    assert told(tmp_path, clause(base.format("{who: 客服主任, share: 300%, sanction: 因指使他人}"))) == []
    shared = "{{who: 客服主任, share: {}%}}, {{who: 总经理, share: 50%}}"
    assert told(tmp_path, clause(base.format(shared.format(50)))) == []
    assert told(tmp_path, clause(base.format(shared.format(60)))) == ["P010 60%"]


@pytest.mark.parametrize(
    ("consequence", "is_settled"),
    [
        ("客服主任每月把扣分计入绩效考评。", True),
        ("每月累计扣 12 分的，停止接待客户。", True),
        ("客服主任提前 10 分钟到岗并计入考勤。", False),
        ("客服主任公布扣分。", False),
    ],
)
def test_points_lead_to_something(tmp_path: Path, consequence: str, is_settled: bool) -> None:
    other = f"- {{id: other, kind: statement, text: {consequence}, added: 例}}\n"
    found = told(tmp_path, clause("act: 迟到, per: 次, points: 2"), other)
    assert found == ([] if is_settled else ["P011 2"])


def test_tiers_in_points_are_a_consequence(tmp_path: Path) -> None:
    settled = clause("act: 扣分, per: 扣分, tiers: [{below: 12 分, other: 甲}, {from: 12 分, other: 乙}]", name="sum")
    assert told(tmp_path, clause("act: 迟到, per: 次, points: 2"), settled) == []


def test_what_the_measure_says_about_dismissal_holds_for_each_penalty(tmp_path: Path) -> None:
    article = clause("act: 盗窃, measures: [辞退]")
    assert told(tmp_path, article) == []
    articles = HEAR + article
    for missing, said in ((", decided_by: 总经理", "decided_by"), (", hearing: example/hear", "hearing")):
        measures = MEASURES.replace(missing, "")
        (found,) = checked(tmp_path, rules=rules_of("P"), articles=articles, measures=measures).diagnostics
        assert (found.code, found.variant, found.place.file) == ("P012", said, "handbook/source/measures.yml")
        own = articles.replace("measures: [辞退]", f"measures: [辞退]{missing}")
        assert checked(tmp_path, rules=rules_of("P"), articles=own, measures=measures).told == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("辞退以前通知工会。", "unit"), ("辞退以前听取申辩。", "union"), ("辞退以前听取陈述，通知工会。", "")],
)
def test_the_hearing_hears_and_tells_the_union(tmp_path: Path, text: str, found: str) -> None:
    articles = f"- {{id: hear, kind: statement, text: {text}, added: 例}}\n" + clause("act: 盗窃, measures: [辞退]")
    result = checked(tmp_path, rules=rules_of("P"), articles=articles, measures=MEASURES)
    assert [one.variant for one in result.diagnostics] == ([found] if found else [])


def test_an_unknown_hearing_is_found_where_it_is_named(tmp_path: Path) -> None:
    measures = MEASURES.replace("example/hear", "example/haer")
    assert checked(tmp_path, articles=HEAR, measures=measures).told == ["R006 example/haer"]


def test_measures_that_may_stand_together(tmp_path: Path) -> None:
    for together, found in (("通报批评, 记过", []), ("书面警告, 记过", ["P015 记过"]), ("记过", [])):
        assert told(tmp_path, clause(f"act: 迟到, measures: [{together}]")) == found
    assert told(tmp_path, clause("act: 迟到, measures: [书面警告, 记过], by: 情节轻重")) == []


@pytest.mark.parametrize(
    ("text", "penalty", "found"),
    [
        ("不得迟到；违者给予记过。", "measures: [记过]", []),
        ("不得迟到；违者给予记过。", "measures: [通报批评]", ["P016 记过"]),
        ("不得迟到；违者给予记过。", "per: 次, fine: 20 元", ["P016 记过"]),
        ("不得迟到；违者给予记过。", "other: 记过或者停止接待客户", []),
        ("不得迟到；违者给予记过。", "", ["P016 记过"]),
        ("不得迟到，违者罚款 20 元，第二次记过。", "fine: 20 元, per: 次, escalation: [{times: 2, to: [记过]}]", []),
        ("不得迟到；违者罚款。", "measures: [记过]", ["P016 记过"]),
        ("不得迟到；违者罚款或者记过。", "measures: [通报批评], other: 罚款与记过择一适用", ["P016 通报批评"]),
        ("不得迟到。", "measures: [记过]", []),
        ("不得迟到；情节严重的予以辞退。", "tiers: [{case: 严重, measures: [辞退]}]", []),
        ("给予记过的，予以公布。", "", []),
        ("总经理认为必要的，辞退以前听取意见。", "", []),
    ],
)
def test_text_and_penalty_name_the_same_measures(tmp_path: Path, text: str, penalty: str, found: list[str]) -> None:
    article = (
        f"- {{id: late, kind: statement, text: {text}, added: 例{f', penalty: {{{penalty}}}' if penalty else ''}}}\n"
    )
    assert told(tmp_path, article, code="P016") == found


def test_a_missing_penalty_is_told_where_it_would_stand(tmp_path: Path) -> None:
    article = """\
        - id: late
          kind: statement
          text: 不得迟到；违者给予记过。
          limits:
            - {of: 甲, at_most: 3 天}
            - {of: 乙, at_most: 3 天}
          added: 例
        """
    assert told(tmp_path, dedent(article), code="P016") == ["P016 记过", "P016 3 天"]


def test_an_item_is_punished_by_its_article(tmp_path: Path) -> None:
    item = "items: [{id: b, kind: statement, text: 迟到；违者给予记过。, added: 例}]"
    article = f"- {{id: a, kind: statement, text: 文, added: 例, penalty: {{act: 甲, measures: [MEASURE]}}, {item}}}\n"
    assert told(tmp_path, article.replace("MEASURE", "记过"), code="P016") == []
    assert told(tmp_path, article.replace("MEASURE", "通报批评"), code="P016") == ["P016 记过"]


def test_a_listed_penalty_far_from_its_clause_is_told_at_both_places(tmp_path: Path) -> None:
    policy = f"""\
chapters:
  - title: 总则
    articles:
      {HEAR}\
      - {{id: late, kind: statement, text: 不得迟到；违者给予记过。, added: 例}}
      - {{id: b, kind: statement, text: 文, added: 例}}
      - {{id: c, kind: statement, text: 文, added: 例}}
penalties:
  - {{id: p, act: 迟到, breach: late, measures: [通报批评], added: 例}}
"""
    found = checked(tmp_path, rules=rules_of("P"), policy=policy, measures=MEASURES).told
    assert [one for one in found if one.startswith("P016")] == ["P016 记过", "P016 通报批评"]


@pytest.mark.parametrize(
    ("text", "per", "found"),
    [
        ("违者每次罚款 20 元", "次", []),
        ("违者每次罚款 20 元", "天", ["P017 天"]),
        ("违者每日罚款 20 元", "天", []),
        ("每少 1 个罚款 20 元", "个", []),
        ("每超过 1 天罚款 20 元", "逾期天数", []),
        ("每人次罚款 20 元", "次", ["P017 次"]),
        ("每日填写日志，违者罚款 20 元", "次", []),
        ("每丢失 1 把罚款 20 元", "次", ["P017 次"]),
        ("由责任人承担罚款，每次 20 元", "月", ["P017 月"]),
        ("由责任人承担罚款，每次 20 元", "次", []),
    ],
)
def test_what_a_fine_is_counted_in(tmp_path: Path, text: str, per: str, found: list[str]) -> None:
    assert told(tmp_path, clause(f"act: 迟到, per: {per}, fine: 20 元", text)) == found


@pytest.mark.parametrize(("who", "is_strange"), [("客服专员", False), ("客服主任", True)])
def test_who_is_punished_has_to_do_with_the_clause(tmp_path: Path, who: str, is_strange: bool) -> None:
    found = told(tmp_path, clause(f"act: 迟到, who: {who}, per: 次, fine: 20 元", "对客服专员每次罚款 20 元"))
    assert found == (["P017 客服主任"] if is_strange else [])
