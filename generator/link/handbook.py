"""The linked handbook: every name resolved, every number computed, every reverse index built.

Things point forward with attributes (a role to its department, a clause to its bearers) and `spec` is the thing as
written; whatever points back is an index on `Handbook`. Things are compared by identity.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from generator import model
from generator.link.targets import LinkedText, Target, TargetKind
from generator.link.use import Use


class _WithName(Protocol):
    @property
    def name(self) -> str: ...


class _Named:
    """What is identified by the name it was written under."""

    __slots__ = ()

    kind: ClassVar[TargetKind]
    spec: _WithName

    @property
    def name(self) -> str:
        """The name as declared, never an alias."""
        return self.spec.name

    @property
    def target(self) -> Target:
        """Its address."""
        return Target(self.kind, self.spec.name)


@dataclass(frozen=True, eq=False, slots=True)
class Unit(_Named):
    """A business unit of the group."""

    kind: ClassVar[TargetKind] = TargetKind.UNIT
    spec: model.Unit
    business: LinkedText


@dataclass(frozen=True, eq=False, slots=True)
class Department(_Named):
    """A department with the units that have it."""

    kind: ClassVar[TargetKind] = TargetKind.DEPARTMENT
    spec: model.Department
    units: tuple[Unit, ...]
    task: LinkedText
    parent: Target | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Role(_Named):
    """A post and the department it sits in."""

    kind: ClassVar[TargetKind] = TargetKind.ROLE
    spec: model.Role
    department: Department
    is_head: bool
    task: LinkedText
    reports_to: Target | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Group(_Named):
    """A name for several people; `roles` are its members inside the company."""

    kind: ClassVar[TargetKind] = TargetKind.GROUP
    spec: model.Group
    roles: tuple[Role, ...]
    meaning: LinkedText


Bearer = Role | Department | Unit | Group


@dataclass(frozen=True, eq=False, slots=True)
class Law(_Named):
    """A statute or standard."""

    kind: ClassVar[TargetKind] = TargetKind.LAW
    spec: model.Law


@dataclass(frozen=True, eq=False, slots=True)
class Measure(_Named):
    """A disciplinary measure; `gravity` counts from 1, the lightest."""

    kind: ClassVar[TargetKind] = TargetKind.MEASURE
    spec: model.Measure
    gravity: int


@dataclass(frozen=True, eq=False, slots=True)
class Term:
    """A word with its definition, and the policy that defines it or None when the whole handbook does."""

    spec: model.Term
    definition: LinkedText
    policy: Target | None

    @property
    def name(self) -> str:
        """Its title."""
        return self.spec.term

    @property
    def target(self) -> Target:
        """Its address."""
        return Target(TargetKind.TERM, self.spec.term)


@dataclass(frozen=True, eq=False, slots=True)
class Copy:
    """One copy of a form; `name` is computed: 第一联, 第二联 …"""

    spec: model.Copy
    name: str
    to: Bearer


@dataclass(frozen=True, eq=False, slots=True)
class Signature:
    """One box of the sign-off row with those who may sign."""

    spec: model.Signature
    who: tuple[Bearer, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Form:
    """A form with its owner, keeper, receivers and signers."""

    id: str
    spec: model.Form
    owner: Department
    keeper: Bearer
    units: tuple[Unit, ...]
    copies: tuple[Copy, ...]
    signatures: tuple[Signature, ...]
    purpose: LinkedText
    notes: tuple[LinkedText, ...]

    @property
    def name(self) -> str:
        """Its title."""
        return self.spec.title

    @property
    def target(self) -> Target:
        """Its address."""
        return Target(TargetKind.FORM, self.id)


@dataclass(frozen=True, eq=False, slots=True)
class Escalation:
    """What repetition leads to."""

    spec: model.Escalation
    to: tuple[Measure, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Joint:
    """Who answers beside the offender."""

    spec: model.Joint
    who: Bearer


@dataclass(frozen=True, eq=False, slots=True)
class Tier:
    """One tier of a penalty."""

    spec: model.Tier
    measures: tuple[Measure, ...]
    other: LinkedText


@dataclass(frozen=True, eq=False, slots=True)
class Penalty:
    """A penalty of a policy; `breach` are the clauses it follows, `target` where it can be read.

    An inline penalty belongs to one clause and is read there; others have an anchor of their own on the policy's page.
    """

    spec: model.InlinePenalty
    policy: Target
    target: Target
    breach: tuple[Target, ...]
    who: tuple[Bearer, ...]
    measures: tuple[Measure, ...]
    tiers: tuple[Tier, ...]
    escalation: tuple[Escalation, ...]
    joint: tuple[Joint, ...]
    decided_by: tuple[Bearer, ...]
    units: tuple[Unit, ...]
    act: LinkedText
    other: LinkedText


@dataclass(frozen=True, eq=False, slots=True)
class Reward:
    """A reward; `target` as for penalties."""

    spec: model.InlineReward
    policy: Target
    target: Target
    who: tuple[Bearer, ...]
    decided_by: tuple[Bearer, ...]
    units: tuple[Unit, ...]
    act: LinkedText
    other: LinkedText


@dataclass(frozen=True, eq=False, slots=True)
class Clause:
    """A clause in its policy: numbered, with its bearers, forms and items.

    `number` is its own printed number (第三条, （二）, 1.), `label` the full one to cite it by (第三条（二）1.).
    `who` falls back to the bearers of the clause it is an item of; `units` are those it applies to.
    """

    key: str
    spec: model.Clause
    policy: Target
    number: str
    label: str
    depth: int
    text: LinkedText
    who: tuple[Bearer, ...]
    with_: tuple[Bearer, ...]
    to: tuple[Bearer, ...]
    forms: tuple[Form, ...]
    keeper: Bearer | None
    after: tuple[Target, ...]
    units: tuple[Unit, ...]
    penalty: Penalty | None
    reward: Reward | None
    items: tuple[Clause, ...]

    @property
    def id(self) -> str:
        """Its permanent id within the policy, also its anchor on the policy's page."""
        return self.spec.id

    @property
    def target(self) -> Target:
        """Its address."""
        return Target(TargetKind.CLAUSE, self.key)


