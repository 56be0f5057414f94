"""A baseline keeps what was there when the check was taken up from counting, and may only shrink."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.check.baseline import FILE, Known, as_yaml, read_baseline, shrunk
from generator.check.run import CheckResult, check_project
from tests.project import TODAY, project, rules_of

OLD = """\
- {id: a, kind: statement, within: 3 天, text: 3 天内办结。, added: 例}
- {id: b, kind: statement, within: 4 天, text: 4 天内办结。, added: 例}
"""
NEW = "- {id: c, kind: statement, within: 5 天, text: 5 天内办结。, added: 例}\n"


def check(root: Path, articles: str) -> CheckResult:
    return check_project(project(root, articles=articles), TODAY, rules_of("T"))


def take_up(root: Path, articles: str) -> str:
    """Write the baseline of what is found now."""
    before = read_baseline(root).written
    result = check(root, articles)
    counted = (one for one in result.diagnostics if one.code[0] == "T")
    text = as_yaml(shrunk(before, (*result.known, *counted), result.sources), "只减不增")
    (root / FILE).write_text(text, encoding="utf-8")
    return text


def codes(result: CheckResult) -> list[str]:
    return [one.code for one in result.diagnostics]


def test_what_was_there_no_longer_counts(tmp_path: Path) -> None:
    assert codes(check(tmp_path, OLD)) == ["T001", "T001"]
    take_up(tmp_path, OLD)
    result = check(tmp_path, OLD)
    assert codes(result) == []
    assert [one.code for one in result.known] == ["T001", "T001"]
    assert result.report.known == 2


def test_what_is_new_counts(tmp_path: Path) -> None:
    take_up(tmp_path, OLD)
    (found,) = check(tmp_path, NEW + OLD).diagnostics
    assert found.place.line == 4


def test_lines_may_move_but_not_change(tmp_path: Path) -> None:
    take_up(tmp_path, OLD)
    assert codes(check(tmp_path, "- {id: z, kind: statement, text: 文, added: 例}\n" + OLD)) == []
    assert codes(check(tmp_path, OLD.replace("4 天内办结", "4 天内办完"))) == ["X006", "T001"]


def test_the_same_mistake_once_more_counts(tmp_path: Path) -> None:
    one = "- id: {}\n  kind: statement\n  text: 3 天内办结。\n  added: 例\n  within: 3 天\n"
    take_up(tmp_path, one.format("a"))
    (found,) = check(tmp_path, one.format("a") + one.format("b")).diagnostics
    assert (found.code, found.place.line) == ("T001", 13)


def test_what_has_been_mended_must_be_taken_out(tmp_path: Path) -> None:
    take_up(tmp_path, OLD)
    mended = OLD.replace("within: 4 天, ", "")
    assert codes(check(tmp_path, mended)) == ["X006"]
    take_up(tmp_path, mended)
    assert codes(check(tmp_path, mended)) == []
    assert codes(check(tmp_path, OLD)) == ["T001"]


def test_it_never_grows(tmp_path: Path) -> None:
    first = take_up(tmp_path, OLD)
    assert take_up(tmp_path, OLD + NEW) == first


def test_while_a_file_cannot_be_read_nothing_counts_as_mended(tmp_path: Path) -> None:
    take_up(tmp_path, OLD)
    (project(tmp_path, articles=NEW) / "handbook/source/terms.yml").write_text("terms: [", encoding="utf-8")
    result = check_project(tmp_path, TODAY, rules_of("T"))
    assert sorted(set(codes(result))) == ["T001", "Y006"]


def test_a_broken_baseline_is_told_like_any_file(tmp_path: Path) -> None:
    project(tmp_path)
    for text, code in (("findings: [", "Y006"), ("finding: []", "S001"), ("findings: [{rule: T001}]", "S002")):
        (tmp_path / FILE).write_text(text, encoding="utf-8")
        assert code in codes(check_project(tmp_path, TODAY, ()))


KNOWN = st.dictionaries(
    st.tuples(st.sampled_from(["T001", "W001"]), st.just("a.yml"), st.text(st.characters(codec="utf-8"), max_size=20)),
    st.integers(1, 3),
    max_size=4,
)


@given(KNOWN)
def test_any_line_survives_being_written_and_read(
    tmp_path_factory: pytest.TempPathFactory, known: dict[tuple[str, str, str], int]
) -> None:
    root = tmp_path_factory.mktemp("project")
    (root / "handbook").mkdir()
    lines = {key: times for key, times in known.items() if key[2].isprintable() and key[2] == key[2].strip()}
    (root / FILE).write_text(as_yaml(Known(lines), "例"), encoding="utf-8")
    written = read_baseline(root).written
    assert written is not None
    assert {(one.rule, one.file, one.line): one.times for one in written.findings} == lines
