"""Whether those who fill in a form exist where it is used."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.naming import units_of
from generator.check.rules.forms.bearers import BearerNames
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.model import Organization


def absent_fillers(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """F029: a section is to be filled in by somebody who is in none of the units that use the form."""
    names = BearerNames(handbook)
    for form in handbook.forms:
        for section in form.spec.sections:
            filler = names.called(section.filled_by) if section.filled_by else None
            present = units_of(filler) if filler else frozenset()
            is_above = any(word in unit.name for unit in present for word in options.words)
            if filler and present and not is_above and present.isdisjoint(form.units):
                units = "、".join(unit.name for unit in form.units)
                place = section.at("filled_by")
                yield finding("F029", place, name=filler.name, form=form.name, units=units)


RULES = (TunedRule("F029", absent_fillers, frozenset({Organization})),)
