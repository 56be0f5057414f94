"""How a handbook wants each rule asked: with what severity, what words, what limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.check.rules import FAMILIES
from generator.check.rules.rule import Options
from generator.diagnostics.catalog import Rule, UnknownRuleError, all_rules, rule
from generator.diagnostics.diagnostic import Diagnostic, Severity, finding
from generator.diagnostics.nearest import nearest
from generator.model.settings import RuleSetting, RuleSeverity, Settings
from generator.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Asked:
    """The severities that differ from a rule's own (None: switched off) and the options set, by code."""

    severities: Mapping[str, Severity | None]
    options: Mapping[str, Options]
    diagnostics: tuple[Diagnostic, ...] = ()

    def is_on(self, code: str) -> bool:
        """Whether findings under this code are wanted."""
        return self.severities.get(code, Severity.ERROR) is not None


def rules_as_set(settings: Settings) -> Asked:
    """Read the `rules` of `handbook.yml`; a later entry for a rule wins over an earlier one for its family."""
    severities: dict[str, Severity | None] = {}
    options: dict[str, Options] = {}
    diagnostics: list[Diagnostic] = []
    for setting in settings.rules:
        problems = list(_problems(setting))
        diagnostics += problems
        if problems:
            continue
        if setting.severity:
            off = setting.severity is RuleSeverity.OFF
            severity = None if off else Severity(setting.severity.value)
            severities |= dict.fromkeys(codes_of(setting.rule), severity)
        if setting.words or setting.limit is not None:
            options[setting.rule] = _options(rule(setting.rule), setting)
    return Asked(severities, options, tuple(diagnostics))


def default_options(code: str) -> Options:
    """The options of a rule as its documentation gives them."""
    return _options(rule(code), None)


def codes_of(name: str) -> tuple[str, ...]:
    """The codes that a handbook may set under this name: those of a family, the rule itself, or none."""
    if name in FAMILIES:
        return tuple(known.code for known in all_rules() if known.family == name)
    return (name,) if is_configurable(name) else ()


def is_configurable(code: str) -> bool:
    """Whether findings under this code are judgements; what cannot be read or resolved cannot be let pass."""
    try:
        return rule(code).family in FAMILIES
    except UnknownRuleError:
        return False


def _options(described: Rule, setting: RuleSetting | None) -> Options:
    options = Options()
    for option in described.options:
        if isinstance(option.default, int):
            options = replace(options, limit=option.default)
        else:
            options = replace(options, words=option.default)
    if setting and setting.words:
        options = replace(options, words=setting.words)
    if setting and setting.limit is not None:
        options = replace(options, limit=setting.limit)
    return options


def _problems(setting: RuleSetting) -> Iterator[Diagnostic]:
    """X001: a rule that is not there. X002: one that cannot be set. X003: an option that it does not have."""
    name = setting.rule
    if not codes_of(name):
        yield unknown_or_fixed(name, setting)
        return
    known = () if name in FAMILIES else tuple(option.name for option in rule(name).options)
    for key in ("words", "limit"):
        if key in setting.model_fields_set and key not in known:
            yield finding("X003", setting.at(key), key=key, rule=name, known="、".join(known))


def unknown_or_fixed(name: str, thing: RuleSetting | Waiver) -> Diagnostic:
    """What is wrong with a name under which nothing can be set."""
    try:
        rule(name)
    except UnknownRuleError:
        near = nearest(name, (*FAMILIES, *(one.code for one in all_rules() if one.family in FAMILIES)))
        return finding("X001", thing.at("rule"), name=name, near=near)
    return finding("X002", thing.at("rule"), name=name)
