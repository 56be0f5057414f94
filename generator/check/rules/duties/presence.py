"""Whether those who act exist in the units that a clause or a policy applies to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from generator.check.naming import place_named, units_above, units_of
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Bearer, Clause, Form, Handbook, Penalty, Policy, Unit
from generator.model import Organization
from generator.model.base import Model
from generator.read.marks import Place

_FEWEST = 3
"""How many clauses of a policy must lack a bearer in a unit until the unit itself is doubted."""


def absent_bearer(handbook: Handbook) -> Iterator[Diagnostic]:
    """D005: a bearer in none of the units of a clause. D008: a unit of it in which there is no bearer."""
    borne = [(clause, _without_bearer(clause)) for clause in handbook.clauses.values() if clause.spec.who]
    foreign = _foreign_units(borne)
    for policy in handbook.policies:
        for unit in foreign.get(policy.id, ()):
            yield finding("D008", _place_of_unit(policy, unit), "policy", unit=unit.name, policy=policy.name)
    for clause, without in borne:
        if len(clause.who) > 1 or len(without) == len(clause.units):
            yield from _elsewhere(clause, foreign.get(clause.policy.key, frozenset()), handbook)
        lacking = [unit for unit in without if unit not in foreign.get(clause.policy.key, ())]
        if lacking and len(without) < len(clause.units):
            bearers = "、".join(bearer.name for bearer in clause.who)
            place = clause.spec.at("who", 0)
            yield finding("D008", place, clause=clause.label, bearers=bearers, units=_names(lacking))


def _elsewhere(clause: Clause, foreign: frozenset[Unit], handbook: Handbook) -> Iterator[Diagnostic]:
    if foreign.issuperset(clause.units):
        return
    for bearer in clause.who:
        if _is_absent(bearer, clause.units):
            place = place_named(bearer, clause, "who", handbook)
            yield finding("D005", place, bearer=bearer.name, units=_names(clause.units))


def _without_bearer(clause: Clause) -> tuple[Unit, ...]:
    """The units of the clause in which none of its bearers exists."""
    present = [units_of(bearer) for bearer in clause.who]
    if not all(present):
        return ()
    return tuple(unit for unit in clause.units if not any(unit in units for units in present))


def _foreign_units(borne: Iterable[tuple[Clause, tuple[Unit, ...]]]) -> dict[str, frozenset[Unit]]:
    """The units of each policy in which most of its clauses have no bearer: the policy does not belong there."""
    asked: defaultdict[str, Counter[Unit]] = defaultdict(Counter)
    lacking: defaultdict[str, Counter[Unit]] = defaultdict(Counter)
    for clause, without in borne:
        if without:
            lacking[clause.policy.key].update(without)
    for clause, _ in borne:
        if clause.policy.key in lacking and all(units_of(bearer) for bearer in clause.who):
            asked[clause.policy.key].update(clause.units)
    return {
        policy: frozenset(unit for unit, n in units.items() if n >= _FEWEST and 2 * n >= asked[policy][unit])
        for policy, units in lacking.items()
    }


def _place_of_unit(policy: Policy, unit: Unit) -> Place:
    names = (unit.name, *unit.spec.aliases)
    position = next((at for at, name in enumerate(policy.spec.applies_to) if name in names), None)
    return policy.spec.at("title") if position is None else policy.spec.at("applies_to", position)


def absent_party(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """D009: somebody who helps, receives, keeps, signs or is punished, and exists in none of the units concerned.

    Who proposes, approves or decides a penalty is asked by the rules on authority.
    """
    above = units_above(handbook, options.words)
    for parties in (_of_policies(handbook), _of_clauses(handbook), _of_forms(handbook)):
        for party, spec, path, units in parties:
            if _is_absent(party, (*units, *above)):
                yield finding("D009", spec.at(*path), party=party.name, key=path[0], units=_names(units))


Party = tuple[Bearer, Model, tuple[str | int, ...], tuple[Unit, ...]]
"""Somebody, the part of the file that names him and where in it, and the units concerned."""


def _of_policies(handbook: Handbook) -> Iterator[Party]:
    for policy in handbook.policies:
        yield policy.owner, policy.spec, ("owner",), policy.units
        for penalty in policy.penalties:
            yield from _of_penalty(penalty)
        for reward in policy.rewards:
            yield from _each(reward.who if reward.spec.who else (), reward.spec, "who", reward.units)
            yield from _each(reward.decided_by, reward.spec, "decided_by", reward.units)


def _of_penalty(penalty: Penalty) -> Iterator[Party]:
    yield from _each(penalty.who if penalty.spec.who else (), penalty.spec, "who", penalty.units)
    for joint in penalty.joint:
        yield joint.who, joint.spec, ("who",), penalty.units


def _of_clauses(handbook: Handbook) -> Iterator[Party]:
    for clause in handbook.clauses.values():
        yield from _each(clause.with_, clause.spec, "with", clause.units)
        yield from _each(clause.to, clause.spec, "to", clause.units)
        if clause.keeper and clause.spec.record:
            yield clause.keeper, clause.spec.record, ("keeper",), clause.units


def _of_forms(handbook: Handbook) -> Iterator[Party]:
    for form in handbook.forms:
        yield form.owner, form.spec, ("owner",), form.units
        yield form.keeper, form.spec, ("keeper",), form.units
        yield from _of_receivers(form)


def _of_receivers(form: Form) -> Iterator[Party]:
    for copy in form.copies:
        yield copy.to, copy.spec, ("to",), form.units
    for signature in form.signatures:
        yield from _each(signature.who, signature.spec, "who", form.units)


def _each(bearers: Iterable[Bearer], spec: Model, key: str, units: tuple[Unit, ...]) -> Iterator[Party]:
    for position, bearer in enumerate(bearers):
        yield bearer, spec, (key, position), units


def _is_absent(bearer: Bearer, units: Iterable[Unit]) -> bool:
    present = units_of(bearer)
    return bool(present) and present.isdisjoint(units)


def _names(units: Iterable[Unit]) -> str:
    return "、".join(unit.name for unit in units)


RULES = (
    Rule("D005", absent_bearer, needs=frozenset({Organization})),
    TunedRule("D009", absent_party, needs=frozenset({Organization})),
)
