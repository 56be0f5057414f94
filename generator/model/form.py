"""A form: paper or PDF that records what a clause asks for."""

from __future__ import annotations

from enum import StrEnum

from generator.model.base import Model
from generator.model.status import Status
from generator.model.values import Id, Name, Names, Retention, SourceIds, Switch, Text, Whole
from generator.model.waiver import Waivable


class FieldType(StrEnum):
    """What is written into a field, and so how much room it gets and how it is checked."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    NUMBER = "number"
    MONEY = "money"
    PERCENTAGE = "percentage"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    PERIOD = "period"
    CHOICE = "choice"
    CHOICES = "choices"
    CHECK = "check"
    PERSON = "person"
    DEPARTMENT = "department"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    ID_NUMBER = "id-number"
    SIGNATURE = "signature"
    TABLE = "table"
    NOTE = "note"


class Paper(StrEnum):
    """Sheet and direction of a printed form."""

    A4 = "A4"
    A4_LANDSCAPE = "A4-landscape"
    A5 = "A5"
    A5_LANDSCAPE = "A5-landscape"


class Column(Model):
    """One column of a table field; widths are shares of each other."""

    label: Name
    type: FieldType = FieldType.TEXT
    width: Whole = 1
    unit: Name | None = None
    options: tuple[Name, ...] = ()


class Field(Model):
    """One thing to fill in; `width` counts quarters of the line, 1 to 4."""

    name: Id
    label: Name
    type: FieldType = FieldType.TEXT
    required: Switch = False
    width: Whole | None = None
    lines: Whole | None = None
    rows: Whole | None = None
    options: tuple[Name, ...] = ()
    columns: tuple[Column, ...] = ()
    preset: tuple[tuple[str, ...], ...] = ()
    total: tuple[Name, ...] = ()
    unit: Name | None = None
    hint: Text | None = None
    personal: Text | None = None


class Section(Model):
    """A titled group of fields."""

    title: Name | None = None
    filled_by: Name | None = None
    fields: tuple[Field, ...]


class Copy(Model):
    """One copy (联) of a form: who gets it, on which colour of paper, what for."""

    to: Name
    color: Name | None = None
    use: Text | None = None


class Signature(Model):
    """A box of the sign-off row."""

    label: Name
    who: Names = ()
    opinion: Switch = False
    seal: Switch = False


class Form(Waivable):
    """One form as its editor wrote it; its id is the stem of its file's name."""

    title: Name
    aliases: tuple[Name, ...] = ()
    code: Name
    version: Name
    status: Status = Status.IN_FORCE
    replaced_by: Name | None = None
    owner: Name
    keeper: Name
    number: Name | None = None
    paper: Paper = Paper.A4
    retention: Retention
    applies_to: Names = ()
    purpose: Text
    copies: tuple[Copy, ...] = ()
    sections: tuple[Section, ...]
    signatures: tuple[Signature, ...] = ()
    notes: tuple[Text, ...] = ()
    source: SourceIds = ()
    added: Text | None = None
