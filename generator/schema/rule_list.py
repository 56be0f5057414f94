"""All rules for those who carry the project on: docs/rules.md and a page a family in docs/rules/."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics.catalog import Rule, all_rules
from generator.diagnostics.formats.rule_page import family_name, rule_markdown, rule_title
from generator.diagnostics.formats.wording import severity_name
from generator.locale import LANGUAGE, words


def rule_pages() -> Iterator[tuple[str, str]]:
    """The files in docs/ that list the rules: path and text."""
    told = words(LANGUAGE, "rule-page")["list"]
    families: dict[str, list[Rule]] = {}
    for rule in all_rules():
        families.setdefault(rule.family, []).append(rule)
    notice = f"> {told['notice']}\n"
    lists = "\n".join(_list(family, rules) for family, rules in families.items())
    yield "rules.md", f"# {told['file']}\n\n{notice}\n{told['intro']}\n{lists}"
    for family, rules in families.items():
        pages = "\n\n".join(rule_markdown(rule, 2) for rule in rules)
        yield f"rules/{family}.md", f"# {told['file']}：{family_name(family)}\n\n{notice}\n{pages}\n"


def _list(family: str, rules: list[Rule]) -> str:
    told = words(LANGUAGE, "rule-page")["list"]
    head = told["family"].format(name=family_name(family), family=family)
    rows = [told["head"], ["---"] * len(told["head"]), *(_row(family, rule) for rule in rules)]
    return f"## {head}\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(family: str, rule: Rule) -> list[str]:
    anchor = re.sub(r"[^\w -]", "", rule_title(rule).lower()).replace(" ", "-")
    return [f"[{rule.code}](rules/{family}.md#{anchor})", severity_name(rule.severity), rule.title]
