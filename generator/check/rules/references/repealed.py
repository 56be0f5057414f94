"""Names of what no longer holds, or does not hold yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from generator.check.rules.rule import Options, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Form, Handbook, Law, Policy
from generator.link.targets import Target, TargetKind
from generator.link.use import Use
from generator.model import Status

_LEADS_ON = ("supersedes", "replaced_by")
"""Keys that name the old and the new together, as they should."""


class OutOfForce(NamedTuple):
    """A policy, form or law that is repealed or a draft, its names, and what is to be cited instead."""

    thing: Policy | Form | Law
    names: tuple[str, ...]
    newer: str


def out_of_force(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """R025: something in force names a policy, form or law that is repealed or still a draft."""
    gone = tuple(_out_of_force(handbook))
    if not gone:
        return
    silent = {one.thing.target for one in gone}
    through_clauses = _uses_of_clauses(handbook)
    for one in gone:
        target = one.thing.target
        uses = [*handbook.uses.get(target, ()), *through_clauses.get(target, ())]
        told = [use for use in uses if _counts(use, silent, options.words)]
        for use in told:
            yield _at_its_use(one, use)
        if told:
            related = (Related(told[0].place, "still_cited"),)
            place, variant = one.thing.spec.at("status"), f"still_{one.thing.spec.status}"
            name, count = one.thing.name, len(told)
            yield finding("R025", place, variant, related=related, kind=target.kind, name=name, count=count)


def _out_of_force(handbook: Handbook) -> Iterator[OutOfForce]:
    newer_policy = {old: policy.name for policy in handbook.policies for old in policy.spec.supersedes}
    documents: tuple[Policy | Form | Law, ...] = (*handbook.policies, *handbook.forms, *handbook.laws)
    for thing in documents:
        if thing.spec.status != Status.IN_FORCE.value:
            names = (thing.name, *thing.spec.aliases)
            if isinstance(thing, Policy):
                yield OutOfForce(thing, names, newer_policy.get(thing.id, ""))
            else:
                newer = handbook.titles[thing.replaced_by] if thing.replaced_by else ""
                yield OutOfForce(thing, names, newer)


def _uses_of_clauses(handbook: Handbook) -> dict[Target, list[Use]]:
    """Who names a clause of another policy, by the policy it stands in."""
    found: defaultdict[Target, list[Use]] = defaultdict(list)
    for target, uses in handbook.uses.items():
        if target.kind is TargetKind.CLAUSE:
            home = _home(target)
            found[home].extend(use for use in uses if _home(use.by) != home)
    return found


def _home(target: Target) -> Target:
    """The policy that a clause stands in; any other thing is its own home."""
    if target.kind is TargetKind.CLAUSE:
        return Target(TargetKind.POLICY, target.key.partition("/")[0])
    return target


def _counts(use: Use, silent: set[Target], ending: tuple[str, ...]) -> bool:
    """Whether something in force relies on the name; a text that says that it ended may name it."""
    if use.key in _LEADS_ON or _home(use.by) in silent:
        return False
    text = _text(use)
    return not any(word in text for word in ending)


def _text(use: Use) -> str:
    value: object = use.spec
    for step in use.path:
        value = value[step] if isinstance(step, int) and isinstance(value, tuple) else getattr(value, str(step), "")
    return value if isinstance(value, str) else ""


def _at_its_use(one: OutOfForce, use: Use) -> Diagnostic:
    target, text = one.thing.target, _text(use)
    written = next((name for name in one.names if f"《{name}》" in text), "")
    focus = f"《{written}》" if written else f"{target.key}/" if f"#{target.key}/" in text else ""
    related = (Related(one.thing.spec.at("status"), one.thing.spec.status.value),)
    variant = "draft" if one.thing.spec.status is Status.DRAFT else ""
    name, newer = one.thing.name, one.newer
    return finding("R025", use.place, variant, related=related, focus=focus, kind=target.kind, name=name, newer=newer)


RULES = (TunedRule("R025", out_of_force),)
