"""Checklists as documents to print: one PDF for the units of a department that have the same to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.derive.checklists import Sheet, checklist, sheets
from generator.derive.phrases import Words
from generator.link.handbook import Handbook
from generator.locale import words
from generator.render.colors import palette
from generator.render.output import PrintJob
from generator.render.slug import slugs
from generator.render.templates import environment


def checklist_prints(handbook: Handbook, templates: Path) -> Iterator[PrintJob]:
    """Every sheet; `templates` holds `checklists/` and `print/`."""
    settings = handbook.settings
    print_words = words(settings.language, "print")
    told = {**words(settings.language, "site"), **print_words}
    names = print_words["checklist"]
    template = environment(templates, print_words).get_template("checklists/checklist.html")
    colors = palette(settings.accent)
    every = [sheet for of_department in sheets(handbook).values() for sheet in of_department]
    paths = checklist_paths(handbook, every)
    for sheet in every:
        title = _title(sheet, names)
        found = checklist(handbook, sheet, told)
        html = template.render(title=title, checklist=found, settings=settings, palette=colors)
        yield PrintJob(paths[sheet], names["name"].format(title=title), html)


def checklist_paths(handbook: Handbook, every: Iterable[Sheet]) -> dict[Sheet, str]:
    """The file of each of all sheets: 部门.pdf, and 部门-单位.pdf (the first of its units) if there are several."""
    names = {sheet: _name(sheet) for sheet in every}
    stems = slugs((*(department.name for department in handbook.departments), *names.values()))
    return {sheet: f"checklists/{stems[name]}.pdf" for sheet, name in names.items()}


def _title(sheet: Sheet, names: Words) -> str:
    key = "title" if sheet.only else "title_of_unit" if len(sheet.units) == 1 else "title_of_units"
    title: str = names[key].format(department=sheet.department.name, unit=sheet.units[0].name, count=len(sheet.units))
    return title


def _name(sheet: Sheet) -> str:
    # No name has a line break: that of a department's own sheet can't be taken for that of another's unit.
    return sheet.department.name if sheet.only else f"{sheet.department.name}\n{sheet.units[0].name}"
