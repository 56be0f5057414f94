"""Which file holds what: the shared files of `handbook/source` and everything together."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.base import Model
from generator.model.form import Form
from generator.model.law import Law
from generator.model.levels import LevelScheme
from generator.model.organization import Organization
from generator.model.policy import Policy
from generator.model.sanctions import Measure
from generator.model.settings import Settings
from generator.model.source import Source
from generator.model.terms import Term


class TermsFile(Model):
    """`terms.yml`."""

    terms: tuple[Term, ...]


class LawsFile(Model):
    """`laws.yml`."""

    laws: tuple[Law, ...]


class MeasuresFile(Model):
    """`measures.yml`: disciplinary measures from the lightest to the gravest."""

    measures: tuple[Measure, ...]


class LevelsFile(Model):
    """`levels.yml`: level schemes that several policies use."""

    levels: tuple[LevelScheme, ...]


class SourcesFile(Model):
    """`sources.yml`."""

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """All files of a handbook, each in its type; policies and forms by id."""

    settings: Settings
    organization: tuple[Organization, ...]
    policies: dict[str, Policy]
    forms: dict[str, Form]
    terms: tuple[Term, ...] = ()
    levels: tuple[LevelScheme, ...] = ()
    laws: tuple[Law, ...] = ()
    measures: tuple[Measure, ...] = ()
    sources: tuple[Source, ...] = ()
