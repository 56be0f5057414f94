"""The mutation tool: every kind of fault has a place in the handbook, and the check finds them where they are."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from generator.diagnostics.catalog import all_rules
from generator.read.document import read_document
from tests.mutation.book import Book
from tests.mutation.fault import Edit, Fault, Kind, apply
from tests.mutation.kinds import KINDS
from tests.mutation.report import misses, score
from tests.mutation.trial import plan, read, try_all

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def book() -> Book:
    return read(ROOT)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_finds_a_place_and_changes_what_the_yaml_says(kind: Kind, book: Book) -> None:
    faults = list(kind.make(book, Random(1)))  # noqa: S311 - no secret
    assert faults
    for fault in faults[:: max(len(faults) // 5, 1)]:
        for file, text in apply(fault, book.texts).texts.items():
            before, after = (read_document(file, part.encode()) for part in (book.texts.get(file, ""), text))
            assert after.root != before.root or after.diagnostics, fault


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)


def test_the_right_codes_are_codes_that_there_are() -> None:
    codes = {rule.code for rule in all_rules()}
    assert {
        code for kind in KINDS for code in kind.codes if not any(known.startswith(code) for known in codes)
    } == set()


def test_the_same_seed_makes_the_same_faults(book: Book) -> None:
    first, again, other = (plan(book, KINDS[::5], 100, seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_faults_are_spread_over_the_kinds_and_the_files(book: Book) -> None:
    chosen = plan(book, KINDS, 4 * len(KINDS), seed=1)
    tries = [sum(one.kind == kind.name for one in chosen) for kind in KINDS]
    assert max(tries) - min(tries) <= 5
    assert {one.fault.file for one in chosen} > {file for file in book.texts if "/policies/" in file}


def test_a_fault_knows_the_lines_that_it_changes() -> None:
    text = "a: 1\nb: 2\nc: 3\n"
    fault = Fault((Edit("x.yml", 5, 10, ""), Edit("x.yml", 15, 15, "d: 4\ne: 5\n", wrong="e: 5")), "", "")
    changed = apply(fault, {"x.yml": text})
    assert changed.texts["x.yml"] == "a: 1\nc: 3\nd: 4\ne: 5\n"
    assert [lines for _, lines in changed.lines] == [range(2, 3), range(4, 5)]
    assert changed.is_near("x.yml", 6)
    assert not changed.is_near("x.yml", 7)
    assert not changed.is_near("y.yml", 2)


def test_what_the_handbook_says_already_is_no_finding(book: Book) -> None:
    fault = Fault((Edit("forms/urging-note.yml", 0, 0, "# a comment\n"),), "", "")
    kind = Kind("nothing", lambda *_: iter([fault]), frozenset("YSRDTQPAFWL"), "")
    [outcome] = try_all(book.texts, plan(book, [kind], 1, seed=1))
    assert outcome.said == ()


def test_the_check_finds_faults_of_every_third_kind(book: Book) -> None:
    kinds = KINDS[::3]
    outcomes = try_all(book.texts, plan(book, kinds, len(kinds), seed=7), jobs=2)
    assert score(outcomes) >= 0.97, "\n".join(misses(outcomes))
