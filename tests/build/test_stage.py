"""A build folder is replaced whole, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build.stage import BuildBusyError, files_below, staged


def _build(output: Path, files: dict[str, str]) -> list[str]:
    """Fill `output` with files; returns those that were really written."""
    with staged(output) as stage:
        return [path for path, text in files.items() if stage.write(path, text.encode())]


def _content(output: Path) -> dict[str, str]:
    return {file: (output / file).read_text() for file in files_below(output)}


def test_the_first_build_makes_the_folder(tmp_path: Path) -> None:
    _build(tmp_path / "build", {"a/页.html": "一"})
    assert _content(tmp_path / "build") == {"a/页.html": "一"}


def test_what_is_no_longer_made_is_gone_from_the_next_build(tmp_path: Path) -> None:
    _build(tmp_path / "build", {"old": "1", "kept": "2"})
    _build(tmp_path / "build", {"kept": "2"})
    assert _content(tmp_path / "build") == {"kept": "2"}


def test_an_unchanged_file_is_not_written_again_and_keeps_its_date(tmp_path: Path) -> None:
    _build(tmp_path / "build", {"same": "1", "other": "1"})
    os.utime(tmp_path / "build" / "same", (1, 1))
    assert _build(tmp_path / "build", {"same": "1", "other": "2"}) == ["other"]
    assert (tmp_path / "build" / "same").stat().st_mtime == 1


def test_a_change_does_not_reach_into_the_old_folder_through_a_link(tmp_path: Path) -> None:
    output = tmp_path / "build"
    _build(output, {"file": "old"})
    os.link(output / "file", tmp_path / "held")
    _build(output, {"file": "new"})
    assert (tmp_path / "held").read_text() == "old"
    assert (output / "file").read_text() == "new"


def test_a_failing_build_leaves_the_last_good_folder_and_no_rubbish(tmp_path: Path) -> None:
    _build(tmp_path / "build", {"good": "1"})
    with pytest.raises(RuntimeError):
        _fail_half_way(tmp_path / "build")
    assert _content(tmp_path / "build") == {"good": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def _fail_half_way(output: Path) -> None:
    with staged(output) as stage:
        stage.write("good", b"half")
        raise RuntimeError


def test_two_builds_of_one_folder_do_not_run_at_once(tmp_path: Path) -> None:
    with staged(tmp_path / "build") as stage:
        stage.write("file", b"1")
        with pytest.raises(BuildBusyError), staged(tmp_path / "build"):
            pass
    assert _content(tmp_path / "build") == {"file": "1"}


def test_a_kill_between_the_two_halves_of_a_swap_is_mended_by_the_next_build(tmp_path: Path) -> None:
    _build(tmp_path / "build", {"good": "1"})
    (tmp_path / "build").rename(tmp_path / "build.old")
    with pytest.raises(RuntimeError):
        _fail_half_way(tmp_path / "build")
    assert _content(tmp_path / "build") == {"good": "1"}


_KILLED = """
import os, signal, sys
from pathlib import Path
from generator.build.stage import staged
with staged(Path(sys.argv[1])) as stage:
    stage.write("good", b"half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_killed_build_leaves_the_last_good_folder_and_the_next_build_works(tmp_path: Path) -> None:
    _build(tmp_path / "build", {"good": "1"})
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path / "build")], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert _content(tmp_path / "build") == {"good": "1"}
    _build(tmp_path / "build", {"good": "2"})
    assert _content(tmp_path / "build") == {"good": "2"}
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_equal_files_of_a_fresh_folder_give_way_to_the_old_ones(tmp_path: Path) -> None:
    _build(tmp_path / "build", {"site/a": "1", "site/b": "1"})
    os.utime(tmp_path / "build" / "site" / "a", (1, 1))
    with staged(tmp_path / "build") as stage:
        for name, text in (("a", "1"), ("b", "2")):
            (stage.new / "site").mkdir(exist_ok=True)
            (stage.new / "site" / name).write_text(text)
        assert stage.keep_what_is_equal("site") == ("site/b",)
    assert (tmp_path / "build" / "site" / "a").stat().st_mtime == 1
