"""The build: check, render what changed, put the result in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.build import fingerprint
from generator.build.data import write_data
from generator.build.manifest import NAME, Manifest, read_manifest
from generator.build.prints import print_checklists, print_forms
from generator.build.progress import Progress
from generator.build.site import build_pages_and_site
from generator.build.stage import files_below, staged
from generator.build.work import BuildFailed, Work
from generator.check.run import CheckResult, check_project
from generator.collector import without_collector
from generator.diagnostics.report import Report, explain

PARTS: Final = ("data", "forms", "checklists", "site")
"""What can be built by itself, in building order: the site offers the printed forms and checklists for download."""


_OUTPUTS: Final = {
    "data": ("handbook.json", "schema"),
    "forms": ("forms",),
    "checklists": ("checklists",),
    "site": ("pages", "site"),
}
"""Where each part is put."""

__all__ = ["PARTS", "BuildFailed", "BuildResult", "build"]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did: the findings (errors among them mean that nothing was built) and the files it changed."""

    report: Report
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: bool = False


def build(root: Path, output: Path | None, only: frozenset[str], jobs: int, progress: Progress) -> BuildResult:
    """Build the project at `root` into `output` (default `build/` in it).

    `only` names the parts to build; empty means all. Other parts are kept as they were. Raises BuildFailed when
    something cannot be rendered, BuildBusyError when another build is at work there.
    """
    output = output or root / "build"
    parts = tuple(part for part in PARTS if part in only) or PARTS
    wanted = fingerprint.everything(root, root / "handbook" / "templates")
    before = read_manifest(output)
    if all(before.parts.get(part) == wanted for part in parts) and before.whole(output):
        return BuildResult(explain((), {}), unchanged=True)
    progress.start("check", 1)
    checked = check_project(root)
    progress.advance("check")
    progress.done("check")
    if checked.handbook is None or checked.report.has_errors:
        return BuildResult(checked.report)
    with staged(output) as stage, without_collector():
        work = Work(root, checked.handbook, stage, before, jobs, progress)
        return _fill(work, checked, parts, wanted)


def _fill(work: Work, checked: CheckResult, parts: tuple[str, ...], wanted: str) -> BuildResult:
    for part in PARTS:
        if part in parts:
            _RENDER[part](work)
        else:
            _keep(work, part)
    finished = {part: wanted if part in parts else work.before.parts.get(part, "") for part in PARTS}
    files = files_below(work.stage.new)
    sizes = {file: (work.stage.new / file).stat().st_size for file in files}
    work.stage.write(NAME, Manifest(finished, work.made, sizes).written())
    removed = tuple(sorted(set(work.before.sizes) - set(files)))
    return BuildResult(checked.report, tuple(work.written), removed)


def _keep(work: Work, part: str) -> None:
    for path in _OUTPUTS[part]:
        work.stage.keep_all(path)
    work.made |= {path: of for path, of in work.before.made.items() if path.partition("/")[0] == part}


_RENDER: Final[Mapping[str, Callable[[Work], None]]] = {
    "data": write_data,
    "forms": print_forms,
    "checklists": print_checklists,
    "site": build_pages_and_site,
}
