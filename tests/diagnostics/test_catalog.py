from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

import generator
from generator.diagnostics.catalog import Rule, UnknownRuleError, Wording, all_rules, placeholders, rule
from generator.diagnostics.diagnostic import Severity

RULES = {known.code: known for known in all_rules()}
PACKAGE = Path(generator.__file__).parent
CODE = re.compile(r"[A-Z]\d{3}")
PROGRAM = "I000"


@dataclass
class Usage:
    """How the code of the package reports one rule, as far as it can be read without running it."""

    facts: set[str] = field(default_factory=set)
    variants: set[str] = field(default_factory=set)


def test_every_code_in_the_program_is_in_the_catalog_and_the_other_way_round() -> None:
    assert codes_in_program() | {PROGRAM} == set(RULES)


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_says_everything_an_editor_needs(code: str) -> None:
    known = RULES[code]

    assert known.title
    assert known.explanation
    assert (known.bad and known.good) or code == PROGRAM
    assert all(wording.message and wording.hint for wording in wordings(known))


@pytest.mark.parametrize("code", sorted(RULES))
def test_messages_and_hints_are_short_enough_for_one_line(code: str) -> None:
    for wording in wordings(RULES[code]):
        for sentence in (*wording.message, *wording.hint):
            assert len(sentence) <= 80
            assert "\n" not in sentence
            assert not sentence.endswith("。")


NOT_ADVICE = "以上只是提示，不构成法律意见。"
OUTDATED = ("手册", "字段", "签字栏", "审批人", "接受者", "予以提示", "全书")
"""Words for which the house has another one: 制度汇编, 键 or 栏目, 签署栏, 批准人, 接收者, 报告, 制度里."""

KEY = re.compile(r"(?<![\w“{#./<*&-])[a-z]{2,}(?:_[a-z]+)*(?![\w”}/.:=(])")
"""A word in small letters that nothing sets off: no quotation marks, no brackets, no path, no command."""

SET_OFF = re.compile(r"“[^”]*”|（[ -~]*）|\{[^}]*\}|law-cn|handbook|true|false|[\w./]+\.yml")


@pytest.mark.parametrize("code", sorted(code for code in RULES if code.startswith("L")))
def test_a_rule_on_the_law_names_its_statutes_and_is_no_advice(code: str) -> None:
    known = RULES[code]

    assert known.why.endswith(NOT_ADVICE)
    assert known.severity is Severity.WARNING
    assert known.law


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_source_of_law_is_cited_in_one_way(code: str) -> None:
    cited = re.compile(r"《[^》]+(?:《[^》]+》[^》]*)?》（[^）]*\d{4}[^）]*）(第[一二三四五六七八九十百零千]+条)?")

    assert [law for law in RULES[code].law if not cited.fullmatch(law)] == []


@pytest.mark.parametrize("code", sorted(RULES))
def test_the_same_thing_goes_by_the_same_name(code: str) -> None:
    assert [word for word in OUTDATED if any(word in sentence for sentence in prose(RULES[code]))] == []


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_key_stands_in_quotation_marks(code: str) -> None:
    bare = [KEY.findall(SET_OFF.sub("", sentence)) for sentence in prose(RULES[code])]

    assert [words for words in bare if words] == []


@pytest.mark.parametrize("code", sorted(RULES))
def test_what_explains_is_whole_sentences_and_what_names_is_not(code: str) -> None:
    known = RULES[code]

    assert not known.title.endswith("。")
    assert len(known.title) <= 24
    assert all(text.endswith("。") for text in (known.checks, known.why, *(option.about for option in known.options)))


def prose(known: Rule) -> Iterator[str]:
    """Everything that a rule says, without its examples."""
    yield from (known.title, known.checks, known.why)
    yield from (option.about for option in known.options)
    for wording in wordings(known):
        yield from (*wording.message, *wording.hint)


def test_the_program_knows_every_fact_that_a_message_needs() -> None:
    for code, usage in usages().items():
        needed = {
            name
            for wording in wordings(RULES[code])
            for sentence in (*wording.message, *wording.hint)
            for name in placeholders(sentence)
        }
        assert needed <= usage.facts, code


def test_every_variant_that_the_program_reports_has_words() -> None:
    for code, usage in usages().items():
        assert usage.variants <= set(RULES[code].variants), code


