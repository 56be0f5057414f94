"""Whether points that are given lead to anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.rules.penalties.every import every_sanction
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook, Penalty, Unit
from generator.model import Sanction, Scaled

_POINTS = re.compile(r"扣分|扣减的?分|积分|得分|分数|计分|记分|[0-9一二三四五六七八九十] ?分(?![之钟管别公工派])")
_UNIT = "分"


def without_consequence(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P011: points are given, and nothing in the unit turns them into anything; one finding a policy."""
    giving = {policy: found for policy in handbook.policies if (found := list(_giving(policy.penalties)))}
    if not giving:
        return
    settled = _settled(handbook, options.words)
    for policy, found in giving.items():
        open_ones = [(penalty, sanction) for penalty, sanction in found if not settled.intersection(penalty.units)]
        if open_ones:
            penalty, sanction = open_ones[0]
            units = "、".join(unit.name for unit in penalty.units)
            yield finding("P011", sanction.at("points"), points=sanction.points, units=units, policy=policy.name)


def _giving(penalties: Sequence[Penalty]) -> Iterator[tuple[Penalty, Sanction]]:
    for penalty in penalties:
        yield from ((penalty, sanction) for sanction, _ in every_sanction(penalty) if sanction.points)


def _settled(handbook: Handbook, words: Sequence[str]) -> set[Unit]:
    """The units in which something follows from points: tiers counted in them, levels, or a clause."""
    found: set[Unit] = set()
    for policy in handbook.policies:
        for penalty in policy.penalties:
            if _turns_points(penalty):
                found.update(penalty.units)
        for matrix in policy.approvals:
            if any(_in_points(tier) for tier in matrix.spec.tiers):
                found.update(matrix.units)
    for scheme in handbook.levels:
        if any(_in_points(level) for level in scheme.spec.levels):
            found.update(handbook.policy_by_id[scheme.policy.key].units if scheme.policy else handbook.units)
    for clause in handbook.clauses.values():
        text = clause.spec.text
        if "分" in text and any(word in text for word in words) and _POINTS.search(text):
            found.update(clause.units)
    return found


def _in_points(tier: Scaled) -> bool:
    return any(edge.bound.unit == _UNIT for edge in tier.edges)


def _turns_points(penalty: Penalty) -> bool:
    """Whether the penalty is one for points: by its tiers, or by its act (累计扣满 12 分)."""
    if any(_in_points(tier) for tier in penalty.spec.tiers):
        return True
    return bool(penalty.spec.act and _POINTS.search(penalty.spec.act))


RULES = (TunedRule("P011", without_consequence),)
