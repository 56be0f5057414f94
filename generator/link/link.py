"""All linkers in their order, and the indexes that lead back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator import model
from generator.diagnostics.diagnostic import Diagnostic
from generator.link.authority import link_scheme
from generator.link.declarations import declare_names, label_clauses, number_clauses
from generator.link.forms import link_form
from generator.link.handbook import Department, Handbook, Penalty, Policy, Reward, Role
from generator.link.names import Names
from generator.link.order import by_category, by_department, by_reach, by_unit
from generator.link.organization import link_departments, link_groups, link_units, roles_by_department
from generator.link.policies import every_clause, link_law, link_policy, link_term
from generator.link.resolver import Built, Resolver
from generator.link.sanctions import link_measures
from generator.link.sources import check_sources
from generator.link.targets import Target, TargetKind
from generator.link.texts import ClauseLabel, NameFinder, TextLinker
from generator.locale import words


@dataclass(frozen=True, slots=True)
class Linked:
    """A linked handbook and what did not resolve; names that did not are left out of it or stand for nobody."""

    handbook: Handbook
    diagnostics: tuple[Diagnostic, ...]


def link(written: model.Written, incomplete: frozenset[TargetKind] = frozenset()) -> Linked:
    """Resolve every name of a handbook.

    `incomplete` are the kinds of things that files which could not be read would declare.
    """
    language = words(written.settings.language, "names")
    patterns = language["numbers"]
    names = Names(incomplete)
    declare_names(written, names)
    specs = by_category(written.policies, written.settings.categories)
    numbered = {policy_id: number_clauses(policy, patterns) for policy_id, policy in specs.items()}
    labels: dict[str, ClauseLabel] = {}
    for policy_id, policy in specs.items():
        labels |= label_clauses(policy_id, policy, numbered[policy_id], names)
    texts = TextLinker(names, NameFinder(names, language["mentions"]), labels)
    resolver = Resolver(names, texts, Built(), frozenset(written.policies))
    built = resolver.built

    built.laws = {Target(TargetKind.LAW, law.name): link_law(law, resolver) for law in written.laws}
    _link_organization(written, resolver)
    link_measures(written.measures, resolver)
    for form_id, form in written.forms.items():
        built.forms[Target(TargetKind.FORM, form_id)] = link_form(form_id, form, resolver, patterns)
    policies = tuple(
        link_policy(policy_id, policy, numbered[policy_id], resolver) for policy_id, policy in specs.items()
    )
    terms = (
        *(link_term(term, None, resolver) for term in written.terms),
        *(term for policy in policies for term in policy.terms),
    )
    levels = (
        *(link_scheme(scheme, None, resolver) for scheme in written.levels),
        *(scheme for policy in policies for scheme in policy.levels),
    )
    clauses = {clause.key: clause for policy in policies for clause in every_clause(policy.chapters)}
    roles = tuple(built.roles.values())
    handbook = Handbook(
        settings=written.settings,
        units=tuple(built.units.values()),
        departments=tuple(built.departments.values()),
        roles=roles,
        groups=tuple(built.groups.values()),
        forms=tuple(built.forms.values()),
        policies=policies,
        terms=terms,
        levels=levels,
        laws=tuple(built.laws.values()),
        measures=tuple(built.measures.values()),
        sources=written.sources,
        clauses=clauses,
        titles=_titles(built, policies, labels),
        uses={target: tuple(uses) for target, uses in names.uses.items()},
        roles_of=roles_by_department(roles),
        head_of=_heads(roles),
        penalties_of=_by_breach(policies),
        rewards_of=_by_clause(reward for policy in policies for reward in policy.rewards),
        policy_by_id={policy.id: policy for policy in policies},
        form_by_id={form.id: form for form in built.forms.values()},
    )
    unsourced = () if TargetKind.SOURCE in incomplete else check_sources(written)
    return Linked(handbook, (*names.findings, *names.renamed(), *unsourced))


def _link_organization(written: model.Written, resolver: Resolver) -> None:
    """Units first, then what sits in them, then who sits there."""
    built = resolver.built
    link_units(written.organization, resolver)
    link_departments(written.organization, resolver)
    built.departments = by_unit(built.departments, tuple(built.units.values()))
    built.roles = by_department(built.roles, built.departments)
    link_groups(written.organization, resolver)
    built.groups = by_reach(built.groups)


def _titles(built: Built, policies: Iterable[Policy], labels: dict[str, ClauseLabel]) -> dict[Target, str]:
    """What each target is called where there is room for a name only."""
    titles = {target: target.key for target in (*built.units, *built.departments, *built.roles, *built.groups)}
    titles |= {target: target.key for target in (*built.laws, *built.measures)}
    titles |= {target: form.name for target, form in built.forms.items()}
    titles |= {policy.target: policy.name for policy in policies}
    titles |= {Target(TargetKind.CLAUSE, key): label.label for key, label in labels.items()}
    return titles


def _heads(roles: Iterable[Role]) -> dict[Department, Role]:
    return {role.department: role for role in roles if role.is_head}


def _by_breach(policies: Iterable[Policy]) -> dict[Target, tuple[Penalty, ...]]:
    found: defaultdict[Target, list[Penalty]] = defaultdict(list)
    for policy in policies:
        for penalty in policy.penalties:
            for clause in penalty.breach:
                found[clause].append(penalty)
    return {clause: tuple(penalties) for clause, penalties in found.items()}


def _by_clause(sanctions: Iterable[Reward]) -> dict[Target, tuple[Reward, ...]]:
    found: defaultdict[Target, list[Reward]] = defaultdict(list)
    for sanction in sanctions:
        found[sanction.target].append(sanction)
    return {clause: tuple(rewards) for clause, rewards in found.items()}
