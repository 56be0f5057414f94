"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.diagnostics.diagnostic import Diagnostic
from generator.link.handbook import Handbook
from generator.model.base import Model


@dataclass(frozen=True, slots=True)
class Options:
    """What a handbook may set for a rule: words it looks for, or a number it compares with.

    The rule's documentation says which of them it has, what they mean and what they are unless `handbook.yml` says so.
    """

    words: tuple[str, ...] = ()
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A check over the linked handbook under one code.

    `needs` are the types of files without which its answer is wrong: it is not asked while one of them cannot be read.
    """

    code: str
    check: Callable[[Handbook], Iterator[Diagnostic]]
    needs: frozenset[type[Model]] = frozenset()


@dataclass(frozen=True, slots=True)
class TunedRule:
    """A rule with options."""

    code: str
    check: Callable[[Handbook, Options], Iterator[Diagnostic]]
    needs: frozenset[type[Model]] = frozenset()


@dataclass(frozen=True, slots=True)
class DatedRule:
    """A rule whose answer depends on the day it is asked."""

    code: str
    check: Callable[[Handbook, date], Iterator[Diagnostic]]
    needs: frozenset[type[Model]] = frozenset()


AnyRule = Rule | TunedRule | DatedRule
