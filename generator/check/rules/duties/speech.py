"""How a sentence says who must, may or must not do something."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.link.handbook import Bearer, Department, Group, Handbook, Role, Unit

MODAL = re.compile(r"应当|应该|必须|务必|不得|不准|不许|严禁|可以|有权")
"""Words that bind or free whoever is named before them."""

_ADVERBS = "也还均都又再另只亦就同样一并"
_SEGMENT = re.compile("[，。；：]")
_JOINT = re.compile("[，。；：、（）《》“” 和与及或由]")
_OTHER_THAN = ("新", "原", "副", "代")
"""What makes another post of the name of one: 新销售顾问."""

_TITLE = re.compile(
    "(?!各|本|该|其|所|有关|相关|上级|下级|主管|任何|每|全|直属|直接|责任|当事|被|经|因|不|未|是|在|前|后|上述|下列|另|双方|几|两)"
    r"[\u4e00-\u9fff]{1,6}(?:经理|总监|总裁|主管|主任|专员|班长|组长|队长|店长|干事|助理|科长|部长|处长|厂长|顾问|文员|业务员|收银员|保管员"
    "|工程师|设计师|咨询师|技师|技工|会计|出纳|科|室|部|处|课|组|中心|(?<![人成学会职雇委动演队教党团社满超裁定])(?<!(?<!安)全)员)"
)
"""A title by its last word, unless it begins like a description: 各部, 责任主管."""
_AND = re.compile("、|和|与|以及|及|或者|或")
ENDS_WITH_AND = re.compile("(?:、|和|与|以及|及|或者|或)$")


def first_sentence(text: str) -> str:
    """The part of a text that says what is to be done; what a breach leads to follows after a stop."""
    return text.partition("；")[0].partition("。")[0]


def names_of(bearer: Bearer) -> tuple[str, ...]:
    """All names that a bearer goes by."""
    return (bearer.name, *bearer.spec.aliases)


def is_named(bearer: Bearer, text: str) -> bool:
    """Whether a text names the bearer."""
    return any(name in text for name in names_of(bearer))


class BearerNames:
    """Finds the names of bearers in a text."""

    def __init__(self, handbook: Handbook) -> None:
        self._bearers: dict[str, Bearer] = {}
        everyone: tuple[Bearer, ...] = (*handbook.units, *handbook.groups, *handbook.departments, *handbook.roles)
        for bearer in everyone:
            for name in names_of(bearer):
                self._bearers[name] = bearer
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for name in self._bearers:
            lengths[name[:2]].add(len(name))
        self._starting = {start: sorted(found, reverse=True) for start, found in lengths.items()}
        self._lengths = sorted({len(name) for name in self._bearers}, reverse=True)

    def bound_in(self, text: str) -> Iterator[Bearer]:
        """Whoever stands before a modal: 甲应当, 甲部门人员也不得, 甲收到来信后，应当."""
        for position, modal in enumerate(MODAL.finditer(text)):
            before = text[: modal.start()].rstrip(_ADVERBS)
            if before.endswith("，"):
                # 应当报告乙，不得隐瞒: a later modal goes on with whom the first one binds
                named = None if position else self._ends(before[:-1]) or self._begins(before)
            else:
                named = self._ends(before)
            if named:
                yield named
                yield from self._joined(before.rstrip("，"))

    def named_from(self, text: str, start: int) -> Iterator[Bearer]:
        """Those who are named one after the other from `start` on: 甲、乙和丙."""
        while name := self._name_at(text, start):
            yield self._bearers[name]
            joined = _AND.match(text, start + len(name))
            if not joined:
                return
            start = joined.end()

    def _joined(self, before: str) -> Iterator[Bearer]:
        """Those who are joined to the one named at the end of a text: the 甲 and 乙 of 甲、乙和丙."""
        rest = before
        while name := self._name_at_end(rest):
            joined = ENDS_WITH_AND.search(rest, 0, len(rest) - len(name))
            if not joined:
                return
            rest = rest[: joined.start()]
            if name := self._name_at_end(rest):
                yield self._bearers[name]

    def stranger_in(self, text: str) -> str:
        """The title before the first modal that sounds like a post or department and is none; empty without one."""
        modal = MODAL.search(text)
        before = text[: modal.start()].rstrip(_ADVERBS) if modal else ""
        title = _JOINT.split(before)[-1].removeprefix("其他").removeprefix("其余")
        new = title.removeprefix("各")
        if new[:1] in _OTHER_THAN and self._is_a_post(new[1:]):
            return "" if new in self._bearers else new
        return title if _TITLE.fullmatch(title) and not self._ends(title) else ""

    def _is_a_post(self, name: str) -> bool:
        named = self._bearers.get(name)
        return isinstance(named, Role) or (isinstance(named, Group) and named.spec.heads)

    def acting_in(self, text: str) -> Iterator[Bearer]:
        """Whoever begins a part of a sentence, or by whom something is done: 甲登记, 由甲保存."""
        for part in _SEGMENT.split(text):
            if named := self._beginning(part):
                yield named
        for by in re.finditer("[由经]", text):
            if named := self.starting_at(text, by.end()):
                yield named

    def _begins(self, text: str) -> Bearer | None:
        """Who is named first in the last part of a text that begins with a name."""
        return next((named for part in reversed(_SEGMENT.split(text)) if (named := self._beginning(part))), None)

    def _beginning(self, part: str) -> Bearer | None:
        """Who is the subject of a part of a sentence: 甲收到, 某公司甲收到, but not 甲的资料 and not 甲以外."""
        name = self._name_at(part, 0)
        if isinstance(self._bearers.get(name), Unit):
            part = part[len(name) :].removeprefix("的")
            name = self._name_at(part, 0)
        return self._bearers.get(name) if part[len(name) : len(name) + 1] not in ("的", "以") else None

    def _name_at_end(self, text: str) -> str:
        return next((text[-n:] for n in self._lengths if text[-n:] in self._bearers), "")

    def _ends(self, text: str) -> Bearer | None:
        """Who is named at the end of a text: 业务人员, or the 业务部 of 业务部人员."""
        for ending in (text, text.removesuffix("人员").removesuffix("本人")):
            for length in self._lengths:
                if found := self._bearers.get(ending[-length:]):
                    return found
        return None

    def starting_at(self, text: str, start: int) -> Bearer | None:
        """Who is named from `start` on."""
        return self._bearers.get(self._name_at(text, start))

    def _name_at(self, text: str, start: int) -> str:
        lengths = self._starting.get(text[start : start + 2], ())
        return next((name for n in lengths if (name := text[start : start + n]) in self._bearers), "")


def stand_for(bearers: Iterable[Bearer], handbook: Handbook) -> Iterator[Bearer]:
    """The bearers themselves, and those by whom a text may mean them.

    A department acts through its roles and is meant with its parent; a role may be meant by its department, and the
    members of a group by their own names unless the group is everyone or all heads.
    """
    departments = {department.target: department for department in handbook.departments}
    for bearer in bearers:
        yield bearer
        if isinstance(bearer, Department):
            yield from handbook.roles_of.get(bearer, ())
            if bearer.parent:
                yield departments[bearer.parent]
        elif isinstance(bearer, Role):
            yield bearer.department
        elif isinstance(bearer, Group) and not (bearer.spec.everyone or bearer.spec.heads):
            yield from bearer.roles