def test_an_example_is_readable_yaml_unless_the_rule_is_about_reading() -> None:
    for known in RULES.values():
        if known.code[0] not in "YI" and known.example_in != "path":
            list(yaml.compose_all(known.bad))
        if known.example_in != "path":
            list(yaml.compose_all(known.good))


def test_a_hint_that_lacks_a_fact_gives_way_to_the_next() -> None:
    message, hint = rule("S001").say("", {"key": "whoo", "near": "", "known": "who、when"})

    assert message == "“whoo”不是这里可用的键"
    assert hint == "删掉它，或者换成这里可用的键：who、when"


def test_the_nearest_name_is_offered_when_there_is_one() -> None:
    assert rule("S001").say("", {"key": "whoo", "near": "who", "known": "who、when"})[1] == "改成“who”"


def test_a_variant_has_words_of_its_own() -> None:
    facts = {"name": "客服砖员", "near": ""}

    assert rule("R001").say("role", facts)[0] == "没有叫“客服砖员”的岗位"
    assert rule("R001").say("form", facts)[0] == "没有叫“客服砖员”的表单"


def test_a_fact_is_never_taken_for_a_placeholder() -> None:
    assert rule("R002").say("", {"name": "{kind}{0.__class__}"})[0].startswith("“{kind}{0.__class__}”")


def test_a_missing_fact_leaves_a_gap_and_not_an_exception() -> None:
    assert rule("R002").say("", {})[0] == "“”已经声明过，一个名称只能声明一次"


@pytest.mark.parametrize("code", ["X999", "S999", "", "s001"])
def test_an_unknown_code_is_refused(code: str) -> None:
    with pytest.raises(UnknownRuleError):
        rule(code)


def wordings(known: Rule) -> Iterator[Wording]:
    yield known.wording
    yield from known.variants.values()


def codes_in_program() -> set[str]:
    return {
        node.value
        for tree in syntax_trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


def usages() -> dict[str, Usage]:
    """The facts and variants with which `finding` is called, by code, where the call names the code.

    A call whose code is a variable gives its facts to the codes that other calls of its module name.
    """
    found: dict[str, Usage] = defaultdict(Usage)
    for tree in syntax_trees():
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and reports(node)]
        named = {code for call in calls for code in texts_in(call.args[0])}
        for call in calls:
            facts = {name for keyword in call.keywords for name in facts_of(keyword, tree)}
            for code in texts_in(call.args[0]) or named:
                found[code].facts |= facts
            for code in texts_in(call.args[0]):
                found[code].variants |= {v for argument in call.args[2:] for v in texts_at(argument) if v}
    assert len(found) > 20
    return {code: usage for code, usage in found.items() if CODE.fullmatch(code)}


def reports(call: ast.Call) -> bool:
    return bool(call.args) and name_of(call.func) in ("finding", "_refuse")


def facts_of(keyword: ast.keyword, module: ast.Module) -> set[str]:
    """The facts that a keyword gives: itself, or with `**facts` the keys of the dictionary of that name."""
    if keyword.arg:
        return {keyword.arg}
    called = isinstance(keyword.value, ast.Call)
    name = name_of(keyword.value.func) if isinstance(keyword.value, ast.Call) else ast.unparse(keyword.value)
    makers = [
        node
        for node in ast.walk(module)
        if (isinstance(node, ast.FunctionDef) and called and node.name == name)
        or (isinstance(node, ast.Assign) and not called and name in ast.unparse(node.targets[0]))
    ]
    dictionaries = [node for maker in makers for node in ast.walk(maker) if isinstance(node, ast.Dict)]
    return {text for one in dictionaries for key in one.keys if key is not None for text in texts_at(key)}


def name_of(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def texts_at(expression: ast.expr) -> set[str]:
    """The text that the whole expression is, if it is one."""
    return texts_in(expression) if isinstance(expression, ast.Constant) else set()


def texts_in(expression: ast.expr) -> set[str]:
    return {n.value for n in ast.walk(expression) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def syntax_trees() -> Iterator[ast.Module]:
    return (ast.parse(file.read_text(encoding="utf-8")) for file in sorted(PACKAGE.rglob("*.py")))
