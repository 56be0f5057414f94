"""A waiver lets one rule pass in one place, with a reason and until a day; one without effect is a finding itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.run import check_project
from tests.project import TODAY, Checked, checked, project, rules_of

ARTICLES = """\
- id: a
  kind: statement
  within: 3 天
  text: 3 天内办结。
  added: 例
{waive}\
- id: b
  kind: statement
  within: 4 天
  text: 4 天内办结。
  added: 例
"""


def waived(root: Path, rule: str = "T001", until: str = "2026-12-31") -> Checked:
    waive = f"  waive: [{{rule: {rule}, reason: 起算日由合同约定, until: {until}}}]\n"
    return checked(root, rules=rules_of("T"), articles=ARTICLES.format(waive=waive))


def test_only_the_clause_it_stands_in_is_let_pass(tmp_path: Path) -> None:
    result = waived(tmp_path)
    assert result.told == ["T001 4 天"]
    assert [one.code for one in result.result.waived] == ["T001"]
    assert "豁免的 1 处" in result.text


@pytest.mark.parametrize(("until", "codes"), [("2026-06-01", ["T001"]), ("2026-05-31", ["T001", "X004", "T001"])])
def test_it_holds_up_to_and_including_its_day(tmp_path: Path, until: str, codes: list[str]) -> None:
    assert waived(tmp_path, until=until).codes == codes


def test_a_waiver_without_effect_is_told(tmp_path: Path) -> None:
    assert waived(tmp_path, rule="T002").told == ["T001 3 天", "X005 T002", "T001 4 天"]


@pytest.mark.parametrize(("rule", "expected"), [("T999", "X001 T999"), ("S001", "X002 S001"), ("time", "X005 time")])
def test_only_a_rule_that_judges_can_be_waived(tmp_path: Path, rule: str, expected: str) -> None:
    assert expected in waived(tmp_path, rule=rule).told


def test_reason_and_day_must_be_given(tmp_path: Path) -> None:
    without = ARTICLES.format(waive="  waive: [{rule: T001}]\n")
    assert checked(tmp_path, rules=rules_of("T"), articles=without).codes == ["S002", "S002"]


def test_one_in_an_article_holds_for_its_items_and_one_in_a_policy_for_all_of_it(tmp_path: Path) -> None:
    item = "items: [{id: c, kind: statement, within: 3 天, text: 3 天内办结。}]"
    waive = "waive: [{rule: T001, reason: 例, until: 2026-12-31}]"
    article = f"- {{id: a, kind: statement, text: 文, added: 例, {item}, {waive}}}"
    assert checked(tmp_path / "a", rules=rules_of("T"), articles=article).codes == []
    whole = f"{waive}\nchapters:\n  - title: 总则\n    articles:\n      {article.replace(f', {waive}', '')}\n"
    assert checked(tmp_path / "b", rules=rules_of("T"), policy=whole).codes == []


def test_the_nearest_waiver_is_used_so_that_the_other_is_told(tmp_path: Path) -> None:
    waive = "waive: [{rule: T001, reason: 例, until: 2026-12-31}]"
    article = f"- {{id: a, kind: statement, within: 3 天, text: 3 天内办结。, added: 例, {waive}}}"
    whole = f"{waive}\nchapters:\n  - title: 总则\n    articles:\n      {article}\n"
    result = checked(tmp_path, rules=rules_of("T"), policy=whole)
    assert [(one.code, one.place.line) for one in result.diagnostics] == [("X005", 1)]


def test_its_day_does_not_matter_to_a_build_nor_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    waive = "  waive: [{rule: T001, reason: 例, until: 2020-01-01}, {rule: T002, reason: 例, until: 2020-01-01}]\n"
    root = project(tmp_path, articles=ARTICLES.format(waive=waive))
    assert [one.code for one in check_project(root, None, rules_of("T")).diagnostics] == ["T001"]
    (root / "handbook/source/terms.yml").write_text("terms: [", encoding="utf-8")
    codes = {one.code for one in check_project(root, TODAY, rules_of("T")).diagnostics}
    assert codes == {"T001", "Y006"}


def test_errors_in_names_are_never_let_pass(tmp_path: Path) -> None:
    waive = "waive: [{rule: R001, reason: 例, until: 2026-12-31}]"
    article = f"- {{id: a, kind: duty, who: 客服砖员, text: 文, added: 例, {waive}}}"
    assert checked(tmp_path, rules=rules_of("D"), articles=article).told == ["R001 客服砖员", "X002 R001"]
