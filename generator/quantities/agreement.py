"""When a figure in a text says what a field says, though in other words."""

from __future__ import annotations

from .count import Quantity
from .duration import Duration, Unit
from .ratio import Measure, Multiple, Percentage
from .scan import Value

_PEOPLE = {"人", "名", "位"}


def agrees(field: Value, figure: Value) -> bool:
    """Whether the figure of a text says what the field says; equal values always do.

    The text may name the base of a multiple elsewhere: 按礼品价值10倍 agrees with 10 倍 礼品价值, and
    百分之五十 with 50% 当月绩效工资. 两名 agrees with 2 人.
    """
    if field == figure:
        return True
    if isinstance(field, Multiple):
        return _is_ratio_of(field, figure)
    if isinstance(field, Quantity):
        return _is_count_of(field, figure)
    return False


def _is_ratio_of(field: Multiple, figure: Value) -> bool:
    if isinstance(figure, Multiple):
        same = field.factor == figure.factor and field.measure is figure.measure
        return same and not (field.of and figure.of)
    if isinstance(figure, Percentage):
        return field.measure is Measure.SHARE and field.factor == figure.low == figure.high
    if isinstance(figure, Duration):
        days = field.measure is Measure.DAYS and figure.unit is Unit.DAY
        return days and field.factor == figure.low == figure.high
    return False


def _is_count_of(field: Quantity, figure: Value) -> bool:
    if isinstance(figure, Percentage):
        return field.unit == "%" and (field.low, field.high) == (figure.low, figure.high)
    if isinstance(figure, Quantity):
        return {field.unit, figure.unit} <= _PEOPLE and (field.low, field.high) == (figure.low, figure.high)
    return False
