"""`make bench`: measure the commands on a made-up handbook and keep the table in docs/benchmark.md."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.handbook import Size, clause_text, write_project
from bench.measure import Cost, handbook, median, run

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs" / "benchmark.md"
SMALL, FULL, LARGE = Size(policies=40, forms=60), Size(), Size(policies=400)

Row = tuple[str, str, Cost | None, str]


def main() -> None:
    """Write the projects to a temporary folder, measure, print and keep the table."""
    with tempfile.TemporaryDirectory() as folder:
        projects = {size: Path(folder) / str(size.clauses) for size in (SMALL, FULL, LARGE)}
        for size, root in projects.items():
            write_project(root, size, ROOT)
        text = _table([*_check(projects), *_build(projects[FULL])])
    TABLE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


def _check(projects: dict[Size, Path]) -> Iterator[Row]:
    costs = {size: median(handbook("check"), root) for size, root in projects.items()}
    yield "handbook --help", "0.25 s", median(handbook("--help"), projects[FULL]), ""
    for size in (SMALL, FULL, LARGE):
        target = "2.5 s with every rule on" if size is FULL else ""
        yield f"handbook check, {size.clauses:,} clauses", target, costs[size], ""
    ratio = costs[LARGE].wall / costs[SMALL].wall
    yield "10,000 clauses against 1,000", "at most 12", None, f"{ratio:.1f}"


def _build(root: Path) -> Iterator[Row]:
    def own_part() -> Cost:
        shutil.rmtree(root / "build-own-part", ignore_errors=True)
        return run((sys.executable, str(ROOT / "bench" / "own_part.py")), root)

    own = sorted((own_part() for _ in range(3)), key=lambda cost: cost.wall)[1]
    yield "handbook build --only site, all but MkDocs", "3 s", own, ""
    yield "handbook build, everything, first time", "", run(handbook("build"), root), _pages(root)
    yield "handbook build, nothing changed", "1 s", median(handbook("build"), root), ""
    before = _dates(root / "build")
    policy = root / "handbook/source/policies/policy-7.yml"
    old = clause_text(7, 3, FULL)
    policy.write_text(policy.read_text(encoding="utf-8").replace(old, old.replace("核对", "核实"), 1), encoding="utf-8")
    edited = run(handbook("build"), root)
    after = _dates(root / "build")
    changed = sorted(path for path, date in after.items() if before.get(path) != date)
    pages = sum(path.startswith("pages/") for path in changed)
    prints = sum(path.endswith(".pdf") and not path.startswith(("pages/", "site/")) for path in changed)
    yield "handbook build, one clause edited", "", edited, f"{pages} pages and {prints} PDFs of {_pages(root)}"


def _pages(root: Path) -> str:
    pages = len(list((root / "build" / "pages").rglob("*.md")))
    prints = len(list((root / "build").glob("*/*.pdf")))
    return f"{pages} pages, {prints} PDFs"


def _dates(folder: Path) -> dict[str, int]:
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()
    }


def _table(rows: list[Row]) -> str:
    lines = [
        "# Benchmark",
        "",
        "Written by `make bench`: whole processes, start-up included, medians of five runs unless they build.",
        "",
        f"Machine: {len(os.sched_getaffinity(0))} processors, {platform.machine()}, {platform.system()}, "
        f"Python {platform.python_version()}.",
        f"Handbook: {FULL.clauses:,} clauses of about {len(clause_text(1, 1, FULL))} characters in "
        f"{FULL.policies} policies, {FULL.roles} roles, {FULL.departments} departments, {FULL.forms} forms.",
        "",
        "| what | target | wall, s | CPU, s | memory, MB | |",
        "|---|---|---|---|---|---|",
    ]
    for what, target, cost, note in rows:
        figures = f"{cost.wall:.2f} | {cost.cpu:.2f} | {cost.memory:.0f}" if cost else " | | "
        lines.append(f"| {what} | {target} | {figures} | {note} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
