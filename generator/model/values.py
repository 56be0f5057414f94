"""The kinds of single values in YAML: names, texts, ids, dates, switches and quantities.

The reader hands over every scalar as the text that was written, so that nothing is converted behind the editor's back;
the functions here say what a text means and refuse it with a reason and, where they can, the text that would be right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from generator.quantities import (
    Amount,
    Duration,
    Frequency,
    Multiple,
    Percentage,
    Quantity,
    QuantityError,
    parse_amount,
    parse_duration,
    parse_frequency,
    parse_multiple,
    parse_percentage,
    parse_quantity,
)

T = TypeVar("T")


def refuse(kind: str, **facts: str) -> PydanticCustomError:
    """An error whose words are in the catalog under `kind`; `facts` fill them in."""
    return PydanticCustomError(kind, kind, facts)


# --- texts -----------------------------------------------------------------------------------------------------------


_HAN = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018-\u201d\u2014\u2026]"
_FULL_WIDTH_MARK = "[，。、；：！？（）《》「」【】]"
_WIDE_GAP = re.compile(r"\s*\n\s*|  +")
_NEEDLESS_SPACE = re.compile(rf" (?:(?<={_HAN} )(?={_HAN})|(?<={_FULL_WIDTH_MARK} )|(?={_FULL_WIDTH_MARK}))")


def _one_line(text: str) -> str:
    """Join what YAML's line breaks parted: a space is left only where Latin letters or figures need it."""
    text = _without_wide_gaps(text)
    return _NEEDLESS_SPACE.sub("", text) if " " in text else text


def _without_wide_gaps(text: str) -> str:
    return _WIDE_GAP.sub(" ", text) if "\n" in text or "  " in text else text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_one_line)]
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=60),
    AfterValidator(_without_wide_gaps),
]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
SourceId = Annotated[str, StringConstraints(pattern=r"^[\w-]+\.[0-9]{3}$")]


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Names = Annotated[
    tuple[Name, ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
SourceIds = tuple[SourceId, ...]
ClauseRef = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$", max_length=121)
]
ClauseRefs = Annotated[
    tuple[ClauseRef, ...],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]

# --- numbers, dates, switches ----------------------------------------------------------------------------------------


def _written_text(value: Any) -> str:
    """The scalar as written; a mapping or list in its place is refused."""
    if isinstance(value, str):
        return value
    raise refuse("not_a_text")


def _parse_whole(value: Any) -> int:
    text = _written_text(value)
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}", text):
        digits = re.sub(r"[\s_,]", "", text)
        raise refuse("whole_number", suggestion=str(int(digits)) if digits.isdecimal() and len(digits) < 10 else "")
    return int(text)


Whole = Annotated[int, PlainValidator(_parse_whole), WithJsonSchema({"type": "integer", "minimum": 0})]


def _parse_date(value: Any) -> date:
    text = _written_text(value)
    parts = re.fullmatch(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", text)
    try:
        day = date(*(int(part) for part in parts.groups())) if parts else None
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise refuse("calendar_date", suggestion=day.isoformat() if day else "")
    return day


Date = Annotated[date, PlainValidator(_parse_date), WithJsonSchema({"type": "string", "format": "date"})]

_YES = frozenset({"yes", "on", "y", "是", "对", "有", "1", "true"})
_NO = frozenset({"no", "off", "n", "否", "不", "无", "0", "false"})


def _parse_switch(value: Any) -> bool:
    text = _written_text(value)
    if text in ("true", "false"):
        return text == "true"
    word = text.casefold()
    raise refuse("switch", suggestion="true" if word in _YES else "false" if word in _NO else "")


Switch = Annotated[bool, PlainValidator(_parse_switch), WithJsonSchema({"type": "boolean"})]

# --- quantities ------------------------------------------------------------------------------------------------------


def _reader(kind: str, parse: Callable[[str], T]) -> PlainValidator:
    parse = lru_cache(maxsize=1024)(parse)  # a handbook writes the same few figures over and over

    def read(value: Any) -> T:
        text = _written_text(value)
        try:
            return parse(text)
        except QuantityError as error:
            raise refuse(f"quantity_{kind}", suggestion=error.suggestion or "", reason=error.reason) from None

    return PlainValidator(read)


def _written(examples: list[str]) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "minLength": 1, "examples": examples})


_AS_TEXT = PlainSerializer(str, return_type=str)

Within = Annotated[
    Duration,
    _reader("duration", parse_duration),
    _AS_TEXT,
    _written(["3 个工作日", "24 小时", "14–21 天", "立即"]),
]
Every = Annotated[
    Frequency,
    _reader("frequency", parse_frequency),
    _AS_TEXT,
    _written(["每日", "每周一", "每月10日前", "每两个月"]),
]
Sum = Annotated[
    Amount,
    _reader("amount", parse_amount),
    _AS_TEXT,
    _written(["200 元", "50–500 元", "10 倍 礼品价值", "半天工资"]),
]
Share = Annotated[Percentage, _reader("percentage", parse_percentage), _AS_TEXT, _written(["50%", "200%"])]
Part = Annotated[
    Multiple, _reader("multiple", parse_multiple), _AS_TEXT, _written(["50% 当月绩效工资", "10 倍 礼品价值"])
]
Count = Annotated[Quantity, _reader("quantity", parse_quantity), _AS_TEXT, _written(["5 台", "2 人", "14–24 ℃"])]


def _parse_bound(text: str) -> Quantity:
    """A boundary of a tier: a quantity, or a bare number counted in what `per` or `measure` names."""
    return parse_quantity(text if re.search(r"\D$", text.strip()) else f"{text} 次")


Bound = Annotated[Quantity, _reader("quantity", _parse_bound), _AS_TEXT, _written(["4", "10000 元", "3 天"])]


def _parse_retention(text: str) -> Duration | Literal["永久"]:
    return "永久" if text == "永久" else parse_duration(text)


Retention = Annotated[
    Duration | Literal["永久"],
    _reader("retention", _parse_retention),
    _AS_TEXT,
    _written(["3 年", "10 年", "永久"]),
]
