"""Forms as documents to print: one PDF a form, all its copies one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.derive.form_layout import form_layout
from generator.link.handbook import Handbook
from generator.locale import words
from generator.render.colors import palette
from generator.render.output import PrintJob
from generator.render.slug import slugs
from generator.render.templates import environment


def form_prints(handbook: Handbook, templates: Path) -> Iterator[PrintJob]:
    """Every form of the handbook; `templates` is the folder that holds `forms/` and `print/`."""
    settings = handbook.settings
    print_words = words(settings.language, "print")
    template = environment(templates, print_words).get_template("forms/form.html")
    colors = palette(settings.accent)
    stems = slugs(form.id for form in handbook.forms)
    for form in handbook.forms:
        html = template.render(form=form_layout(form, print_words), settings=settings, palette=colors)
        yield PrintJob(f"forms/{stems[form.id]}.pdf", print_words["form"]["name"].format(title=form.name), html)
