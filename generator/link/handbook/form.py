"""Forms with their copies and signatures."""

from __future__ import annotations

from dataclasses import dataclass

from generator import model
from generator.link.handbook.people import Bearer, Department, Unit
from generator.link.targets import LinkedText, Target, TargetKind


@dataclass(frozen=True, eq=False, slots=True)
class Copy:
    """One copy of a form; `name` is computed: 第一联, 第二联 …"""

    spec: model.Copy
    name: str
    to: Bearer


@dataclass(frozen=True, eq=False, slots=True)
class Signature:
    """One box of the sign-off row with those who may sign."""

    spec: model.Signature
    who: tuple[Bearer, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Form:
    """A form with its owner, keeper, receivers and signers."""

    id: str
    spec: model.Form
    owner: Department
    keeper: Bearer
    units: tuple[Unit, ...]
    copies: tuple[Copy, ...]
    signatures: tuple[Signature, ...]
    purpose: LinkedText
    notes: tuple[LinkedText, ...]
    replaced_by: Target | None = None

    @property
    def name(self) -> str:
        """Its title."""
        return self.spec.title

    @property
    def target(self) -> Target:
        """Its address."""
        return Target(TargetKind.FORM, self.id)
