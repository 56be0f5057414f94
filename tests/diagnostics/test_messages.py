"""What an editor reads: each bad example of the rules on reading, shape and settings, as the check shows it.

The other rules have their golden cases in `tests/check/cases`. `pytest --renew` writes the files anew: read them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check.run import check_project
from generator.diagnostics.catalog import Rule, all_rules
from generator.diagnostics.formats import render
from generator.read.limits import MAX_BYTES
from tests.diagnostics.project import TODAY, make_project, with_example

MESSAGES = Path(__file__).parent / "messages"
RULES = [rule for rule in all_rules() if rule.code[0] in "YSX" and rule.example_in not in ("path", "program")]


FILES: dict[str, tuple[str, bytes]] = {
    "Y001": ("handbook/source/policies/folder.yml/empty.txt", b""),
    "Y002": ("forms/large.yml", b"#" * (MAX_BYTES + 1)),
    "Y003": ("forms/gbk.yml", "title: 记录表".encode("gbk")),
    "Y004": ("forms/bell.yml", b"title: a\x07b"),
    "Y015": ("handbook/source/notes.yml", b"title: a"),
    "S014": ("forms/Record_1.yml", b"title: a"),
}
"""Files that show the rules whose examples are about files rather than what stands in them."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_is_shown_as_kept(rule: Rule, tmp_path: Path, renew: bool) -> None:
    compare(rule.code, make_project(tmp_path, with_example(rule, rule.bad)), renew)


@pytest.mark.parametrize("code", FILES)
def test_what_is_wrong_with_a_file_is_shown_as_kept(code: str, tmp_path: Path, renew: bool) -> None:
    path, content = FILES[code]
    file = make_project(tmp_path) / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    compare(code, tmp_path, renew)


def test_every_rule_of_these_is_shown() -> None:
    codes = {rule.code for rule in all_rules() if rule.code[0] in "YSX"}
    assert codes == {path.stem for path in MESSAGES.iterdir()} == {rule.code for rule in RULES} | FILES.keys()


def compare(code: str, project: Path, renew: bool) -> None:
    said = render(check_project(project, TODAY, ()).report, "text")
    golden = MESSAGES / f"{code}.txt"
    if renew:
        golden.write_text(f"{said}\n", encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8").rstrip("\n")
    assert f" {code} " in said
