from __future__ import annotations

from typing import Any

import pytest

from generator.derive.form_layout import FormLayout, Grid, NumberPart, form_layout
from generator.derive.form_table import Table
from generator.locale import words
from tests.sample import Data, sample


def layout(*fields: Data, **changes: Any) -> FormLayout:
    """The layout of the sample's record form with these fields and changed keys."""

    def change(data: Data) -> None:
        if fields:
            data["forms"]["complaint-record"]["sections"] = [{"title": "内容", "fields": list(fields)}]
        data["forms"]["complaint-record"].update(changes)

    return form_layout(sample(change).form_by_id["complaint-record"], words("zh-Hans", "print"))


def grid(*fields: Data, **changes: Any) -> list[list[tuple[str, int]]]:
    """The rows of the only grid: each cell's name and all the columns it takes, label included."""
    (block,) = layout(*fields, **changes).parts[0].blocks
    assert isinstance(block, Grid)
    return [[(cell.name, cell.label_span + cell.span) for cell in row] for row in block.rows]


def table(**changes: Any) -> Table:
    field = {
        "name": "t",
        "label": "明细",
        "type": "table",
        "columns": [{"label": "品名"}, {"label": "金额", "type": "money"}],
    }
    (block,) = layout(field | changes).parts[0].blocks
    assert isinstance(block, Table)
    return block


def field(name: str, **changes: Any) -> Data:
    return {"name": name, "label": "栏目", **changes}


def test_two_fields_of_half_a_line_share_it() -> None:
    assert grid(field("a"), field("b")) == [[("a", 4), ("b", 4)]]


def test_a_field_that_no_longer_fits_starts_a_row_and_the_last_one_grows() -> None:
    assert grid(field("a", width="3"), field("b")) == [[("a", 8)], [("b", 8)]]
    assert grid(field("a", width="1"), field("b", width="1"), field("c", width="4")) == [
        [("a", 2), ("b", 6)],
        [("c", 8)],
    ]


@pytest.mark.parametrize("paper", ["A4", "A4-landscape", "A5", "A5-landscape"])
def test_every_row_is_as_wide_as_the_sheet(paper: str) -> None:
    fields = [field(f"f-{n}", width=str(n % 4 + 1)) for n in range(11)]
    columns = 4 if paper == "A5" else 8
    assert {sum(width for _, width in row) for row in grid(*fields, paper=paper)} == {columns}


def test_on_narrow_paper_a_quarter_is_half_a_line() -> None:
    assert grid(field("a", width="1"), field("b", width="2"), paper="A5") == [[("a", 2), ("b", 2)]]


def test_a_paragraph_takes_the_whole_line_and_a_persons_name_a_quarter() -> None:
    assert grid(field("a", type="person"), field("b", type="paragraph")) == [[("a", 8)], [("b", 8)]]
    assert grid(*(field(f"p-{n}", type="person") for n in range(4))) == [[(f"p-{n}", 2) for n in range(4)]]


def test_many_options_get_a_whole_line() -> None:
    assert grid(field("a", type="choice", options=["同意", "不同意"]), field("b")) == [[("a", 4), ("b", 4)]]
    assert grid(field("a", type="choice", options=["上级交办", "客户投诉", "自查发现", "其他"]), field("b")) == [
        [("a", 8)],
        [("b", 8)],
    ]


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("投诉人", ("投诉人",)),
        ("客户投诉编号", ("客户投诉", "编号")),
        ("业务部处理意见", ("业务部处", "理意见")),
        ("客户姓名或者单位", ("客户姓名", "或者单位")),
        ("OA 系统编号", ("OA 系统编号",)),
        ("工具、说明书已交", ("工具、说明书已交",)),
    ],
)
def test_no_line_of_a_label_is_a_single_character(label: str, lines: tuple[str, ...]) -> None:
    (block,) = layout(field("a", width="1") | {"label": label}).parts[0].blocks
    assert isinstance(block, Grid)
    assert block.rows[0][0].label == lines


