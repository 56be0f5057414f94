"""Whether the text of a clause and its penalty name the same disciplinary measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.check.absent import end_of_those_before
from generator.check.apart import are_far_apart
from generator.check.outline import Outline, from_within, outline
from generator.check.rules.penalties.every import every_penalty
from generator.check.rules.rule import Options, TunedRule
from generator.check.texts import Found, clause_texts
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook, Measure, Penalty
from generator.read.marks import Place

_CONSEQUENCE = re.compile(r"违者|[；。：]|[的者]，|的[予给处直一]|予以|给予")
"""What stands between the norm and what a breach of it leads to."""

_IMPOSED_AT_ONCE = re.compile(r"(?:予以?|给予|处以?|一律|直接)$")
_SANCTIONED = re.compile("[罚扣赔惩]|违者|处分|处以|警告|予以|给予")
_ONLY_SPOKEN_OF = re.compile(r"的[，、人员]|[之以]?前|[之以]?后|时|员工|决定|通知|程序|与|和|是指|期[间满]")
"""How a text goes on after a measure that it speaks of without imposing it: 辞退以前, 劝退员工, 给予通报批评的，."""


@dataclass(frozen=True, slots=True)
class _Imposed:
    """A measure that a penalty imposes, and where it says so."""

    measure: Measure
    place: Place


def other_measures(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P016: a text names another measure than the penalty of its clause, or one although there is no penalty."""
    by_name = {name: one for one in handbook.measures for name in (one.name, *one.spec.aliases)}
    if not by_name:
        return
    told = _told(handbook, by_name, options.words)
    comparison = _Comparison(handbook, told)
    for clause in told:
        yield from comparison.of_text(handbook.clauses[clause])
    for penalty in every_penalty(handbook):
        yield from comparison.of_penalty(penalty)


def _told(handbook: Handbook, by_name: dict[str, Measure], others: Sequence[str]) -> dict[str, dict[Measure, Found]]:
    """By the key of the clause, the measures that its text imposes, and where it first does."""
    names = sorted((*by_name, *others), key=len, reverse=True)
    told: dict[str, dict[Measure, Found]] = {}
    for found in clause_texts(handbook).found(re.compile("|".join(map(re.escape, names)))):
        clause = found.told.clause
        if clause and found.word in by_name and _is_imposed(found):
            told.setdefault(clause.key, {}).setdefault(by_name[found.word], found)
    return told


def _is_imposed(found: Found) -> bool:
    text = found.told.text
    return bool(_CONSEQUENCE.search(text, 0, found.start)) and not _ONLY_SPOKEN_OF.match(text, found.end)


class _Comparison:
    """Texts and penalties of a handbook."""

    def __init__(self, handbook: Handbook, told: dict[str, dict[Measure, Found]]) -> None:
        self._handbook = handbook
        self._told = told
        self._above: Outline = outline(handbook)

    def of_text(self, clause: Clause) -> Iterator[Diagnostic]:
        """The measures that the text of a clause imposes and none of its penalties does."""
        penalties = [one for near in self._family(clause) for one in self._handbook.penalties_of.get(near.target, ())]
        imposed = [one for penalty in penalties for one in _imposed(penalty)]
        in_words = "".join(filter(None, (part.other for one in penalties for part in (one.spec, *one.spec.tiers))))
        for measure, found in self._told[clause.key].items():
            if any(one.measure is measure for one in imposed) or found.word in in_words:
                continue
            said = found.told.text[: found.start]
            related: tuple[Related, ...] = ()
            if penalties:
                other = next((one.place for one in imposed if self._is_untold(one, clause)), penalties[0].spec.place)
                related = (Related(other, "field"),)
            elif not (_IMPOSED_AT_ONCE.search(said) or "违者" in said):
                continue
            else:
                yield from _missing(clause, measure)
            yield finding(
                "P016",
                found.told.place,
                "" if penalties else "none",
                related=related,
                focus=found.focus,
                clause=clause.label,
                measure=found.word,
            )

    def of_penalty(self, penalty: Penalty) -> Iterator[Diagnostic]:
        """The measures of a penalty that the texts of its clauses, though they speak of sanctions, do not name."""
        breached = [self._handbook.clauses[target.key] for target in penalty.breach]
        speaking = [one for one in breached if _SANCTIONED.search(one.spec.text)]
        for one in _imposed(penalty) if speaking else ():
            near = [clause for clause in breached if not self._is_untold(one, clause)]
            if near:
                continue
            clause = speaking[0]
            text = clause.spec.at("text")
            instead = self._told.get(clause.key, {}).keys() - {other.measure for other in _imposed(penalty)}
            instead = {other for other in instead if other.name not in (penalty.spec.other or "")}
            facts = {"clause": clause.label, "measure": one.measure.name}
            if not instead or are_far_apart(text, one.place):
                yield finding("P016", one.place, "field", related=(Related(text, "text"),), **facts)
            if not instead and are_far_apart(text, one.place):
                yield finding("P016", text, "untold", related=(Related(one.place, "field"),), **facts)

    def _is_untold(self, imposed: _Imposed, clause: Clause) -> bool:
        names = (imposed.measure.name, *imposed.measure.spec.aliases)
        return not any(name in near.spec.text for near in self._family(clause) for name in names)

    def _family(self, clause: Clause) -> Iterator[Clause]:
        """The clause, those that it is an item of, and its own items."""
        yield from from_within(clause, self._above)
        yield from _below(clause)


def _missing(clause: Clause, measure: Measure) -> Iterator[Diagnostic]:
    """The finding where the penalty would stand, if that is out of sight of the text."""
    place, text = end_of_those_before(clause.spec, "penalty"), clause.spec.at("text")
    if are_far_apart(place, text):
        related = (Related(text, "text"),)
        yield finding("P016", place, "none", related=related, clause=clause.label, measure=measure.name)


def _below(clause: Clause) -> Iterator[Clause]:
    for item in clause.items:
        yield item
        yield from _below(item)


def _imposed(penalty: Penalty) -> Iterator[_Imposed]:
    parts = (
        (penalty.spec, "measures", penalty.measures),
        *((tier.spec, "measures", tier.measures) for tier in penalty.tiers),
        *((step.spec, "to", step.to) for step in penalty.escalation),
    )
    for spec, key, measures in parts:
        for at, measure in enumerate(measures):
            yield _Imposed(measure, spec.at(key, at))


RULES = (TunedRule("P016", other_measures),)
