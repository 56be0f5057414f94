"""The dates of policies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.check.rules.rule import DatedRule, Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Handbook
from generator.model import Status


def out_of_order(handbook: Handbook) -> Iterator[Diagnostic]:
    """R020: a policy is in force before it is adopted, or to be reviewed before it is in force."""
    for policy in handbook.policies:
        spec = policy.spec
        related = (Related(spec.at("effective"), "effective"),)
        if spec.adopted and spec.adopted > spec.effective:
            place = spec.at("adopted")
            yield finding("R020", place, related=related, adopted=spec.adopted, effective=spec.effective)
        if spec.review_by and spec.review_by <= spec.effective:
            place = spec.at("review_by")
            yield finding("R020", place, "review", related=related, review_by=spec.review_by, effective=spec.effective)


def overdue_review(handbook: Handbook, today: date) -> Iterator[Diagnostic]:
    """R021: a policy in force should have been reviewed by now."""
    for policy in handbook.policies:
        spec = policy.spec
        if spec.status is Status.IN_FORCE and spec.review_by and spec.effective < spec.review_by < today:
            yield finding("R021", spec.at("review_by"), policy=policy.name, review_by=spec.review_by)


def not_yet_in_force(handbook: Handbook, today: date) -> Iterator[Diagnostic]:
    """R022: a policy is said to be in force, and it is to be adopted or to take effect only in the future."""
    for policy in handbook.policies:
        spec = policy.spec
        if spec.status is not Status.IN_FORCE:
            continue
        if spec.adopted and spec.adopted > today:
            yield finding("R022", spec.at("adopted"), "adopted", policy=policy.name, day=spec.adopted)
        elif spec.effective > today:
            yield finding("R022", spec.at("effective"), policy=policy.name, day=spec.effective)


RULES = (
    Rule("R020", out_of_order),
    DatedRule("R021", overdue_review),
    DatedRule("R022", not_yet_in_force),
)
