"""Whether penalties can be applied as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from generator import model
from generator.check.rules.rule import Rule
from generator.check.tiers import uneven_tiers
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook, Penalty
from generator.quantities import Money

_SANCTIONS = ("fine", "points", "measures", "deduct", "compensate", "other")


def every_penalty(handbook: Handbook) -> Iterator[Penalty]:
    """All penalties of all policies."""
    return (penalty for policy in handbook.policies for penalty in policy.penalties)


def tiers(handbook: Handbook) -> Iterator[Diagnostic]:
    """P001: the tiers of a penalty leave a gap or overlap."""
    for penalty in every_penalty(handbook):
        yield from uneven_tiers("P001", penalty.spec.tiers)


def empty(handbook: Handbook) -> Iterator[Diagnostic]:
    """P002: a penalty that imposes nothing."""
    for penalty in every_penalty(handbook):
        spec = penalty.spec
        if not (_imposes(spec) or spec.escalation or spec.tiers) or not all(_imposes(tier) for tier in spec.tiers):
            yield finding("P002", spec.place, penalty=spec.act or "")


def _imposes(sanction: model.Sanction) -> bool:
    return any(getattr(sanction, key) not in (None, ()) for key in _SANCTIONS)


def without_criterion(handbook: Handbook) -> Iterator[Diagnostic]:
    """P003: a fine between two amounts, and nothing says what decides."""
    for penalty in every_penalty(handbook):
        for sanction in (penalty.spec, *penalty.spec.tiers):
            fine = sanction.fine
            if isinstance(fine, Money) and fine.low != fine.high and not (sanction.by or penalty.spec.by):
                yield finding("P003", sanction.at("fine"), fine=fine)


RULES = (Rule("P001", tiers), Rule("P002", empty), Rule("P003", without_criterion))
