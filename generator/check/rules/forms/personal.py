"""Whether a form says what it needs personal data for, and keeps them no longer than that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import model
from generator.check.rules.forms.fields import every_field, fields_of
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Form, Handbook
from generator.model import FieldType

_CONTACT = (FieldType.PHONE, FieldType.EMAIL, FieldType.ADDRESS)
_CONTACT_LABEL = re.compile("(?:联系|家庭|移动|客户|本人)电话|手机|微信号|住址|电子邮箱")
_NAMING = (FieldType.TEXT, FieldType.PERSON)
_DAYS_A_YEAR = 365
_OF_A_FIRM = ("买受人", "销售方", "购买方", "单位", "公司", "供应商", "厂", "店", "施工", "活动")

Fillable = model.Field | model.Column


def sensitive_data(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """F026: identity, health and other sensitive data are asked for, and the form does not say what for."""
    for field in every_field(handbook):
        for part in _without_purpose(field):
            if _is_sensitive(part, options):
                yield _finding("F026", field, part)


def personal_data(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """F027: the telephone, address or name of somebody outside is asked for, and the form does not say what for.

    Names in the rows of a table are only a remark about whom something was done for.
    """
    for field in every_field(handbook):
        for part in _without_purpose(field):
            is_contact = (part.type in _CONTACT or _CONTACT_LABEL.search(part.label)) and not _is_of_a_firm(part)
            is_name = part is field and part.type in _NAMING and any(word in part.label for word in options.words)
            if is_contact or is_name:
                yield _finding("F027", field, part)


def _without_purpose(field: model.Field) -> tuple[Fillable, ...]:
    """The field and its columns, unless the field states a purpose, which holds for its columns too."""
    return () if field.personal else (field, *field.columns)


def _finding(code: str, field: model.Field, part: Fillable) -> Diagnostic:
    variant = "" if part is field else "column"
    return finding(code, part.at("label"), variant, label=part.label, field=field.label)


def _is_sensitive(part: Fillable, options: Options) -> bool:
    return part.type is FieldType.ID_NUMBER or any(word in part.label for word in options.words)


def _is_of_a_firm(part: Fillable) -> bool:
    """Whether an address or number is that of a firm or a place and not of a person."""
    return any(word in part.label for word in _OF_A_FIRM)


def kept_too_long(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """F028: sensitive data are kept longer than the limit in years. Those kept for ever are the law's matter."""
    for form in handbook.forms:
        retention = form.spec.retention
        if isinstance(retention, str) or retention.longest_days() <= options.limit * _DAYS_A_YEAR:
            continue
        part = _first_sensitive(form, options)
        if part:
            related = (Related(part.at("label"), "field"),)
            place = form.spec.at("retention")
            yield finding("F028", place, related=related, form=form.name, label=part.label, retention=retention)


def _first_sensitive(form: Form, options: Options) -> Fillable | None:
    for field in fields_of(form):
        parts: tuple[Fillable, ...] = (field, *field.columns)
        for part in parts:
            if _is_sensitive(part, options):
                return part
    return None


RULES = (
    TunedRule("F026", sensitive_data),
    TunedRule("F027", personal_data),
    TunedRule("F028", kept_too_long),
)
