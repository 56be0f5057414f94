from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.build.progress import Progress
from generator.build.run import BuildFailed, BuildResult
from generator.build.stage import BuildBusyError
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.diagnostics.report import explain
from generator.read.marks import Place
from tests.cli.conftest import Handbook

CHANGED = BuildResult(explain((), {}), ("a.html", "b.pdf"), ("c.pdf",))
ERROR = finding("R002", Place("forms/record.yml", 1, 8, 3), name="甲")
WARNING = finding("R004", Place("forms/record.yml", 1, 8, 3), "form", name="甲")


@dataclass
class FakeBuild:
    """Stands in for the build: remembers what it was asked for and ends as it is told."""

    result: BuildResult | Exception = CHANGED
    asked: tuple[Path, Path | None, frozenset[str], int] | None = None

    def __call__(
        self, root: Path, output: Path | None, only: frozenset[str], jobs: int, progress: Progress
    ) -> BuildResult:
        self.asked = (root, output, only, jobs)
        progress.start("forms", 2)
        progress.advance("forms")
        progress.advance("forms")
        progress.done("forms")
        if isinstance(self.result, Exception):
            raise self.result
        return self.result


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> FakeBuild:
    fake = FakeBuild()
    monkeypatch.setattr("generator.build.run.build", fake)
    return fake


def test_everything_is_built_into_the_usual_folder_by_default(
    project: Path, handbook: Handbook, build: FakeBuild
) -> None:
    outcome = handbook("build")

    assert outcome.status == 0
    assert outcome.out == "已生成到 build：写入 2 个文件，删除 1 个，其余不变。\n"
    assert build.asked is not None
    root, output, only, jobs = build.asked
    assert (root, output, only) == (project, None, frozenset())
    assert jobs >= 1


def test_options_reach_the_build(project: Path, handbook: Handbook, build: FakeBuild) -> None:
    handbook("build", "--only", "forms", "--only", "site", "--jobs", "3", "--output", "别处")

    assert build.asked == (project, Path("别处"), frozenset({"forms", "site"}), 3)


def test_plain_lines_tell_how_it_moves_on_where_there_is_no_terminal(
    project: Path, handbook: Handbook, build: FakeBuild
) -> None:
    assert handbook("build").err == "生成表单……\n生成表单：2/2\n"


def test_a_build_without_changes_says_so(project: Path, handbook: Handbook, build: FakeBuild) -> None:
    build.result = BuildResult(explain((), {}), unchanged=True)

    outcome = handbook("build")

    assert (outcome.status, outcome.out) == (0, "没有变化，build 保持原样。\n")


@pytest.mark.parametrize(("found", "status"), [(ERROR, 1), (WARNING, 0)])
def test_only_errors_stop_a_build(
    found: Diagnostic, status: int, project: Path, handbook: Handbook, build: FakeBuild
) -> None:
    build.result = BuildResult(explain((found,), {}))

    outcome = handbook("build")

    assert outcome.status == status
    assert found.code in outcome.out
    assert ("没有生成；上一次的结果保持原样" in outcome.err) == (status == 1)


def test_what_could_not_be_rendered_is_named(project: Path, handbook: Handbook, build: FakeBuild) -> None:
    build.result = BuildFailed("表单《客户投诉记录表》", ("字体里没有“𫖮”字",))

    outcome = handbook("build")

    assert outcome.status == 1
    assert "生成表单《客户投诉记录表》时出了问题" in outcome.err
    assert "  字体里没有“𫖮”字\n" in outcome.err


def test_two_builds_do_not_fill_one_folder(project: Path, handbook: Handbook, build: FakeBuild) -> None:
    build.result = BuildBusyError("build.lock")

    outcome = handbook("build")

    assert outcome.status == 2
    assert "另一个 handbook 正在生成" in outcome.err


@pytest.mark.parametrize("wrong", [("--jobs", "0"), ("--jobs", "两个"), ("--only", "book")])
def test_wrong_options_cannot_run(wrong: tuple[str, str], project: Path, handbook: Handbook, build: FakeBuild) -> None:
    outcome = handbook("build", *wrong)

    assert outcome.status == 2
    assert build.asked is None


def test_serving_gets_the_project_the_port_and_a_voice(
    project: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Path, int]] = []

    def fake(root: Path, port: int, say: Callable[[str], None]) -> None:
        asked.append((root, port))
        say("请打开浏览器")

    monkeypatch.setattr("generator.build.serve.serve", fake)

    outcome = handbook("serve", "--port", "9000")

    assert asked == [(project, 9000)]
    assert outcome.out == "请打开浏览器\n"


def test_a_port_in_use_cannot_run(project: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_root: Path, _port: int, _say: object) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr("generator.build.serve.serve", busy)

    outcome = handbook("serve")

    assert outcome.status == 2
    assert "端口已被占用" in outcome.err
