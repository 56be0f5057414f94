"""Circles of names."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping

from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook
from generator.link.targets import Target


def circles(handbook: Handbook) -> Iterator[Diagnostic]:
    """R008, R011: roles that report to each other in a circle; policies that supersede each other.

    A circle of roles is told at the one that looks like its top: a head, the one that most report to.
    """
    bosses = {role.target: (role.reports_to,) for role in handbook.roles if role.reports_to}
    roles = {role.target: role for role in handbook.roles}
    reports = Counter(role.reports_to for role in handbook.roles)
    for circle in _circles(bosses):
        top = max(circle, key=lambda target: (roles[target].is_head, reports[target]))
        start = circle.index(top)
        names = " → ".join(target.key for target in (*circle[start:], *circle[:start], top))
        yield finding("R008", roles[top].spec.at("reports_to"), names=names)
    above = {department.target: (department.parent,) for department in handbook.departments if department.parent}
    departments = {department.target: department for department in handbook.departments}
    for circle in _circles(above):
        names = " → ".join(target.key for target in (*circle, circle[0]))
        for target in circle:
            yield finding("R008", departments[target].spec.at("parent"), "departments", names=names)
    older = {policy.target: policy.supersedes for policy in handbook.policies}
    policies = {policy.target: policy for policy in handbook.policies}
    for circle in _circles(older):
        names = " → ".join(policies[target].name for target in (*circle, circle[0]))
        yield finding("R011", policies[circle[0]].spec.at("supersedes"), names=names)


def _circles(following: Mapping[Target, tuple[Target, ...]]) -> Iterator[tuple[Target, ...]]:
    """The shortest circle through each target, told once, from its first member in sorting order."""
    for start in sorted(following):
        came_from: dict[Target, Target] = {}
        waiting = deque([start])
        while waiting and start not in came_from:
            here = waiting.popleft()
            for after in following.get(here, ()):
                if after not in came_from:
                    came_from[after] = here
                    waiting.append(after)
        if start in came_from:
            circle = [start]
            while came_from[circle[-1]] != start:
                circle.append(came_from[circle[-1]])
            if min(circle) == start:
                yield (start, *reversed(circle[1:]))


RULES = (Rule("R008", circles),)
