"""Figures and forms of a paragraph that nothing which cites it has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator import model
from generator.check.figures import figures_in
from generator.link.handbook import Form, Handbook
from generator.link.targets import TargetKind
from generator.quantities import Point, Value, points_of
from generator.quantities.points import SCORE, TIMES
from generator.trace.carriers import Carrier, texts_of

_TITLED: Final = re.compile(r"《([^《》]+)》")


@dataclass(frozen=True, slots=True)
class Said:
    """Something a paragraph says that has to be carried over: a figure, or the name of a form."""

    written: str
    is_form: bool = False


@dataclass(frozen=True, slots=True)
class _Points:
    """All figures that things have, as points on their scales."""

    points: frozenset[Point]

    def have(self, value: Value) -> bool:
        low, high, others = points_of(value)
        return {low, high, *others} <= self.points


class Comparison:
    """Compares paragraphs with what carries them."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._forms = {name: form for form in handbook.forms for name in (form.name, *form.spec.aliases)}
        longest_first = sorted(self._forms, key=len, reverse=True)
        self._named = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def missing(self, text: str, carriers: Iterable[Carrier]) -> Iterator[Said]:
        """What the paragraph says and none of its carriers does, nor an adaptation quotes."""
        carriers = tuple(carriers)
        carried = _points_in(carriers)
        for figure in figures_in(text):
            if figure.firm and not _is_once(figure.value) and not carried.have(figure.value):
                yield Said(text[figure.start : figure.end])
        for name in dict.fromkeys(self._forms_named(text)):
            if not any(self._tells(carrier, name) for carrier in carriers):
                yield Said(name, is_form=True)

    def _forms_named(self, text: str) -> Iterator[str]:
        """The forms of the handbook that a paragraph names in any way, and every title in 《》 that may be one."""
        if self._named:
            yield from (match.group() for match in self._named.finditer(text))
        yield from (name for name in _TITLED.findall(text) if name not in self._forms and name.endswith(_FORM_WORDS))

    def _tells(self, carrier: Carrier, name: str) -> bool:
        form = self._forms.get(name)
        if form is None:
            return any(name in text for text in texts_of(carrier.spec))
        return carrier.spec is form.spec or carrier in self._users(form, carrier)

    def _users(self, form: Form, carrier: Carrier) -> tuple[Carrier, ...]:
        uses = self._handbook.uses.get(form.target, ())
        named = any(
            use.by == carrier.target for use in uses if carrier.target and carrier.target.kind is TargetKind.CLAUSE
        )
        names = (form.name, *form.spec.aliases)
        told = named or any(name in text for text in texts_of(carrier.spec) for name in names)
        return (carrier,) if told else ()


_FORM_WORDS: Final = ("表", "单", "书", "簿", "卡", "证", "册", "票", "台账", "记录", "报告", "日志")


def _is_once(value: Value) -> bool:
    """Whether it says no more than that something happens: 一次不填."""
    return points_of(value).low == points_of(value).high == Point(TIMES, Decimal(1))


def _points_in(carriers: Iterable[Carrier]) -> _Points:
    found: set[Point] = set()
    for carrier in carriers:
        for text in texts_of(carrier.spec):
            for figure in figures_in(text):
                low, high, others = points_of(figure.value)
                found |= {low, high, *others}
        found |= _scores_of(carrier.spec)
    return _Points(frozenset(found))


def _scores_of(spec: object) -> set[Point]:
    """The points and the numbers of times of a penalty or reward, which are written without a unit."""
    sanctions = [one for one in (spec, getattr(spec, "penalty", None), getattr(spec, "reward", None)) if one]
    sanctions += [tier for one in sanctions for tier in getattr(one, "tiers", ()) if isinstance(tier, model.Tier)]
    scores = (getattr(one, "points", None) for one in sanctions)
    times = (repeated.times for one in sanctions for repeated in getattr(one, "escalation", ()))
    found = {Point(SCORE, Decimal(score)) for score in scores if isinstance(score, int)}
    return found | {Point(TIMES, Decimal(count)) for count in times}
