"""Who is called what: every name of the handbook declared once, and looked up once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from generator.diagnostics.diagnostic import Diagnostic, Related, finding, told_twice
from generator.diagnostics.nearest import nearest
from generator.link.targets import Target, TargetKind
from generator.link.use import Use
from generator.model.base import Model
from generator.read.marks import Place

BEARERS: Final = (TargetKind.ROLE, TargetKind.DEPARTMENT, TargetKind.GROUP, TargetKind.UNIT)
"""Who can bear a duty."""

DOCUMENTS: Final = (TargetKind.FORM, TargetKind.POLICY, TargetKind.LAW)
"""What can stand between 《 and 》."""

_SPACES: Final = (BEARERS, DOCUMENTS)

_ALIKE = 2
"""With so many characters a name and what it was renamed to begin alike: 行政部 and 行政中心."""

_SEVERAL = 3
"""A slip of the pen is not made in so many places."""


@dataclass(slots=True)
class Names:
    """The register of names. Declare everything first, then resolve.

    `incomplete` are the kinds of things that a broken file may declare: a name of such a kind that is not found is
    not reported, since the file's own findings come first.
    """

    incomplete: frozenset[TargetKind] = frozenset()
    findings: list[Diagnostic] = field(default_factory=list)
    uses: defaultdict[Target, list[Use]] = field(default_factory=lambda: defaultdict(list))
    _known: dict[TargetKind, dict[str, Target]] = field(default_factory=lambda: defaultdict(dict))
    _places: dict[tuple[TargetKind, str], Place] = field(default_factory=dict)
    _unknown: defaultdict[tuple[str, tuple[TargetKind, ...]], list[Place]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def declare(self, target: Target, name: str, place: Place) -> None:
        """Let `name` stand for `target`; a second thing of that name is a finding.

        A name that a thing of another kind has too still stands for both where the kind is known.
        """
        earlier = self._places.get((target.kind, name))
        if earlier is not None:
            self.findings += told_twice("R002", earlier, place, name=name, kind=target.kind)
            return
        for space in _SPACES:
            clash = next((k for k in space if target.kind in space and (k, name) in self._places), None)
            if clash is not None:
                kinds = "、".join(sorted((clash, target.kind)))
                self.findings += told_twice("R013", self._places[clash, name], place, name=name, kinds=kinds)
        self._known[target.kind][name] = target
        self._places[target.kind, name] = place

    def declare_all(self, target: Target, name: str, aliases: Iterable[str], spec: Model, key: str = "name") -> None:
        """Declare a thing under its name and its aliases."""
        self.declare(target, name, spec.at(key))
        for position, alias in enumerate(aliases):
            self.declare(target, alias, spec.at("aliases", position))

    def find(self, kinds: Iterable[TargetKind], name: str) -> Target | None:
        """What `name` stands for among `kinds`, without a finding when it stands for nothing."""
        return next((t for kind in kinds if (t := self._known[kind].get(name))), None)

    def resolve(self, expected: str, kinds: tuple[TargetKind, ...], name: str, at: Use) -> Target | None:
        """What `name` stands for; a finding of variant `expected` when it stands for nothing."""
        target = self.find(kinds, name)
        if target is not None:
            self.uses[target].append(at)
        elif self.incomplete.isdisjoint(kinds):
            near = nearest(name, self.known(kinds))
            self.findings.append(finding("R001", at.place, expected, name=name, near=near))
            self.missed(kinds, name, at)
        return target

    def missed(self, kinds: tuple[TargetKind, ...], name: str, at: Use) -> None:
        """Remember that `name` stood for nothing, so that a thing that was renamed can be told, too."""
        self._unknown[name, kinds].append(at.place)

    def renamed(self) -> Iterator[Diagnostic]:
        """What nobody names, for each name that stands for nothing in several places but is like it: a new name.

        A policy may well be named in one place only.
        """
        told: set[Target] = set()
        for (name, kinds), places in self._unknown.items():
            near = self._unused_like(name, kinds if len(places) >= _SEVERAL else (TargetKind.POLICY,))
            if near and near not in told and near.kind in kinds:
                told.add(near)
                own = next(own for own, target in self._known[near.kind].items() if target == near)
                related = (Related(places[0], "still_named"),)
                declared = self._places[near.kind, own]
                yield finding("R001", declared, "renamed", related=related, name=own, near=name)

    def _unused_like(self, name: str, kinds: Iterable[TargetKind]) -> Target | None:
        """The thing that nothing names and whose name begins most like this one."""
        found = [
            (_alike_from_the_start(name, other), -abs(len(name) - len(other)), other, target)
            for kind in kinds
            for other, target in self._known[kind].items()
            if target not in self.uses
        ]
        shared, _, _, near = max(found, default=(0, 0, "", None))
        return near if shared >= _ALIKE else None

    def known(self, kinds: Iterable[TargetKind]) -> Iterator[str]:
        """Every name and alias of these kinds."""
        return (name for kind in kinds for name in self._known[kind])


def _alike_from_the_start(one: str, other: str) -> int:
    """With how many of the same characters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
