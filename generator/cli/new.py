"""`handbook new`: the beginning of a policy, a form or a role."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.project import CannotRun, project_option
from generator.cli.words import described, say

if TYPE_CHECKING:
    from generator.link.handbook import Department, Group, Handbook, Role, Unit

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_EXAMPLE = "leave-request"


@click.group(**described("new"), subcommand_metavar=say("metavar.subcommand"))
def new() -> None:
    """Make something new."""


@new.command("policy", **described("new_policy"))
@click.argument("name", metavar=say("metavar.name"))
@click.option("--id", "given_id", metavar="ID", help=say("option.id"))
@click.option("--folder", default="", metavar=say("metavar.folder"), help=say("option.folder"))
@project_option
def policy(name: str, given_id: str | None, folder: str, project: Path) -> None:
    """Write a policy that passes the check and explains what to fill in."""
    from generator.cli import starter  # noqa: PLC0415  # --help must not wait for the model

    policy_id = _id(name, given_id)
    if folder and not all(_ID.fullmatch(part) for part in folder.split("/")):
        raise CannotRun(say("message.bad_folder", folder=folder))
    handbook = _handbook(project)
    if policy_id in handbook.policy_by_id:
        raise CannotRun(say("message.id_taken", id=policy_id, file=handbook.policy_by_id[policy_id].spec.place.file))
    _refuse_taken(name, {n: "policy" for one in handbook.policies for n in (one.name, *one.spec.aliases)})
    path = starter.policy_path(policy_id, folder)
    today = datetime.now().astimezone().date()
    _create(project, path, starter.policy_text(handbook, name, path, today))


@new.command("form", **described("new_form"))
@click.argument("name", metavar=say("metavar.name"))
@click.option("--id", "given_id", metavar="ID", help=say("option.id"))
@click.option("--code", metavar="CODE", help=say("option.form_code"))
@project_option
def form(name: str, given_id: str | None, code: str | None, project: Path) -> None:
    """Write a form that passes the check and explains what to fill in."""
    from generator.cli import starter  # noqa: PLC0415  # --help must not wait for the model

    form_id = _id(name, given_id)
    handbook = _handbook(project)
    if form_id in handbook.form_by_id:
        raise CannotRun(say("message.id_taken", id=form_id, file=handbook.form_by_id[form_id].spec.place.file))
    _refuse_taken(name, {n: "form" for one in handbook.forms for n in (one.name, *one.spec.aliases)})
    path = starter.form_path(form_id)
    chosen = code or starter.free_code(form_id, (one.spec.code for one in handbook.forms))
    _create(project, path, starter.form_text(handbook, name, path, chosen))


@new.command("role", **described("new_role"))
@click.argument("name", metavar=say("metavar.name"))
@click.option("--department", metavar=say("metavar.name"), help=say("option.department"))
@click.option("--reports-to", metavar=say("metavar.name"), help=say("option.reports_to"))
@project_option
def role(name: str, department: str | None, reports_to: str | None, project: Path) -> None:
    """Add a role to its department, or show what to add."""
    from generator.cli.insertion import role_lines, with_role  # noqa: PLC0415  # --help must not wait for the model

    handbook = _handbook(project)
    _refuse_taken(name, _names_of_people(handbook))
    written = {"name": name}
    if reports_to:
        _require(reports_to, [n for one in handbook.roles for n in (one.name, *one.spec.aliases)], "unknown_role")
        written["reports_to"] = reports_to
    by_hand = say("message.role_by_hand", lines="\n".join(role_lines(written, 6)))
    if department is None:
        click.echo(by_hand)
        return
    _require(department, [one.name for one in handbook.departments], "unknown_department")
    place = next(one.spec.place for one in handbook.departments if one.name == department)
    file = project / place.file
    text = file.read_bytes().decode("utf-8")
    changed = with_role(text, department, written)
    if changed is None:
        click.echo(by_hand)
        click.echo(say("message.role_where", department=department, file=place.file, line=place.line))
        return
    file.write_bytes(changed.encode("utf-8"))
    line = _first_difference(text, changed)
    click.echo(say("message.role_added", file=place.file, line=line, name=name))


def _id(name: str, given: str | None) -> str:
    from generator.model.shape import as_id  # noqa: PLC0415

    chosen = given or (as_id(name) if name.isascii() else "")
    if not chosen:
        raise CannotRun(say("message.needs_id", example=_EXAMPLE))
    if not _ID.fullmatch(chosen):
        raise CannotRun(say("message.bad_id", id=chosen, example=as_id(chosen) or _EXAMPLE))
    return chosen


def _handbook(project: Path) -> Handbook:
    from generator.check.run import check_project  # noqa: PLC0415

    handbook = check_project(project).handbook
    if handbook is None:
        raise CannotRun(say("message.not_ready"))
    if not handbook.departments or not handbook.head_of:
        raise CannotRun(say("message.no_department"))
    return handbook


def _names_of_people(handbook: Handbook) -> dict[str, str]:
    """Every name and alias of a unit, department, role or group, and which of these it is."""
    kinds: Mapping[str, Sequence[Unit | Department | Role | Group]] = {
        "unit": handbook.units,
        "department": handbook.departments,
        "role": handbook.roles,
        "group": handbook.groups,
    }
    return {
        name: kind for kind, things in kinds.items() for thing in things for name in (thing.name, *thing.spec.aliases)
    }


def _refuse_taken(name: str, taken: dict[str, str]) -> None:
    from generator.diagnostics.catalog import worded_fact  # noqa: PLC0415

    if name in taken:
        raise CannotRun(say("message.name_taken", name=name, kind=worded_fact("kind", taken[name])))


def _require(name: str, known: Collection[str], message: str) -> None:
    """Raise CannotRun, naming the nearest known name, unless `name` is known."""
    from generator.diagnostics.nearest import nearest  # noqa: PLC0415

    if name not in known:
        near = nearest(name, known)
        advice = say("message.did_you_mean", near=near) if near else ""
        raise CannotRun(say(f"message.{message}", name=name) + advice)


def _create(project: Path, path: str, text: str) -> None:
    file = project / path
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new_file:
            new_file.write(text)
    except FileExistsError:
        raise CannotRun(say("message.exists", file=path)) from None
    click.echo(say("message.created", file=path))


def _first_difference(old: str, new: str) -> int:
    """The number of the first line that differs, counted from 1."""
    pairs = enumerate(zip(old.split("\n"), new.split("\n"), strict=False), 1)
    return next((number for number, (before, after) in pairs if before != after), old.count("\n") + 2)