def test_only_other_can_be_written_in() -> None:
    (block,) = layout(field("a", type="choice", options=["电话", "其他贷款"])).parts[0].blocks
    assert isinstance(block, Grid)
    assert [option.write_in for option in block.rows[0][0].options] == [False, True]


def test_tables_and_notes_stand_between_grids_in_the_order_written() -> None:
    blocks = (
        layout(
            field("a"),
            {"name": "t", "label": "明细", "type": "table", "columns": [{"label": "品名"}]},
            field("n", type="note"),
            field("b"),
        )
        .parts[0]
        .blocks
    )
    assert [block.shape for block in blocks] == ["grid", "table", "note", "grid"]


def test_a_table_has_the_rows_asked_for_or_those_preset_or_a_few() -> None:
    assert len(table(rows="7").rows) == 7
    assert len(table(rows="1", preset=[["甲"], ["乙"]]).rows) == 2
    assert len(table().rows) == 5


def test_preset_texts_fill_the_first_columns() -> None:
    rows = table(rows="2", preset=[["运费"]]).rows
    assert [[entry.text for entry in row] for row in rows] == [["运费", ""], ["", ""]]


def test_the_total_adds_up_its_columns_and_leaves_no_room_in_others() -> None:
    columns = [{"label": name} for name in ("品名", "数量", "单价", "金额")]
    total = table(columns=columns, total=["数量", "金额"]).total
    assert total is not None
    assert (total.span, [entry.void for entry in total.entries]) == (1, [False, True, False])


def test_the_share_of_a_column_is_its_width_among_all() -> None:
    columns = table(columns=[{"label": "甲", "width": "3"}, {"label": "乙"}]).columns
    assert [column.share for column in columns] == [75.0, 25.0]


def test_a_column_of_money_says_its_unit_once() -> None:
    columns = [
        {"label": "金额", "type": "money"},
        {"label": "税额（元）", "type": "money"},
        {"label": "量", "unit": "台"},
    ]
    assert [column.unit for column in table(columns=columns).columns] == ["元", "", "台"]


def test_an_amount_is_written_in_words_where_there_is_room() -> None:
    (block,) = layout(field("a", type="money"), field("b", type="money", width="4")).parts[0].blocks
    assert isinstance(block, Grid)
    assert [cell.in_words for row in block.rows for cell in row] == [True, True]
    (block,) = layout(field("a", type="money"), field("b", type="money")).parts[0].blocks
    assert isinstance(block, Grid)
    assert [cell.in_words for row in block.rows for cell in row] == [False, False]


def test_five_signatures_are_three_and_two() -> None:
    rows = layout(signatures=[{"label": f"第{n}"} for n in range(5)]).signatures
    assert [len(row) for row in rows] == [3, 2]


def test_a_signer_named_like_the_box_is_not_named_twice() -> None:
    (row,) = layout(signatures=[{"label": "总经理", "who": "总经理"}, {"label": "审核", "who": "客服主任"}]).signatures
    assert [box.who for box in row] == [(), ("客服主任",)]


def test_the_number_leaves_room_for_its_digits() -> None:
    assert layout(number="TS-{yyyy}{mm}-{seq:3}").number == (
        NumberPart("TS-", 0),
        NumberPart("", 4),
        NumberPart("", 2),
        NumberPart("-", 0),
        NumberPart("", 3),
    )


def test_the_edge_of_a_copy_is_painted_in_its_colour_if_that_is_known() -> None:
    white, unknown = layout(
        copies=[{"to": "质量管理部", "color": "白色"}, {"to": "客户服务部", "color": "斑斓"}]
    ).sheets
    assert white is not None
    assert unknown is not None
    assert (white.name, white.to, white.paint) == ("第一联", "质量管理部", "#ffffff")
    assert (unknown.name, unknown.color, unknown.paint) == ("第二联", "斑斓", "")


def test_a_form_without_copies_has_one_sheet_without_a_mark() -> None:
    assert layout(copies=[]).sheets == (None,)
