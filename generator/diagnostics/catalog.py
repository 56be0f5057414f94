"""The rules in words: what each code is called, says, advises and explains.

The words are data, read when first asked for: of the rules of the check beside their code, in
`generator/check/rules/<family>/<module>.<language>.yml`, of what is said while reading, shaping and linking in
`generator/locale/<language>/rules/*.yml`. A message or hint may be a list: the first one whose facts are all known is
used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from string import Formatter
from typing import Any, Final

from generator.diagnostics.diagnostic import Severity
from generator.locale import LANGUAGE, rule_entries, rule_words, words

FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    "Y": ("reading",),
    "S": ("shape",),
    "R": ("names", "references"),
    "D": ("duties",),
    "T": ("time",),
    "Q": ("figures",),
    "P": ("penalties",),
    "A": ("authority",),
    "F": ("forms",),
    "W": ("wording",),
    "L": ("law-cn",),
    "K": ("tracing",),
    "X": ("exceptions",),
    "I": ("program",),
}
"""Which families the codes with a letter belong to."""


class UnknownRuleError(LookupError):
    """There is no rule with this code."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one message and one hint, the most telling first."""

    message: tuple[str, ...]
    hint: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A setting of a rule: `words` or `limit`, its value unless the handbook sets another, and what it means."""

    name: str
    default: tuple[str, ...] | int
    about: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its words, and what `handbook rule` shows of it.

    `checks` and `why` are its explanation, `law` the statutes or standards it takes its figures from.
    `example_in` says where the examples belong: the keys of a `policy`, `form`, `organization`, `sources`, `settings`,
    `terms`, `laws`, `measures`, `levels` or `baseline` file, a list of articles (`article`), several of these
    (`parts`, YAML documents begun by `--- # form` and the like), a whole file (`raw`), a `path`, or nowhere
    (`program`).
    """

    code: str
    severity: Severity
    title: str
    wording: Wording
    variants: Mapping[str, Wording]
    family: str
    checks: str
    why: str
    options: tuple[Option, ...]
    law: tuple[str, ...]
    bad: str
    good: str
    example_in: str

    @property
    def explanation(self) -> str:
        """What it checks and why it matters."""
        return f"{self.checks}\n\n{self.why}".strip()

    def say(self, variant: str, facts: Mapping[str, str]) -> tuple[str, str]:
        """The message and the hint for these facts; the hint is empty when no sentence fits."""
        wording = self.variants.get(variant, self.wording)
        message = _first_that_fits(wording.message, facts) or wording.message[-1]
        return _fill(message, facts), _fill(_first_that_fits(wording.hint, facts), facts)


def rule(code: str) -> Rule:
    """The rule with this code; raises UnknownRuleError."""
    for family in FAMILIES.get(code[:1], ()):
        if code in rule_entries(LANGUAGE, family):
            return _rule(code, family)
    raise UnknownRuleError(code)


def all_rules() -> Iterator[Rule]:
    """Every rule, in the order of the families and by code."""
    for families in FAMILIES.values():
        known = {code: family for family in families for code in rule_entries(LANGUAGE, family)}
        yield from (_rule(code, known[code]) for code in sorted(known))


def worded_fact(name: str, value: str) -> str:
    """What a reader is told for the value of a fact, such as 岗位 for the kind `role`."""
    meanings = words(LANGUAGE, "rules/shared")["facts"].get(name, {})
    return "、".join(meanings.get(part, part) for part in value.split("、")) if meanings else value


def worded_role(role: str) -> str:
    """What a reader is told about the role of a related place."""
    text: str = words(LANGUAGE, "rules/shared")["related"][role]
    return text


@cache
def _rule(code: str, family: str) -> Rule:
    entry = rule_words(LANGUAGE, family, code)
    wording = _wording(entry)
    variants = {
        name: Wording(_sentences(said.get("message", wording.message)), _sentences(said.get("hint", wording.hint)))
        for name, said in entry.get("variants", {}).items()
    }
    return Rule(
        code=code,
        severity=Severity(entry["severity"]),
        title=entry["title"],
        wording=wording,
        variants=variants,
        family=family,
        checks=entry["checks"].strip(),
        why=entry["why"].strip(),
        options=tuple(_option(name, said) for name, said in entry.get("options", {}).items()),
        law=tuple(entry.get("law", ())),
        bad=entry["bad"],
        good=entry["good"],
        example_in=entry["in"],
    )


def _option(name: str, said: Mapping[str, Any]) -> Option:
    default = said["default"]
    return Option(name, default if isinstance(default, int) else tuple(default), said["about"].strip())


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
