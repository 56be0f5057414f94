"""What a handbook knowingly lets pass: a rule, why, and until when."""

from __future__ import annotations

from generator.model.base import Model
from generator.model.values import Date, Name, Text


class Waiver(Model):
    """Lets the findings of one rule pass, in the thing it stands in, with a reason and up to and including a day."""

    rule: Name
    reason: Text
    until: Date


class Waivable(Model):
    """What may hold waivers."""

    waive: tuple[Waiver, ...] = ()
