"""The first text of a policy or a form, from the templates in `locale/<language>/new`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from datetime import date
from pathlib import PurePosixPath
from string import Template

from generator.link.handbook import Handbook
from generator.locale import FOLDER, LANGUAGE
from generator.model.load import FORMS, SOURCE

_PLAIN = re.compile(r"[\w《》（）·]([\w《》（）·、.-]*[\w《》（）·])?")
_LOOKS_LIKE_ANOTHER_TYPE = re.compile(r"[\d.]+|true|false|null|yes|no|on|off", re.IGNORECASE)


def scalar(text: str) -> str:
    """A text as one YAML scalar: plain where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and not _LOOKS_LIKE_ANOTHER_TYPE.fullmatch(text):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"


def policy_path(policy_id: str, folder: str) -> str:
    """Where a new policy goes, relative to the project."""
    return str(SOURCE / "policies" / folder / f"{policy_id}.yml")


def form_path(form_id: str) -> str:
    """Where a new form goes, relative to the project."""
    return str(FORMS / f"{form_id}.yml")


def policy_text(handbook: Handbook, title: str, path: str, effective: date) -> str:
    """A policy that passes the check, owned by the first department until its editor decides."""
    department = handbook.departments[0]
    return _fill(
        "policy",
        schema=_schema("policy", path),
        title=scalar(title),
        category=scalar(handbook.settings.categories[0]),
        owner=scalar(department.name),
        approver=scalar(handbook.head_of[department].name),
        effective=effective.isoformat(),
    )


def form_text(handbook: Handbook, title: str, path: str, code: str) -> str:
    """A form that passes the check, but for no clause asking for it yet."""
    department = handbook.departments[0]
    return _fill(
        "form",
        schema=_schema("form", path),
        title=scalar(title),
        code=code,
        owner=scalar(department.name),
        head=scalar(handbook.head_of[department].name),
    )


def free_code(form_id: str, used: Iterable[str]) -> str:
    """A form code that nobody uses: the initials of the id and the next number, such as LR-01."""
    taken = set(used)
    initials = "".join(word[0] for word in form_id.split("-"))[:2].upper()
    return next(code for n in range(1, len(taken) + 2) if (code := f"{initials}-{n:02}") not in taken)


def _schema(name: str, path: str) -> str:
    """The JSON Schema that editors complete from, as seen from a file at `path`."""
    return os.path.relpath(f"build/schema/{name}.schema.json", PurePosixPath(path).parent)


def _fill(name: str, **facts: str) -> str:
    template = (FOLDER / LANGUAGE / "new" / f"{name}.yml").read_text(encoding="utf-8")
    return Template(template).substitute(facts)
