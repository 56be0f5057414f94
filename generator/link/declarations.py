"""The first pass: every name, alias and clause number, before anything is resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator import model
from generator.diagnostics.diagnostic import told_twice
from generator.link.names import Names
from generator.link.numbering import Numberer
from generator.link.targets import Target, TargetKind
from generator.link.texts import ClauseLabel


@dataclass(frozen=True, slots=True)
class Numbered:
    """A clause with its numbers, before it is linked."""

    spec: model.Clause
    number: str
    label: str
    depth: int
    items: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class NumberedChapter:
    """A chapter with its number and its numbered articles."""

    spec: model.Chapter
    number: str
    articles: tuple[Numbered, ...]


def declare_names(written: model.Written, names: Names) -> None:
    """Declare everything that can be named, with its aliases."""
    for file in written.organization:
        _declare_organization(file, names)
    for form_id, form in written.forms.items():
        names.declare_all(Target(TargetKind.FORM, form_id), form.title, form.aliases, form, "title")
    for policy_id, policy in written.policies.items():
        names.declare_all(Target(TargetKind.POLICY, policy_id), policy.title, policy.aliases, policy, "title")
    for law in written.laws:
        target = Target(TargetKind.LAW, law.name)
        names.declare_all(target, law.name, law.aliases, law)
        if law.title != law.name:
            names.declare(target, law.title, law.at("title"))
    for measure in written.measures:
        names.declare_all(Target(TargetKind.MEASURE, measure.name), measure.name, measure.aliases, measure)
    for term in all_terms(written):
        names.declare_all(Target(TargetKind.TERM, term.term), term.term, term.aliases, term, "term")


def _declare_organization(file: model.Organization, names: Names) -> None:
    for unit in file.units:
        names.declare_all(Target(TargetKind.UNIT, unit.name), unit.name, unit.aliases, unit)
    for department in file.departments:
        target = Target(TargetKind.DEPARTMENT, department.name)
        names.declare_all(target, department.name, department.aliases, department)
        for role in department.roles:
            names.declare_all(Target(TargetKind.ROLE, role.name), role.name, role.aliases, role)
    for group in file.groups:
        names.declare_all(Target(TargetKind.GROUP, group.name), group.name, group.aliases, group)


def all_terms(written: model.Written) -> Iterator[model.Term]:
    """The shared terms, then those of each policy."""
    yield from written.terms
    for policy in written.policies.values():
        yield from policy.terms


def number_clauses(policy: model.Policy, patterns: Mapping[str, str]) -> tuple[NumberedChapter, ...]:
    """Number the chapters, articles and items of a policy."""
    numberer = Numberer(policy.numbering, patterns)
    chapters = []
    articles_before = 0
    for at, chapter in enumerate(policy.chapters, start=1):
        articles = []
        for position, article in enumerate(chapter.articles, start=1):
            label = numberer.article(at, position, articles_before + position)
            articles.append(Numbered(article, label, label, 0, _number_items(article, label, 1, numberer)))
        articles_before += len(chapter.articles)
        chapters.append(NumberedChapter(chapter, numberer.chapter(at), tuple(articles)))
    return tuple(chapters)


def _number_items(parent: model.Clause, parent_label: str, depth: int, numberer: Numberer) -> tuple[Numbered, ...]:
    numbered = []
    for position, item in enumerate(parent.items, start=1):
        number, label = numberer.item(parent_label, depth, position)
        numbered.append(Numbered(item, number, label, depth, _number_items(item, label, depth + 1, numberer)))
    return tuple(numbered)


def label_clauses(
    policy_id: str, policy: model.Policy, chapters: tuple[NumberedChapter, ...], names: Names
) -> dict[str, ClauseLabel]:
    """How each clause of a policy is cited, by key; an id used twice in the policy is a finding."""
    clauses = list(_every(article for chapter in chapters for article in chapter.articles))
    _report_repeated_ids((*(clause.spec for clause in clauses), *_others_with_id(policy)), names)
    labels: dict[str, ClauseLabel] = {}
    for clause in clauses:
        labels.setdefault(f"{policy_id}/{clause.spec.id}", ClauseLabel(clause.label, policy_id, policy.title))
    return labels


_WithId = model.Clause | model.Penalty | model.Reward | model.ApprovalMatrix | model.Procedure | model.LevelScheme


def _others_with_id(policy: model.Policy) -> Iterator[_WithId]:
    """What shares the clauses' address space: all of it stands on one page."""
    yield from policy.penalties
    yield from policy.rewards
    yield from policy.approvals
    yield from policy.procedures
    yield from policy.levels


def _report_repeated_ids(things: Iterable[_WithId], names: Names) -> None:
    first: dict[str, _WithId] = {}
    for thing in things:
        earlier = first.setdefault(thing.id, thing)
        if earlier is not thing:
            names.findings += told_twice("R005", earlier.at("id"), thing.at("id"), id=thing.id)


def _every(clauses: Iterable[Numbered]) -> Iterator[Numbered]:
    for clause in clauses:
        yield clause
        yield from _every(clause.items)
