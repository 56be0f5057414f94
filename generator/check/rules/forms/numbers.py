"""Whether each filled form has a number of its own, and the forms have codes of one pattern."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.check.absent import place_of_absent
from generator.check.rules.forms.fields import fields_of
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Form, Handbook
from generator.model import FieldType

_PART = re.compile(r"\{([^{}]*)\}")
_KNOWN = re.compile(r"yyyy|yy|mm|dd|seq:[1-9]")
_ENOUGH = 2
"""So many other forms must have codes of one pattern before another counts as a slip."""


def without_number(handbook: Handbook) -> Iterator[Diagnostic]:
    """F012: a form that is signed, handed out in copies or about money has no rule for numbering it."""
    for form in handbook.forms:
        reason = _why_numbered(form)
        if not form.spec.number and reason:
            yield finding("F012", place_of_absent(form.spec, "number"), reason, form=form.name)


def _why_numbered(form: Form) -> str:
    if len(form.copies) > 1:
        return "copies"
    if any(FieldType.MONEY in (one.type, *(column.type for column in one.columns)) for one in fields_of(form)):
        return "money"
    return "signed" if form.signatures else ""


def number_rules(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """F013: a number rule with an unknown part, or by which two filled forms get the same number."""
    for form in handbook.forms:
        number = form.spec.number
        if not number:
            continue
        place = form.spec.at("number")
        parts = _PART.findall(number)
        unknown = next((part for part in parts if not _KNOWN.fullmatch(part)), None)
        known = {part.partition(":")[0] for part in parts}
        if unknown is not None or number.count("{") != len(parts) or number.count("}") != len(parts):
            said = f"{{{unknown}}}" if unknown is not None else number
            yield finding("F013", place, "unknown", part=said)
        elif not known:
            yield finding("F013", place, "fixed", number=number)
        elif "seq" not in known and not _is_by_period(form, options):
            yield finding("F013", place, "running", form=form.name)
        elif ("mm" in known and not known & {"yyyy", "yy"}) or ("dd" in known and "mm" not in known):
            yield finding("F013", place, "repeated", number=number)


def _is_by_period(form: Form, options: Options) -> bool:
    """Whether one sheet of the form holds all of a month or year, so that the date alone tells the sheets apart."""
    return any(word in form.name for word in options.words)


def same_prefix(handbook: Handbook) -> Iterator[Diagnostic]:
    """F014: two forms whose numbers begin alike, so that a number does not tell which form it is of.

    Where the beginning is that of the code of one of them, the others are wrong; else any may be, so each is told.
    """
    by_prefix: defaultdict[str, list[Form]] = defaultdict(list)
    for form in handbook.forms:
        if form.spec.number:
            by_prefix[form.spec.number.partition("{")[0]].append(form)
    for prefix, forms in by_prefix.items():
        own = [form for form in forms if _letters(prefix) == _letters(form.spec.code)]
        right = own[0] if own else None
        for form in forms if len(forms) > 1 else ():
            if form is right:
                continue
            other = right or next(one for one in forms if one is not form)
            related = (Related(other.spec.at("number"), "other"),)
            yield finding("F014", form.spec.at("number"), related=related, prefix=prefix, other=other.name)


def prefix_and_code(handbook: Handbook) -> Iterator[Diagnostic]:
    """F015: the numbers begin with a code that is not the form's own."""
    for form in handbook.forms:
        prefix = (form.spec.number or "").partition("{")[0]
        if not re.search("[A-Za-z][0-9]|[0-9][A-Za-z]", _bare(prefix)):
            continue
        if _bare(prefix) != _bare(form.spec.code):
            related = (Related(form.spec.at("code"), "code"),)
            yield finding("F015", form.spec.at("number"), related=related, prefix=prefix, code=form.spec.code)


def _letters(code: str) -> str:
    return re.sub("[^A-Za-z]", "", code)


def _bare(code: str) -> str:
    return re.sub("[^A-Za-z0-9]", "", code)


def code_patterns(handbook: Handbook) -> Iterator[Diagnostic]:
    """F016: a form code that looks unlike those of the other forms."""
    patterns = Counter(_pattern(form.spec.code) for form in handbook.forms)
    if not patterns:
        return
    common, often = patterns.most_common(1)[0]
    if often < _ENOUGH or often < 0.8 * (len(handbook.forms) - 1):
        return
    example = next(form for form in handbook.forms if _pattern(form.spec.code) == common)
    for form in handbook.forms:
        if _pattern(form.spec.code) != common:
            related = (Related(example.spec.at("code"), "example"),)
            code, other = form.spec.code, example.spec.code
            yield finding("F016", form.spec.at("code"), related=related, code=code, example=other)


def _pattern(code: str) -> str:
    """The code with every run of letters as one letter and every digit as 0: `KS-01` becomes `A-00`."""
    return re.sub("[0-9]", "0", re.sub("[A-Z]+", "A", code))


RULES = (
    Rule("F012", without_number),
    TunedRule("F013", number_rules),
    Rule("F014", same_prefix),
    Rule("F015", prefix_and_code),
    Rule("F016", code_patterns),
)
