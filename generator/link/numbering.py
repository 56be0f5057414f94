"""Printed numbers: 第一章, 第三条, （二）, 1. or 4.1.2; computed from the order of the file, never typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Numbering
from generator.quantities import chinese_number


@dataclass(frozen=True, slots=True)
class Numberer:
    """The numbering style of one policy; `patterns` are the words of `names.yml` under `numbers`."""

    style: Numbering
    patterns: Mapping[str, str]

    def chapter(self, position: int) -> str:
        """The number of the chapter at `position`, counted from 1."""
        if self.style is Numbering.DECIMAL:
            return str(position)
        return self.patterns["chapter"].format(number=chinese_number(position))

    def article(self, chapter: int, in_chapter: int, in_policy: int) -> str:
        """The number of an article; in the Chinese style articles count on through all chapters."""
        if self.style is Numbering.DECIMAL:
            return f"{chapter}.{in_chapter}"
        return self.patterns["article"].format(number=chinese_number(in_policy))

    def item(self, parent_label: str, depth: int, position: int) -> tuple[str, str]:
        """The own number and the full label of an item, given the label of what it is an item of."""
        if self.style is Numbering.DECIMAL:
            label = f"{parent_label}.{position}"
            return label, label
        if depth == 1:
            number = self.patterns["item"].format(number=chinese_number(position))
        else:
            number = self.patterns["point"].format(number=position)
        return number, parent_label + number
