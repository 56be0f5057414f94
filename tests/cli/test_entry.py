"""However a run ends, it ends with an exit status and plain words."""

from __future__ import annotations

import errno
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from tests.cli.conftest import Handbook, environment

HANDBOOK = str(Path(sys.executable).with_name("handbook"))


def test_it_tells_its_version(handbook: Handbook) -> None:
    assert handbook("--version").out == f"handbook {__version__}\n"


def test_python_m_generator_is_the_same_command() -> None:
    said = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
        for command in ([HANDBOOK, "--help"], [sys.executable, "-m", "generator", "--help"])
    ]

    assert said[0] == said[1]


def test_an_unexpected_error_is_the_programs_fault_and_is_kept_for_its_maintainers(
    project: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_asked: object) -> None:
        raise ZeroDivisionError("细节")

    monkeypatch.setattr("generator.check.run.check_project", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    outcome = handbook("check", "--format", "json")

    assert outcome.status == 2
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    assert "I000" in outcome.err
    assert "不是您写的内容有问题" in outcome.err
    assert "ZeroDivisionError: 细节" in outcome.err
    (named,) = re.findall(r"/\S+\.txt", outcome.err)
    report = Path(named).read_text(encoding="utf-8")
    assert report.startswith(f"handbook {__version__}")
    assert "handbook check --format json" in report
    assert "Traceback" in report


def test_an_error_that_is_no_exception_is_reported_all_the_same(
    project: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class FatalError(BaseException):
        """As WeasyPrint raises for a forbidden address."""

    def fail(*_asked: object) -> None:
        raise FatalError

    monkeypatch.setattr("generator.check.run.check_project", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    assert "I000" in handbook("check").err


def test_a_report_that_cannot_be_saved_is_printed(
    project: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_asked: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("generator.check.run.check_project", fail)
    monkeypatch.setattr("tempfile.tempdir", "/nowhere")

    outcome = handbook("check")

    assert outcome.status == 2
    assert "没能保存" in outcome.err
    assert "ZeroDivisionError" in outcome.err


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "磁盘已满"), (errno.EACCES, "没有权限"), (errno.EROFS, "只读")]
)
def test_what_the_system_refuses_is_not_the_programs_fault(
    number: int, words: str, project: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_asked: object) -> None:
        raise OSError(number, os.strerror(number), "build/site/索引.html")

    monkeypatch.setattr("generator.check.run.check_project", fail)

    outcome = handbook("check")

    assert outcome.status == 2
    assert words in outcome.err
    assert "build/site/索引.html" in outcome.err
    assert "I000" not in outcome.err


def test_ctrl_c_ends_quietly(project: Path, handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_asked: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.check.run.check_project", interrupted)

    outcome = handbook("check")

    assert outcome.status == 128 + signal.SIGINT
    assert (outcome.out + outcome.err).strip() == ""


def test_a_reader_that_goes_away_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)

    said = subprocess.run([HANDBOOK, "rule"], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)

    assert said.stderr == b""


def test_a_terminal_without_chinese_gets_escapes_and_no_traceback() -> None:
    said = subprocess.run(
        [HANDBOOK, "rule", "R001"],
        capture_output=True,
        check=True,
        env=environment(PYTHONIOENCODING="iso-8859-1"),
    )

    assert said.stdout.startswith(b"R001 \\u540d")


def test_help_waits_for_nothing_heavy() -> None:
    heavy = {"pydantic", "rich", "jinja2", "weasyprint", "mkdocs", "pikepdf", "jieba", "watchfiles"}
    script = "import sys; sys.argv = ['handbook', '--help']\nfrom generator.cli import main\ntry: main()\n"
    script += "finally: print(*sys.modules, file=sys.stderr)"

    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert not heavy & set(said.stderr.split())
