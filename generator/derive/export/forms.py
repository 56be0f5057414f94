"""Forms with everything on them."""

from __future__ import annotations

from generator import model
from generator.derive.export.addresses import Addresses
from generator.derive.export.figures import RetentionRecord, retention_record
from generator.derive.export.record import Address, Record, record
from generator.derive.export.texts import TextRecord, text_record
from generator.link.handbook import Form


@record
class ColumnRecord(Record):
    """One column of a table field; widths are shares of each other."""

    label: str
    type: model.FieldType
    width: int
    unit: str | None = None
    options: tuple[str, ...] = ()


@record
class FieldRecord(Record):
    """One thing to fill in."""

    name: str
    """Unique in the form, and permanent."""
    label: str
    type: model.FieldType
    required: bool = False
    width: int | None = None
    """Quarters of the line."""
    lines: int | None = None
    rows: int | None = None
    options: tuple[str, ...] = ()
    columns: tuple[ColumnRecord, ...] = ()
    preset: tuple[tuple[str, ...], ...] = ()
    """Texts printed into the first rows of a table."""
    total: tuple[str, ...] = ()
    """Labels of the columns that are added up."""
    unit: str | None = None
    hint: str | None = None
    personal: str | None = None
    """What the personal data is collected for."""


@record
class SectionRecord(Record):
    """A group of fields."""

    title: str | None = None
    filled_by: Address | None = None
    fields: tuple[FieldRecord, ...]


@record
class CopyRecord(Record):
    """One copy and who gets it."""

    name: str
    """第一联, 第二联 …"""
    to: Address
    color: str | None = None
    use: str | None = None


@record
class SignatureRecord(Record):
    """One box of the sign-off row."""

    label: str
    who: tuple[Address, ...] = ()
    opinion: bool = False
    seal: bool = False


@record
class FormRecord(Record):
    """A form."""

    id: Address
    title: str
    aliases: tuple[str, ...] = ()
    code: str
    version: str
    status: model.Status
    replaced_by: Address | None = None
    """The form that is used in its place."""
    owner: Address
    keeper: Address
    number: str | None = None
    """The rule by which filled forms are numbered."""
    paper: model.Paper
    retention: RetentionRecord | None = None
    units: tuple[Address, ...]
    """The units that use it."""
    purpose: TextRecord
    copies: tuple[CopyRecord, ...] = ()
    sections: tuple[SectionRecord, ...]
    signatures: tuple[SignatureRecord, ...] = ()
    notes: tuple[TextRecord, ...] = ()
    source: tuple[str, ...] = ()
    added: str | None = None


def form_record(form: Form, addresses: Addresses) -> FormRecord:
    """A form."""
    spec = form.spec
    return FormRecord(
        id=addresses.of(form.target),
        title=spec.title,
        aliases=spec.aliases,
        code=spec.code,
        version=spec.version,
        status=spec.status,
        replaced_by=addresses.of(form.replaced_by) if form.replaced_by else None,
        owner=addresses.of(form.owner.target),
        keeper=addresses.of(form.keeper.target),
        number=spec.number,
        paper=spec.paper,
        retention=retention_record(spec.retention),
        units=addresses.of_all(form.units),
        purpose=text_record(form.purpose, addresses),
        copies=tuple(
            CopyRecord(name=copy.name, to=addresses.of(copy.to.target), color=copy.spec.color, use=copy.spec.use)
            for copy in form.copies
        ),
        sections=tuple(_section_record(section, addresses) for section in spec.sections),
        signatures=tuple(
            SignatureRecord(
                label=signature.spec.label,
                who=addresses.of_all(signature.who),
                opinion=signature.spec.opinion,
                seal=signature.spec.seal,
            )
            for signature in form.signatures
        ),
        notes=tuple(text_record(note, addresses) for note in form.notes),
        source=spec.source,
        added=spec.added,
    )


def _section_record(section: model.Section, addresses: Addresses) -> SectionRecord:
    return SectionRecord(
        title=section.title,
        filled_by=addresses.named(section.filled_by),
        fields=tuple(_field_record(field) for field in section.fields),
    )


def _field_record(field: model.Field) -> FieldRecord:
    return FieldRecord(
        name=field.name,
        label=field.label,
        type=field.type,
        required=field.required,
        width=field.width,
        lines=field.lines,
        rows=field.rows,
        options=field.options,
        columns=tuple(
            ColumnRecord(
                label=column.label, type=column.type, width=column.width, unit=column.unit, options=column.options
            )
            for column in field.columns
        ),
        preset=field.preset,
        total=field.total,
        unit=field.unit,
        hint=field.hint,
        personal=field.personal,
    )
