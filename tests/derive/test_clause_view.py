from __future__ import annotations

import pytest

from generator.derive.clause_view import ClauseView, clause_view, reading
from generator.link.targets import plain
from generator.locale import words
from tests.sample import Data, sample

WORDS = {**words("zh-Hans", "names"), **words("zh-Hans", "site")}


def view(clause_id: str, **changes: object) -> ClauseView:
    def change(data: Data) -> None:
        for chapter in data["policies"]["complaint-handling"]["chapters"]:
            for article in chapter["articles"]:
                if article["id"] == clause_id:
                    article.update(changes)

    handbook = sample(change)
    clause = handbook.clauses[f"complaint-handling/{clause_id}"]
    policy = handbook.policy_by_id["complaint-handling"]
    return clause_view(reading(handbook, WORDS), clause, policy)


def facts(clause: ClauseView) -> dict[str, str]:
    return {fact.label: plain(fact.text) for fact in clause.facts}


def test_a_clause_tells_who_must_do_what_by_when_with_which_form() -> None:
    assert facts(view("investigate")) == {
        "责任人": "质量管理部、检验员",
        "情形": "收到转来的投诉",
        "时限": "3 天内",
        "前置": "第三条",
        "表单": "不合格品评审单",
        "协办": "客服专员",
        "记录": "调查照片，由质量管理部保存 3 年",
    }


def test_a_moment_is_not_a_span_of_time() -> None:
    assert facts(view("register", within="立即"))["时限"] == "立即"
    assert facts(view("register", within="当日"))["时限"] == "当日"


def test_a_lead_is_counted_back_from_its_event() -> None:
    assert facts(view("visit", before="月会", ahead="3 天"))["时限"] == "月会前 3 天"


@pytest.mark.parametrize(
    ("bounds", "printed"),
    [
        ({"at_least": "3 人"}, "不少于 3 人"),
        ({"over": "10000 元"}, "超过 1 万元"),
        ({"at_most": "3 人"}, "不超过 3 人"),
        ({"under": "3 人"}, "不足 3 人"),
        ({"at_least": "2 人", "at_most": "3 人"}, "2 人至 3 人"),
        ({"at_least": "20 台", "under": "200 台"}, "不少于 20 台、不足 200 台"),
        ({"over": "3 天", "at_most": "5 天"}, "超过 3 天、不超过 5 天"),
        ({"over": "3 天", "under": "5 天"}, "超过 3 天、不足 5 天"),
        ({"exactly": "3 份"}, "3 份"),
    ],
)
def test_a_limit_says_whether_its_figure_is_included(bounds: dict[str, str], printed: str) -> None:
    assert facts(view("investigate", limits=[{"of": "数量", **bounds}]))["数量"] == printed


def test_units_are_told_only_where_they_are_narrower() -> None:
    assert facts(view("allow"))["适用单位"] == "机械公司"
    assert "适用单位" not in facts(view("register"))


def test_an_item_tells_only_what_is_its_own() -> None:
    phone, visit = view("register").items
    assert facts(phone) == {}
    assert facts(visit) == {"责任人": "客服主任", "时限": "2 小时内"}


def test_prohibitions_and_permissions_are_marked_and_duties_are_not() -> None:
    assert view("attitude").kind_label == "禁止"
    assert view("allow").kind_label == "授权"
    assert view("register").kind_label == ""


def test_penalties_written_elsewhere_are_shown_at_the_clause_they_protect() -> None:
    assert [plain(found.act) for found in view("register").penalties] == ["隐瞒不报", "逾期未处理投诉"]
    assert [plain(found.act) for found in view("investigate").penalties] == ["逾期未处理投诉"]


def test_an_article_is_found_by_the_other_names_of_what_it_and_its_items_name() -> None:
    assert {"报诉", "投诉登记表", "TS-01", "客服主管"} <= set(view("register").search.split())


def test_an_article_tells_the_sources_of_its_items_too() -> None:
    assert view("register").sources.startswith("第三条 s1-02.010 s1-02.011；（一） s1-02.012；")
