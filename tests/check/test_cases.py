"""Small projects, each with what the check says of it.

A case is a folder in `cases/`: the parts of the project that differ from the one of `tests/project.py`, named as there
(`policy.yml`, `form.yml` …), and `expected.txt`, the findings in the `text` format. The rules asked are those of the
code that the folder's name begins with. A new case is a new folder; `pytest --renew` writes what is expected: read it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics.catalog import all_rules
from tests.project import checked, rules_of

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_check_says_what_the_case_expects(case: Path, tmp_path: Path, renew: bool) -> None:
    parts: dict[str, Any] = {part.stem: part.read_text(encoding="utf-8") for part in case.glob("*.yml")}
    golden = case / "expected.txt"
    said = checked(tmp_path, rules=rules_of(case.name[0]), **parts).text
    if renew:
        golden.write_text(f"{said}\n", encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8").rstrip("\n")


def test_every_rule_about_names_and_content_has_a_case() -> None:
    told = "\n".join((case / "expected.txt").read_text(encoding="utf-8") for case in CASES)
    codes = {rule.code for rule in all_rules() if rule.code[0] not in "YSKXI"}
    assert {code for code in codes if f" {code} " not in told} == set()
