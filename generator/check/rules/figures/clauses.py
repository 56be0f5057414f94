"""Whether the text of a clause and its fields give the same figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator import model
from generator.check.absent import end_of_those_before
from generator.check.apart import are_far_apart
from generator.check.figures import figures_in
from generator.check.rules.figures.held import Held, meets
from generator.check.rules.figures.scope import Scope, speaks_of_sanctions
from generator.check.rules.figures.told import Told, kind_of, told_in, with_line
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook
from generator.quantities import (
    Duration,
    Frequency,
    Line,
    Money,
    Multiple,
    Percentage,
    Quantity,
    Value,
    chinese_number,
)

_AT_ONCE = ("立即", "立刻", "即刻", "马上")


def figures(handbook: Handbook) -> Iterator[Diagnostic]:
    """Q001: a figure in a text that no field holds. Q002: a figure in a field that the text lacks.

    Q003: both have it, in different units. Q004: they draw the line on different sides of it.
    """
    scope = Scope(handbook)
    for clause in handbook.clauses.values():
        yield from _Comparison(clause, scope).findings()


@dataclass(frozen=True, slots=True)
class _Comparison:
    clause: Clause
    scope: Scope

    def findings(self) -> Iterator[Diagnostic]:
        """What does not agree in this clause."""
        told = told_in(self.clause.spec.text)
        held = self.scope.own(self.clause)
        if not told and not held:
            return
        unheld = [one for one in told if self._is_firm(one) and not self.scope.holds(self.clause, one)]
        untold: list[Held] = []
        crossed: set[Told] = set()
        for one in held:
            said, wrong = self._is_told(one)
            if wrong in crossed:
                continue
            if wrong is not None:
                crossed.add(wrong)
                yield from self._wrong_side(one, wrong)
            elif not said:
                untold.append(one)
        yield from self._apart(unheld, untold, told)

    def _is_firm(self, told: Told) -> bool:
        if self.clause.spec.kind is model.Kind.DUTY:
            # What is to be done at once may come before what the deadline is for: 立即补救，并在 2 小时内报告.
            return told.firm if told.written not in _AT_ONCE else not self.clause.spec.within
        return told.firm and not (isinstance(told.value, Frequency) and len(told.points) == 1)

    def _is_told(self, held: Held) -> tuple[bool, Told | None]:
        """Whether the texts tell the field's figure, or else the figure that draws the line on the wrong side."""
        told = told_in(self.clause.spec.text)
        needs = [need for need in held.needs if not any(meets(one, need) for one in told)]
        if not needs or held.told_elsewhere or _is_spelt_out(held, self.clause.spec.text):
            return True, self._against(held, told)
        if held.of_sanction and not speaks_of_sanctions(self.scope.texts(self.clause)):
            return True, None
        elsewhere = [one for text in self._texts(held) for one in told_in(text)]
        needs = [need for need in needs if not any(meets(one, need) for one in elsewhere)]
        wrong = next((one for need in needs for one in told if meets(one, need) is None), None)
        if wrong is None and held.quoted and self._is_held_elsewhere(held):
            return True, None
        return not needs, wrong

    def _texts(self, held: Held) -> tuple[str, ...]:
        """Where the figure may be told: what an article leads in, its items may tell, and the other way round."""
        texts = tuple(self.scope.texts(self.clause))
        return texts if held.quoted or held.of_sanction or self.scope.leads_in(self.clause) else texts[:1]

    def _against(self, held: Held, told: tuple[Told, ...]) -> Told | None:
        """A second mention of the same figure that draws the line on the other side, where nothing else needs it."""
        if len(told) < 2 or held.told_elsewhere:
            return None
        plain = [one for one in told if one.line is not None and not one.line.weak]
        if not plain:
            return None
        drawn = [need.on_either_side() for need in held.needs if isinstance(need.points[0][1], Line)]
        wrong = (one for need in drawn for one in plain if meets(one, need) is None)
        return next((one for one in wrong if not self._is_needed(one)), None)

    def _is_needed(self, told: Told) -> bool:
        return any(meets(told, need) for held in self.scope.own(self.clause) for need in held.needs)

    def _is_held_elsewhere(self, held: Held) -> bool:
        """Whether another field has the figure that is quoted in this one."""
        others = (one for one in self.scope.own(self.clause) if one is not held and not one.quoted)
        mine = {need.points[0][0] for need in held.needs}
        return mine <= {need.points[0][0] for one in others for need in one.needs}

    def _wrong_side(self, held: Held, told: Told) -> Iterator[Diagnostic]:
        variant = "tier" if held.is_bound_of_tier else ""
        yield self._disagreement("Q004", variant, held, told._replace(written=with_line(told, self.clause.spec.text)))
        if self._is_far(held):
            related = (Related(self.clause.spec.at("text"), "text"),)
            yield finding("Q004", held.place, variant, focus=held.quoted, related=related, **self._facts(held, told))

    def _is_far(self, held: Held) -> bool:
        """Whether the field is out of sight of the text, so that each deserves a finding of its own."""
        return are_far_apart(held.place, self.clause.spec.at("text"))

    def _disagreement(self, code: str, variant: str, held: Held, told: Told) -> Diagnostic:
        related = (Related(held.place, "field"),)
        place = self.clause.spec.at("text")
        return finding(code, place, variant, focus=told.written, related=related, **self._facts(held, told))

    def _facts(self, held: Held, told: Told) -> dict[str, str]:
        return {"clause": self.clause.label, "told": told.written, "key": held.key, "held": held.written}

    def _apart(self, unheld: list[Told], untold: list[Held], told: tuple[Told, ...]) -> Iterator[Diagnostic]:
        left = list(unheld)
        candidates = [*unheld, *(one for one in told if not one.firm)]
        for held in untold:
            other = _counterpart(held, candidates)
            if other is not None:
                candidates.remove(other)
                if other in left:
                    left.remove(other)
                yield from self._differs(held, other)
            else:
                yield from self._missing(held)
        for one in left:
            yield self._unheld(one)
        fine = next((one for one in left if isinstance(one.value, Money)), None)
        if fine and "罚" in self.clause.spec.text and not self.scope.is_punished(self.clause):
            yield from self._without_penalty(fine)

    def _differs(self, held: Held, told: Told) -> Iterator[Diagnostic]:
        same_number = _same_number(held.value, told.value)
        yield self._disagreement("Q003" if same_number else "Q001", "" if same_number else "differs", held, told)
        if self._is_far(held):
            yield self._untold(held)

    def _missing(self, held: Held) -> Iterator[Diagnostic]:
        """A field that the text passes over; where they are far apart also the text, from which it may have gone."""
        yield self._untold(held)
        if self._is_far(held) and not held.quoted:
            place = self.clause.spec.at("text")
            facts = {"clause": self.clause.label, "key": held.key, "held": held.written}
            yield finding("Q002", place, "text", related=(Related(held.place, "field"),), **facts)

    def _untold(self, held: Held) -> Diagnostic:
        related = (Related(self.clause.spec.at("text"), "text"),)
        facts = {"clause": self.clause.label, "key": held.key, "held": held.written}
        variant = "quoted" if held.quoted else ""
        return finding("Q002", held.place, variant, focus=held.quoted, related=related, **facts)

    def _without_penalty(self, fine: Told) -> Iterator[Diagnostic]:
        """A fine again where the penalty would stand, if the text is out of sight from there."""
        place, text = end_of_those_before(self.clause.spec, "penalty"), self.clause.spec.at("text")
        if are_far_apart(place, text):
            related = (Related(text, "text"),)
            yield finding("Q001", place, related=related, clause=self.clause.label, told=fine.written)

    def _unheld(self, told: Told) -> Diagnostic:
        text = self.clause.spec.at("text")
        return finding("Q001", text, focus=told.written, clause=self.clause.label, told=told.written)


