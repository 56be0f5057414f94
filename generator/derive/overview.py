"""The whole handbook at a glance: what there is, by category, unit and department."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.citations import cite_all, in_words, is_in_force
from generator.derive.phrases import Words, link, listed
from generator.derive.policy_view import TermView
from generator.link.handbook import Department, Form, Handbook, Law, Measure, Policy, Role, Unit
from generator.link.order import is_shared
from generator.link.targets import LinkedText, Mention, TargetKind
from generator.model import Status


@dataclass(frozen=True, slots=True)
class PolicyEntry:
    """A policy in a list."""

    link: Mention
    owner: Mention
    summary: LinkedText
    version: str
    effective: str
    status: str
    in_force: bool
    articles: int


@dataclass(frozen=True, slots=True)
class Category:
    """The policies of one category."""

    name: str
    policies: tuple[PolicyEntry, ...]


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    """A department in a list, with its posts; `units` if it is in several."""

    link: Mention
    units: LinkedText
    task: LinkedText
    roles: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class FormEntry:
    """A form in a list."""

    id: str
    link: Mention
    code: str
    owner: Mention
    purpose: LinkedText
    status: str
    in_force: bool
    copies: int
    uses: int


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit in a list, with what it has; `departments` and `forms` are without those that most units share."""

    link: Mention
    business: LinkedText
    all_departments: tuple[DepartmentEntry, ...]
    departments: tuple[DepartmentEntry, ...]
    forms: tuple[FormEntry, ...]


@dataclass(frozen=True, slots=True)
class LawEntry:
    """A law with what rests on it."""

    law: Law
    version: str
    in_force: bool
    replaced_by: LinkedText
    aliases: str
    policies: LinkedText
    clauses: tuple[LinkedText, ...]


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """A disciplinary measure, counted from the lightest."""

    measure: Measure
    aliases: str
    ends_employment: bool
    decided_by: LinkedText
    hearing: LinkedText


@dataclass(frozen=True, slots=True)
class Overview:
    """What the home page and the lists show."""

    categories: tuple[Category, ...]
    shared_departments: tuple[DepartmentEntry, ...]
    shared_forms: tuple[FormEntry, ...]
    units: tuple[UnitEntry, ...]
    counts: tuple[tuple[str, int], ...]


def overview(handbook: Handbook, words: Words) -> Overview:
    """The handbook's lists; what most units share stands apart, everything else under each unit that has it."""
    departments = {department: _department(handbook, department, words) for department in handbook.departments}
    by_code = sorted(handbook.forms, key=lambda form: form.spec.code)
    forms = {form: _form(handbook, form, words) for form in by_code}
    return Overview(
        categories=tuple(_categories(handbook, words)),
        shared_departments=tuple(departments[one] for one in departments if is_shared(one.units, handbook.units)),
        shared_forms=tuple(forms[one] for one in forms if is_shared(one.units, handbook.units)),
        units=tuple(_unit(handbook, unit, departments, forms) for unit in handbook.units),
        counts=(
            ("policies", len(handbook.policies)),
            ("clauses", len(handbook.clauses)),
            ("forms", len(handbook.forms)),
            ("departments", len(handbook.departments)),
            ("roles", len(handbook.roles)),
        ),
    )


def terms_view(handbook: Handbook, words: Words) -> tuple[TermView, ...]:
    """All terms, each with the policy that defines it."""
    join = words["join"]["names"]
    return tuple(
        TermView(
            term.target,
            term.name,
            term.definition,
            join.join(term.spec.aliases),
            join.join(term.spec.avoid),
            (Mention(handbook.titles[term.policy], term.policy),) if term.policy else (),
        )
        for term in handbook.terms
    )


def laws_view(handbook: Handbook, words: Words) -> tuple[LawEntry, ...]:
    """All laws, each with the policies that rest on it and the clauses that name it."""
    resting: dict[Law, list[Policy]] = {law: [] for law in handbook.laws}
    for policy in handbook.policies:
        for law in dict.fromkeys(basis.law for basis in policy.basis):
            resting[law].append(policy)
    return tuple(
        LawEntry(
            law=law,
            version=law.spec.version.isoformat(),
            in_force=law.spec.status.value == "in-force",
            replaced_by=(Mention(law.replaced_by.key, law.replaced_by),) if law.replaced_by else (),
            aliases=words["join"]["names"].join(law.spec.aliases),
            policies=listed(resting[law], words),
            clauses=tuple(
                in_words(handbook, user, words)
                for user in dict.fromkeys(use.by for use in handbook.uses.get(law.target, ()))
                if user.kind is TargetKind.CLAUSE
            ),
        )
        for law in handbook.laws
    )


def measures_view(handbook: Handbook, words: Words) -> tuple[MeasureEntry, ...]:
    """The disciplinary measures from the lightest to the gravest."""
    return tuple(
        MeasureEntry(
            measure,
            words["join"]["names"].join(measure.spec.aliases),
            measure.spec.ends_employment,
            listed(measure.decided_by, words),
            cite_all(handbook, measure.hearing, words),
        )
        for measure in handbook.measures
    )


def _categories(handbook: Handbook, words: Words) -> list[Category]:
    names = dict.fromkeys((*handbook.settings.categories, *(policy.spec.category for policy in handbook.policies)))
    found = {name: [policy for policy in handbook.policies if policy.spec.category == name] for name in names}
    return [
        Category(name, tuple(_policy(policy, words) for policy in policies))
        for name, policies in found.items()
        if policies
    ]


def _policy(policy: Policy, words: Words) -> PolicyEntry:
    spec = policy.spec
    return PolicyEntry(
        link(policy),
        link(policy.owner),
        policy.summary,
        spec.version,
        spec.effective.isoformat(),
        words["status"][spec.status.value],
        is_in_force(policy),
        sum(len(chapter.articles) for chapter in policy.chapters),
    )


def _unit(
    handbook: Handbook, unit: Unit, departments: dict[Department, DepartmentEntry], forms: dict[Form, FormEntry]
) -> UnitEntry:
    everything = {one: entry for one, entry in departments.items() if unit in one.units}
    return UnitEntry(
        link(unit),
        unit.business,
        tuple(everything.values()),
        tuple(entry for one, entry in everything.items() if not is_shared(one.units, handbook.units)),
        tuple(entry for one, entry in forms.items() if unit in one.units and not is_shared(one.units, handbook.units)),
    )


def _department(handbook: Handbook, department: Department, words: Words) -> DepartmentEntry:
    roles: tuple[Role, ...] = handbook.roles_of.get(department, ())
    units = listed(department.units, words) if len(department.units) > 1 else ()
    return DepartmentEntry(link(department), units, department.task, tuple(link(role) for role in roles))


def _form(handbook: Handbook, form: Form, words: Words) -> FormEntry:
    users = {use.by for use in handbook.uses.get(form.target, ()) if use.by.kind is TargetKind.CLAUSE}
    status = form.spec.status
    return FormEntry(
        form.id,
        link(form),
        form.spec.code,
        link(form.owner),
        form.purpose,
        words["status"][status.value],
        status is Status.IN_FORCE,
        len(form.copies),
        len(users),
    )
