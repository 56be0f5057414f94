"""The texts of policies and forms that are printed as they are, such as the event in `when`, and where they stand.

In all other texts names become links; here they are only looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.authority import ApprovalMatrix
from generator.model.base import Model
from generator.model.clause import Clause
from generator.model.form import Form, Section
from generator.model.levels import LevelScheme
from generator.model.policy import Policy
from generator.model.procedure import Procedure
from generator.model.sanctions import InlinePenalty


class Passage(NamedTuple):
    """A text; `within` is the id of the clause or other part of the policy it stands in, empty for the whole."""

    within: str
    spec: Model
    path: tuple[str | int, ...]
    text: str


def _clauses(policy: Policy) -> Iterator[Clause]:
    for chapter in policy.chapters:
        for article in chapter.articles:
            yield from article.with_items()


def plain_texts(policy: Policy) -> Iterator[Passage]:
    """The texts of a policy that are printed as they are."""
    for chapter in policy.chapters:
        yield Passage("", chapter, ("title",), chapter.title)
    for clause in _clauses(policy):
        yield from _plain_in_clause(clause)
    for penalty in policy.penalties:
        yield from _plain_in_penalty(penalty.id, penalty)
    for reward in policy.rewards:
        yield from _those_there(reward.id, reward, "per")
    for matrix in policy.approvals:
        yield from _plain_in_matrix(matrix)
    for procedure in policy.procedures:
        yield from _plain_in_procedure(procedure)
    for scheme in policy.levels:
        yield from _plain_in_scheme(scheme)


def _plain_in_clause(clause: Clause) -> Iterator[Passage]:
    within = clause.id
    if clause.title:
        yield Passage(within, clause, ("title",), clause.title)
    if clause.when:
        yield Passage(within, clause, ("when",), clause.when)
    if clause.before:
        yield Passage(within, clause, ("before",), clause.before)
    for limit in clause.limits:
        yield Passage(within, limit, ("of",), limit.of)
    if clause.record:
        yield Passage(within, clause.record, ("name",), clause.record.name)
    if clause.penalty:
        yield from _plain_in_penalty(within, clause.penalty)
    if clause.reward:
        yield from _those_there(within, clause.reward, "per")


def _plain_in_penalty(within: str, penalty: InlinePenalty) -> Iterator[Passage]:
    yield from _those_there(within, penalty, "by", "per")
    for tier in penalty.tiers:
        yield from _those_there(within, tier, "case", "by")
    for joint in penalty.joint:
        yield from _those_there(within, joint, "sanction")


def _plain_in_matrix(matrix: ApprovalMatrix) -> Iterator[Passage]:
    yield from _those_there(matrix.id, matrix, "subject", "measure")
    for at, act in enumerate(matrix.separate):
        yield Passage(matrix.id, matrix, ("separate", at), act)
    for tier in matrix.tiers:
        yield from _those_there(matrix.id, tier, "case")


def _plain_in_procedure(procedure: Procedure) -> Iterator[Passage]:
    yield Passage(procedure.id, procedure, ("title",), procedure.title)
    for step in procedure.steps:
        yield from _those_there(procedure.id, step, "when")


def _plain_in_scheme(scheme: LevelScheme) -> Iterator[Passage]:
    yield from _those_there(scheme.id, scheme, "scheme", "measure")
    for level in scheme.levels:
        yield Passage(scheme.id, level, ("name",), level.name)


def plain_form_texts(form: Form) -> Iterator[Passage]:
    """The texts of a form that are printed as they are: labels, advice, choices, what a copy is for."""
    for copy in form.copies:
        yield from _those_there("", copy, "use")
    for section in form.sections:
        yield from _plain_in_section(section)
    for signature in form.signatures:
        yield Passage("", signature, ("label",), signature.label)


def _plain_in_section(section: Section) -> Iterator[Passage]:
    yield from _those_there("", section, "title")
    for field in section.fields:
        yield from _those_there("", field, "label", "hint", "personal")
        for at, option in enumerate(field.options):
            yield Passage("", field, ("options", at), option)
        for column in field.columns:
            yield Passage("", column, ("label",), column.label)
        for row, cells in enumerate(field.preset):
            for at, cell in enumerate(cells):
                yield Passage("", field, ("preset", row, at), cell)


def _those_there(within: str, spec: Model, *keys: str) -> Iterator[Passage]:
    for key in keys:
        text: str | None = getattr(spec, key)
        if text:
            yield Passage(within, spec, (key,), text)
