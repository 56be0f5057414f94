"""Every piece of the model remembers where it was written."""

from __future__ import annotations

from pathlib import Path

from generator.model import Law
from generator.model.base import NOWHERE
from tests.project import POLICY, checked


def test_a_clause_knows_its_file_line_and_column(tmp_path: Path) -> None:
    clause = checked(tmp_path).handbook.clauses["example/base"].spec
    assert (clause.place.file, clause.place.line, clause.place.column) == (POLICY, 14, 9)
    assert (clause.at("who", 1).line, clause.at("who", 1).column) == (16, 21)


def test_what_was_not_read_from_a_file_is_nowhere() -> None:
    law = Law.model_validate({"name": "劳动法", "title": "中华人民共和国劳动法", "version": "2018-12-29"})
    assert law.place == law.at("name") == NOWHERE
