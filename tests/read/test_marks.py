"""Where the parts of a document stand."""

from __future__ import annotations

from generator.read.document import read_document
from generator.read.marks import Block, Place


def root(text: str) -> Block:
    found = read_document("a.yml", text.encode()).root
    assert found is not None
    return found


def test_a_text_is_underlined_to_the_end_of_its_first_line_and_a_container_at_its_beginning() -> None:
    block = root("name: 客服主任\nlist: [甲]\ntext: |\n  一二\n  三\nnone: ''\n")
    assert block.place_of(["name"]) == Place("a.yml", 1, 7, 4)
    assert block.place_of(["list"]) == Place("a.yml", 2, 7, 1)
    assert block.place_of(["text"]).width == 2
    assert block.place_of(["none"]).width == 1


def test_a_key_is_underlined_whole() -> None:
    assert root("名称: 甲\n").place_of_key("名称") == Place("a.yml", 1, 1, 2)


def test_what_is_not_there_stands_where_it_would_belong() -> None:
    block = root("a: 1\nwho: [甲, {b: 乙}]\n")
    assert block.place_of_key("text") == Place("a.yml", 1, 1)
    assert block.place_of(["who", 5]) == block.place_of(["who"])
    assert block.place_of(["who", 1, "c"]) == Place("a.yml", 2, 10)
    assert block.place_of([]) == Place("a.yml", 1, 1)


def test_a_single_name_in_place_of_a_list_stands_where_its_list_would() -> None:
    block = root("a: 1\nwho: 甲乙\n")
    assert block.place_of(["who", 0]) == Place("a.yml", 2, 6, 2)
