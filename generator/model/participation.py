"""How the people whom a policy touches took part in it: they were consulted before it was adopted, and told of it."""

from __future__ import annotations

from enum import StrEnum

from generator.model.base import Model
from generator.model.values import Date, Text


class Body(StrEnum):
    """Who spoke for the employees."""

    CONGRESS = "职工代表大会"
    EVERYONE = "全体职工"
    UNION = "工会"


class Consultation(Model):
    """Who discussed the policy, on which day."""

    body: Body
    on: Date


class Publicity(Model):
    """By what means the employees were told of the policy, since which day."""

    how: Text
    on: Date
