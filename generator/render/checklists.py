"""Checklists as documents to print: one PDF a department that has duties."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.derive.checklists import checklists
from generator.link.handbook import Handbook
from generator.locale import words
from generator.render.colors import palette
from generator.render.output import PrintJob
from generator.render.slug import slugs
from generator.render.templates import environment


def checklist_prints(handbook: Handbook, templates: Path) -> Iterator[PrintJob]:
    """The sheet of every department that has one; `templates` holds `checklists/` and `print/`."""
    settings = handbook.settings
    print_words = words(settings.language, "print")
    told = {**words(settings.language, "site"), **print_words}
    template = environment(templates, print_words).get_template("checklists/checklist.html")
    colors = palette(settings.accent)
    stems = slugs(department.name for department in handbook.departments)
    for department, checklist in checklists(handbook, told):
        title = print_words["checklist"]["title"].format(department=department.name)
        html = template.render(title=title, checklist=checklist, settings=settings, palette=colors)
        yield PrintJob(
            f"checklists/{stems[department.name]}.pdf", print_words["checklist"]["name"].format(title=title), html
        )
