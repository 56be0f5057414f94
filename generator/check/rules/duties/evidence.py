"""Whether what has been done can be shown afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.absent import end_of_those_before
from generator.check.apart import are_far_apart
from generator.check.outline import Outline, from_within, outline
from generator.check.rules.duties.speech import first_sentence, names_of
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Bearer, Clause, Handbook
from generator.link.targets import Mention, Target, TargetKind
from generator.model import Form as FormFile
from generator.model import Kind

_AND = "(?:、|和|与|及|或者|或)?"
_AGAIN = f"(?:{_AND}《[^》]*》)*"
_ONLY_CITED_BEFORE = re.compile(
    r"(?:收到|受理|送来|送回|填回|退回|转来|依据|根据|依照|按照?|对照|核对|审核|查阅|连同|凭|扣除|所列|影印)[^，。；《》]{0,8}"
    f"{_AGAIN}{_AND}$"
)
_ONLY_CITED_AFTER = re.compile(rf"{_AGAIN}(?:以前|之前|前|时|之后|以后|后|起|的|所)")
_FILLED_BEFORE = re.compile(rf"(?:填写|填报|填具|填好|填妥|开具|开立|记入|填入|写入|登入|提交){_AGAIN}{_AND}$")

_TITLE = re.compile(r"《[^》]*》")
_BY_OTHERS = re.compile(r"[报送交请由][^，、。；]*$")
"""What is written down by those to whom it is sent: 报办公室登记."""


def unlisted_form(handbook: Handbook) -> Iterator[Diagnostic]:
    """D010: a text that has a form filled in or used which the clause does not list."""
    above = outline(handbook)
    for clause in handbook.clauses.values():
        if "《" not in clause.spec.text:
            continue
        listed = {form.id for form in clause.forms}
        named = [span for span in clause.text if not isinstance(span, str) and span.target.kind is TargetKind.FORM]
        unlisted = [span for span in named if span.target.key not in listed]
        if listed and unlisted and len(unlisted) == len(named):
            yield _unlisted(clause, unlisted[0], handbook)
            continue
        if clause.spec.kind in (Kind.DEFINITION, Kind.STATEMENT):
            continue
        for span in unlisted:
            if _is_used(span.text, clause) and not _is_listed_above(clause, span.target, above):
                yield _unlisted(clause, span, handbook)
                yield from _where_it_belongs(clause, "D010", "form", form=handbook.form_by_id[span.target.key].name)


def _where_it_belongs(clause: Clause, code: str, key: str, **facts: str) -> Iterator[Diagnostic]:
    """The finding again where the key would stand, if it has none and its text is out of sight from there."""
    text, place = clause.spec.at("text"), end_of_those_before(clause.spec, key)
    if not getattr(clause.spec, key) and are_far_apart(text, place):
        yield finding(code, place, related=(Related(text, "text"),), clause=clause.label, **facts)


def _is_listed_above(clause: Clause, form: Target, above: Outline) -> bool:
    return any(listed.target == form for one in from_within(clause, above) for listed in one.forms)


def _unlisted(clause: Clause, mention: Mention, handbook: Handbook) -> Diagnostic:
    """The finding at the forms listed, one of which may be the wrong one, or else where the text names the form."""
    key, focus = ("form", "") if clause.spec.form else ("text", mention.text)
    form = handbook.form_by_id[mention.target.key]
    return finding("D010", clause.spec.at(key), focus=focus, clause=clause.label, form=form.name)


def _is_used(title: str, clause: Clause) -> bool:
    """Whether the clause has the form used, rather than only naming a paper that is there already."""
    before, _, after = clause.spec.text.partition(title)
    if clause.spec.kind in (Kind.DUTY, Kind.PERMISSION):
        return not (_ONLY_CITED_BEFORE.search(before) or _ONLY_CITED_AFTER.match(after))
    return bool(_FILLED_BEFORE.search(before)) and not _ONLY_CITED_AFTER.match(after)


def without_evidence(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """D011: a duty to write something down that has neither a form nor a record."""
    above = outline(handbook)
    written = re.compile(
        rf"(?:应当|应该|必须|务必)[^。；]*?({'|'.join(map(re.escape, options.words))})"
        "(?!各|有关|相关|《)"
    )
    names = _names_with(options.words, handbook)
    for clause in handbook.clauses.values():
        spec = clause.spec
        if spec.kind is not Kind.DUTY or spec.form or spec.record:
            continue
        sentence = _TITLE.sub("《", first_sentence(spec.text))
        found = written.search(names.sub("", sentence) if names else sentence)
        if not found or any(one.forms or one.keeper for one in from_within(clause, above)):
            continue
        if not _BY_OTHERS.search(found[0], 0, found.start(1) - found.start()):
            yield finding("D011", spec.at("text"), focus=found[1], clause=clause.label, word=found[1])
            yield from _where_it_belongs(clause, "D011", "record", word=found[1])


def _names_with(words: tuple[str, ...], handbook: Handbook) -> re.Pattern[str] | None:
    """The declared names that have one of the words in them: 归档 in the group 机关归档部门."""
    bearers: tuple[Bearer, ...] = (
        *handbook.units,
        *handbook.departments,
        *handbook.roles,
        *handbook.groups,
    )
    names = (name for bearer in bearers for name in names_of(bearer) if any(word in name for word in words))
    longest_first = sorted(map(re.escape, names), key=lambda name: (-len(name), name))
    return re.compile("|".join(longest_first)) if longest_first else None


def without_retention(handbook: Handbook) -> Iterator[Diagnostic]:
    """D012: a record of which nobody knows how long to keep it."""
    for clause in handbook.clauses.values():
        record = clause.spec.record
        if record and not record.retention:
            yield finding("D012", record.at("name"), clause=clause.label, record=record.name)


RULES = (
    Rule("D010", unlisted_form, needs=frozenset({FormFile})),
    TunedRule("D011", without_evidence),
    Rule("D012", without_retention),
)
