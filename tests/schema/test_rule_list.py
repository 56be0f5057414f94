"""The rules as docs/ lists them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.diagnostics.catalog import Rule, all_rules
from generator.schema.rule_list import rule_pages

DOCS = Path(__file__).parents[2] / "docs"
PAGES = dict(rule_pages())


@pytest.mark.parametrize("path", sorted(PAGES))
def test_the_committed_page_says_what_the_rules_say(path: str) -> None:
    assert (DOCS / path).read_text(encoding="utf-8") == PAGES[path], "run `make docs`"


def test_no_page_is_left_of_a_family_that_is_gone() -> None:
    assert {f"rules/{page.name}" for page in (DOCS / "rules").iterdir()} == PAGES.keys() - {"rules.md"}


@pytest.mark.parametrize("rule", list(all_rules()), ids=lambda rule: rule.code)
def test_every_rule_is_in_the_list_and_has_its_own_heading(rule: Rule) -> None:
    assert f"[{rule.code}](rules/{rule.family}.md#" in PAGES["rules.md"]
    assert f"\n## {rule.code} " in PAGES[f"rules/{rule.family}.md"]


def test_a_link_leads_to_the_anchor_that_github_gives_the_heading() -> None:
    assert "(rules/reading.md#y003-" in PAGES["rules.md"]
    anchors = re.findall(r"rules/[a-z-]+\.md#([^)]+)\)", PAGES["rules.md"])
    assert len(anchors) == len(set(anchors)) == len(list(all_rules()))
    assert all(re.fullmatch(r"[\w-]+", anchor) for anchor in anchors)
