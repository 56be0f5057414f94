"""What the command line says, and the language in which click says the rest."""

from __future__ import annotations

import gettext
import os
from typing import Any, TypedDict

from generator.locale import FOLDER, LANGUAGE, words


def say(path: str, **facts: object) -> str:
    """The text at a dotted path of cli.yml with its facts filled in."""
    said: Any = words(LANGUAGE, "cli")
    for step in path.split("."):
        said = said[step]
    return str(said).rstrip("\n").format(**facts)


class Described(TypedDict):
    """What click is told about a command."""

    help: str
    epilog: str
    options_metavar: str


def described(command: str) -> Described:
    """The help text, the examples and the words of the usage line of a command."""
    return {
        "help": _unwrapped(say(f"help.{command}")),
        "epilog": _unwrapped(say(f"help.{command}_examples")),
        "options_metavar": say("metavar.options"),
    }


def _unwrapped(text: str) -> str:
    """A text whose line breaks click keeps: it leaves paragraphs marked with \\b as they are."""
    return "\n\n".join(f"\b\n{paragraph}" for paragraph in text.split("\n\n"))


def speak_to_click() -> None:
    """Make click find its own words (Usage, Options, Error …) in `LC_MESSAGES/click.mo`.

    click asks gettext at run time, and gettext goes by the environment; readers get one language whatever theirs is.
    """
    os.environ["LANGUAGE"] = LANGUAGE
    gettext.bindtextdomain("click", FOLDER)
    gettext.textdomain("click")
