"""Whether each penalty has a rule that it punishes, and how many rules have a penalty."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator import model
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Clause, Handbook, Penalty, Policy
from generator.link.policies import every_clause
from generator.model import Kind, Status

ALIKE = 0.4
"""The share of an act's pairs of characters that a clause must have to be taken for the one that is breached."""

_SANCTIONED = re.compile("违者|违反|[罚扣]|处分|予以|给予")
"""How a text speaks that is a norm, whatever kind it is said to be."""

_NAMED = 3
"""How many policies the note names."""


def coverage(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """P006: how many duties and prohibitions have no penalty; one note for the handbook."""
    unpunished: Counter[str] = Counter()
    count = 0
    for policy in handbook.policies:
        if policy.spec.status is not Status.REPEALED:
            binding = [one for one in every_clause(policy.chapters) if _binds(one)]
            count += len(binding)
            covered = _covered(handbook, policy)
            unpunished[policy.name] = sum(one.key not in covered for one in binding)
    missing = sum(unpunished.values())
    if missing > options.limit:
        most = [(name, number) for name, number in unpunished.most_common(_NAMED) if number]
        policies = "、".join(f"《{name}》{number}" for name, number in most)
        place = handbook.settings.at("title")
        yield finding("P006", place, missing=missing, count=count, policies=policies)


def _binds(clause: Clause) -> bool:
    return clause.spec.kind in (Kind.DUTY, Kind.PROHIBITION)


def _covered(handbook: Handbook, policy: Policy) -> set[str]:
    """The keys of the clauses that a penalty follows, and of all their items."""
    found: set[str] = set()
    waiting = [handbook.clauses[target.key] for penalty in policy.penalties for target in penalty.breach]
    while waiting:
        clause = waiting.pop()
        if clause.key not in found:
            found.add(clause.key)
            waiting += clause.items
    return found


def without_norm(handbook: Handbook) -> Iterator[Diagnostic]:
    """P007: a penalty that names no clause whose breach it follows, or one that nobody can breach."""
    for policy in handbook.policies:
        for penalty in policy.penalties:
            yield from _unbinding(handbook, penalty)
        for spec in policy.spec.penalties:
            if not spec.breach:
                near = _nearest(policy, spec)
                place, act = spec.at("act" if spec.act else "id"), spec.act or spec.id
                if near:
                    yield finding("P007", place, act=act, near=near.id, clause=near.label)
                else:
                    yield finding("P007", place, act=act)


def _unbinding(handbook: Handbook, penalty: Penalty) -> Iterator[Diagnostic]:
    """Clauses that only define or state, so that nobody can breach them."""
    listed = isinstance(penalty.spec, model.Penalty) and len(penalty.breach) == len(penalty.spec.breach)
    for at, target in enumerate(penalty.breach if listed else ()):
        clause = handbook.clauses[target.key]
        bears = clause.items or clause.spec.who or clause.spec.penalty or _SANCTIONED.search(clause.spec.text)
        if clause.spec.kind in (Kind.DEFINITION, Kind.STATEMENT) and not bears:
            related = (Related(clause.spec.at("kind"), "kind"),)
            place = penalty.spec.at("breach", at)
            yield finding("P007", place, "unbinding", related=related, clause=clause.label)


def _nearest(policy: Policy, penalty: model.Penalty) -> Clause | None:
    """The clause whose words are most like the act's."""
    wanted = pairs_of(penalty.act or "")
    if not wanted:
        return None
    found = [(len(wanted & pairs_of(one.spec.text)), one) for one in every_clause(policy.chapters)]
    alike, clause = max(found, key=lambda one: one[0])
    return clause if alike / len(wanted) >= ALIKE else None


def pairs_of(text: str) -> set[str]:
    """The pairs of neighbouring characters of a text."""
    return {text[at : at + 2] for at in range(len(text) - 1)}


RULES = (TunedRule("P006", coverage), Rule("P007", without_norm))
