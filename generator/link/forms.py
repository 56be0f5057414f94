"""Forms, linked."""

from __future__ import annotations

from collections.abc import Mapping

from generator import model
from generator.link.handbook import Copy, Form, Signature
from generator.link.resolver import Resolver
from generator.link.targets import Target, TargetKind
from generator.model.passages import plain_form_texts
from generator.quantities import chinese_number


def link_form(form_id: str, spec: model.Form, resolver: Resolver, patterns: Mapping[str, str]) -> Form:
    """Link one form; `patterns` are the words of `names.yml` under `numbers`."""
    target = Target(TargetKind.FORM, form_id)
    copies = tuple(
        Copy(
            copy,
            patterns["copy"].format(number=chinese_number(position)),
            resolver.bearer(copy.to, target, copy, "to"),
        )
        for position, copy in enumerate(spec.copies, start=1)
    )
    signatures = tuple(
        Signature(signature, resolver.bearers(signature.who, target, signature, "who")) for signature in spec.signatures
    )
    units = resolver.units(spec.applies_to, target, spec, "applies_to")
    for section in spec.sections:
        if section.filled_by:
            resolver.bearer(section.filled_by, target, section, "filled_by")
    for _, part, path, text in plain_form_texts(spec):
        resolver.look_up(text, target, part, *path)
    newer = resolver.one(TargetKind.FORM, spec.replaced_by, target, spec, "replaced_by") if spec.replaced_by else None
    return Form(
        form_id,
        spec,
        resolver.department(spec.owner, target, spec, "owner"),
        resolver.bearer(spec.keeper, target, spec, "keeper"),
        units or tuple(resolver.built.units.values()),
        copies,
        signatures,
        resolver.text(spec.purpose, target, spec, "purpose"),
        tuple(resolver.text(note, target, spec, "notes", at) for at, note in enumerate(spec.notes)),
        newer,
    )
