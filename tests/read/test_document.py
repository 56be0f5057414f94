"""Any file an editor or an attacker can write becomes a document or a finding that says where."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.diagnostics.diagnostic import Diagnostic
from generator.read.document import Document, read_document
from generator.read.limits import MAX_DEPTH
from generator.read.marks import Block, Series
from tests.project import PARTS, assert_can_be_said


def read(text: str | bytes) -> Document:
    return read_document("a.yml", text.encode() if isinstance(text, str) else text)


def where(found: Diagnostic) -> str:
    said = f"{found.code}-{found.variant}" if found.variant else found.code
    return f"{said} {found.place.line}:{found.place.column}"


def findings(text: str | bytes) -> list[str]:
    document = read(text)
    for found in document.diagnostics:
        assert_can_be_said(found)
    return [where(found) for found in document.diagnostics]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("title: 甲\n权限: 乙\ntitle: 丙\n", "Y007 3:1"),
        ("chapters:\n  - title: 甲\n\t- title: 乙\n", "Y005 3:1"),
        ("chapters:\n  \t- title: 甲\n", "Y005 2:3"),
        ("title: 甲\nowner：乙\n", "Y006-expected_key 2:1"),
        ("title: 甲: 乙\n", "Y006-mapping_here 1:9"),
        ('title: 甲\nowner: "乙\n', "Y006-unclosed_quote 2:8"),
        ("units: [甲, 乙\nowner: 丙\n", "Y006-unclosed_bracket 1:8"),
        ("a:\n    - 甲\n  - 乙\n", "Y006-bad_indent 3:3"),
        ("a: 甲\nb: &fine 50 元\n", "Y008-anchor 2:4"),
        ("a: 甲\nb: *fine\n", "Y008-alias 2:4"),
        ("a: {x: 甲}\nb:\n  <<: {y: 乙}\n", "Y008-merge 3:3"),
        ("a: &x {b: 甲}\n", "Y008-anchor 1:4"),
        ("a: 甲\nb: !!python/object/apply:os.system [ls]\n", "Y009 2:4"),
        ("a: !金额 50\n", "Y006-special_start 1:4"),
        ("a: *重点*\n", "Y006-special_start 1:4"),
        ("a: &重点\n", "Y006-special_start 1:4"),
        ("a: @客服\n", "Y006-special_start 1:4"),
        ("a: `客服`\n", "Y006-special_start 1:4"),
        ("a: %50\n", "Y006-special_start 1:4"),
        ('a: 甲\nb: "客服"是指\n', "Y006-after_quote 2:8"),
        ("a: 甲\nb: '客服' 是指\n", "Y006-after_quote 2:9"),
        ("a: {甲: 1 乙: 2}\n", "Y006-unclosed_bracket 1:4"),
        ("a: [甲,, 乙]\n", "Y006 1:7"),
        ("a: - 甲\n", "Y006 1:4"),
        ('a: 甲\nb: "\\q"\n', "Y006 2:5"),
        ("a: |x\n", "Y006 1:5"),
        ("a: [", "Y006 1:5"),
        ("a: [\n", "Y006 2:1"),
        ("a: 甲\n...\nb: 乙\n", "Y006-bad_indent 3:1"),
        ("a: !!str 50\n", "Y009 1:4"),
        ("", "Y011 1:1"),
        ("# 还没有写\n", "Y011 1:1"),
        ("---\n...\n", "Y011 1:1"),
        ("null", "Y011 1:1"),
        ("{}", "Y011 1:1"),
        ("a: 甲\n---\nb: 乙\n", "Y012 2:1"),
        ("- 甲\n- 乙\n", "Y013 1:1"),
        ("只是一句话", "Y013 1:1"),
        ("甲: 乙\n[a, b]: c\n", "Y014 2:1"),
        ("? {a: b}\n: c\n", "Y014 1:3"),
        ("? - a\n: c\n", "Y014 1:3"),
    ],
)
def test_what_yaml_allows_and_a_handbook_does_not_is_found_where_it_stands(text: str, finding: str) -> None:
    assert findings(text) == [finding]


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        ("title: 请假办法".encode("gbk"), "Y003 1:8"),
        ("title: 甲\nowner: ".encode() + b"\xff\xfe", "Y003 2:8"),
        (b"\xef\xbb\xbfa: \xff", "Y003 1:4"),
        (b"a: x\rb: \xff", "Y003 2:4"),
        ("title: 甲".encode("utf-16"), "Y003 1:1"),
        ("title: 请\x00假", "Y004 1:9"),
        ("标题: 甲\n说明: 乙\x07\n", "Y004 2:6"),
        ("a: 甲\n乙: \x1b[31m\n", "Y004 2:4"),
        ("a: 甲\u2028乙\n", "Y004 1:5"),
        ("a: 甲\u0085乙\n", "Y004 1:5"),
        ("a: 甲\ufeff乙\n", "Y004 1:5"),
        ("a: 甲\ufffe\n", "Y004 1:5"),
        ('甲: 乙\na: "丙\\0丁"\n', "Y004 2:4"),
        ('"a\\e": 甲\n', "Y004 1:1"),
        ('a: "\\L"\n', "Y004 1:4"),
    ],
)
def test_bytes_and_characters_that_are_no_text_are_found_where_they_stand(content: str | bytes, finding: str) -> None:
    assert findings(content) == [finding]


@pytest.mark.parametrize(
    "written",
    [
        *("2026-01-01", "010", "1_000", "12:30", "0x1F", "1e3", ".inf", "~", "null", "NULL"),
        *("是", "否", "yes", "no", "on", "off", "y", "n", "true", "True"),
    ],
)
def test_a_value_stays_what_the_editor_wrote(written: str) -> None:
    assert read(f"a: {written}\n{written}: b\n").root == {"a": written, written: "b"}


def test_a_byte_order_mark_and_any_line_ends_change_nothing() -> None:
    plain = "title: 甲\nowner:\n  - 乙\n"
    for content in (b"\xef\xbb\xbf" + plain.encode(), plain.replace("\n", "\r\n").encode(), plain.encode("utf-8-sig")):
        document = read(content)
        assert document.root == read(plain).root
        assert document.text == plain
        assert document.root is not None
        assert document.root.place_of(["owner", 0]) == read(plain).root.place_of(["owner", 0])  # type: ignore[union-attr]


def test_a_key_given_twice_is_told_with_the_first_and_the_rest_is_still_read() -> None:
    document = read("who: 甲\ntext: 乙\nwho: 丙\n")
    (found,) = document.diagnostics
    assert [(other.place.line, other.place.column) for other in found.related] == [(1, 1)]
    assert dict(found.facts) == {"key": "who"}
    assert document.root == {"who": "甲", "text": "乙"}


def test_a_key_given_three_times_is_told_twice() -> None:
    assert findings("a: 1\na: 2\na: 3\n") == ["Y007 2:1", "Y007 3:1"]


def test_keys_are_the_same_only_as_text() -> None:
    assert findings('1: a\n01: b\n"1": c\n') == ["Y007 3:1"]


def test_a_quoted_merge_key_is_only_a_key() -> None:
    assert read('"<<": a\n').root == {"<<": "a"}


def test_an_empty_key_is_a_key() -> None:
    assert read('"": b\n? c\n').root == {"": "b", "c": ""}


def test_an_alias_bomb_is_refused_at_its_first_anchor() -> None:
    bomb = 'a: &a ["x","x"]\n' + "".join(
        f"{b}: &{b} [*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert findings(bomb) == ["Y008-anchor 1:4"]


@pytest.mark.parametrize("opening", ["[", "{", "[{", "- ", "? ", "{? ["])
def test_a_nesting_bomb_is_refused_at_once(opening: str) -> None:
    began = time.process_time()
    (found,) = read("a:\n  " + opening * 100_000).diagnostics
    assert found.code in {"Y010", "Y014"}
    assert time.process_time() - began < 1


def test_the_deepest_allowed_nesting_is_read_and_one_more_is_not() -> None:
    inside = MAX_DEPTH - 1
    assert read(f"a: {'[' * inside}{']' * inside}").diagnostics == ()
    assert findings(f"a: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}") == [f"Y010 1:{4 + inside}"]


def test_deep_indentation_is_refused_too() -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(1000))
    assert findings(text) == [f"Y010 {MAX_DEPTH + 1}:{MAX_DEPTH + 1}"]


EXACT = """\
plain: 甲
中文键: 乙
quoted: "丙 丁"
single: '戊''己'
flow: {name: 庚, list: [辛, "壬", {deep: 癸}]}
block: |
  子
  丑
