"""Clauses in order, with a form and a limit at each step and a limit for the whole."""

from __future__ import annotations

from generator.model.base import Model
from generator.model.values import Id, Ids, Name, Names, SourceIds, Text, Within
from generator.model.waiver import Waivable


class Step(Model):
    """One clause of the policy done at this point; form and limit default to the clause's own."""

    do: Id
    after: Ids = ()
    when: Text | None = None
    within: Within | None = None
    form: Names = ()


class Procedure(Waivable):
    """Steps that lead from an event to an end."""

    id: Id
    title: Name
    total_limit: Within | None = None
    applies_to: Names = ()
    steps: tuple[Step, ...]
    source: SourceIds = ()
    added: Text | None = None
