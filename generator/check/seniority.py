"""Who stands above whom, by whom each role reports to."""

from __future__ import annotations

from generator.link.handbook import Bearer, Handbook, Role


class Seniority:
    """The chains of command of a handbook; roles are known by every name they have."""

    def __init__(self, handbook: Handbook) -> None:
        self._boss = {role.name: role.reports_to.key for role in handbook.roles if role.reports_to}
        self._leading = frozenset(self._boss.values())
        self._names = {name: role.name for role in handbook.roles for name in (role.name, *role.spec.aliases)}

    def knows(self, name: str) -> bool:
        """Whether there is a role of this name."""
        return name in self._names

    def leads(self, name: str) -> bool:
        """Whether somebody reports to the role."""
        return self._names.get(name, name) in self._leading

    def above(self, name: str) -> tuple[str, ...]:
        """The names of those above the role, the nearest first; a circle is left where it closes."""
        here = self._names.get(name, name)
        found: list[str] = []
        while (boss := self._boss.get(here)) and boss not in found:
            found.append(boss)
            here = boss
        return tuple(found)

    def is_under(self, name: str, other: str) -> bool:
        """Whether the first role reports to the second, directly or through others."""
        return self._names.get(other, other) in self.above(name)

    def between(self, name: str, other: str) -> tuple[str, ...]:
        """The roles between one and one above it, from below upwards; nobody if it is not above."""
        chain, top = self.above(name), self._names.get(other, other)
        return chain[: chain.index(top)] if top in chain else ()


def roles_in(bearer: Bearer) -> frozenset[str]:
    """The names of the roles a bearer certainly is: itself, or all members of a group."""
    if isinstance(bearer, Role):
        return frozenset({bearer.name})
    return frozenset(role.name for role in getattr(bearer, "roles", ()))
