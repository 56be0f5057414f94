"""What is known by the name it was declared under."""

from __future__ import annotations

from typing import ClassVar, Protocol

from generator.link.targets import Target, TargetKind


class _WithName(Protocol):
    @property
    def name(self) -> str: ...


class Named:
    """What is identified by the name it was written under."""

    __slots__ = ()

    kind: ClassVar[TargetKind]
    spec: _WithName

    @property
    def name(self) -> str:
        """The name as declared, never an alias."""
        return self.spec.name

    @property
    def target(self) -> Target:
        """Its address."""
        return Target(self.kind, self.spec.name)
