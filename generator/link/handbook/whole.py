"""The handbook as a whole, and the indexes that lead back."""

from __future__ import annotations

from dataclasses import dataclass

from generator import model
from generator.link.handbook.authority import LevelScheme
from generator.link.handbook.clause import Clause
from generator.link.handbook.form import Form
from generator.link.handbook.people import Department, Group, Role, Unit
from generator.link.handbook.policy import Policy
from generator.link.handbook.sanctions import Penalty, Reward
from generator.link.handbook.vocabulary import Law, Measure, Term
from generator.link.targets import Target
from generator.link.use import Use


@dataclass(frozen=True, eq=False, slots=True)
class Handbook:
    """The whole: things in the order that readers meet them, and the indexes that lead back.

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
