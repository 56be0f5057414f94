"""A policy: one document with a title, an owner, a version and a date in force."""

from __future__ import annotations

from enum import StrEnum

from generator.model.authority import ApprovalMatrix
from generator.model.base import Model
from generator.model.clause import Clause
from generator.model.levels import LevelScheme
from generator.model.participation import Consultation, Publicity
from generator.model.procedure import Procedure
from generator.model.sanctions import Penalty, Reward
from generator.model.status import Status
from generator.model.terms import Term
from generator.model.values import Date, Id, Name, Names, Text, Within
from generator.model.waiver import Waivable


class Numbering(StrEnum):
    """How clauses are numbered in print: 第一章 第三条 （一） 1. or 4.1.2."""

    CHINESE = "chinese"
    DECIMAL = "decimal"


class Chapter(Model):
    """A titled run of articles."""

    title: Name
    articles: tuple[Clause, ...]


class Policy(Waivable):
    """One policy as its editor wrote it; its id is the stem of its file's name."""

    title: Name
    aliases: tuple[Name, ...] = ()
    category: Name
    summary: Text
    owner: Name
    approver: Name
    version: Name
    status: Status
    adopted: Date | None = None
    effective: Date
    consulted: Consultation | None = None
    publicized: Publicity | None = None
    review_by: Date | None = None
    supersedes: tuple[Id, ...] = ()
    basis: tuple[Name, ...] = ()
    applies_to: Names = ()
    numbering: Numbering = Numbering.CHINESE
    total_limit: Within | None = None
    chapters: tuple[Chapter, ...]
    penalties: tuple[Penalty, ...] = ()
    rewards: tuple[Reward, ...] = ()
    approvals: tuple[ApprovalMatrix, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    levels: tuple[LevelScheme, ...] = ()
    terms: tuple[Term, ...] = ()
