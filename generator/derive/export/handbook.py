"""The whole: every record, and who names whom."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final, Literal

from generator.derive.export.addresses import Addresses, addresses
from generator.derive.export.forms import FormRecord, form_record
from generator.derive.export.organization import (
    DepartmentRecord,
    GroupRecord,
    RoleRecord,
    UnitRecord,
    department_record,
    group_record,
    role_record,
    unit_record,
)
from generator.derive.export.policies import ClauseRecord, PolicyRecord, clause_records, policy_record
from generator.derive.export.procedures import ApprovalRecord, ProcedureRecord, approval_record, procedure_record
from generator.derive.export.record import Address, Record, as_json, record
from generator.derive.export.sanctions import PenaltyRecord, RewardRecord, penalty_record, reward_record
from generator.derive.export.shared import (
    LawRecord,
    LevelSchemeRecord,
    MeasureRecord,
    SourceRecord,
    TermRecord,
    law_record,
    measure_record,
    scheme_record,
    source_record,
    term_record,
)
from generator.link.handbook import Handbook

SCHEMA: Final = "schema/handbook-json.schema.json"
"""Where a build puts the schema, seen from `handbook.json`."""


_SETTINGS: Final = {"title", "company", "language", "summary", "accent", "version", "categories"}
"""The settings that readers of the data need; how the check is set is no part of it."""


@record
class SettingsRecord(Record):
    """What is set once for the whole handbook."""

    title: str
    company: str
    language: str
    summary: str
    accent: str
    version: str
    categories: tuple[str, ...]


@record
class HandbookRecord(Record):
    """One company's policies, forms, roles and departments, with every name resolved."""

    format: Literal[1]
    """Changes when a program that reads this must change."""
    settings: SettingsRecord
    units: tuple[UnitRecord, ...]
    departments: tuple[DepartmentRecord, ...]
    roles: tuple[RoleRecord, ...]
    groups: tuple[GroupRecord, ...]
    laws: tuple[LawRecord, ...]
    measures: tuple[MeasureRecord, ...]
    terms: tuple[TermRecord, ...]
    levels: tuple[LevelSchemeRecord, ...]
    forms: tuple[FormRecord, ...]
    policies: tuple[PolicyRecord, ...]
    clauses: tuple[ClauseRecord, ...]
    """The clauses of all policies in reading order."""
    penalties: tuple[PenaltyRecord, ...]
    rewards: tuple[RewardRecord, ...]
    approvals: tuple[ApprovalRecord, ...]
    procedures: tuple[ProcedureRecord, ...]
    sources: tuple[SourceRecord, ...]
    uses: dict[Address, dict[str, tuple[Address, ...]]]
    """Who names each record, by the key the name stands under, such as `who`; running text has the text's own key."""


def handbook_json(handbook: Handbook) -> str:
    """The linked handbook as a file's text with one record a line, so that a changed clause is a changed line.

    References are ids such as `role:客服主任`; what is absent is left out.
    """
    whole = handbook_record(handbook)
    parts = (f" {as_json(field.name)}: {_by_line(getattr(whole, field.name))}" for field in fields(whole))
    return "{\n" + ",\n".join((f' "$schema": "{SCHEMA}"', *parts)) + "\n}\n"


def export(handbook: Handbook) -> dict[str, Any]:
    """The same as JSON-ready data."""
    data: dict[str, Any] = json.loads(handbook_json(handbook))
    return data


def handbook_record(handbook: Handbook) -> HandbookRecord:
    """All records of a handbook."""
    at = addresses(handbook)
    policies = handbook.policies
    return HandbookRecord(
        format=1,
        settings=SettingsRecord(**handbook.settings.model_dump(include=_SETTINGS)),
        units=tuple(unit_record(unit, at) for unit in handbook.units),
        departments=tuple(department_record(department, handbook, at) for department in handbook.departments),
        roles=tuple(role_record(role, at) for role in handbook.roles),
        groups=tuple(group_record(group, at) for group in handbook.groups),
        laws=tuple(law_record(law, at) for law in handbook.laws),
        measures=tuple(measure_record(measure, at) for measure in handbook.measures),
        terms=tuple(term_record(term, at) for term in handbook.terms),
        levels=tuple(scheme_record(scheme, at) for scheme in handbook.levels),
        forms=tuple(form_record(form, at) for form in handbook.forms),
        policies=tuple(policy_record(policy, at) for policy in policies),
        clauses=tuple(clause for policy in policies for clause in clause_records(policy, handbook, at)),
        penalties=tuple(penalty_record(one, handbook, at) for policy in policies for one in policy.penalties),
        rewards=tuple(reward_record(one, handbook, at) for policy in policies for one in policy.rewards),
        approvals=tuple(approval_record(one, policy, at) for policy in policies for one in policy.approvals),
        procedures=tuple(procedure_record(one, policy, at) for policy in policies for one in policy.procedures),
        sources=tuple(source_record(source) for source in handbook.sources),
        uses=dict(sorted(_uses(handbook, at))),
    )


def _uses(handbook: Handbook, at: Addresses) -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
    for target, uses in handbook.uses.items():
        by_key: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for use in uses:
            by_key[use.key][at.of(use.by)] = None
        yield at.of(target), {key: tuple(users) for key, users in sorted(by_key.items())}


def _by_line(value: Any) -> str:
    """A list or mapping of records with each on its own line, anything else on one."""
    if isinstance(value, tuple) and value:
        return "[\n" + ",\n".join([f"  {as_json(one)}" for one in value]) + "\n ]"
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join([f"  {as_json(key)}: {as_json(one)}" for key, one in value.items()]) + "\n }"
    return as_json(value)
