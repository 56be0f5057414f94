"""A handbook as its editors wrote it: plain typed data, one module a concept."""

from generator.model.authority import ApprovalMatrix, ApprovalTier
from generator.model.clause import Adaptation, Clause, Kind, Limit, Record
from generator.model.files import LawsFile, LevelsFile, MeasuresFile, SourcesFile, TermsFile, Written
from generator.model.form import Column, Copy, Field, FieldType, Form, Paper, Section, Signature
from generator.model.law import Law, LawStatus
from generator.model.levels import Level, LevelScheme
from generator.model.organization import Department, Group, Organization, Role, Unit
from generator.model.participation import Body, Consultation, Publicity
from generator.model.policy import Chapter, Numbering, Policy
from generator.model.procedure import Procedure, Step
from generator.model.sanctions import (
    Escalation,
    InlinePenalty,
    InlineReward,
    Joint,
    Measure,
    Penalty,
    Reward,
    Sanction,
    Tier,
)
from generator.model.scale import Edge, Scaled
from generator.model.settings import Settings
from generator.model.source import Difference, LeftOut, Reason, Source
from generator.model.status import Status
from generator.model.terms import Term

__all__ = [
    "Adaptation",
    "ApprovalMatrix",
    "ApprovalTier",
    "Body",
    "Chapter",
    "Clause",
    "Column",
    "Consultation",
    "Copy",
    "Department",
    "Difference",
    "Edge",
    "Escalation",
    "Field",
    "FieldType",
    "Form",
    "Group",
    "InlinePenalty",
    "InlineReward",
    "Joint",
    "Kind",
    "Law",
    "LawStatus",
    "LawsFile",
    "LeftOut",
    "Level",
    "LevelScheme",
    "LevelsFile",
    "Limit",
    "Measure",
    "MeasuresFile",
    "Numbering",
    "Organization",
    "Paper",
    "Penalty",
    "Policy",
    "Procedure",
    "Publicity",
    "Reason",
    "Record",
    "Reward",
    "Role",
    "Sanction",
    "Scaled",
    "Section",
    "Settings",
    "Signature",
    "Source",
    "SourcesFile",
    "Status",
    "Step",
    "Term",
    "TermsFile",
    "Tier",
    "Unit",
    "Written",
]