@dataclass(frozen=True, eq=False, slots=True)
class Chapter:
    """A chapter with its printed number (第一章, or 1)."""

    spec: model.Chapter
    number: str
    articles: tuple[Clause, ...]


@dataclass(frozen=True, eq=False, slots=True)
class ApprovalTier:
    """One row of an approval matrix."""

    spec: model.ApprovalTier
    approve: tuple[Bearer, ...]


@dataclass(frozen=True, eq=False, slots=True)
class ApprovalMatrix:
    """Who decides a subject."""

    spec: model.ApprovalMatrix
    propose: tuple[Bearer, ...]
    tiers: tuple[ApprovalTier, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Step:
    """One step of a procedure; who, forms and limit are the clause's where the step names none."""

    spec: model.Step
    clause: Clause
    after: tuple[Clause, ...]
    forms: tuple[Form, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Procedure:
    """Steps in order."""

    spec: model.Procedure
    steps: tuple[Step, ...]
    units: tuple[Unit, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Level:
    """One level of a scheme."""

    spec: model.Level
    criterion: LinkedText
    consequence: LinkedText
    may_read: tuple[Bearer, ...]


@dataclass(frozen=True, eq=False, slots=True)
class LevelScheme:
    """A classification, and the policy it belongs to or None when it is shared."""

    spec: model.LevelScheme
    policy: Target | None
    levels: tuple[Level, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Basis:
    """A law a policy rests on, with the article if one is named."""

    law: Law
    article: str


@dataclass(frozen=True, eq=False, slots=True)
class Policy:
    """A policy with everything in it linked. `penalties` and `rewards` include those written inside clauses."""

    id: str
    spec: model.Policy
    owner: Department
    approver: Bearer
    units: tuple[Unit, ...]
    basis: tuple[Basis, ...]
    supersedes: tuple[Target, ...]
    summary: LinkedText
    chapters: tuple[Chapter, ...]
    penalties: tuple[Penalty, ...]
    rewards: tuple[Reward, ...]
    approvals: tuple[ApprovalMatrix, ...]
    procedures: tuple[Procedure, ...]
    levels: tuple[LevelScheme, ...]
    terms: tuple[Term, ...]

    @property
    def name(self) -> str:
        """Its title."""
        return self.spec.title

    @property
    def target(self) -> Target:
        """Its address."""
        return Target(TargetKind.POLICY, self.id)


@dataclass(frozen=True, eq=False, slots=True)
class Handbook:
    """The whole: things in the order of the files, and the indexes that lead back.

    `clauses` has every article and item by key, in reading order. `uses` says who names a thing; mentions in texts
    have the key `text`. `penalties_of` lists the penalties that follow the breach of a clause.
    """

    settings: model.Settings
    units: tuple[Unit, ...]
    departments: tuple[Department, ...]
    roles: tuple[Role, ...]
    groups: tuple[Group, ...]
    forms: tuple[Form, ...]
    policies: tuple[Policy, ...]
    terms: tuple[Term, ...]
    levels: tuple[LevelScheme, ...]
    laws: tuple[Law, ...]
    measures: tuple[Measure, ...]
    sources: tuple[model.Source, ...]
    clauses: dict[str, Clause]
    titles: dict[Target, str]
    uses: dict[Target, tuple[Use, ...]]
    roles_of: dict[Department, tuple[Role, ...]]
    head_of: dict[Department, Role]
    penalties_of: dict[Target, tuple[Penalty, ...]]
    rewards_of: dict[Target, tuple[Reward, ...]]
    policy_by_id: dict[str, Policy]
    form_by_id: dict[str, Form]
