from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from generator.render.templates import environment


@dataclass(frozen=True, slots=True)
class View:
    name: str
    _own: str = "kept"


def printed(folder: Path, template: str, **given: object) -> str:
    (folder / "page.html").write_text(template, encoding="utf-8")
    return environment(folder, {"list": {"copy": "联次"}}).get_template("page.html").render(given)


def test_texts_are_escaped(tmp_path: Path) -> None:
    assert printed(tmp_path, "{{ view.name }}", view=View("<b>")) == "&lt;b&gt;"


def test_words_are_found_even_when_a_method_has_their_name(tmp_path: Path) -> None:
    assert printed(tmp_path, "{{ words.list.copy }}") == "联次"


def test_a_misspelt_name_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        printed(tmp_path, "{{ view.nam }}", view=View("x"))
    with pytest.raises(UndefinedError):
        printed(tmp_path, "{{ words.lst.copy }}")


@pytest.mark.parametrize(
    "template",
    [
        "{{ view.__class__.__mro__ }}",
        "{{ view._own }}",
        "{{ view.name.__class__ }}",
        "{{ words.__class__ }}",
        "{{ words.list.update(copy=1) }}",
    ],
)
def test_a_template_reaches_nothing_of_the_program(tmp_path: Path, template: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        printed(tmp_path, template, view=View("x"))
