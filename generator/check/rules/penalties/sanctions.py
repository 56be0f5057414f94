"""Whether penalties can be applied as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.rules.penalties.every import every_penalty, every_sanction, fact_of, first_consequence, imposes
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook, Measure, Penalty
from generator.quantities import Money


def empty(handbook: Handbook) -> Iterator[Diagnostic]:
    """P002: a penalty that imposes nothing."""
    for penalty in every_penalty(handbook):
        spec = penalty.spec
        if not (imposes(spec) or spec.tiers):
            written = [spec.at(key) for key in ("act", "breach", "who", "per") if key in spec.model_fields_set]
            variant = "first" if spec.escalation else ""
            yield finding("P002", max(written, default=spec.place), variant, penalty=spec.act or "")
        for tier in spec.tiers:
            if not imposes(tier):
                yield finding("P002", tier.place, "tier")


def without_criterion(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P003: a fine between two amounts, or a sanction left open by the text, and nothing says what decides."""
    left_open = re.compile("|".join(map(re.escape, options.words)))
    for penalty in every_penalty(handbook):
        open_range = False
        for sanction, _ in every_sanction(penalty):
            fine = sanction.fine
            if isinstance(fine, Money) and fine.low != fine.high and not (sanction.by or penalty.spec.by):
                open_range = True
                yield finding("P003", sanction.at("fine"), fine=fine)
        if not open_range and not _is_decided(penalty):
            yield from _left_open(handbook, penalty, left_open)


def _is_decided(penalty: Penalty) -> bool:
    """Whether the penalty says what decides, by a criterion or by cases."""
    return any(sanction.by for sanction, _ in every_sanction(penalty)) or any(tier.case for tier in penalty.spec.tiers)


def _left_open(handbook: Handbook, penalty: Penalty, words: re.Pattern[str]) -> Iterator[Diagnostic]:
    clause = handbook.clauses.get(penalty.target.key)
    said = words.search(clause.spec.text) if clause else None
    if clause and said and said[0] not in (penalty.spec.other or ""):
        related = (Related(clause.spec.at("text"), "text"),)
        yield finding("P003", penalty.spec.place, "text", related=related, word=said[0])


def without_unit(handbook: Handbook) -> Iterator[Diagnostic]:
    """P014: a fine, points or a deduction, and nothing says for what each: an occurrence, a day, a piece.

    Among penalties that stand by themselves, also one without any while most others say it.
    """
    for policy in handbook.policies:
        listed = policy.spec.penalties
        said = sum(bool(spec.per) for spec in listed)
        for penalty in policy.penalties:
            if penalty.spec.per:
                continue
            counted = _counted(penalty)
            if counted is not None:
                yield counted
            elif penalty.target.key not in handbook.clauses and 2 * said > len(listed):
                yield finding("P014", first_consequence(penalty.spec), "others", said=said, count=len(listed))


def _counted(penalty: Penalty) -> Diagnostic | None:
    """The finding about the first amount that needs to be counted in something."""
    for key in ("fine", "points", "deduct", "compensate"):
        found = next((sanction for sanction, _ in every_sanction(penalty) if getattr(sanction, key) is not None), None)
        if found is not None:
            return finding("P014", found.at(key), key, figure=getattr(found, key))
    return None


def contradictory(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P015: a lighter and a graver measure for the same case, and nothing says when which."""
    for penalty in every_penalty(handbook):
        spec = penalty.spec
        if spec.by:
            continue
        for sanction, measures in every_sanction(penalty):
            if sanction.by:
                continue
            alone = [one for one in measures if not one.name.startswith(options.words)]
            if len(alone) > 1:
                place = sanction.at("measures", measures.index(alone[1]))
                yield finding("P015", place, lighter=alone[0].name, graver=alone[1].name)
            elif measures and not spec.tiers:
                yield from _alternative(handbook, penalty, measures)


def _alternative(handbook: Handbook, penalty: Penalty, measures: Sequence[Measure]) -> Iterator[Diagnostic]:
    """A measure that the text of the clause puts as one of two: 罚款 200 元或者劝退."""
    clause = handbook.clauses.get(penalty.target.key)
    text = clause.spec.text if clause else ""
    for position, measure in enumerate(measures if "或" in text else ()):
        names = (measure.name, *measure.spec.aliases)
        if any(f"{joint}{name}" in text for joint in ("或", "或者", "或予以", "或者予以") for name in names):
            place = penalty.spec.at("measures", position)
            yield finding("P015", place, "text", measure=measure.name, act=fact_of(handbook, penalty))


RULES = (
    Rule("P002", empty),
    TunedRule("P003", without_criterion),
    Rule("P014", without_unit),
    TunedRule("P015", contradictory),
)
