"""Units, departments, roles and groups of people."""

from __future__ import annotations

from generator.model.base import Model
from generator.model.values import Name, Names, SourceIds, Switch, Text
from generator.model.waiver import Waivable


class Unit(Model):
    """A business unit of the group, or its headquarters."""

    name: Name
    aliases: tuple[Name, ...] = ()
    business: Text


class Role(Model):
    """A post of a department."""

    name: Name
    aliases: tuple[Name, ...] = ()
    reports_to: Name | None = None
    task: Text | None = None
    source: SourceIds = ()


class Department(Waivable):
    """A department and its roles, in one unit or alike in several."""

    name: Name
    aliases: tuple[Name, ...] = ()
    units: Names
    parent: Name | None = None
    head: Name
    task: Text | None = None
    source: SourceIds = ()
    roles: tuple[Role, ...] = ()


class Group(Model):
    """A name for several people: everyone, all heads, some roles, or somebody outside the company."""

    name: Name
    aliases: tuple[Name, ...] = ()
    everyone: Switch = False
    heads: Switch = False
    external: Switch = False
    roles: tuple[Name, ...] = ()
    meaning: Text | None = None
    source: SourceIds = ()


class Organization(Model):
    """One organization file; all of them together make the company."""

    units: tuple[Unit, ...] = ()
    departments: tuple[Department, ...] = ()
    groups: tuple[Group, ...] = ()
