"""The documentation of a rule as a page: plain text for the terminal, Markdown for everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.diagnostics.catalog import Option, Rule
from generator.diagnostics.formats.wording import severity_name
from generator.locale import LANGUAGE, words


def rule_text(rule: Rule) -> str:
    """The page for a terminal."""
    told = words(LANGUAGE, "rule-page")
    blocks = [f"{rule_title(rule)}\n{_standing(rule)}"]
    blocks += (f"{told['sections'][name]}\n\n{_indented(text)}" for name, text in _sections(rule))
    return "\n\n".join(blocks)


def rule_markdown(rule: Rule, level: int = 1) -> str:
    """The page in Markdown, its title a heading of this level."""
    told = words(LANGUAGE, "rule-page")
    blocks = [f"{'#' * level} {rule_title(rule)}", _standing(rule)]
    for name, text in _sections(rule):
        is_example = name in ("bad", "good")
        blocks += [f"**{told['sections'][name]}**", f"```yaml\n{text}\n```" if is_example else text]
    return "\n\n".join(blocks)


def rule_title(rule: Rule) -> str:
    """The code and the title."""
    return _said("title", code=rule.code, title=rule.title)


def family_name(family: str) -> str:
    """What a family of rules is called."""
    name: str = words(LANGUAGE, "rule-page")["families"][family]
    return name


def _standing(rule: Rule) -> str:
    return _said("severity", severity=severity_name(rule.severity), family=family_name(rule.family))


def _sections(rule: Rule) -> Iterator[tuple[str, str]]:
    """The sections that the rule has, in their fixed order."""
    texts: Mapping[str, str] = {
        "checks": rule.checks,
        "why": rule.why,
        "options": "\n".join(f"- {_option(option)}" for option in rule.options),
        "law": "\n".join(f"- {one}" for one in rule.law),
        "bad": rule.bad.rstrip("\n"),
        "good": rule.good.rstrip("\n"),
    }
    return ((name, text) for name, text in texts.items() if text)


def _option(option: Option) -> str:
    default = option.default
    shown = str(default) if isinstance(default, int) else words(LANGUAGE, "rule-page")["or"].join(default)
    return _said("option", name=option.name, about=option.about, default=shown)


def _said(key: str, **facts: Any) -> str:
    pattern: str = words(LANGUAGE, "rule-page")[key]
    return pattern.format(**facts)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.expandtabs(4).split("\n"))
