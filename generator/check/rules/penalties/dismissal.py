"""Whether somebody decides, and whether the offender is heard before employment ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.check.rules.penalties.every import every_penalty, last_consequence
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook, Measure, Penalty, Role, Unit
from generator.link.targets import LinkedText, Mention, Target, TargetKind
from generator.read.marks import Place

_UNION = "工会"
_ENDS = re.compile("辞退|劝退|开除|除名|解雇|解聘|解除劳动")


@dataclass(frozen=True, slots=True)
class _Dismissal:
    """One place where a penalty imposes a measure that ends employment."""

    penalty: Penalty
    measure: Measure
    place: Place


def unheard(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P012: a dismissal that nobody decides, or before which nobody is heard or the union is not told."""
    yield from _unmarked(handbook)
    by_measure: defaultdict[Measure, list[_Dismissal]] = defaultdict(list)
    for one in _dismissals(handbook):
        by_measure[one.measure].append(one)
    for measure, found in by_measure.items():
        yield from _without(handbook, measure, found, "decided_by")
        yield from _without(handbook, measure, found, "hearing")
        yield from _unheard_in_units(handbook, measure, found, options.words)


def _unmarked(handbook: Handbook) -> Iterator[Diagnostic]:
    """Measures that end employment by their name alone, or that somebody decides who heads no department."""
    for measure in handbook.measures:
        spec = measure.spec
        if not spec.ends_employment:
            if _ENDS.search("".join((spec.name, *spec.aliases))):
                yield finding("P012", spec.at("name"), "unmarked", measure=measure.name)
            continue
        for at, one in enumerate(measure.decided_by):
            if isinstance(one, Role) and one.reports_to and not one.is_head:
                yield finding("P012", spec.at("decided_by", at), "low", measure=measure.name, who=one.name)


def _dismissals(handbook: Handbook) -> Iterator[_Dismissal]:
    for penalty in every_penalty(handbook):
        imposed = (
            *((penalty.spec, "measures", measure) for measure in penalty.measures),
            *((tier.spec, "measures", measure) for tier in penalty.tiers for measure in tier.measures),
            *((step.spec, "to", measure) for step in penalty.escalation for measure in step.to),
        )
        for spec, key, measure in imposed:
            if measure.spec.ends_employment:
                yield _Dismissal(penalty, measure, spec.at(key))


def _without(handbook: Handbook, measure: Measure, found: Sequence[_Dismissal], key: str) -> Iterator[Diagnostic]:
    """Dismissals that lack what `key` names: told once, at the measure, unless other penalties say it themselves."""
    if getattr(measure, key):
        return
    lacking = [one for one in found if not getattr(one.penalty, key)]
    siblings = (one for one in handbook.measures if one.spec.ends_employment and one is not measure)
    said_by_measures = any(getattr(one, key) for one in siblings)
    if lacking and (said_by_measures or len(lacking) == len(found)):
        related = (Related(lacking[0].place, "imposed"),)
        yield finding("P012", measure.spec.at("ends_employment"), key, related=related, measure=measure.name)
    else:
        for one in lacking:
            yield finding("P012", one.place, key, measure=measure.name)


def _unheard_in_units(
    handbook: Handbook, measure: Measure, found: Sequence[_Dismissal], words: Sequence[str]
) -> Iterator[Diagnostic]:
    """Units in which the clauses named do not hold, or do not say that somebody is heard and the union told."""
    told: set[tuple[Place, str]] = set()
    for one in found:
        hearing = one.penalty.hearing or measure.hearing
        named_in = one.penalty.spec if one.penalty.hearing else measure.spec
        for unit in one.penalty.units if hearing else ():
            missing = _missing(handbook, hearing, unit, words)
            place = named_in.at("hearing")
            if missing and (place, unit.name) not in told:
                told.add((place, unit.name))
                related = (Related(one.place, "imposed"),)
                yield finding("P012", place, missing, related=related, measure=measure.name, unit=unit.name)


def _missing(handbook: Handbook, hearing: Sequence[Target], unit: Unit, words: Sequence[str]) -> str:
    """What the clauses that hold in the unit do not say: the variant of the finding, or nothing."""
    clauses = [handbook.clauses[target.key] for target in hearing]
    text = "".join(clause.spec.text for clause in clauses if unit in clause.units)
    if not any(word in text for word in words):
        return "unit"
    return "" if _UNION in text else "union"


def without_decider(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P013: nobody decides a penalty, while the policy's others say who does or its own clause does."""
    for policy in handbook.policies:
        listed = [one for one in policy.penalties if one.target.key not in handbook.clauses]
        decided = sum(bool(one.decided_by) for one in listed)
        for penalty in policy.penalties:
            if penalty.decided_by:
                yield from _decided_otherwise(handbook, penalty, options.words)
                continue
            if penalty.target.key in handbook.clauses:
                yield from _decided_in_text(handbook, penalty, options.words)
            elif 2 * decided > len(listed) and not _decided_by_measures(penalty):
                yield finding("P013", last_consequence(penalty.spec), decided=decided, count=len(listed))


def _decided_by_measures(penalty: Penalty) -> bool:
    return bool(penalty.measures) and all(measure.decided_by for measure in penalty.measures)


def _decided_in_text(handbook: Handbook, penalty: Penalty, words: Sequence[str]) -> Iterator[Diagnostic]:
    """A role that the clause says may impose what the penalty imposes."""
    for mention in _deciders_told(handbook.clauses[penalty.target.key].text, words):
        yield finding("P013", last_consequence(penalty.spec), "text", role=mention.text)
        return


def _decided_otherwise(handbook: Handbook, penalty: Penalty, words: Sequence[str]) -> Iterator[Diagnostic]:
    """Somebody else decides than the role that the clause says may impose it."""
    clause = handbook.clauses.get(penalty.target.key)
    deciders = {one.target for one in penalty.decided_by}
    for mention in _deciders_told(clause.text, words) if clause else ():
        if mention.target not in deciders:
            yield finding("P013", penalty.spec.at("decided_by"), "other", role=mention.text)
            return


def _deciders_told(text: LinkedText, words: Sequence[str]) -> Iterator[Mention]:
    for span, after in pairwise(text):
        if isinstance(span, Mention) and span.target.kind is TargetKind.ROLE and isinstance(after, str):
            act = after.partition("，")[0].partition("。")[0]
            if act.startswith(("可以", "有权")) and any(word in act for word in words):
                yield span


RULES = (TunedRule("P012", unheard), TunedRule("P013", without_decider))