folded: >-
  寅
  卯
tabs: 辰\t巳
list:
  - 午
  -   name: 未
      after: 申
  - - 酉
empty:
"""


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (["plain"], 1, 8),
        (["中文键"], 2, 6),
        (["quoted"], 3, 9),
        (["single"], 4, 9),
        (["flow"], 5, 7),
        (["flow", "name"], 5, 14),
        (["flow", "list"], 5, 23),
        (["flow", "list", 1], 5, 27),
        (["flow", "list", 2, "deep"], 5, 39),
        (["block"], 6, 8),
        (["folded"], 9, 9),
        (["tabs"], 12, 7),
        (["list", 0], 14, 5),
        (["list", 1], 15, 7),
        (["list", 1, "name"], 15, 13),
        (["list", 1, "after"], 16, 14),
        (["list", 2, 0], 17, 7),
        (["empty"], 18, 7),
    ],
)
def test_every_value_knows_its_line_and_column(path: list[str | int], line: int, column: int) -> None:
    root = read(EXACT).root
    assert root is not None
    place = root.place_of(path)
    assert (place.line, place.column) == (line, column)


def test_every_key_knows_its_line_and_column() -> None:
    root = read(EXACT).root
    assert root is not None
    assert {key: (root.place_of_key(key).line, root.place_of_key(key).column) for key in root} == {
        "plain": (1, 1),
        "中文键": (2, 1),
        "quoted": (3, 1),
        "single": (4, 1),
        "flow": (5, 1),
        "block": (6, 1),
        "folded": (9, 1),
        "tabs": (12, 1),
        "list": (13, 1),
        "empty": (18, 1),
    }
    assert isinstance(root["flow"], Block)
    assert root["flow"].place_of_key("list").column == 17


def test_a_tab_inside_a_value_stays() -> None:
    assert read("a: 甲\t乙\n").root == {"a": "甲\t乙"}


def mutated(text: str, at: int, cut: int, put: str) -> str:
    at %= len(text)
    return text[:at] + put + text[at + cut :]


MUTATIONS = st.builds(
    mutated,
    st.sampled_from(sorted(PARTS.values())),
    st.integers(0, 2000),
    st.integers(0, 30),
    st.text("-:?[]{},&*!|>'\"%@`# \n\t\\<=x甲。\0\u2028", max_size=6),
)


def holds_only_text_where_it_stands(text: str, node: Block | Series) -> None:
    """Every plain value really begins at its place."""
    lines = text.split("\n")
    inside = node.items() if isinstance(node, Block) else enumerate(node)
    for key, value in inside:
        line, column = node.spot_of(key)
        if value == "":
            continue
        assert 0 <= line < len(lines)
        assert 0 <= column < len(lines[line])
        if isinstance(value, str):
            assert lines[line][column] in ("'", '"', "|", ">", value[0])
        else:
            holds_only_text_where_it_stands(text, value)


@settings(max_examples=500, deadline=None)
@given(st.one_of(st.binary(), st.text().map(str.encode), MUTATIONS.map(str.encode)))
@example(b"%YAML 9.9\n---\na: b")
@example(b"%TAG ! tag:x,2000:\n--- !a\nb: c")
@example(b"a: 'b\n")
@example(b"? ")
@example(b"\xef\xbb\xbf")
@example(b'a: "\\ud800"')
@example(b"a: [\n\t]")
def test_no_bytes_whatever_raise(content: bytes) -> None:
    document = read(content)
    assert (document.root is None) == any(found.code != "Y007" for found in document.diagnostics)
    lines = document.text.split("\n")
    for found in document.diagnostics:
        assert_can_be_said(found)
        assert found.code == "Y003" or found.place.line <= len(lines)
        assert found.code == "Y003" or found.place.column <= len(lines[found.place.line - 1]) + 1
    if document.root is not None:
        holds_only_text_where_it_stands(document.text, document.root)
