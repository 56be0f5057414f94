"""Whether a penalty is counted, and hits whom, as the text of its clause says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.apart import are_far_apart
from generator.check.outline import Outline, from_within, outline
from generator.check.rules.penalties.every import every_penalty
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Group, Handbook, Penalty

_UNIT = "人次|次|天|日|台|卡|个|项|件|把|套|月|单|份|小时|分钟|车|辆|张|处|户|人"
_COUNTED = re.compile(
    rf"每[^，。；：\d每]{{0,4}}?\s*1?\s*(?P<unit>{_UNIT})(?=[^，。；]{{0,10}}?(?:罚|扣))"
    rf"|(?<=罚款，)每\s*1?\s*(?P<after>{_UNIT})(?=\s*\d)"
)
_ALIKE = {"日": "天", "车": "台", "辆": "台"}


def agreement(handbook: Handbook) -> Iterator[Diagnostic]:
    """P017: the penalty of a clause is counted in another unit than its text, or hits people it does not speak of."""
    above = outline(handbook)
    for penalty in every_penalty(handbook):
        clause = handbook.clauses.get(penalty.target.key)
        if clause:
            yield from _counted_otherwise(penalty, clause)
            yield from _strangers(penalty, clause, above)


def _counted_otherwise(penalty: Penalty, clause: Clause) -> Iterator[Diagnostic]:
    """A penalty for each day where the text says 每次."""
    per = penalty.spec.per
    text = clause.spec.text
    told = list(_COUNTED.finditer(text)) if per and "每" in text and ("罚" in text or "扣" in text) else []
    if per and told and not any(_is_unit(match["unit"] or match["after"], per) for match in told):
        words = told[0][0]
        place, where = penalty.spec.at("per"), clause.spec.at("text")
        yield finding("P017", place, related=(Related(where, "text"),), per=per, words=words)
        if are_far_apart(place, where):
            related = (Related(place, "field"),)
            yield finding("P017", where, "text", related=related, focus=words, per=per, words=words)


def _is_unit(unit: str, per: str) -> bool:
    return unit in per or any(_ALIKE.get(unit, unit) == _ALIKE.get(other, other) for other in per)


def _strangers(penalty: Penalty, clause: Clause, above: Outline) -> Iterator[Diagnostic]:
    """Posts and departments that are punished, and that neither the clause nor what it is an item of speaks of."""
    family = list(from_within(clause, above)) if penalty.spec.who else []
    around = {one for near in family for one in (*near.who, *near.to, *near.with_)}
    text = "".join(near.spec.text for near in family)
    for at, one in enumerate(penalty.who if penalty.spec.who else ()):
        if isinstance(one, Group) or one in around:
            continue
        if not any(name in text for name in (one.name, *one.spec.aliases)):
            related = (Related(clause.spec.at("text"), "text"),)
            yield finding("P017", penalty.spec.at("who", at), "who", related=related, who=one.name)


RULES = (Rule("P017", agreement),)
