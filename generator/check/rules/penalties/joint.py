"""How much those answer who are liable beside the offender."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.penalties.every import every_penalty
from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.model import Joint

_WHOLE = 100


def shares(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P010: several joint shares come to more than the whole, or one to more than the limit without a reason."""
    for penalty in every_penalty(handbook):
        joint = penalty.spec.joint
        if not joint:
            continue
        total = sum(_share(one) for one in joint)
        if len(joint) > 1 and total > _WHOLE:
            largest = max(joint, key=_share)
            yield finding("P010", largest.at("share"), "sum", total=f"{total}%")
            continue
        for one in joint:
            if _share(one) > options.limit and not one.sanction:
                yield finding("P010", one.at("share"), share=one.share, who=one.who, limit=f"{options.limit}%")


def _share(joint: Joint) -> int:
    return int(joint.share.high) if joint.share else 0


RULES = (TunedRule("P010", shares),)
