"""What a new machine gets: locked requirements, fonts, and plain words when something is missing."""

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

TOP = Path(__file__).parent.parent
LOCKS = sorted((TOP / "requirements").glob("*.lock"))
FONTS = sorted((TOP / "handbook" / "templates" / "fonts").glob("*.ttf"))


def requirements(lock: Path) -> dict[str, str]:
    """Each requirement of a lock file with everything that belongs to it."""
    entries = re.findall(r"^\S.*\n(?:[ ].*\n)*", lock.read_text(), flags=re.MULTILINE)
    return {re.split(r"[=\s]", entry, maxsplit=1)[0]: entry for entry in entries}


def normalized(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name
    return name[0].lower().replace("_", "-")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_requirement_is_locked_by_version_and_hash_without_an_address(lock: Path) -> None:
    assert "://" not in lock.read_text()
    for name, entry in requirements(lock).items():
        assert re.match(rf"{name}==\S+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


def test_the_locks_hold_what_the_project_declares() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text())
    declared = {
        "main": project["project"]["dependencies"],
        "build": project["dependency-groups"]["build"],
        "dev": project["project"]["dependencies"] + project["dependency-groups"]["dev"],
    }
    for lock in LOCKS:
        assert {normalized(name) for name in declared[lock.stem]} <= requirements(lock).keys()


def gb2312() -> set[int]:
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(character) for pair in pairs for character in pair.decode("gb2312", errors="ignore")}


def test_both_weights_of_the_font_are_there() -> None:
    assert [TTFont(path)["OS/2"].usWeightClass for path in FONTS] == [700, 400]


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.name)
def test_a_font_is_static_truetype_and_covers_simplified_chinese(path: Path) -> None:
    font = TTFont(path)
    assert "glyf" in font
    assert "fvar" not in font
    assert gb2312() <= font.getBestCmap().keys()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout, not used by root, on a machine with nothing but the programs in its folder `bin`."""
    shutil.copytree(TOP / "scripts", tmp_path / "scripts")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("cat", "dirname", "grep", "mktemp", "rm"):
        (programs / name).symlink_to(str(shutil.which(name)))
    program(tmp_path, "id", "echo 1000")
    return tmp_path


def program(checkout: Path, name: str, script: str) -> None:
    path = checkout / "bin" / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def set_up(checkout: Path, step: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "scripts/setup.sh", step],
        cwd=checkout,
        env=os.environ | {"PATH": str(checkout / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_new_enough_python_the_commands_that_install_one_are_shown(checkout: Path) -> None:
    program(checkout, "python3", "exit 1")
    run = set_up(checkout, "run")
    assert run.returncode == 2
    assert "需要 Python 3.11 或更新的版本" in run.stderr
    assert "  sudo apt-get update && sudo apt-get install --no-install-recommends python3.11\n" in run.stderr
    assert "  sudo dnf install python3.11\n" in run.stderr
    assert "  brew install python@3.11\n" in run.stderr


def test_debians_bare_python_is_told_from_a_whole_one(checkout: Path) -> None:
    program(checkout, "python3", 'case "$2" in *ensurepip*) exit 1;; *version_info[*) echo 3.12;; esac')
    run = set_up(checkout, "run")
    assert run.returncode == 2
    assert "缺少建立 Python 虚拟环境的模块" in run.stderr
    assert "apt-get install --no-install-recommends python3.12-venv\n" in run.stderr


def test_without_a_browser_the_tests_name_it(checkout: Path) -> None:
    program(checkout, "pdftotext", "exit 0")
    run = set_up(checkout, "test")
    assert run.returncode == 2
    assert "缺少测试所需的浏览器" in run.stderr
    assert "sudo dnf install chromium\n" in run.stderr


def test_an_unknown_step_is_refused_with_the_ones_that_exist(checkout: Path) -> None:
    run = set_up(checkout, "everything")
    assert run.returncode == 2
    assert "run|test|lock" in run.stderr
