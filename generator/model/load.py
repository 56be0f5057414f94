"""The files of a project: which of them says what, read and shaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final, TypeVar

from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.model.base import Model
from generator.model.files import LawsFile, LevelsFile, MeasuresFile, SourcesFile, TermsFile, Written
from generator.model.form import Form
from generator.model.organization import Organization
from generator.model.policy import Policy
from generator.model.settings import Settings
from generator.model.shape import as_id, shape
from generator.read.document import Document, read_content, read_document
from generator.read.marks import Place

SomeModel = TypeVar("SomeModel", bound=Model)

SOURCE: Final = PurePosixPath("handbook/source")
FORMS: Final = PurePosixPath("forms")
SETTINGS: Final = str(SOURCE / "handbook.yml")

SHARED: Final[Mapping[str, type[Model]]] = {
    SETTINGS: Settings,
    str(SOURCE / "terms.yml"): TermsFile,
    str(SOURCE / "laws.yml"): LawsFile,
    str(SOURCE / "measures.yml"): MeasuresFile,
    str(SOURCE / "levels.yml"): LevelsFile,
    str(SOURCE / "sources.yml"): SourcesFile,
}
"""The files there is one of."""

_FOLDERS: Final[Mapping[PurePosixPath, type[Model]]] = {
    SOURCE / "organization": Organization,
    SOURCE / "policies": Policy,
    FORMS: Form,
}
"""The folders with many files of one type, at any depth."""

_WITH_ID: Final = (Policy, Form)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be read: the typed files, the findings, and every file's text for showing lines.

    `written` is None when the settings are missing or wrong. `broken` are the types of files that could not be shaped,
    so that whoever links knows what may be missing.
    """

    written: Written | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    broken: frozenset[type[Model]]


@dataclass(slots=True)
class _Shaped:
    files: dict[str, Model] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    broken: set[type[Model]] = field(default_factory=set)

    def of(self, model: type[SomeModel]) -> Iterator[tuple[str, SomeModel]]:
        """The files of one type, with their paths, in order."""
        return ((path, thing) for path, thing in self.files.items() if isinstance(thing, model))


@dataclass(frozen=True, slots=True)
class ShapedFile:
    """One file as read: its bytes, its text, the thing it says (None if it could not be shaped) and what is wrong."""

    content: bytes
    text: str
    thing: Model | None
    diagnostics: tuple[Diagnostic, ...]


Memory = dict[str, ShapedFile]
"""The files of the last load by path, so that the next one need not read again what has not changed."""


def source_files(root: Path) -> list[str]:
    """The YAML files of a project, as paths relative to `root` with forward slashes, in a fixed order."""
    found = (path for folder in (SOURCE, FORMS) for path in (root / folder).rglob("*"))
    return sorted(path.relative_to(root).as_posix() for path in found if _is_yaml(path.name))


def _is_yaml(name: str) -> bool:
    """Whether a file is meant for us; hidden files are what editors and systems leave behind."""
    return name.lower().endswith((".yml", ".yaml")) and not name.startswith(".")


def load(root: Path, memory: Memory | None = None) -> Loaded:
    """Read and shape every YAML file of the project at `root`; what is in `memory` unchanged is taken from there."""
    shaped = _Shaped()
    for path in source_files(root):
        _take_file(root, path, shaped, {} if memory is None else memory)
    if SETTINGS not in shaped.sources:
        shaped.diagnostics.append(finding("Y001", Place(SETTINGS, 1, 1), "missing", reason=""))
    return Loaded(_gather(shaped), tuple(shaped.diagnostics), shaped.sources, frozenset(shaped.broken))


def _take_file(root: Path, path: str, shaped: _Shaped, memory: Memory) -> None:
    model = type_of(path)
    if model is None:
        expected = str(PurePosixPath(path).with_suffix(".yml"))
        meant = type_of(expected)
        if meant is not None:
            shaped.broken.add(meant)
        shaped.diagnostics.append(finding("Y015", Place(path, 1, 1), expected=expected if meant else ""))
        return
    file = memory[path] = _shaped_file(root, path, model, memory.get(path))
    shaped.sources[path] = file.text
    shaped.diagnostics.extend(file.diagnostics)
    if file.thing is None:
        shaped.broken.add(model)
    else:
        shaped.files[path] = file.thing


def _shaped_file(root: Path, path: str, model: type[Model], known: ShapedFile | None) -> ShapedFile:
    content = read_content(root, path)
    if isinstance(content, Document):
        return ShapedFile(b"", content.text, None, content.diagnostics)
    if known and known.content == content:
        return known
    document = read_document(path, content)
    diagnostics = [*document.diagnostics, *_bad_stem(path, model)]
    thing = None
    if document.root is not None:
        thing, findings = shape(model, document.root)
        diagnostics += findings
    return ShapedFile(content, document.text, thing, tuple(diagnostics))


def _bad_stem(path: str, model: type[Model]) -> Iterator[Diagnostic]:
    stem = PurePosixPath(path).stem
    if model in _WITH_ID and as_id(stem) != stem:
        yield finding("S014", Place(path, 1, 1), name=stem, suggestion=as_id(stem))


def type_of(path: str) -> type[Model] | None:
    """What a file at `path` holds; None where no YAML file of ours belongs."""
    if path in SHARED:
        return SHARED[path]
    where = PurePosixPath(path)
    if where.suffix != ".yml":
        return None
    return next((model for folder, model in _FOLDERS.items() if where.is_relative_to(folder)), None)


def _gather(shaped: _Shaped) -> Written | None:
    settings = next((thing for _, thing in shaped.of(Settings)), None)
    if settings is None:
        return None
    return Written(
        settings=settings,
        organization=tuple(thing for _, thing in shaped.of(Organization)),
        policies=_by_id(shaped, Policy),
        forms=_by_id(shaped, Form),
        terms=tuple(term for _, file in shaped.of(TermsFile) for term in file.terms),
        levels=tuple(level for _, file in shaped.of(LevelsFile) for level in file.levels),
        laws=tuple(law for _, file in shaped.of(LawsFile) for law in file.laws),
        measures=tuple(measure for _, file in shaped.of(MeasuresFile) for measure in file.measures),
        sources=tuple(source for _, file in shaped.of(SourcesFile) for source in file.sources),
    )


def _by_id(shaped: _Shaped, model: type[SomeModel]) -> dict[str, SomeModel]:
    """Files of one type by the stem of their names; the second of two equal stems is a finding."""
    found: dict[str, SomeModel] = {}
    for path, thing in shaped.of(model):
        stem = PurePosixPath(path).stem
        if stem in found:
            shaped.diagnostics.append(finding("S014", Place(path, 1, 1), "twice", name=stem, suggestion=""))
        else:
            found[stem] = thing
    return found
