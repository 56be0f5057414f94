"""All that the command says is Chinese, click's own words included."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from generator.cli.commands import handbook as command_line
from generator.cli.words import say
from generator.diagnostics.visible import columns
from generator.locale import FOLDER, LANGUAGE
from tests.cli.conftest import Handbook

FILES = FOLDER / LANGUAGE / "LC_MESSAGES"


def every_command(command: click.Command = command_line, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from every_command(inner, (*path, name))


COMMANDS = list(every_command())


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_help_text_has_examples_and_no_english(path: tuple[str, ...], handbook: Handbook) -> None:
    text = handbook(*path, "--help").out

    assert text.startswith("用法：")
    assert "例子：" in text
    assert not re.search(r"Usage|Options|Show|Commands|OPTIONS|ARGS|Error|default", text)


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_fits_a_terminal_of_80_columns(path: tuple[str, ...], handbook: Handbook) -> None:
    for line in handbook(*path, "--help").out.splitlines():
        assert columns(line) <= 80, line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chek",), "没有 'chek' 这个命令。 是不是 'check'？"),
        (("check", "--formt", "text"), "没有 '--formt' 这个选项。"),
        (("check", "--format", "xml"), "'--format' 的值不对"),
        (("check", "--format"), "选项 '--format' 后面缺少值。"),
        (("check", "多余"), "多出了参数（多余）"),
        (("serve", "--port", "八千"), "'八千' 不是有效的数字。"),
        (("new", "policy"), "缺少参数"),
    ],
)
def test_a_wrong_call_is_answered_in_chinese(arguments: tuple[str, ...], said: str, handbook: Handbook) -> None:
    outcome = handbook(*arguments)

    assert outcome.status == 2
    assert said in outcome.err
    assert not re.search(r"Usage|Try|Error|Invalid|Missing|No such", outcome.err)


def test_every_word_of_click_is_translated() -> None:
    with (FILES / "click.po").open("rb") as file:
        translated = {message.id for message in read_po(file) if message.id and all(flat(message.string))}
    wanted = {message for _, _, message, _, _ in extract_from_dir(str(Path(click.__file__).parent))}

    assert wanted <= translated


def test_the_compiled_words_are_those_written() -> None:
    with (FILES / "click.po").open("rb") as written, (FILES / "click.mo").open("rb") as compiled:
        assert texts(read_mo(compiled)) == texts(read_po(written))


def test_a_translation_keeps_only_placeholders_that_click_fills() -> None:
    with (FILES / "click.po").open("rb") as file:
        for message in read_po(file):
            if message.id:
                given = set(re.findall(r"\{\w+", " ".join(flat(message.id))))
                assert set(re.findall(r"\{\w+", " ".join(flat(message.string)))) <= given


def test_words_are_found_whatever_the_readers_language(handbook: Handbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de:fr")
    monkeypatch.setenv("LC_ALL", "C")

    assert handbook("--help").out.startswith("用法：")
    assert gettext.gettext("Options") == "选项"


def test_a_text_is_filled_with_its_facts() -> None:
    assert say("message.created", file="a.yml").startswith("已新建 a.yml。")


def texts(catalog: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    return {flat(message.id): flat(message.string) for message in catalog if message.id}


def flat(said: str | Sequence[str] | None) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said or ())
