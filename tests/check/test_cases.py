"""Small projects, each with what the check says of it.

A case is a folder in `cases/`: the parts of the project that differ from the one of `tests/project.py`, named as there
(`policy.yml`, `form.yml` …), and `expected.txt`, the findings in the `concise` format. A new case is a new folder.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.diagnostics.catalog import all_rules
from tests.project import checked

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_check_says_what_the_case_expects(case: Path, tmp_path: Path) -> None:
    parts = {part.stem: part.read_text(encoding="utf-8") for part in case.glob("*.yml")}
    expected = (case / "expected.txt").read_text(encoding="utf-8").rstrip("\n")
    assert checked(tmp_path, **parts).concise == expected  # type: ignore[arg-type]


def test_every_rule_about_names_and_content_has_a_case() -> None:
    told = "\n".join((case / "expected.txt").read_text(encoding="utf-8") for case in CASES)
    codes = {rule.code for rule in all_rules() if rule.code[0] in "RDTPAF"}
    assert {code for code in codes if f" {code} " not in told} == set()
