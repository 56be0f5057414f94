"""The linked handbook: every name resolved, every number computed, every reverse index built.

Things point forward with attributes (a role to its department, a clause to its bearers) and `spec` is the thing as
written; whatever points back is an index on `Handbook`. Things are compared by identity.
"""

from generator.link.handbook.authority import ApprovalMatrix, ApprovalTier, Level, LevelScheme, Procedure, Step
from generator.link.handbook.clause import Chapter, Clause
from generator.link.handbook.form import Copy, Form, Signature
from generator.link.handbook.people import Bearer, Department, Group, Role, Unit
from generator.link.handbook.policy import Basis, Policy
from generator.link.handbook.sanctions import Escalation, Joint, Penalty, Reward, Tier
from generator.link.handbook.vocabulary import Law, Measure, Term
from generator.link.handbook.whole import Handbook

__all__ = [
    "ApprovalMatrix",
    "ApprovalTier",
    "Basis",
    "Bearer",
    "Chapter",
    "Clause",
    "Copy",
    "Department",
    "Escalation",
    "Form",
    "Group",
    "Handbook",
    "Joint",
    "Law",
    "Level",
    "LevelScheme",
    "Measure",
    "Penalty",
    "Policy",
    "Procedure",
    "Reward",
    "Role",
    "Signature",
    "Step",
    "Term",
    "Tier",
    "Unit",
]
