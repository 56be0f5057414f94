"""Whether one act is punished once, and alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from generator import model
from generator.check.rules.penalties.every import every_penalty, first_consequence
from generator.check.rules.penalties.norms import ALIKE, pairs_of
from generator.check.rules.rule import Options, TunedRule
from generator.check.seniority import roles_in
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Group, Handbook, Penalty
from generator.model.base import Model
from generator.read.marks import Place

_FILLERS = re.compile(r"[，。、；：“”（）《》\s的了者应当]|行为|每次|规定|经查实")
_COMPLETE = 8
"""An act in at least so many characters says by itself what it is about."""


def collisions(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P008: the same act is punished differently in two policies. P009: it is punished twice."""
    facts: defaultdict[str, list[Penalty]] = defaultdict(list)
    for penalty in every_penalty(handbook):
        if penalty.spec.act:
            facts[_fact(handbook, penalty, penalty.spec.act, options.words)].append(penalty)
    for same in facts.values():
        if len(same) > 1:
            yield from _colliding(handbook, same)
    for following in handbook.penalties_of.values():
        if len(following) > 1:
            yield from _same_clause(following, options.words)
            yield from _punished_already(handbook, following, options.words)


def _fact(handbook: Handbook, penalty: Penalty, act: str, words: Sequence[str]) -> str:
    """What is punished: the act, together with the norm of its clause where it says nothing without it."""
    if not _is_elliptic(act, words):
        return _bare(act)
    clause = handbook.clauses.get(penalty.target.key)
    return f"{_bare(act)} {clause.spec.text.partition('；')[0] if clause else penalty.target.key}"


def _is_elliptic(act: str | None, words: Sequence[str]) -> bool:
    """Whether the act is a fact only together with its clause: none at all, or 逾期未报."""
    return act is None or (len(act) < _COMPLETE and act.startswith(tuple(words)))


def _bare(act: str) -> str:
    """The characters of an act that tell it from others, in whatever order they are written."""
    return "".join(sorted(set(_FILLERS.sub("", act))))


def _colliding(handbook: Handbook, penalties: list[Penalty]) -> Iterator[Diagnostic]:
    """What collides with the first penalty of the same act for the same people; further ones are measured by it."""
    first: list[Penalty] = []
    for penalty in penalties:
        earlier = next((one for one in first if _hit_the_same(one, penalty)), None)
        if earlier is None:
            first.append(penalty)
            continue
        related = (Related(earlier.spec.at("act"), "first"),)
        name = handbook.titles[earlier.policy]
        place, act = penalty.spec.at("act"), penalty.spec.act
        if earlier.policy == penalty.policy:
            yield finding("P009", place, related=related, act=act)
        elif _imposed(earlier) == _imposed(penalty):
            yield finding("P009", place, "policies", related=related, act=act, policy=name)
        else:
            yield from _unlike(handbook, earlier, penalty)


def _unlike(handbook: Handbook, one: Penalty, other: Penalty) -> Iterator[Diagnostic]:
    """The finding at both penalties: nobody knows which of them is meant."""
    for here, there in ((one, other), (other, one)):
        related = (Related(there.spec.at("act"), "same_matter"),)
        place, policy = _differing(there, here), handbook.titles[there.policy]
        yield finding("P008", place, related=related, act=here.spec.act, policy=policy)


def _same_clause(penalties: tuple[Penalty, ...], words: Sequence[str]) -> Iterator[Diagnostic]:
    """Penalties that follow one clause, and whose acts don't tell them apart."""
    for earlier, penalty in combinations(penalties, 2):
        one, other = earlier.spec.act, penalty.spec.act
        alike = one is None or other is None or (_is_elliptic(other, words) and _bare(one) == _bare(other))
        if alike and _hit_the_same(earlier, penalty):
            related = (Related(earlier.spec.place, "first"),)
            yield finding("P009", first_consequence(penalty.spec), "clause", related=related)


def _punished_already(handbook: Handbook, penalties: tuple[Penalty, ...], words: Sequence[str]) -> Iterator[Diagnostic]:
    """A penalty that stands by itself and names a clause that has its own, without being about what that clause says.

    A further penalty for what is said there (谎报 beside 迟报) is another matter.
    """
    own = next((one for one in penalties if one.target.key in handbook.clauses), None)
    clause = handbook.clauses[own.target.key] if own else None
    for penalty in penalties:
        spec = penalty.spec
        if not own or not clause or not isinstance(spec, model.Penalty):
            continue
        said, act = pairs_of(clause.spec.text), pairs_of(spec.act or "")
        if act and len(act & said) < ALIKE * len(act) and not _is_elliptic(spec.act, words):
            related = (Related(own.spec.place, "first"),)
            place = spec.at("breach", spec.breach.index(clause.id)) if clause.id in spec.breach else spec.at("breach")
            yield finding("P009", place, "own", related=related, clause=clause.label, act=spec.act)


def _hit_the_same(one: Penalty, other: Penalty) -> bool:
    """Whether both hold in one unit, for somebody in common as far as can be told."""
    if not set(one.units).intersection(other.units):
        return False
    if not one.who or not other.who or set(one.who).intersection(other.who):
        return True
    if any(isinstance(who, Group) and who.spec.everyone for who in (*one.who, *other.who)):
        return True
    return bool(_roles(one) & _roles(other))


def _roles(penalty: Penalty) -> frozenset[str]:
    return frozenset(name for who in penalty.who for name in roles_in(who))


_FIGURES = ("fine", "points", "measures", "deduct", "compensate", "other", "tiers", "escalation")


def _imposed(penalty: Penalty) -> tuple[object, ...]:
    return tuple(_plain(getattr(penalty.spec, key)) for key in _FIGURES)


def _differing(earlier: Penalty, penalty: Penalty) -> Place:
    """Where the first of its consequences stands that the earlier one has otherwise."""
    pairs = zip(_FIGURES, _imposed(earlier), _imposed(penalty), strict=True)
    key = next(key for key, before, now in pairs if before != now)
    return penalty.spec.at(key) if key in penalty.spec.model_fields_set else first_consequence(penalty.spec)


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    return value.model_dump() if isinstance(value, Model) else value


RULES = (TunedRule("P008", collisions),)
