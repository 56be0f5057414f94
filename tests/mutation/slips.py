"""What a hurried editor does to names and figures."""

from __future__ import annotations

import re
from collections.abc import Container
from random import Random

_LOOKS_ALIKE = {
    "理": "里",
    "专": "转",
    "员": "圆",
    "主": "住",
    "管": "馆",
    "部": "布",
    "室": "事",
    "表": "裱",
    "单": "担",
    "记": "计",
    "录": "路",
    "处": "出",
    "客": "各",
    "户": "护",
    "业": "叶",
    "务": "物",
    "经": "径",
    "销": "消",
    "法": "发",
    "办": "半",
    "证": "正",
    "明": "名",
    "意": "义",
    "见": "件",
}
"""Characters that are typed for each other, since they sound the same."""

_NEW_TITLES = {
    "顾问": "咨询师",
    "助理": "文员",
    "技工": "技师",
    "经理": "总监",
    "主管": "总监",
    "专员": "干事",
    "人员": "干事",
    "主任": "总监",
    "组长": "班长",
}
_NEW_UNITS = {"部": "中心", "室": "中心", "处": "中心"}
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_HAN_DIGITS = "一二三四五六七八九"


def misspelt(name: str, chance: Random, taken: Container[str]) -> str:
    """The name with one slip, that is no other name: a like-sounding, lost, doubled or misplaced character."""
    slips = [_alike(name, at) for at in range(len(name)) if name[at] in _LOOKS_ALIKE]
    if len(name) > 2:
        slips += [name[:at] + name[at + 1 :] for at in range(1, len(name))]
        slips += [name[:at] + name[at + 1] + name[at] + name[at + 2 :] for at in range(len(name) - 1)]
    slips += [name[:at] + name[at] + name[at:] for at in range(1, len(name))]
    return chance.choice([slip for slip in slips if slip != name and slip not in taken])


def renamed(name: str, taken: Container[str]) -> str:
    """The name that a role or department could get in a reorganization, and that nothing has yet."""
    for ending, new in (_NEW_TITLES | _NEW_UNITS).items():
        if name.endswith(ending) and name.removesuffix(ending) + new not in taken:
            return name.removesuffix(ending) + new
    return f"新{name}" if f"新{name}" not in taken else f"原{name}"


def other_number(number: str, chance: Random, taken: Container[str] = ()) -> str:
    """Another number of the same sort: doubled, a little more, tenfold, or two digits exchanged."""
    if number in _HAN_DIGITS + "两":
        value = 2 if number == "两" else _HAN_DIGITS.index(number) + 1
        near = [_HAN_DIGITS[other - 1] for other in (value - 1, value + 1, value + 2) if 3 <= other <= 9]
        free = [choice for choice in near if choice not in taken]
        return chance.choice(free or [digit for digit in _HAN_DIGITS[2:] if digit not in taken])
    if "." in number:
        return number.replace(".", "")
    value = int(number)
    choices = [str(value * 2), str(value + 1), str(value + 2), str(value * 10), number[::-1].lstrip("0")]
    return chance.choice([choice for choice in choices if choice and choice != number and choice not in taken])


def numbers_in(text: str) -> list[str]:
    """The numbers of a text in Arabic digits."""
    return _DIGITS.findall(text)


def _alike(name: str, at: int) -> str:
    return name[:at] + _LOOKS_ALIKE[name[at]] + name[at + 1 :]
