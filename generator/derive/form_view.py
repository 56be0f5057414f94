"""A form as it is read: what it is for, what it asks, who signs and receives it, and which clauses use it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.citations import in_words
from generator.derive.clause_view import Fact
from generator.derive.phrases import Words, fill, link, listed
from generator.derive.policy_view import told_units
from generator.link.handbook import Form, Handbook
from generator.link.targets import LinkedText, Mention
from generator.model import Field, FieldType, Section, Signature, Status


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: its label, what is written into it, and advice."""

    label: str
    type: str
    required: bool
    content: str
    hint: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """A group of fields."""

    title: str
    filled_by: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class CopyView:
    """One copy and who gets it."""

    name: str
    to: Mention
    color: str
    use: str


@dataclass(frozen=True, slots=True)
class SignatureView:
    """One box of the sign-off row."""

    label: str
    who: LinkedText
    marks: str


@dataclass(frozen=True, slots=True)
class FormView:
    """Everything on a form's page."""

    form: Form
    notice: LinkedText
    aliases: str
    head: tuple[Fact, ...]
    sections: tuple[SectionView, ...]
    copies: tuple[CopyView, ...]
    signatures: tuple[SignatureView, ...]
    uses: tuple[LinkedText, ...]


def form_view(handbook: Handbook, form: Form, words: Words) -> FormView:
    """A form in words."""
    spec = form.spec
    return FormView(
        form=form,
        notice=_notice(handbook, form, words),
        aliases=words["join"]["names"].join(spec.aliases),
        head=tuple(_head(handbook, form, words)),
        sections=tuple(_section(section, words) for section in spec.sections),
        copies=tuple(
            CopyView(copy.name, link(copy.to), copy.spec.color or "", copy.spec.use or "") for copy in form.copies
        ),
        signatures=tuple(
            SignatureView(signature.spec.label, listed(signature.who, words), _marks(signature.spec, words))
            for signature in form.signatures
        ),
        uses=tuple(
            in_words(handbook, user, words)
            for user in dict.fromkeys(use.by for use in handbook.uses.get(form.target, ()))
            if user != form.target
        ),
    )


def _notice(handbook: Handbook, form: Form, words: Words) -> LinkedText:
    """That the form is not to be used, and what is instead; empty for a form in force."""
    status, newer = form.spec.status, form.replaced_by
    if status is Status.IN_FORCE:
        return ()
    if status is Status.REPEALED and newer:
        return fill(words["form"]["replaced"], newer=(Mention(handbook.titles[newer], newer),))
    return (words["form"][status.value],)


def _head(handbook: Handbook, form: Form, words: Words) -> Iterator[Fact]:
    spec, label = form.spec, words["form"]
    yield Fact("code", label["code"], (spec.code,))
    yield Fact("version", label["version"], (spec.version,))
    yield Fact("owner", label["owner"], (link(form.owner),))
    yield Fact("keeper", label["keeper"], (link(form.keeper),))
    yield Fact("retention", label["retention"], (str(spec.retention),))
    if spec.number:
        yield Fact("number", label["number"], (spec.number,))
    yield Fact("paper", label["paper"], (label["papers"][spec.paper.value],))
    yield Fact("units", label["units"], told_units(handbook, form.units, words))


def _section(section: Section, words: Words) -> SectionView:
    filled_by = words["form"]["filled_by"].format(who=section.filled_by) if section.filled_by else ""
    return SectionView(section.title or "", filled_by, tuple(_field(field, words) for field in section.fields))


def _field(field: Field, words: Words) -> FieldView:
    told, names = words["form"], words["join"]["names"]
    if field.type is FieldType.TABLE:
        content = names.join(column.label for column in field.columns)
    else:
        content = names.join(field.options) or field.unit or ""
    personal = told["personal"].format(purpose=field.personal) if field.personal else ""
    hint = words["join"]["parts"].join(part for part in (field.hint, personal) if part)
    return FieldView(field.label, words["field"][field.type.value], field.required, content, hint)


def _marks(signature: Signature, words: Words) -> str:
    told = words["form"]
    marks = ((signature.opinion, told["opinion"]), (signature.seal, told["seal"]))
    return str(words["join"]["names"].join(text for wanted, text in marks if wanted))
