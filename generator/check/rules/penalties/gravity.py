"""Which of two sanctions is the graver."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator import model
from generator.link.handbook import Measure
from generator.quantities import Amount, Money

_GRAVER_STILL = re.compile("司法|刑事|公安|解除|除名")
"""Consequences in words that may be graver than a dismissal."""

Counted = tuple[str, str]
"""What an amount is of: fine, points … and in what it is counted."""


@dataclass(frozen=True, slots=True)
class Weight:
    """How grave a sanction is, as far as it can be told: its measures, its amounts, and a consequence in words."""

    ends_employment: bool
    gravity: int
    amounts: dict[Counted, Decimal]
    words: str | None


def weigh(sanction: model.Sanction | model.Escalation, measures: Sequence[Measure]) -> Weight:
    """The weight of a sanction with these measures."""
    return Weight(
        any(measure.spec.ends_employment for measure in measures),
        max((measure.gravity for measure in measures), default=0),
        dict(_amounts(sanction)),
        sanction.other if isinstance(sanction, model.Sanction) else None,
    )


def is_lighter(sanction: Weight, other: Weight) -> bool:
    """Whether a sanction is certainly lighter than the other one; what can't be compared is not."""
    if sanction.ends_employment != other.ends_employment:
        return other.ends_employment and not _GRAVER_STILL.search(sanction.words or "")
    if sanction.words and sanction.words != other.words:
        return False
    if {key for key, _ in other.amounts} & {key for key, _ in sanction.amounts.keys() - other.amounts.keys()}:
        return False
    differences = [
        sanction.amounts.get(counted, Decimal(0)) - other.amounts.get(counted, Decimal(0))
        for counted in {**other.amounts, **sanction.amounts}
    ]
    differences.append(Decimal(sanction.gravity - other.gravity))
    return all(difference <= 0 for difference in differences) and any(difference < 0 for difference in differences)


def _amounts(sanction: model.Sanction | model.Escalation) -> Iterator[tuple[Counted, Decimal]]:
    if sanction.fine is not None:
        yield _counted("fine", sanction.fine)
    if isinstance(sanction, model.Escalation):
        return
    if sanction.points is not None:
        yield ("points", ""), Decimal(sanction.points)
    if sanction.deduct is not None:
        yield _counted("deduct", sanction.deduct)
    if sanction.compensate is not None:
        yield _counted("compensate", sanction.compensate)


def _counted(key: str, amount: Amount) -> tuple[Counted, Decimal]:
    if isinstance(amount, Money):
        return (key, ""), (amount.low + amount.high) / 2
    return (key, f"{amount.measure.value}{amount.of}"), amount.factor
