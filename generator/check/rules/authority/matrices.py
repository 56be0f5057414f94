"""Whether every amount has exactly one chain of approvers."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.rule import Rule
from generator.check.tiers import uneven_tiers
from generator.diagnostics.diagnostic import Diagnostic
from generator.link.handbook import Handbook


def tiers(handbook: Handbook) -> Iterator[Diagnostic]:
    """A001: the tiers of an approval matrix leave a gap or overlap."""
    for policy in handbook.policies:
        for matrix in policy.approvals:
            yield from uneven_tiers("A001", matrix.spec.tiers)


RULES = (Rule("A001", tiers),)
