"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.diagnostics.diagnostic import Diagnostic
from generator.link.handbook import Handbook


@dataclass(frozen=True, slots=True)
class Rule:
    """A check over the linked handbook under one code.

    `needs_all` marks a rule whose answer is wrong while a file of the handbook cannot be read, such as "unused".
    """

    code: str
    check: Callable[[Handbook], Iterator[Diagnostic]]
    needs_all: bool = False
