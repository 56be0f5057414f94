"""The site in a browser while somebody writes."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.project import POLICY

PATIENCE = 60
"""Seconds; a save shows within a few, but test machines are busy."""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def served(built: Path) -> Iterator[tuple[Path, str, Path]]:
    """The project, the address its site is served at, and the file with what the command says."""
    port, said = _free_port(), built.parent / "said.txt"
    command = [sys.executable, "-m", "generator", "serve", "--port", str(port)]
    with said.open("w") as output, subprocess.Popen(command, cwd=built, stdout=output, stderr=output) as process:
        try:
            yield built, f"http://127.0.0.1:{port}/", said
        finally:
            process.terminate()


def _wait_for(text: str, address: str) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310  # our own server
                page: str = answer.read().decode()
        except URLError:
            page = ""
        if text in page:
            return page
        time.sleep(0.1)
    raise AssertionError(f"{text} does not appear at {address}")


def test_a_save_shows_in_the_browser_and_a_mistake_leaves_the_last_good_page(served: tuple[Path, str, Path]) -> None:
    root, address, said = served
    page = address + "policies/example.html"
    assert "livereload" in _wait_for("后填写", page)

    good = (root / POLICY).read_text(encoding="utf-8")
    (root / POLICY).write_text(good.replace("接到投诉后填写", "接到投诉后应当填写"), encoding="utf-8")
    _wait_for("后应当填写", page)

    (root / POLICY).write_text(good.replace("owner: 客户服务部", "owner: 客户服务处"), encoding="utf-8")
    deadline = time.monotonic() + PATIENCE
    while "R001" not in said.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, said.read_text(encoding="utf-8")
        time.sleep(0.1)
    assert "改成“客户服务部”" in said.read_text(encoding="utf-8")
    _wait_for("后应当填写", page)
