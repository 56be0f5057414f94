"""Whether a text that says how many things it lists has counted them right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.check.rules.figures.scope import Scope
from generator.check.rules.rule import Rule
from generator.check.texts import clause_texts
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook
from generator.quantities import QuantityError, parse_number


def listed(handbook: Handbook) -> Iterator[Diagnostic]:
    """Q006: 下列三项, and there are two; 前三项, and this is the third."""
    scope = Scope(handbook)
    for found in clause_texts(handbook).found(_counted()):
        clause = found.told.clause
        if clause is None:
            continue
        before = found.match["before"] is not None
        there = scope.listed(clause, before)
        try:
            said = parse_number(found.match["number"])
        except QuantityError:
            continue
        if there and said != there and not (before and said < there):
            items = clause.spec.at("items") if clause.items else clause.spec.place
            yield finding(
                "Q006",
                clause.spec.at("text"),
                "before" if before else "",
                focus=found.word,
                related=() if before else (Related(items, "items"),),
                clause=clause.label,
                told=found.word,
                there=there,
            )


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:下列|以下|如下|分为|分成)(?:以下|下列|如下)?|(?P<before>前|上述|前述|上列))"
        r"\ ?(?P<number>[0-9]+|[二两三四五六七八九十]+)\ ?"
        r"(?:[个项种类条点步款级]|方面|部分|阶段|等级|步骤)(?!月|工作日|小时|星期|季度)"
    )


RULES = (Rule("Q006", listed),)
