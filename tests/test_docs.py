"""What the documents say is so: links lead somewhere, commands exist, the worked example passes the check."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from generator.check.run import check_project
from generator.cli.commands import handbook

ROOT = Path(__file__).parents[1]
DOCS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
WRITTEN = tuple(path for path in DOCS if path.name != "format.md")
EXAMPLE = ROOT / "docs" / "writing-a-policy.md"

_LINK = re.compile(r"\]\(([^)\s]+)\)|<(?:img|a)[^>]*? (?:src|href)=\"([^\"]+)\"")
_BLOCK = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(handbook [^`]+)`")


def links(path: Path) -> list[str]:
    """The relative links and pictures of a document."""
    prose = _BLOCK.sub("", path.read_text(encoding="utf-8"))
    found = [one or other for one, other in _LINK.findall(prose)]
    return [link for link in found if not link.startswith(("http:", "https:", "#"))]


def commands(path: Path) -> list[str]:
    """Every `handbook …` that a document shows, in text or in a block of shell lines."""
    text = path.read_text(encoding="utf-8")
    lines = [line for block in _SHELL.findall(text) for line in block.splitlines()]
    inline = _INLINE.findall(_BLOCK.sub("", text))
    return [line for line in (*lines, *inline) if line.startswith("handbook ")]


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_link_and_picture_is_there(path: Path) -> None:
    gone = [link for link in links(path) if not (path.parent / unquote(link.partition("#")[0])).exists()]
    assert gone == []


def test_the_documents_have_links_and_commands_to_test() -> None:
    assert "docs/images/site.png" in links(DOCS[0])
    assert "handbook check" in commands(EXAMPLE)


@pytest.mark.parametrize(("path", "line"), [(path, line) for path in WRITTEN for line in commands(path)])
def test_every_command_shown_can_be_given(path: Path, line: str) -> None:
    parse(handbook, shlex.split(line, comments=True)[1:])


def parse(command: click.Command, arguments: list[str]) -> None:
    """Let click read the arguments of a command and of its subcommands; it raises when it cannot."""
    with click.Context(command) as context:
        context.obj = ROOT
        if isinstance(command, click.Group) and not arguments[0].startswith("-"):
            name, inner, rest = command.resolve_command(context, arguments)
            assert name
            assert inner is not None
            parse(inner, rest)
        elif "--help" in arguments:
            assert arguments == ["--help"]
        else:
            command.make_context(command.name, arguments, parent=context)


def test_every_folder_of_the_map_exists() -> None:
    rows = re.findall(
        r"^\| `([\w./]+/)` \|", DOCS[0].read_text(encoding="utf-8").partition("## Folders")[2], re.MULTILINE
    )
    assert len(rows) > 5
    assert [row for row in rows if not (ROOT / row).is_dir()] == []


def test_every_make_target_shown_exists() -> None:
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = {target for path in WRITTEN for target in re.findall(r"`make ([a-z]+)`", path.read_text(encoding="utf-8"))}
    assert shown <= known


def test_the_worked_example_passes_the_check(tmp_path: Path) -> None:
    for folder in ("handbook/source", "forms"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    source = tmp_path / "handbook" / "source"
    (source / "policies" / "pay" / "leave.yml").write_text(shown("leave.yml"), encoding="utf-8")
    (tmp_path / "forms" / "leave-request.yml").write_text(shown("leave-request.yml"), encoding="utf-8")
    append(source / "sources.yml", shown("sources.yml"))

    result = check_project(tmp_path)

    assert result.report.is_clean, result.report.findings
    assert result.handbook is not None
    assert "leave" in result.handbook.policy_by_id


def shown(file: str) -> str:
    """What the pieces of one file come to, in the order in which the worked example shows them."""
    text = EXAMPLE.read_text(encoding="utf-8")
    pieces: list[str] = re.findall(rf"^```yaml {re.escape(file)}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert pieces
    return "".join(pieces)


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
