"""What single values mean."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.values import Bound, Name, Retention, Text
from generator.quantities import Duration, Quantity
from generator.read.document import read_document


def text(written: str) -> str:
    """A text as it comes out of YAML, under a key."""
    root = read_document("a.yml", f"text: {written}\n".encode()).root
    assert root is not None
    read: str = TypeAdapter(Text).validate_python(root["text"])
    return read


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("客服专员接到\n  投诉后登记。", "客服专员接到投诉后登记。"),
        (">-\n  客服专员接到\n  投诉后登记。", "客服专员接到投诉后登记。"),
        ("|\n  客服专员接到\n  投诉后登记。", "客服专员接到投诉后登记。"),
        ("|\n  客服专员登记。\n\n  客服主任审核。", "客服专员登记。客服主任审核。"),
        ('"客服专员接到\n  投诉后登记。"', "客服专员接到投诉后登记。"),
        ("在 ERP\n  系统登记", "在 ERP 系统登记"),
        ("|\n  在 ERP\n  system 登记", "在 ERP system 登记"),
        ("登记后，\n  ERP 提示", "登记后，ERP 提示"),
        ("用 ERP\n  （系统）登记", "用 ERP（系统）登记"),
        ("填写\n  《记录表》", "填写《记录表》"),
        ("称为\n  “投诉”的", "称为“投诉”的"),
        ("罚款\n  200 元", "罚款 200 元"),
        ("依照\n  {#register}\n  办理", "依照 {#register} 办理"),
        ("the   end", "the end"),
        ("甲   乙 ， 丙", "甲乙，丙"),
    ],
)
def test_a_chinese_text_over_several_lines_has_no_space_where_they_meet(written: str, expected: str) -> None:
    assert text(written) == expected


def test_a_name_is_one_line() -> None:
    assert TypeAdapter(Name).validate_python(" 甲\n# 乙 ") == "甲 # 乙"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("4", Quantity(Decimal(4), Decimal(4), "次")),
        ("4 次", Quantity(Decimal(4), Decimal(4), "次")),
        ("10000 元", Quantity(Decimal(10000), Decimal(10000), "元")),
        ("3 天", Quantity(Decimal(3), Decimal(3), "天")),
        ("0.5", Quantity(Decimal("0.5"), Decimal("0.5"), "次")),
        ("0", Quantity(Decimal(0), Decimal(0), "次")),
    ],
)
def test_a_bound_is_a_quantity_or_a_bare_number_of_times(written: str, expected: Quantity) -> None:
    assert TypeAdapter(Bound).validate_python(written) == expected


@pytest.mark.parametrize("written", ["", "多", "元", "4–", "-1", "1 2"])
def test_what_is_no_bound_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Bound).validate_python(written)


def test_records_are_kept_for_years_or_forever() -> None:
    assert TypeAdapter(Retention).validate_python("永久") == "永久"
    assert isinstance(TypeAdapter(Retention).validate_python("3 年"), Duration)
