"""Whether the text of a clause and its fields give the same figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import model
from generator.check.rules.figures.held import Held, meets
from generator.check.rules.figures.scope import Scope, speaks_of_sanctions
from generator.check.rules.figures.told import Told, kind_of, told_in
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook
from generator.quantities import Frequency, Value

_NEAR = 2


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
        for one in held:
            said, wrong = self._is_told(one)
            if wrong is not None:
                yield self._wrong_side(one, wrong)
            elif not said:
                untold.append(one)
        yield from self._apart(unheld, untold, told)

    def _is_firm(self, told: Told) -> bool:
        bare_period = isinstance(told.value, Frequency) and len(told.points) == 1
        return told.firm and not (bare_period and self.clause.spec.kind is not model.Kind.DUTY)

    def _is_told(self, held: Held) -> tuple[bool, Told | None]:
        """Whether the texts tell the field's figure, or else the figure that draws the line on the wrong side."""
        told = told_in(self.clause.spec.text)
        needs = [need for need in held.needs if not any(meets(one, need) for one in told)]
        if not needs or held.told_elsewhere:
            return True, None
        texts = tuple(self.scope.texts(self.clause))
        if held.of_sanction and not speaks_of_sanctions(texts):
            return True, None
        elsewhere = [one for text in texts for one in told_in(text)]
        needs = [need for need in needs if not any(meets(one, need) for one in elsewhere)]
        wrong = next((one for need in needs for one in told if meets(one, need) is None), None)
        if wrong is None and held.quoted and self._is_held_elsewhere(held):
            return True, None
        return not needs, wrong

    def _is_held_elsewhere(self, held: Held) -> bool:
        """Whether another field has the figure that is quoted in this one."""
        others = (one for one in self.scope.own(self.clause) if one is not held and not one.quoted)
        mine = {need.points[0][0] for need in held.needs}
        return mine <= {need.points[0][0] for one in others for need in one.needs}

    def _wrong_side(self, held: Held, told: Told) -> Diagnostic:
        return finding(
            "Q004",
            self.clause.spec.at("text"),
            focus=told.written,
            related=(Related(held.place, "field"),),
            clause=self.clause.label,
            told=told.written,
            key=held.key,
            held=held.written,
        )

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
                yield self._untold(held)
        for one in left:
            yield self._unheld(one)

    def _differs(self, held: Held, told: Told) -> Iterator[Diagnostic]:
        text = self.clause.spec.at("text")
        code = "Q003" if _same_number(held.value, told.value) else "Q001"
        yield finding(
            code,
            text,
            "" if code == "Q003" else "differs",
            focus=told.written,
            related=(Related(held.place, "field"),),
            clause=self.clause.label,
            told=told.written,
            key=held.key,
            held=held.written,
        )
        if abs(held.place.line - text.line) > _NEAR:
            yield self._untold(held)

    def _untold(self, held: Held) -> Diagnostic:
        related = (Related(self.clause.spec.at("text"), "text"),)
        focus = held.written if held.quoted else ""
        return finding(
            "Q002",
            held.place,
            "quoted" if held.quoted else "",
            focus=focus,
            related=related,
            clause=self.clause.label,
            key=held.key,
            held=held.written,
        )

    def _unheld(self, told: Told) -> Diagnostic:
        text = self.clause.spec.at("text")
        return finding("Q001", text, focus=told.written, clause=self.clause.label, told=told.written)


def _counterpart(held: Held, figures: list[Told]) -> Told | None:
    """The figure of the text that is most likely meant by the field: the same number, or else the same scale."""
    same_number = (one for one in figures if _same_number(held.value, one.value))
    same_kind = (one for one in figures if one.firm and kind_of(one.value) == kind_of(held.value))
    loose = (one for one in figures if kind_of(one.value) == kind_of(held.value))
    return next((one for found in (same_number, same_kind, loose) for one in found), None)


def _same_number(value: Value, other: Value) -> bool:
    """Whether both write the same number, in whatever unit."""
    if isinstance(value, Frequency) or isinstance(other, Frequency):
        return False
    return _numbers(value) == _numbers(other)


def _numbers(value: Value) -> tuple[object, object]:
    if hasattr(value, "factor"):
        return value.factor, value.factor
    return value.low, value.high  # type: ignore[union-attr]  # all but frequencies have both


RULES = (Rule("Q001", figures),)
