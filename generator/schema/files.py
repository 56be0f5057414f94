"""The kinds of YAML files, each with its schema's name, its model and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from generator import model
from generator.model.base import Model
from generator.model.load import type_of


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file; `files` is a glob relative to the project's folder."""

    name: str
    model: type[Model]
    files: str

    @property
    def schema(self) -> str:
        """Where a build writes its JSON Schema."""
        return schema_path(self.name)


def schema_path(name: str) -> str:
    """Where a build writes the JSON Schema called `name`, relative to the project's folder."""
    return f"build/schema/{name}.schema.json"


FILES = (
    FileKind("policy", model.Policy, "handbook/source/policies/**/*.yml"),
    FileKind("form", model.Form, "forms/**/*.yml"),
    FileKind("organization", model.Organization, "handbook/source/organization/**/*.yml"),
    FileKind("terms", model.TermsFile, "handbook/source/terms.yml"),
    FileKind("laws", model.LawsFile, "handbook/source/laws.yml"),
    FileKind("measures", model.MeasuresFile, "handbook/source/measures.yml"),
    FileKind("levels", model.LevelsFile, "handbook/source/levels.yml"),
    FileKind("sources", model.SourcesFile, "handbook/source/sources.yml"),
    FileKind("handbook", model.Settings, "handbook/source/handbook.yml"),
)


def kind_of(path: str) -> FileKind | None:
    """The kind of the file at `path` (relative to the project); None where no YAML file of ours belongs."""
    held = type_of(path)
    return next((kind for kind in FILES if kind.model is held), None)
