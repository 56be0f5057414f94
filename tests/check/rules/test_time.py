"""Deadlines and frequencies can be kept, and are counted from something."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import PARTS, Checked, checked, rules_of

T = rules_of("T")


def told(tmp_path: Path, articles: str) -> list[str]:
    return checked(tmp_path, rules=T, articles=articles).told


def facts(result: Checked) -> dict[str, str]:
    (found,) = result.diagnostics
    return dict(found.facts)


# --- starts ----------------------------------------------------------------------------------------------------------


def test_a_deadline_starts_with_something(tmp_path: Path) -> None:
    assert told(tmp_path, "- {id: a, kind: statement, text: 文, added: 例, within: 3 天}") == ["T001 3 天"]
    base = "- {id: base, kind: statement, text: 文, added: 例}\n"
    for start in ("when: 接到投诉", "before: 发货", "after: base", "every: 每周"):
        assert told(tmp_path, f"{base}- {{id: a, kind: statement, text: 文, added: 例, within: 3 天, {start}}}") == []


def test_the_deadline_of_an_item_starts_with_the_event_of_its_article(tmp_path: Path) -> None:
    items = "items: [{id: b, kind: duty, text: 文, within: 3 天}]"
    assert told(tmp_path, f"- {{id: a, kind: duty, text: 文, when: 接到投诉, {items}}}") == []
    assert told(tmp_path, f"- {{id: a, kind: duty, text: 文, {items}}}") == ["T001 3 天"]


def test_what_comes_ahead_says_of_what(tmp_path: Path) -> None:
    assert told(tmp_path, "- {id: a, kind: duty, text: 文, ahead: 1 天}") == ["T004 1 天"]
    assert told(tmp_path, "- {id: a, kind: duty, text: 文, when: 请假, ahead: 1 天}") == ["T004 1 天"]
    assert told(tmp_path, "- {id: a, kind: duty, text: 文, before: 请假, ahead: 1 天}") == []
    items = "items: [{id: b, kind: duty, text: 文, ahead: 1 天}]"
    assert told(tmp_path, f"- {{id: a, kind: duty, text: 文, before: 请假, {items}}}") == []


# --- procedures ------------------------------------------------------------------------------------------------------


def procedure(limit: str, *steps: str, of_policy: str = "") -> str:
    """A policy with clauses a (2 days), b (3 days), c (4 days, after b) and d, and a procedure of `steps`."""
    clause = "      - {{id: {0}, kind: duty, text: 文, added: 例, when: 发生{0}{1}}}\n"
    return (
        f"{of_policy}procedures:\n  - id: p\n    title: 流程\n    added: 例\n{limit}    steps:\n"
        + "".join(f"      - {{{step}}}\n" for step in steps)
        + PARTS["policy"][PARTS["policy"].index("chapters") :]
        + clause.format("a", ", within: 2 天")
        + clause.format("b", ", within: 1–3 天")
        + clause.format("c", ", within: 4 天, after: b")
        + clause.format("d", "")
    )


LIMIT = "    total_limit: {}\n"


@pytest.mark.parametrize(
    ("steps", "days", "path"),
    [
        (["do: a"], 2, "第二条"),
        (["do: d"], 0, ""),
        (["do: a", "do: b, after: a"], 5, "第二条 → 第三条"),
        (["do: b, after: a", "do: a"], 5, "第二条 → 第三条"),
        (["do: a", "do: b"], 3, "第三条"),
        (
            ["do: d, after: [b, a]", "do: c, after: d", "do: b, after: a", "do: a"],
            9,
            "第二条 → 第三条 → 第五条 → 第四条",
        ),
        (["do: c", "do: b"], 7, "第三条 → 第四条"),
        (["do: c, after: a", "do: a", "do: b"], 6, "第二条 → 第四条"),
        (["do: c"], 4, "第四条"),
    ],
)
def test_the_longest_way_through_a_procedure_keeps_its_limit(
    tmp_path: Path, steps: list[str], days: int, path: str
) -> None:
    enough = procedure(LIMIT.format(f"{max(days, 1)} 天"), *steps)
    assert checked(tmp_path, rules=T, policy=enough).told == []
    if days > 1:
        short = f"{days - 1} 天"
        result = checked(tmp_path, rules=T, policy=procedure(LIMIT.format(short), *steps))
        assert result.codes == ["T002"]
        assert [facts(result)[name] for name in ("sum", "limit", "path")] == [str(days), short, path]


def test_workdays_of_a_procedure_meet_every_weekend_they_can(tmp_path: Path) -> None:
    result = checked(tmp_path, rules=T, policy=procedure(LIMIT.format("6 个工作日"), "do: d, within: 7 个工作日"))
    assert facts(result)["sum"] == "11"


def test_a_step_done_twice_takes_its_time_each_time(tmp_path: Path) -> None:
    steps = ["do: a", "do: b, after: a", "do: d, after: b", "do: a, after: d"]
    result = checked(tmp_path, rules=T, policy=procedure(LIMIT.format("4 天"), *steps))
    assert facts(result)["path"].startswith("第二条 → 第三条")


def test_deadlines_from_one_event_run_at_the_same_time(tmp_path: Path) -> None:
    policy = (
        procedure(LIMIT.format("3 天"), "do: a", "do: b, after: a").replace("发生a", "来信").replace("发生b", "来信")
    )
    assert checked(tmp_path, rules=T, policy=policy).told == []


@pytest.mark.parametrize(
    ("limit", "steps", "pointed_at"),
    [
        ("5 天", ["do: a", "do: b, after: a", "do: c, after: b"], "5 天"),
        ("4 天", ["do: a", "do: b, after: a"], "4 天"),
        ("10 天", ["do: a", "do: d, after: a, within: 9 天"], "9 天"),
        ("2 天", ["do: d", "do: c, after: d"], "4 天"),
        ("1 天", ["do: a", "do: b, after: a"], "1 天"),
    ],
)
def test_the_step_to_blame_is_pointed_at_else_the_limit(
    tmp_path: Path, limit: str, steps: list[str], pointed_at: str
) -> None:
    assert checked(tmp_path, rules=T, policy=procedure(LIMIT.format(limit), *steps)).told == [f"T002 {pointed_at}"]


def test_the_limit_of_the_policy_holds_where_the_procedure_has_none(tmp_path: Path) -> None:
    steps = ("do: a", "do: b, after: a")
    of_policy = "total_limit: 4 天\n"
    assert checked(tmp_path, rules=T, policy=procedure("", *steps, of_policy=of_policy)).told == ["T002 4 天"]
    longer = procedure(LIMIT.format("5 天"), *steps, of_policy=of_policy)
    assert checked(tmp_path, rules=T, policy=longer).told == []
    assert checked(tmp_path, rules=T, policy=procedure("", *steps)).told == []


@pytest.mark.parametrize(
    ("steps", "path"),
    [
        (["do: a, after: b", "do: b, after: a"], "第二条 → 第三条 → 第二条"),
        (["do: a, after: a"], "第二条 → 第二条"),
        (["do: c", "do: b, after: c"], "第四条 → 第三条 → 第四条"),
        (["do: d", "do: b, after: a", "do: c, after: b", "do: a, after: c"], "第三条 → 第四条 → 第二条 → 第三条"),
    ],
)
def test_steps_that_wait_for_each_other_are_found(tmp_path: Path, steps: list[str], path: str) -> None:
    result = checked(tmp_path, rules=T, policy=procedure("", *steps))
    assert result.codes == ["T003"]
    assert facts(result)["path"] == path


def test_a_procedure_of_a_thousand_steps_is_no_trouble(tmp_path: Path) -> None:
    steps = [f"do: {'ab'[n % 2]}, after: {'ba'[n % 2]}" for n in range(1, 1000)]
    result = checked(tmp_path, rules=T, policy=procedure(LIMIT.format("1 天"), "do: a", *steps))
    assert result.codes == ["T002"]


# --- limits ----------------------------------------------------------------------------------------------------------


def test_no_deadline_is_longer_than_the_total_limit_of_the_policy(tmp_path: Path) -> None:
    steps = ("do: d",)
    policy = procedure("", *steps, of_policy="total_limit: 3 天\n")
    assert checked(tmp_path, rules=T, policy=policy).told == ["T005 4 天"]
    assert checked(tmp_path, rules=T, policy=policy.replace("total_limit: 3", "total_limit: 4")).told == []


@pytest.mark.parametrize(("given", "expected"), [("3 天", ["T006 3 天"]), ("2 天", []), ("1 天", [])])
def test_a_step_has_no_more_time_than_its_clause(tmp_path: Path, given: str, expected: list[str]) -> None:
    assert checked(tmp_path, rules=T, policy=procedure("", f"do: a, within: {given}")).told == expected


# --- chains ----------------------------------------------------------------------------------------------------------


def chain(*clauses: str) -> str:
    return "\n".join(f"- {{kind: duty, text: 文, {clause}}}" for clause in clauses)


def test_clauses_that_wait_for_each_other_are_found_at_the_first(tmp_path: Path) -> None:
    assert told(tmp_path, chain("id: a, after: c", "id: b, after: a", "id: c, after: b")) == ["T007 c"]
    assert told(tmp_path, chain("id: a, after: a")) == ["T007 a"]
    assert told(tmp_path, chain("id: a", "id: b, after: a", "id: c, after: [a, b]")) == []


def test_what_comes_first_is_not_due_last(tmp_path: Path) -> None:
    late = chain("id: a, when: 来信, within: 3 天", "id: m, after: a", "id: b, when: 来信, within: 2 天, after: m")
    assert told(tmp_path, late) == ["T008 3 天"]
    assert told(tmp_path, late.replace("3 天", "1 天")) == []
    assert told(tmp_path, late.replace("when: 来信, within: 3", "when: 来电, within: 3")) == []


def test_a_chain_counts_one_kind_of_days(tmp_path: Path) -> None:
    days = ("id: a, when: 来信, within: 1 天", "id: b, after: a, within: 3 天", "id: c, after: b, within: 2 个工作日")
    assert told(tmp_path, chain(*days)) == ["T009 2 个工作日"]
    assert told(tmp_path, chain(*days).replace("2 个工作日", "2 小时")) == []
    assert told(tmp_path, chain(*days).replace("after: b", "when: 来电")) == []


def test_when_as_many_count_either_kind_of_days_both_are_told(tmp_path: Path) -> None:
    two = chain("id: a, when: 来信, within: 1 天", "id: c, after: a, within: 2 个工作日")
    assert told(tmp_path, two) == ["T009 1 天", "T009 2 个工作日"]


def test_the_total_limit_counts_the_days_of_the_steps(tmp_path: Path) -> None:
    policy = procedure(LIMIT.format("20 个工作日"), "do: a", "do: b, after: a")
    assert checked(tmp_path, rules=T, policy=policy).told == ["T009 20 个工作日"]


# --- frequencies -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("every", "expected"),
    [
        ("每月", ["T010 每月"]),
        ("每季度", ["T010 每季度"]),
        ("每年", ["T010 每年"]),
        ("每月10日前", []),
        ("每年12月31日前", []),
        ("每周", []),
        ("每2个月", []),
        ("每月4次", []),
    ],
)
def test_what_is_handed_in_monthly_or_more_rarely_has_its_day(tmp_path: Path, every: str, expected: list[str]) -> None:
    assert told(tmp_path, chain(f"id: a, every: {every}, to: 总经理")) == expected
    assert told(tmp_path, chain(f"id: a, every: {every}")) == []


@pytest.mark.parametrize("limit", ["within: 5 天", "before: 月度例会", "when: 每月结账"])
def test_another_limit_is_day_enough(tmp_path: Path, limit: str) -> None:
    assert told(tmp_path, chain(f"id: a, every: 每月, to: 总经理, {limit}")) == []


@pytest.mark.parametrize(
    ("every", "within", "expected"),
    [("每周", "10 天", ["T011 10 天"]), ("每周", "1 周", []), ("每日", "2 天", ["T011 2 天"]), ("每月", "1 个月", [])],
)
def test_one_time_is_over_before_the_next(tmp_path: Path, every: str, within: str, expected: list[str]) -> None:
    assert told(tmp_path, chain(f"id: a, every: {every}, within: {within}")) == expected


@pytest.mark.parametrize(
    ("every", "times", "within", "can_fire"),
    [
        ("每年", 2, "1 个月", False),
        ("每年", 2, "12 个月", False),
        ("每年", 2, "2 年", True),
        ("每月", 2, "1 个月", False),
        ("每月", 3, "3 个月", True),
        ("每月", 12, "1 年", True),
        ("每季度", 4, "12 个月", True),
        ("每季度", 5, "12 个月", False),
        ("每周", 5, "1 个月", True),
        ("每日", 3, "1 周", True),
        ("每月4次", 3, "1 个月", True),
    ],
)
def test_an_escalation_can_be_reached(tmp_path: Path, every: str, times: int, within: str, can_fire: bool) -> None:
    escalation = f"escalation: [{{times: {times}, within: {within}, to: 辞退}}]"
    clause = chain(f"id: a, every: {every}, penalty: {{points: 1, {escalation}}}")
    assert told(tmp_path, clause) == ([] if can_fire else [f"T012 {within}"])
    at_any_time = chain(f"id: a, penalty: {{points: 1, {escalation}}}")
    assert told(tmp_path, at_any_time) == []
