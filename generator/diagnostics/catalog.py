"""The rules in words: what each code is called, says, advises and explains.

The words are data, `generator/locale/<language>/rules/*.yml`, one file a family of codes, and are read when
first asked for. A message or hint may be a list: the first one whose facts are all known is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any

from generator.diagnostics.diagnostic import Severity
from generator.locale import LANGUAGE, words

FAMILIES = {
    "Y": "reading",
    "S": "shape",
    "R": "names",
    "D": "content",
    "T": "content",
    "P": "content",
    "F": "content",
    "A": "content",
    "I": "program",
}


class UnknownRuleError(LookupError):
    """There is no rule with this code."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one message and one hint, the most telling first."""

    message: tuple[str, ...]
    hint: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its words, and what `handbook rule` shows of it.

    `example_in` says where the examples belong: the keys of a `policy`, `form`, `organization`, `sources` or
    `settings` file, a list of articles (`article`), a whole file (`raw`), a `path`, or nowhere (`program`).
    """

    code: str
    severity: Severity
    title: str
    wording: Wording
    variants: Mapping[str, Wording]
    explanation: str
    bad: str
    good: str
    example_in: str

    def say(self, variant: str, facts: Mapping[str, str]) -> tuple[str, str]:
        """The message and the hint for these facts; the hint is empty when no sentence fits."""
        wording = self.variants.get(variant, self.wording)
        message = _first_that_fits(wording.message, facts) or wording.message[-1]
        return _fill(message, facts), _fill(_first_that_fits(wording.hint, facts), facts)


def rule(code: str) -> Rule:
    """The rule with this code; raises UnknownRuleError."""
    family = FAMILIES.get(code[:1])
    found = _rules_of(family).get(code) if family else None
    if found is None:
        raise UnknownRuleError(code)
    return found


def all_rules() -> Iterator[Rule]:
    """Every rule, in the order of the catalog."""
    for family in dict.fromkeys(FAMILIES.values()):
        yield from _rules_of(family).values()


def worded_fact(name: str, value: str) -> str:
    """What a reader is told for the value of a fact, such as 岗位 for the kind `role`."""
    meanings = words(LANGUAGE, "rules/shared")["facts"].get(name, {})
    return "、".join(meanings.get(part, part) for part in value.split("、")) if meanings else value


def worded_role(role: str) -> str:
    """What a reader is told about the role of a related place."""
    text: str = words(LANGUAGE, "rules/shared")["related"][role]
    return text


@cache
def _rules_of(family: str) -> Mapping[str, Rule]:
    return {code: _rule(code, entry) for code, entry in words(LANGUAGE, f"rules/{family}").items()}


def _rule(code: str, entry: Mapping[str, Any]) -> Rule:
    wording = Wording(_sentences(entry["message"]), _sentences(entry.get("hint", ())))
    variants = {
        name: Wording(_sentences(said.get("message", wording.message)), _sentences(said.get("hint", wording.hint)))
        for name, said in entry.get("variants", {}).items()
    }
    return Rule(
        code=code,
        severity=Severity(entry["severity"]),
        title=entry["title"],
        wording=_wording(entry),
        variants=variants,
        explanation=entry["explanation"].strip(),
        bad=entry["bad"],
        good=entry["good"],
        example_in=entry["in"],
    )


def _wording(entry: Mapping[str, Any]) -> Wording:
    return Wording(_sentences(entry["message"]), _sentences(entry.get("hint", ())))


def _sentences(written: str | Sequence[str]) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else tuple(written)


def _first_that_fits(sentences: Sequence[str], facts: Mapping[str, str]) -> str:
    return next((said for said in sentences if all(facts.get(name) for name in placeholders(said))), "")


def placeholders(sentence: str) -> frozenset[str]:
    """The names of the facts that a sentence needs."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


def _fill(sentence: str, facts: Mapping[str, str]) -> str:
    return sentence.format_map({name: facts.get(name, "") for name in placeholders(sentence)})
