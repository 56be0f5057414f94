"""A clause as it is read: its number, its text, and beside it what it asks of whom, by when and with which form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.derive.citations import cite_all
from generator.derive.consequences import Consequence, penalty_views, reward_view
from generator.derive.phrases import Words, fill, joined, link, listed
from generator.link.handbook import Clause, Handbook, Penalty, Policy
from generator.link.targets import LinkedText, Mention, Target
from generator.model import Kind, Limit
from generator.quantities import Duration
from generator.quantities import Unit as TimeUnit

_PLAIN_KINDS = frozenset({Kind.DUTY, Kind.STATEMENT})


class Fact(NamedTuple):
    """One thing that a clause fixes; `name` tells the facts apart whatever the language."""

    name: str
    label: str
    text: LinkedText


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause with its facts; `search` has other words that people look for it with."""

    id: str
    kind: str
    kind_label: str
    number: str
    title: str
    text: LinkedText
    facts: tuple[Fact, ...]
    penalties: tuple[Consequence, ...]
    rewards: tuple[Consequence, ...]
    remarks: tuple[Fact, ...]
    sources: str
    search: str
    items: tuple[ClauseView, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the views of all clauses need, worked out once: other names to search by, and the penalties in words."""

    handbook: Handbook
    words: Words
    aliases: dict[Target, str]
    penalties: dict[Penalty, Consequence]


def reading(handbook: Handbook, words: Words) -> Reading:
    """Begin to read a handbook."""
    return Reading(handbook, words, search_aliases(handbook), penalty_views(handbook, words))


def clause_view(reading: Reading, clause: Clause, within: Policy | Clause) -> ClauseView:
    """A clause in words; of what it stands `within` it repeats neither the bearers nor the units."""
    handbook, words, spec = reading.handbook, reading.words, clause.spec
    penalties = handbook.penalties_of.get(clause.target, ())
    if clause.penalty is not None and clause.penalty not in penalties:
        penalties = (clause.penalty, *penalties)
    rewards = handbook.rewards_of.get(clause.target, ())
    if clause.reward is not None and clause.reward not in rewards:
        rewards = (clause.reward, *rewards)
    return ClauseView(
        id=spec.id,
        kind=spec.kind.value,
        kind_label="" if spec.kind in _PLAIN_KINDS else words["kind"][spec.kind.value],
        number=clause.number,
        title=spec.title or "",
        text=clause.text,
        facts=tuple(clause_facts(handbook, clause, within, words)),
        penalties=tuple(reading.penalties[penalty] for penalty in penalties),
        rewards=tuple(reward_view(handbook, reward, words) for reward in rewards),
        remarks=tuple(_remarks(handbook, clause, words)),
        sources=_sources(clause, words) if clause.depth == 0 else "",
        search=_search_words(clause, reading.aliases) if clause.depth == 0 else "",
        items=tuple(clause_view(reading, item, clause) for item in clause.items),
    )


def clause_facts(handbook: Handbook, clause: Clause, within: Policy | Clause, words: Words) -> Iterator[Fact]:
    """What a clause fixes beside its text, in the order a reader asks for it."""
    spec = clause.spec
    known = within.who if isinstance(within, Clause) else ()
    told = {
        "who": listed(clause.who, words) if clause.who != known else (),
        "when": _as_written(spec.when),
        "deadline": deadline(clause, words),
        "frequency": _as_written(spec.every),
        "after": cite_all(handbook, clause.after, words, within=clause.policy.key),
        "form": listed(clause.forms, words),
        "to": listed(clause.to, words),
        "with": listed(clause.with_, words),
        "record": _record(clause, words),
        "units": listed(clause.units, words) if clause.units != within.units else (),
    }
    for name, text in told.items():
        if text:
            yield Fact(name, words["fact"][name], text)
    for limit in spec.limits:
        yield Fact("limit", limit.of, (_limit(limit, words),))


def deadline(clause: Clause, words: Words) -> LinkedText:
    """By when: within a time, or ahead of an event."""
    spec, told = clause.spec, words["deadline"]
    parts: list[LinkedText] = []
    if spec.within:
        parts.append((told["at" if _is_moment(spec.within) else "within"].format(time=spec.within),))
    if spec.ahead and spec.before:
        parts.append((told["ahead_of"].format(event=spec.before, time=spec.ahead),))
    elif spec.ahead:
        parts.append((told["ahead"].format(time=spec.ahead),))
    elif spec.before:
        parts.append((told["before"].format(event=spec.before),))
    return joined(parts, words["join"]["parts"])


def search_aliases(handbook: Handbook) -> dict[Target, str]:
    """The other names of everything that has some, to be found by them."""
    named: Iterable[tuple[Target, tuple[str, ...]]] = (
        *((unit.target, unit.spec.aliases) for unit in handbook.units),
        *((department.target, department.spec.aliases) for department in handbook.departments),
        *((role.target, role.spec.aliases) for role in handbook.roles),
        *((group.target, group.spec.aliases) for group in handbook.groups),
        *((form.target, (*form.spec.aliases, form.spec.code)) for form in handbook.forms),
        *((policy.target, policy.spec.aliases) for policy in handbook.policies),
        *((term.target, (*term.spec.aliases, *term.spec.avoid)) for term in handbook.terms),
        *((law.target, law.spec.aliases) for law in handbook.laws),
        *((measure.target, measure.spec.aliases) for measure in handbook.measures),
    )
    return {target: " ".join(aliases) for target, aliases in named if aliases}


def _as_written(value: object | None) -> LinkedText:
    return () if value is None else (str(value),)


def _is_moment(time: Duration) -> bool:
    return time.high == 0 or time.unit is TimeUnit.DAY_END


def _record(clause: Clause, words: Words) -> LinkedText:
    record, told = clause.spec.record, words["record"]
    if record is None:
        return ()
    keeper = listed((clause.keeper,), words) if clause.keeper else (record.keeper,)
    if record.retention is None:
        return fill(told["kept"], name=record.name, keeper=keeper)
    return fill(told["kept_for"], name=record.name, keeper=keeper, retention=str(record.retention))


def _limit(limit: Limit, words: Words) -> str:
    told = words["limit"]
    if limit.exactly:
        return str(limit.exactly)
    if limit.at_least and limit.at_most:
        return str(told["between"].format(least=limit.at_least, most=limit.at_most))
    bounds = ((key, getattr(limit, key)) for key in ("at_least", "over", "at_most", "under"))
    return str(told["both"]).join(told[key].format(bound=bound) for key, bound in bounds if bound)


def _remarks(handbook: Handbook, clause: Clause, words: Words) -> Iterator[Fact]:
    told, spec = words["remark"], clause.spec
    if spec.added:
        yield Fact("added", told["added"], (spec.added,))
    if adapted := spec.adapted:
        law = next((law for law in handbook.laws if adapted.law in (law.name, *law.spec.aliases)), None)
        cited: LinkedText = (link(law),) if law else (adapted.law,)
        text = fill(told["adaptation"], law=cited, article=adapted.article, was=adapted.was)
        yield Fact("adapted", told["adapted"], text)


def _sources(article: Clause, words: Words) -> str:
    """The paragraphs that an article and its items restate."""
    told = words["source"]
    cited = (
        told.format(number=clause.number, ids=" ".join(clause.spec.source))
        for clause in article.with_items()
        if clause.spec.source
    )
    return str(words["join"]["parts"].join(cited))


def _search_words(article: Clause, aliases: dict[Target, str]) -> str:
    """Other names of what an article and its items name: search finds articles, not items."""
    targets: dict[Target, None] = {}
    for clause in article.with_items():
        targets.update(dict.fromkeys(span.target for span in clause.text if isinstance(span, Mention)))
        targets.update(dict.fromkeys(thing.target for thing in (*clause.who, *clause.forms)))
    return " ".join(aliases[target] for target in targets if target in aliases)
