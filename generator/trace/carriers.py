"""What carries a paragraph: the clauses, penalties, forms and other things that name it as their source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.link.handbook import Handbook, Policy
from generator.link.policies import every_clause
from generator.link.sources import Cited
from generator.link.targets import Target
from generator.model.base import Model
from generator.read.marks import Place

_NOT_ITS_TEXT: Final = {"items", "roles", "source", "id", "waive", "added", "adapted"}


@dataclass(frozen=True, slots=True)
class Carrier:
    """A thing that restates paragraphs: its kind and name for readers, the policy it is in, and where it is written."""

    kind: str
    name: str
    policy: str
    target: Target | None
    spec: Cited

    def place_of(self, paragraph: str) -> Place:
        """Where it names the paragraph."""
        return self.spec.at("source", self.spec.source.index(paragraph))


def every_carrier(handbook: Handbook) -> Iterator[Carrier]:
    """Everything that may name a source, in reading order."""
    for policy in handbook.policies:
        yield from _of_policy(policy)
    for scheme in handbook.levels:
        yield Carrier("levels", scheme.spec.scheme, _title(handbook, scheme.policy), scheme.policy, scheme.spec)
    for term in handbook.terms:
        yield Carrier("term", term.name, _title(handbook, term.policy), term.target, term.spec)
    for form in handbook.forms:
        yield Carrier("form", form.name, "", form.target, form.spec)
    for department in handbook.departments:
        yield Carrier("department", department.name, "", department.target, department.spec)
    for role in handbook.roles:
        yield Carrier("role", role.name, "", role.target, role.spec)
    for group in handbook.groups:
        yield Carrier("group", group.name, "", group.target, group.spec)


def _of_policy(policy: Policy) -> Iterator[Carrier]:
    title, spec = policy.name, policy.spec
    for clause in every_clause(policy.chapters):
        name = f"{clause.label} {clause.spec.title}" if clause.spec.title else clause.label
        yield Carrier("clause", name, title, clause.target, clause.spec)
    for penalty in spec.penalties:
        yield Carrier("penalty", penalty.act or penalty.id, title, policy.target, penalty)
    for reward in spec.rewards:
        yield Carrier("reward", reward.act or reward.id, title, policy.target, reward)
    for matrix in spec.approvals:
        yield Carrier("approval", matrix.subject, title, policy.target, matrix)
    for procedure in spec.procedures:
        yield Carrier("procedure", procedure.title, title, policy.target, procedure)


def carriers_of(handbook: Handbook) -> dict[str, tuple[Carrier, ...]]:
    """The carriers of each paragraph that something names."""
    found: defaultdict[str, list[Carrier]] = defaultdict(list)
    for carrier in every_carrier(handbook):
        for paragraph in carrier.spec.source:
            found[paragraph].append(carrier)
    return {paragraph: tuple(carriers) for paragraph, carriers in found.items()}


def texts_of(spec: Model) -> Iterator[str]:
    """Every text and quantity written in a thing, those of the items below it left out."""
    yield from _texts(
        spec.model_dump(mode="json", exclude={"items", "roles", "source", "id", "waive", "added", "adapted"})
    )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def _title(handbook: Handbook, policy: Target | None) -> str:
    return handbook.titles[policy] if policy else ""
