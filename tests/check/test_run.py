"""One run says everything, in order, once, and never raises for what an editor wrote."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.check.rules import RULES
from generator.check.run import check_project
from tests.project import PARTS, PATHS, POLICY, checked, project

WRONG = """\
owner: 客服科
chapters:
  - title: 总则
    articles:
      - {id: a, kind: duty, text: 见《甲》《乙》《甲》}
      - {id: a, kind: duty, within: 3 天, text: 见{#x}, added: 例}
""".replace("见{#x}", '"见{#x}"')


def test_findings_come_by_file_line_column_and_code(tmp_path: Path) -> None:
    ours = tuple(rule for rule in RULES if rule.code in ("D001", "D003", "T001"))
    result = checked(tmp_path, rules=ours, policy=WRONG, form="keeper: 总经里\n", terms="terms: [{term: 投诉}]\n")
    places = [(one.place.file, one.place.line, one.place.column, one.code) for one in result.diagnostics]
    assert places == sorted(places)
    assert result.told == [
        "R001 总经里",
        "R001 客服科",
        "R005 a",
        "D001 duty",
        "D003 见《甲》《乙》《甲》",
        "R003 《甲》",
        "R003 《乙》",
        "R005 a",
        "D001 duty",
        "T001 3 天",
        "R006 x",
        "S002 term",
    ]


def test_nothing_is_told_twice(tmp_path: Path) -> None:
    result = checked(tmp_path, policy=WRONG)
    assert [one for one in result.told if one.startswith("R003")] == ["R003 《甲》", "R003 《乙》"]
    assert len(set(result.diagnostics)) == len(result.diagnostics)


def test_the_text_of_every_file_is_kept_for_showing_its_lines(tmp_path: Path) -> None:
    result = checked(tmp_path, policy="title: [\n").result
    assert result.sources[POLICY].startswith("title: [\n")
    assert set(PATHS.values()) - {PATHS["levels"], PATHS["older"]} <= set(result.sources)


def test_a_project_without_settings_has_no_handbook_and_says_why(tmp_path: Path) -> None:
    result = check_project(tmp_path)
    assert result.handbook is None
    assert [found.code for found in result.diagnostics] == ["Y001"]


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was(tmp_path: Path, was_on: bool) -> None:
    (gc.enable if was_on else gc.disable)()
    try:
        check_project(tmp_path)
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


def test_the_same_project_says_the_same_in_any_folder(tmp_path: Path) -> None:
    first = checked(tmp_path / "甲", policy=WRONG)
    second = checked(tmp_path / "b c", policy=WRONG)
    assert first.diagnostics == second.diagnostics
    assert first.concise == second.concise


SNIPPETS = st.sampled_from(
    [
        *(
            "客服专员",
            "火星人",
            "[客服专员, 客服专员]",
            "[]",
            "''",
            "{}",
            "《示例表》",
            "'{#base}'",
            "'{#}'",
            "'{#/}'",
            "《》",
        ),
        *("base", "[base, base]", "3 天", "立即", "每日", "5 元", "永久", "010", "是", "示例公司", "{who: 客服专员}"),
        *(
            "[{who: 客服专员}]",
            "[{from: 1, points: 1}]",
            "[{do: base, after: base}]",
            "[old-rules.001]",
            "客户投诉记录表",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(PARTS)), st.integers(0, 60), SNIPPETS)
def test_any_value_in_the_place_of_another_is_checked_without_raising(
    tmp_path_factory: pytest.TempPathFactory, part: str, at: int, value: str
) -> None:
    lines = PARTS[part].splitlines()
    line = lines[at % len(lines)]
    lines[at % len(lines)] = f"{line.partition(': ')[0]}: {value}"
    checked(tmp_path_factory.mktemp("project"), rules=RULES, **{part: "\n".join(lines)})  # type: ignore[arg-type]


def test_a_name_with_signs_of_other_languages_is_only_a_name(tmp_path: Path) -> None:
    title = "<b>{{ 7*7 }}</b> ../../etc ${x} 𫖮😀"
    result = checked(tmp_path, policy=f"title: '{title}'\n")
    assert result.codes == []
    assert result.handbook.policies[0].name == title


def test_writing_the_project_again_changes_nothing(tmp_path: Path) -> None:
    first, second = (check_project(project(tmp_path), rules=()).diagnostics for _ in range(2))
    assert first == second == ()
