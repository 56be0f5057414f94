"""Quantities with units as Chinese people write them: parsed from text, printed in one canonical form.

`str()` of every type here is its canonical form, and its parse function reads that back to an equal value.
Equality is by value: 三日, 3天 and ３ 天 are one Duration. Whatever text it is given, a parse function raises
only QuantityError.
"""

from .amount import Amount, parse_amount
from .anchor import Anchor, Day, MonthDay, MonthEnd, Period, PeriodEnd, Weekday
from .boundary import Boundary, Line, line_at, words_before
from .count import Quantity, parse_quantity
from .duration import Duration, Unit, parse_duration
from .errors import Kind, QuantityError, Reason
from .frequency import Frequency, parse_frequency
from .money import Money, parse_money
from .numerals import chinese_number, parse_number
from .points import Point, Points, points_of
from .ratio import Measure, Multiple, Percentage, parse_multiple, parse_percentage
from .scan import Figure, Value, find_figures

__all__ = [
    "Amount",
    "Anchor",
    "Boundary",
    "Day",
    "Duration",
    "Figure",
    "Frequency",
    "Kind",
    "Line",
    "Measure",
    "Money",
    "MonthDay",
    "MonthEnd",
    "Multiple",
    "Percentage",
    "Period",
    "PeriodEnd",
    "Point",
    "Points",
    "Quantity",
    "QuantityError",
    "Reason",
    "Unit",
    "Value",
    "Weekday",
    "chinese_number",
    "find_figures",
    "line_at",
    "parse_amount",
    "parse_duration",
    "parse_frequency",
    "parse_money",
    "parse_multiple",
    "parse_number",
    "parse_percentage",
    "parse_quantity",
    "points_of",
    "words_before",
]