def _is_spelt_out(held: Held, text: str) -> bool:
    """Whether the text has the figure with a unit that is read nowhere else: 30 组 as in the field, or 三班制."""
    value = held.value
    if not isinstance(value, Quantity):
        return False
    if str(value) in text and not figures_in(str(value)):
        return re.search(rf"(?<![0-9.–]){re.escape(str(value))}", text) is not None
    if value.low != value.high or value.low != int(value.low):
        return False
    return bool(value.unit) and f"{chinese_number(int(value.low))}{value.unit}" in text


def _counterpart(held: Held, figures: list[Told]) -> Told | None:
    """The figure of the text that is most likely meant by the field: the same number, or else the same scale."""
    same_number = (one for one in figures if _same_number(held.value, one.value))
    same_kind = (one for one in figures if one.firm and kind_of(one.value) == kind_of(held.value))
    loose = (one for one in figures if kind_of(one.value) == kind_of(held.value))
    return next((one for found in (same_number, same_kind, loose) for one in found), None)


def _same_number(value: Value, other: Value) -> bool:
    """Whether both write the same number, in whatever unit; 5 元 and 5 万元 too."""
    if isinstance(value, Frequency) or isinstance(other, Frequency):
        return False
    if isinstance(value, Money) and isinstance(other, Money) and value.low and other.low:
        return max(value.low, other.low) / min(value.low, other.low) in _MULTIPLES_OF_YUAN
    return _numbers(value) == _numbers(other)


_MULTIPLES_OF_YUAN = (1000, 10_000, 10**6, 10**8)


def _numbers(value: Duration | Money | Multiple | Percentage | Quantity) -> tuple[object, object]:
    if isinstance(value, Multiple):
        return value.factor, value.factor
    return value.low, value.high


RULES = (Rule("Q001", figures),)
