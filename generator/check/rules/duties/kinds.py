"""Whether the kind of a clause and its words say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.apart import are_far_apart
from generator.check.outline import Outline, from_within, outline
from generator.check.rules.duties.speech import first_sentence, names_of
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook
from generator.model import Kind

_FORBIDS = "不得|不准|不许|严禁|禁止|不可以|不允许"
_BINDS = "应当|应该|必须|务必"
_FREES = "可以|有权|准许"
_WORDS = re.compile(f"(?P<prohibition>{_FORBIDS})|(?P<duty>{_BINDS})|(?P<permission>(?<![只才方])(?:{_FREES}))")
_ALSO = {
    Kind.PROHIBITION: re.compile(f"{_FORBIDS}|不能|不要|不应|切勿|请勿|勿|谢绝|杜绝|严防|避免|不予|一律不"),
    Kind.PERMISSION: re.compile(f"{_FREES}|允许|(?<![认许不])可(?![能靠行疑观惜贵见])|自由|享有|不必|无需|无须|免予"),
}
"""What else says so where none of these words stands; a duty needs no word at all: 客服专员登记投诉."""


def other_kind(handbook: Handbook) -> Iterator[Diagnostic]:
    """D017: a duty that only forbids, a prohibition that does not, a statement that binds, and the like."""
    above = outline(handbook)
    for clause in handbook.clauses.values():
        kind = clause.spec.kind
        if kind in (Kind.DUTY, Kind.PROHIBITION, Kind.PERMISSION):
            said = _said(clause, above)
            if said is not kind:
                yield from _told(clause, said.value if said else "unsaid")
        elif variant := _asked_for(clause):
            yield from _told(clause, variant)


def _said(clause: Clause, above: Outline) -> Kind | None:
    """The kind that the words of a clause speak for: the first that says so decides, else those it is an item of."""
    kind = clause.spec.kind
    for one in from_within(clause, above):
        text = one.spec.text
        if one is not clause and one.spec.kind is not kind:
            continue
        found = _WORDS.search(text)
        if found is None:
            if kind is Kind.DUTY or _ALSO[kind].search(text):
                return kind
            continue
        said = Kind(found.lastgroup or "")
        if said is Kind.PERMISSION and kind is Kind.DUTY and re.search("义务|责任(?!人)", text):
            return kind
        return said
    return None


def _asked_for(clause: Clause) -> str:
    """How a definition, standard or statement nevertheless asks somebody to act: by a time, or by naming him first."""
    spec = clause.spec
    if spec.within or spec.every or spec.after or spec.ahead:
        return "act"
    if not spec.who:
        return ""
    text = first_sentence(spec.text)
    for word in _WORDS.finditer(text):
        if any(text.endswith(name, 0, word.start()) for bearer in clause.who for name in names_of(bearer)):
            return word.lastgroup or ""
    bound = spec.kind is not Kind.STANDARD and re.search(f"{_BINDS}|{_FORBIDS}", spec.text)
    return "act" if bound else ""


def _told(clause: Clause, variant: str) -> Iterator[Diagnostic]:
    """The finding at `kind`, and where the text is out of sight also there: nobody knows which of them is the slip."""
    kind, text = clause.spec.at("kind"), clause.spec.at("text")
    facts = {"clause": clause.label, "kind": clause.spec.kind}
    yield finding("D017", kind, variant, related=(Related(text, "text"),), **facts)
    if are_far_apart(kind, text):
        word = _WORDS.search(clause.spec.text)
        yield finding("D017", text, "text", related=(Related(kind, "kind"),), focus=word[0] if word else "", **facts)


RULES = (Rule("D017", other_kind),)
