"""What can be written in a form, by its labels, and which label an item of a text means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.link.handbook import Bearer, Form
from generator.model.form import Section
from generator.read.marks import Place

_GENERAL = frozenset(
    (
        "情况",
        "内容",
        "信息",
        "事项",
        "结果",
        "意见",
        "要求",
        "时间",
        "日期",
        "编号",
        "号码",
        "名称",
        "数量",
        "金额",
        "过程",
    )
)
"""Words that many labels end with, so that they alone do not make two labels the same."""

_IN_AN_OPINION = ("意见", "理由", "原因", "建议")
"""What there is room for where somebody signs with an opinion."""

_DECIDED = re.compile("(?:[不未]|否决|驳回|退回|拒绝|同意|修改|批准|审批|处理)")
"""How begins what an opinion is about: 不同意的理由, but not 法定理由."""

_ALIKE = 0.65
"""Two labels are the same thing when so many of the pairs of characters of the one are in the other."""


@dataclass(frozen=True, slots=True)
class Part:
    """A label of a form and where it stands; a heading has no room to write in itself."""

    label: str
    place: Place
    is_heading: bool = False


def parts_of(form: Form) -> tuple[Part, ...]:
    """All that is printed on a form to be filled in, ticked or signed."""
    return tuple(_parts(form))


def _parts(form: Form) -> Iterator[Part]:
    for section in form.spec.sections:
        yield from _of_section(section)
    for signature in form.spec.signatures:
        yield Part(signature.label, signature.at("label"))
        if signature.opinion:
            yield from (Part(word, signature.at("label")) for word in _IN_AN_OPINION)


def _of_section(section: Section) -> Iterator[Part]:
    if section.title:
        yield Part(section.title, section.at("title"), is_heading=True)
    for field in section.fields:
        place = field.at("label")
        yield Part(field.label, place)
        printed = (field.hint or "", *field.options, *(text for row in field.preset for text in row))
        yield from (Part(text, place, is_heading=True) for text in printed if text)
        for column in field.columns:
            yield Part(column.label, column.at("label"))


def parts_filled_by(bearers: Iterable[Bearer], form: Form) -> tuple[Part, ...]:
    """What is printed in the sections that one of the bearers fills in."""
    names = {name for bearer in bearers for name in (bearer.name, *bearer.spec.aliases)}
    mine = (section for section in form.spec.sections if section.filled_by in names)
    return tuple(part for section in mine for part in _of_section(section))


def has_place_for(item: str, parts: tuple[Part, ...], title: str) -> bool:
    """Whether an item such as 退货的原因 can be written somewhere on the form called `title`."""
    whole, core = item.replace("的", ""), _core(item)
    wanted = (whole,) if is_general(item) else (core, whole)
    labels = [part.label for part in parts if not (part.is_heading and is_general(item))]
    return any(_is_same(one, label) for one in wanted for label in labels) or _by_its_head(core, labels, title)


def is_general(item: str) -> bool:
    """Whether an item is some thing's number, time or result, such as 产品的编号."""
    return _core(item) in _GENERAL


def _core(item: str) -> str:
    core = item.rpartition("的")[2]
    return core if len(core) > 1 else item


def _is_same(wanted: str, label: str) -> bool:
    if wanted in label or (len(label) > 2 and label in wanted):
        return True
    return _likeness(*_without_general_ending(wanted, label)) >= _ALIKE


def _without_general_ending(wanted: str, label: str) -> tuple[str, str]:
    """Both without the general word that both end with, which makes no 归还日期 an 应还日期."""
    ending = wanted[-2:]
    if ending in _GENERAL and label.endswith(ending) and len(wanted) > 3:
        return wanted[:-2], label[:-2]
    return wanted, label


def _by_its_head(core: str, labels: list[str], title: str) -> bool:
    """Whether a label ends on the same word, which decides unless it is a general one."""
    head = core[-2:]
    may_be_any = head not in _GENERAL or any(pair in title for pair in _pairs(core[:-2]))
    if head in _IN_AN_OPINION and core != head and not _DECIDED.match(core):
        labels = [label for label in labels if label not in _IN_AN_OPINION]
    return may_be_any and any(head in label for label in labels)


def _likeness(wanted: str, label: str) -> float:
    """The share of the pairs of characters of `wanted` that are in `label`."""
    pairs = _pairs(wanted)
    return sum(pair in label for pair in pairs) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1)]


def nearest_part(item: str, parts: tuple[Part, ...]) -> Part | None:
    """The part whose label is most like an item; None when none has anything in common with it."""
    best = max(parts, key=lambda part: _likeness(item, part.label), default=None)
    return best if best and _likeness(item, best.label) > 0 else None


def closest_part(text: str, parts: tuple[Part, ...]) -> Part | None:
    """The part whose label has the most in common with a whole text; None when none has anything."""

    def shared(part: Part) -> int:
        return 0 if part.is_heading else sum(pair in text for pair in _pairs(part.label))

    best = max(parts, key=shared, default=None)
    return best if best and shared(best) else None
