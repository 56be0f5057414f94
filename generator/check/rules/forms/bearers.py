"""The people that a text names, and who counts as whom."""

from __future__ import annotations

import re
from collections import defaultdict

from generator.link.handbook import Bearer, Department, Group, Handbook, Role

_WHICHEVER = ("部门", "单位")
_DESCRIBED = re.compile("[\u4e00-\u9fff](?<![和与及或由])$")


class BearerNames:
    """Roles, departments, groups and units by all their names, to be found in a text from behind."""

    def __init__(self, handbook: Handbook) -> None:
        self._bearers: dict[str, Bearer] = {}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        bearers: tuple[Bearer, ...] = (*handbook.units, *handbook.groups, *handbook.departments, *handbook.roles)
        for bearer in bearers:
            for name in (bearer.spec.name, *bearer.spec.aliases):
                self._bearers[name] = bearer
                lengths[name[-2:]].add(len(name))
        self._lengths = {ending: sorted(found, reverse=True) for ending, found in lengths.items()}

    def called(self, name: str) -> Bearer | None:
        """The bearer of exactly this name."""
        return self._bearers.get(name)

    def ending_at(self, text: str, end: int) -> tuple[int, Bearer] | None:
        """Where the longest name begins that ends before `end`, and whose it is."""
        for length in self._lengths.get(text[max(end - 2, 0) : end], ()):
            bearer = self._bearers.get(text[end - length : end]) if length <= end else None
            if bearer:
                return end - length, bearer
        return None

    def within(self, text: str) -> tuple[Bearer, ...]:
        """All that a text names, the longest names first seen from behind."""
        return tuple(bearer for _, _, bearer in self._placed(text))

    def standing_alone(self, text: str) -> tuple[Bearer, ...]:
        """Those of whose names none is a part of a longer word: 业务部门经办人 names no 业务部."""
        return tuple(bearer for start, end, bearer in self._placed(text) if not _is_in_a_word(text, start, end))

    def _placed(self, text: str) -> list[tuple[int, int, Bearer]]:
        found: list[tuple[int, int, Bearer]] = []
        end = len(text)
        while end > 1:
            named = self.ending_at(text, end)
            if named:
                start, bearer = named
                found.insert(0, (start, end, bearer))
                end = start
            else:
                end -= 1
        return found


def _is_in_a_word(text: str, start: int, end: int) -> bool:
    """Whether a name goes on as 部门, or has before it which 部门 or 单位 is meant: 承办部门负责人."""
    if text[end - 1] == "部" and text.startswith("门", end):
        return True
    return text.startswith(_WHICHEVER, start) and bool(_DESCRIBED.search(text, 0, start))


def may_be(one: Bearer, other: Bearer) -> bool:
    """Whether `one` may act where `other` is named: the same, of the same department, or a member of the group.

    The heads of departments are those that have a superior, so the head of all is not meant by them.
    """
    return one is other or _belongs(one, other) or _belongs(other, one)


def is_known(bearer: Bearer) -> bool:
    """Whether anybody can tell who it is: of the group 责任人, for one, nobody can."""
    return not isinstance(bearer, Group) or bool(bearer.roles or bearer.spec.heads or bearer.spec.external)


def _belongs(member: Bearer, whole: Bearer) -> bool:
    if isinstance(whole, Department):
        return _is_in_department(member, whole)
    return isinstance(whole, Group) and _is_in_group(member, whole)


def _is_in_department(member: Bearer, whole: Department) -> bool:
    home = member.department if isinstance(member, Role) else member
    return home is whole or (isinstance(home, Department) and home.parent == whole.target)


def _is_in_group(member: Bearer, whole: Group) -> bool:
    spec = whole.spec
    if spec.external:
        return False
    if spec.everyone:
        return True
    if spec.heads and isinstance(member, Role):
        return member.is_head and member.reports_to is not None
    members = member.roles if isinstance(member, Group) else (member,)
    return any(one in whole.roles for one in members)
