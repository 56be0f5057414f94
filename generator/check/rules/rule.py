"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.diagnostics.diagnostic import Diagnostic
from generator.link.handbook import Handbook
from generator.model.base import Model


@dataclass(frozen=True, slots=True)
class Rule:
    """A check over the linked handbook under one code.

    `needs` are the types of files without which its answer is wrong: it is not asked while one of them cannot be read.
    """

    code: str
    check: Callable[[Handbook], Iterator[Diagnostic]]
    needs: frozenset[type[Model]] = frozenset()
