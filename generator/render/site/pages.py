"""The pages of the site: each view with the template that prints it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from generator.derive.clause_view import Reading, reading
from generator.derive.consequences import all_penalties
from generator.derive.form_view import form_view
from generator.derive.organization_view import concerns, department_view, group_view, role_view, unit_view
from generator.derive.overview import laws_view, measures_view, overview, terms_view
from generator.derive.phrases import Words
from generator.derive.policy_view import policy_view, scheme_view
from generator.link.handbook import Handbook
from generator.link.targets import LinkedText, Mention, Target, plain
from generator.locale import words as locale_words
from generator.render.checklists import checklist_paths
from generator.render.output import Page
from generator.render.site.addresses import Addresses, addresses
from generator.render.site.beside import side_by_side
from generator.render.site.colors import accent_css
from generator.render.site.html import anchor, heading, linked
from generator.render.templates import environment

_UP = "../"
_WORTH_A_PROCESS = 1000
"""Clauses: with fewer the pages are made before a second process could help."""


@dataclass(frozen=True, slots=True)
class Press:
    """What every page is printed with; the templates of each depth have filters that link from there."""

    reading: Reading
    addresses: Addresses
    templates: tuple[Environment, ...]

    @property
    def handbook(self) -> Handbook:
        """What is printed."""
        return self.reading.handbook

    @property
    def words(self) -> Words:
        """In which words."""
        return self.reading.words

    def page(self, path: str, template: str, title: str, description: str, **views: Any) -> Page:
        """One page at `path`."""
        depth = path.count("/")
        content = (
            self.templates[depth]
            .get_template(f"pages/{template}.md")
            .render(
                up=_UP * depth,
                title=title,
                front_title=_front(title),
                front_description=_front(description),
                settings=self.handbook.settings,
                **views,
            )
        )
        return Page(path, content)


def press(handbook: Handbook, templates: Path) -> Press:
    """The press for a handbook, with the templates in `templates`/site."""
    language = handbook.settings.language
    words = {**locale_words(language, "names"), **locale_words(language, "site")}
    found = addresses(handbook)
    depths = (_environment(templates / "site", words, found, _UP * depth) for depth in range(2))
    return Press(reading(handbook, words), found, tuple(depths))


def _environment(templates: Path, words: Words, found: Addresses, up: str) -> Environment:
    def href(target: Target) -> str:
        return up + found[target]

    @cache
    def link(mention: Mention) -> str:
        return anchor(href(mention.target), mention.text)

    @cache  # a clause's text stands on its policy's page, its bearers' and their departments'
    def html(text: LinkedText) -> Markup:
        return linked(text, link)

    made = environment(templates, words)
    made.filters.update(href=href, html=html, heading=heading, plain=plain)
    made.filters.update(anchor=found.anchor, stem=found.stem, has_page=found.has_page)
    return made


def all_pages(press: Press, jobs: int) -> Iterator[Page]:
    """Every page of the site, and the style sheet with the handbook's accent colour."""
    if jobs > 1 and len(press.handbook.clauses) >= _WORTH_A_PROCESS and hasattr(os, "fork"):
        yield from side_by_side(partial(_organization, press), partial(_documents, press))
    else:
        yield from _documents(press)
        yield from _organization(press)


def _documents(press: Press) -> Iterator[Page]:
    """Policies, forms and lists: about as much work as the pages of the organization."""
    for pages in (_policies, _forms, _lists):
        yield from pages(press)
    yield Page("assets/css/accent.css", accent_css(press.handbook.settings.accent))


def _policies(press: Press) -> Iterator[Page]:
    for policy in press.handbook.policies:
        path = press.addresses.page(policy.target)
        view = policy_view(press.reading, policy)
        yield press.page(path, "policy", policy.name, plain(policy.summary), view=view)


def _organization(press: Press) -> Iterator[Page]:
    handbook, words = press.handbook, press.words
    found = concerns(handbook, words)
    pdfs = checklist_paths(handbook, (sheet for sheets in found.checklists.values() for sheet in sheets))
    for department in handbook.departments:
        yield press.page(
            press.addresses.page(department.target),
            "department",
            department.name,
            words["department"]["description"].format(name=department.name),
            view=department_view(handbook, department, found, words),
            pdfs=pdfs,
        )
    for role in handbook.roles:
        yield press.page(
            press.addresses.page(role.target),
            "role",
            role.name,
            words["role"]["description"].format(name=role.name),
            view=role_view(press.reading, role, found),
        )
    groups = tuple(group_view(handbook, group, found, words) for group in handbook.groups)
    for view in groups:
        if press.addresses.has_page(view.group.target):
            name = view.group.name
            described = words["group"]["description"].format(name=name)
            yield press.page(press.addresses.page(view.group.target), "group", name, described, view=view)
    yield _list(press, "groups", groups=groups)
    units = tuple(unit_view(handbook, unit, words) for unit in handbook.units)
    yield _list(press, "units", units=units)


def _forms(press: Press) -> Iterator[Page]:
    for form in press.handbook.forms:
        yield press.page(
            press.addresses.page(form.target),
            "form",
            form.name,
            plain(form.purpose),
            view=form_view(press.handbook, form, press.words),
            pdf=f"files/forms/{press.addresses.stem(form.target)}.pdf",
        )


def _lists(press: Press) -> Iterator[Page]:
    handbook, words, settings = press.handbook, press.words, press.handbook.settings
    view = overview(handbook, words)
    described = words["home"]["description"].format(
        company=settings.company, title=settings.title, summary=settings.summary
    )
    yield press.page("index.md", "home", settings.company + settings.title, described, view=view)
    for folder in ("policies", "departments", "roles", "forms"):
        told = words[folder]
        yield press.page(f"{folder}/index.md", folder, told["title"], told["description"], view=view)
    yield _list(
        press,
        "penalties",
        policies=all_penalties(handbook, press.reading.penalties),
        measures=measures_view(handbook, words),
    )
    shared = tuple(scheme_view(scheme, words) for scheme in handbook.levels if scheme.policy is None)
    yield _list(press, "terms", terms=terms_view(handbook, words), schemes=shared)
    yield _list(press, "laws", laws=laws_view(handbook, words))


def _list(press: Press, name: str, **views: Any) -> Page:
    told = press.words[name]
    return press.page(f"{name}.md", name, told["title"], told["description"], **views)


def _front(text: str) -> Markup:
    """A text for the front matter: a YAML string that stays text when the theme puts it into HTML unescaped."""
    line = "".join(character for character in " ".join(text.split()) if character.isprintable())
    return Markup(json.dumps(str(escape(line)), ensure_ascii=False))  # noqa: S704  # escaped, then quoted
