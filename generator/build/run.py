"""The build: check, render what changed, put the result in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.build import fingerprint
from generator.build.manifest import NAME, Manifest, read_manifest
from generator.build.printing import print_all
from generator.build.progress import Progress
from generator.build.stage import Stage, files_below, staged
from generator.check.run import CheckResult, check_project
from generator.collector import without_collector
from generator.diagnostics.catalog import rule
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.link.handbook import Handbook
from generator.locale import words
from generator.render.output import PrintJob

PARTS: Final = ("data", "forms", "checklists", "site")
"""What can be built by itself, in building order: the site offers the printed forms and checklists for download."""


_OUTPUTS: Final = {
    "data": ("handbook.json", "schema"),
    "forms": ("forms",),
    "checklists": ("checklists",),
    "site": ("pages", "site"),
}
"""Where each part is put."""


class BuildFailed(Exception):
    """Something could not be rendered as it should be; `name` is the form, page or part, `messages` what was wrong."""

    def __init__(self, name: str, messages: tuple[str, ...]) -> None:
        super().__init__(name, messages)
        self.name = name
        self.messages = messages


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: the findings (errors among them mean that nothing was built) and the files it changed."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: bool = False


@dataclass(slots=True)
class _Build:
    """One build in progress."""

    root: Path
    handbook: Handbook
    stage: Stage
    before: Manifest
    machinery: str
    jobs: int
    progress: Progress
    prints: dict[str, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)

    @property
    def templates(self) -> Path:
        return self.root / "handbook" / "templates"


def build(root: Path, output: Path | None, only: frozenset[str], jobs: int, progress: Progress) -> BuildResult:
    """Build the project at `root` into `output` (default `build/` in it).

    `only` names the parts to build; empty means all. Other parts are kept as they were. Raises BuildFailed when
    something cannot be rendered, BuildBusyError when another build is at work there.
    """
    output = output or root / "build"
    parts = tuple(part for part in PARTS if part in only) or PARTS
    machinery = fingerprint.machinery(root / "handbook" / "templates")
    wanted = fingerprint.of(machinery, fingerprint.source(root))
    before = read_manifest(output)
    if all(before.parts.get(part) == wanted for part in parts) and before.whole(output):
        return BuildResult((), {}, unchanged=True)
    progress.start("check", 1)
    checked = check_project(root)
    progress.advance("check")
    progress.done("check")
    if checked.handbook is None or any(rule(found.code).severity is Severity.ERROR for found in checked.diagnostics):
        return BuildResult(checked.diagnostics, checked.sources)
    with staged(output) as stage, without_collector():
        work = _Build(root, checked.handbook, stage, before, machinery, jobs, progress)
        return _fill(work, checked, parts, wanted)


def _fill(work: _Build, checked: CheckResult, parts: tuple[str, ...], wanted: str) -> BuildResult:
    for part in PARTS:
        if part in parts:
            _RENDER[part](work)
        else:
            _keep(work, part)
    finished = {part: wanted if part in parts else work.before.parts.get(part, "") for part in PARTS}
    files = files_below(work.stage.new)
    sizes = {file: (work.stage.new / file).stat().st_size for file in files}
    work.stage.write(NAME, Manifest(finished, work.prints, sizes).written())
    removed = tuple(sorted(set(work.before.sizes) - set(files)))
    return BuildResult(checked.diagnostics, checked.sources, tuple(work.written), removed)


def _write(work: _Build, path: str, content: bytes) -> None:
    if work.stage.write(path, content):
        work.written.append(path)


def _write_data(work: _Build) -> None:
    """The handbook as data, and the schemas that editors' tools complete and check with."""
    from generator.derive.export import handbook_json  # noqa: PLC0415  # only when building
    from generator.schema import schema_files  # noqa: PLC0415

    _write(work, "handbook.json", handbook_json(work.handbook).encode())
    for name, text in schema_files(work.handbook.settings.language):
        _write(work, f"schema/{name}", text.encode())


def _keep(work: _Build, part: str) -> None:
    for path in _OUTPUTS[part]:
        work.stage.keep_all(path)
    work.prints |= {path: made for path, made in work.before.prints.items() if path.partition("/")[0] == part}


def _print_forms(work: _Build) -> None:
    from generator.render.forms import form_prints  # noqa: PLC0415  # Jinja2, only when building

    _print(work, "forms", form_prints(work.handbook, work.templates))


def _print_checklists(work: _Build) -> None:
    from generator.render.checklists import checklist_prints  # noqa: PLC0415  # Jinja2, only when building

    _print(work, "checklists", checklist_prints(work.handbook, work.templates))


def _print(work: _Build, part: str, documents: Iterator[PrintJob]) -> None:
    """Print the documents that changed; keep the others."""
    waiting = []
    for job in documents:
        made = fingerprint.of(work.machinery, job.html)
        work.prints[job.path] = made
        if work.before.prints.get(job.path) == made and (work.stage.old / job.path).is_file():
            work.stage.keep(job.path)
        else:
            waiting.append(job)
    if not waiting:
        return
    from generator.render.pdf import PrintError  # noqa: PLC0415  # WeasyPrint, only when something is printed

    work.progress.start(part, len(waiting))
    try:
        for job, pdf in print_all(waiting, work.templates, work.handbook.settings.language, work.jobs):
            _write(work, job.path, pdf)
            work.progress.advance(part)
    except PrintError as error:
        raise BuildFailed(error.name, error.messages) from None
    work.progress.done(part)


def _build_site(work: _Build) -> None:
    """Write the pages; run the site engine only if something it reads has changed."""
    from generator.render.engine import SiteError, build_site  # noqa: PLC0415  # only when building
    from generator.render.site import site_assets, site_pages  # noqa: PLC0415

    for page in site_pages(work.handbook, work.templates):
        _write(work, f"pages/{page.path}", page.content.encode())
    for path, source in site_assets(work.templates):
        _write(work, f"pages/{path}", source.read_bytes())
    for part in ("forms", "checklists"):
        for file in files_below(work.stage.new / part):
            work.stage.add_copy(work.stage.new / part / file, f"pages/files/{part}/{file}")
    made = fingerprint.of(work.machinery, fingerprint.folder(work.stage.new / "pages"), _settings_of_engine(work.root))
    work.prints["site"] = made
    if work.before.prints.get("site") == made:
        work.stage.keep_all("site")
        return
    work.progress.start("site", 1)
    try:
        build_site(work.root / "mkdocs.yml", work.stage.new / "pages", work.stage.new / "site")
    except SiteError as error:
        name = words(work.handbook.settings.language, "names")["part"]["site"]
        raise BuildFailed(name, error.messages) from None
    work.written += work.stage.keep_what_is_equal("site")
    work.progress.advance("site")
    work.progress.done("site")


def _settings_of_engine(root: Path) -> str:
    return (root / "mkdocs.yml").read_text(encoding="utf-8")


_RENDER: Final[Mapping[str, Callable[[_Build], None]]] = {
    "data": _write_data,
    "forms": _print_forms,
    "checklists": _print_checklists,
    "site": _build_site,
}
