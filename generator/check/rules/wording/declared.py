"""The names that a handbook declares, aliases among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from generator.link.handbook import Handbook


class _WithAliases(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


def _of(specs: Iterable[_WithAliases]) -> Iterator[str]:
    for spec in specs:
        yield spec.name
        yield from spec.aliases


def of_bearers(handbook: Handbook) -> frozenset[str]:
    """Units, departments, roles and groups."""
    units = _of(unit.spec for unit in handbook.units)
    departments = _of(department.spec for department in handbook.departments)
    roles = _of(role.spec for role in handbook.roles)
    groups = _of(group.spec for group in handbook.groups)
    return frozenset((*units, *departments, *roles, *groups))


def of_terms(handbook: Handbook) -> frozenset[str]:
    """Terms, those of policies too."""
    return frozenset(name for term in handbook.terms for name in (term.name, *term.spec.aliases))


def of_laws(handbook: Handbook) -> frozenset[str]:
    """Statutes and standards."""
    return frozenset(_of(law.spec for law in handbook.laws))


def of_documents(handbook: Handbook) -> frozenset[str]:
    """Forms and policies."""
    forms = (name for form in handbook.forms for name in (form.name, *form.spec.aliases))
    policies = (name for policy in handbook.policies for name in (policy.name, *policy.spec.aliases))
    return frozenset((*forms, *policies))


def of_parts(handbook: Handbook) -> frozenset[str]:
    """What has a name of its own inside a policy: chapters, level schemes and their levels; and the measures."""
    schemes = (*handbook.levels, *(scheme for policy in handbook.policies for scheme in policy.levels))
    levels = (name for one in schemes for name in (one.spec.scheme, *(level.spec.name for level in one.levels)))
    chapters = (chapter.spec.title for policy in handbook.policies for chapter in policy.chapters)
    measures = _of(measure.spec for measure in handbook.measures)
    return frozenset((*levels, *chapters, *measures))
