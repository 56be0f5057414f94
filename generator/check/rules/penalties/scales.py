"""Whether tiers leave nothing out, and whether what is graver is punished harder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator import model
from generator.check.rules.penalties.every import every_penalty, first_consequence, imposes
from generator.check.rules.penalties.gravity import Weight, is_lighter, weigh
from generator.check.rules.rule import Options, TunedRule
from generator.check.seniority import Seniority
from generator.check.tiers import incomplete_tiers, uneven_tiers
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Escalation, Handbook, Penalty, Policy, Tier
from generator.quantities import Money


def tiers(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P001: the tiers of a penalty leave a gap, overlap, or do not reach from the first case to the last."""
    for penalty in every_penalty(handbook):
        spec = penalty.spec
        if spec.tiers:
            yield from uneven_tiers("P001", spec.tiers)
            if not imposes(spec):
                yield from incomplete_tiers("P001", spec.tiers, f"{spec.act or ''}{spec.per or ''}", options.words)


def order(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P004: the graver case is punished more lightly, in the tiers of a penalty or between two penalties."""
    seniority = Seniority(handbook)
    for penalty in every_penalty(handbook):
        if len(penalty.tiers) > 1:
            for scale in _scales(penalty, options.words, seniority):
                yield from _inverted(
                    (tier.spec, weigh(tier.spec, tier.measures), tier.spec.case or str(tier.spec.start or ""))
                    for tier in scale
                )
    for policy in handbook.policies:
        yield from _out_of_line(policy)
        for group in _graded(policy.penalties, options.words):
            yield from _inverted(
                (one.spec, weigh(one.spec, one.measures), one.spec.act or "") for one in group if not one.tiers
            )


def _out_of_line(policy: Policy) -> Iterator[Diagnostic]:
    """Penalties listed side by side of which the one with the graver measure has the smaller fine.

    Only where fines are graded like measures: three penalties or more of the same people, and one of them out of line.
    """
    by_people: defaultdict[tuple[object, ...], list[tuple[int, Decimal, Penalty]]] = defaultdict(list)
    for one in policy.penalties:
        fine = one.spec.fine
        if isinstance(one.spec, model.Penalty) and one.measures and isinstance(fine, Money) and fine.low == fine.high:
            gravity = max(measure.gravity for measure in one.measures)
            by_people[(one.who, one.spec.per)].append((gravity, fine.low, one))
    for graded in by_people.values():
        wrong = [(a, b) for a in graded for b in graded if a[0] < b[0] and a[1] > b[1]]
        times = Counter(id(one[2]) for pair in wrong for one in pair)
        if len(graded) > 2 and wrong:
            most = max(times.values())
            for entry in (entry for entry in graded if times[id(entry[2])] == most):
                other = next(low if high is entry else high for low, high in wrong if entry in (low, high))
                related = (Related(other[2].spec.at("fine"), "lighter_case"),)
                place, case = entry[2].spec.at("fine"), entry[2].spec.act or ""
                yield finding("P004", place, "line", related=related, case=case)


def _inverted(scale: Iterable[tuple[model.Sanction, Weight, str]]) -> Iterator[Diagnostic]:
    """Neighbours of which the graver is punished more lightly; each with what it is called."""
    for (lower, before, _), (higher, after, case) in pairwise(scale):
        if is_lighter(after, before):
            related = (Related(first_consequence(lower), "lighter_case"),)
            variant = "tier" if isinstance(higher, model.Tier) and higher.start else ""
            yield finding("P004", first_consequence(higher), variant, related=related, case=case)


def _scales(penalty: Penalty, grades: Sequence[str], seniority: Seniority) -> Iterator[list[Tier]]:
    """The tiers that belong together, each list from the lightest case to the gravest."""
    bounded: defaultdict[str | None, list[Tier]] = defaultdict(list)
    graded: list[tuple[int, Tier]] = []
    for tier in penalty.tiers:
        if tier.spec.edges:
            bounded[tier.spec.case].append(tier)
        elif (grade := grade_of(tier.spec.case or "", grades)) >= 0:
            graded.append((grade, tier))
    yield from bounded.values()
    if len({grade for grade, _ in graded}) == len(graded):
        yield [tier for _, tier in sorted(graded, key=lambda one: one[0])]
    named = [tier for tier in penalty.tiers if tier.spec.case and seniority.knows(tier.spec.case)]
    for junior in named:
        for senior in named:
            if seniority.is_under(junior.spec.case or "", senior.spec.case or ""):
                yield [junior, senior]


def _graded(penalties: Sequence[Penalty], grades: Sequence[str]) -> Iterator[list[Penalty]]:
    """Penalties for the same act in several grades (轻微违纪, 严重违纪), from the lightest to the gravest."""
    groups: defaultdict[str, dict[int, Penalty]] = defaultdict(dict)
    for penalty in penalties:
        act = penalty.spec.act or ""
        grade = grade_of(act, grades)
        if grade >= 0:
            groups[act.replace(grades[grade], "", 1)].setdefault(grade, penalty)
    for group in groups.values():
        if len(group) > 1:
            yield [group[grade] for grade in sorted(group)]


def grade_of(words: str, grades: Sequence[str]) -> int:
    """How grave a case in words is: the position of the longest grade that they name, or -1."""
    named = [grade for grade in grades if grade in words] if words else []
    return grades.index(max(named, key=len)) if named else -1


def escalation(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P005: a repeated breach is punished more lightly than the one before, or counted wrongly."""
    for penalty in every_penalty(handbook):
        if not penalty.escalation:
            continue
        before, times, place = weigh(penalty.spec, penalty.measures), 1, first_consequence(penalty.spec)
        for step in penalty.escalation:
            spec, after = step.spec, weigh(step.spec, step.to)
            if spec.times <= times:
                yield finding("P005", spec.at("times"), "times", times=spec.times, least=times + 1)
            elif is_lighter(after, before) or (before.amounts and _are_mere_words(step, options.words)):
                related = (Related(place, "lighter_case"),)
                yield finding("P005", spec.at("to" if spec.to else "fine"), related=related, times=spec.times)
            before, times, place = after, max(times, spec.times), spec.place


def _are_mere_words(step: Escalation, words: tuple[str, ...]) -> bool:
    """Whether repetition leads to nothing but a measure such as 口头警告, which no fine goes before."""
    return bool(step.to) and not step.spec.fine and all(one.name.startswith(words) for one in step.to)


RULES = (TunedRule("P001", tiers), TunedRule("P004", order), TunedRule("P005", escalation))
