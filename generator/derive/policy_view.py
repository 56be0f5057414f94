"""A policy as it is read: head, chapters, penalties, rewards, authority, procedures, levels, terms and its uses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.citations import cite, cite_all, in_words, is_in_force, policy_of
from generator.derive.clause_view import ClauseView, Fact, Reading, clause_view, deadline
from generator.derive.consequences import Consequence, bounds, reward_view
from generator.derive.phrases import Words, fill, joined, link, listed
from generator.link.handbook import ApprovalMatrix, Handbook, LevelScheme, Policy, Procedure, Step, Unit
from generator.link.targets import LinkedText, Mention, Target, TargetKind


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter with its articles."""

    number: str
    title: str
    articles: tuple[ClauseView, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """Who decides a subject; each row is a case or an amount with its approvers in order."""

    id: str
    subject: str
    measure: str
    remarks: tuple[Fact, ...]
    rows: tuple[tuple[str, tuple[Mention, ...]], ...]


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of a procedure."""

    number: str
    clause: Mention
    title: str
    condition: str
    who: LinkedText
    due: LinkedText
    forms: LinkedText
    after: LinkedText


@dataclass(frozen=True, slots=True)
class ProcedureView:
    """A procedure with its steps."""

    id: str
    title: str
    remarks: tuple[Fact, ...]
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class LevelView:
    """One level of a scheme."""

    name: str
    range: str
    criterion: LinkedText
    consequence: LinkedText
    may_read: LinkedText


@dataclass(frozen=True, slots=True)
class SchemeView:
    """A classification; the flags say which columns its table needs."""

    id: str
    title: str
    measure: str
    levels: tuple[LevelView, ...]
    has_range: bool
    has_consequence: bool
    has_readers: bool


@dataclass(frozen=True, slots=True)
class TermView:
    """A term with the words that stand for it and those that must not."""

    target: Target
    name: str
    definition: LinkedText
    aliases: str
    avoid: str
    policy: LinkedText


@dataclass(frozen=True, slots=True)
class PolicyView:
    """Everything on a policy's page."""

    policy: Policy
    status: str
    in_force: bool
    head: tuple[Fact, ...]
    aliases: str
    summary: LinkedText
    chapters: tuple[ChapterView, ...]
    penalties: tuple[Consequence, ...]
    rewards: tuple[Consequence, ...]
    approvals: tuple[MatrixView, ...]
    procedures: tuple[ProcedureView, ...]
    levels: tuple[SchemeView, ...]
    terms: tuple[TermView, ...]
    uses: tuple[LinkedText, ...]


def policy_view(reading: Reading, policy: Policy) -> PolicyView:
    """A policy in words."""
    handbook, words = reading.handbook, reading.words
    return PolicyView(
        policy=policy,
        status=words["status"][policy.spec.status.value],
        in_force=is_in_force(policy),
        head=tuple(_head(handbook, policy, words)),
        aliases=words["join"]["names"].join(policy.spec.aliases),
        summary=policy.summary,
        chapters=tuple(
            ChapterView(
                chapter.number,
                chapter.spec.title,
                tuple(clause_view(reading, article, policy) for article in chapter.articles),
            )
            for chapter in policy.chapters
        ),
        penalties=tuple(reading.penalties[penalty] for penalty in policy.penalties),
        rewards=tuple(reward_view(handbook, reward, words) for reward in policy.rewards),
        approvals=tuple(_matrix(matrix, policy.units, words) for matrix in policy.approvals),
        procedures=tuple(_procedure(handbook, procedure, policy.units, words) for procedure in policy.procedures),
        levels=tuple(scheme_view(scheme, words) for scheme in policy.levels),
        terms=tuple(
            TermView(
                term.target,
                term.name,
                term.definition,
                words["join"]["names"].join(term.spec.aliases),
                words["join"]["names"].join(term.spec.avoid),
                (),
            )
            for term in policy.terms
        ),
        uses=tuple(_uses_elsewhere(handbook, policy, words)),
    )


def scheme_view(scheme: LevelScheme, words: Words) -> SchemeView:
    """A level scheme in words."""
    levels = tuple(
        LevelView(
            level.spec.name,
            bounds(level.spec, words, counted=scheme.spec.measure),
            level.criterion,
            level.consequence,
            listed(level.may_read, words),
        )
        for level in scheme.levels
    )
    return SchemeView(
        scheme.spec.id,
        scheme.spec.scheme,
        scheme.spec.measure or "",
        levels,
        any(level.range for level in levels),
        any(level.consequence for level in levels),
        any(level.may_read for level in levels),
    )


def _head(handbook: Handbook, policy: Policy, words: Words) -> Iterator[Fact]:
    spec, label = policy.spec, words["head"]
    yield Fact("owner", label["owner"], (link(policy.owner),))
    yield Fact("approver", label["approver"], (link(policy.approver),))
    yield Fact("version", label["version"], (spec.version,))
    if spec.adopted:
        yield Fact("adopted", label["adopted"], (spec.adopted.isoformat(),))
    yield Fact("effective", label["effective"], (spec.effective.isoformat(),))
    if spec.consulted:
        told = label["consulted_by"].format(body=spec.consulted.body.value, on=spec.consulted.on)
        yield Fact("consulted", label["consulted"], (told,))
    if spec.publicized:
        told = label["publicized_how"].format(how=spec.publicized.how, on=spec.publicized.on)
        yield Fact("publicized", label["publicized"], (told,))
    if spec.review_by:
        yield Fact("review", label["review_by"], (spec.review_by.isoformat(),))
    yield Fact("units", label["units"], told_units(handbook, policy.units, words))
    if policy.basis:
        laws = (
            fill(label["law"], law=(Mention(basis.law.name, basis.law.target),), article=basis.article)
            for basis in policy.basis
        )
        yield Fact("basis", label["basis"], joined(laws, words["join"]["names"]))
    if policy.supersedes:
        old = ((Mention(handbook.titles[target], target),) for target in policy.supersedes)
        yield Fact("supersedes", label["supersedes"], joined(old, words["join"]["names"]))
    if spec.total_limit:
        yield Fact("limit", label["total_limit"], (words["deadline"]["within"].format(time=spec.total_limit),))


def told_units(handbook: Handbook, units: tuple[Unit, ...], words: Words) -> LinkedText:
    """The units by name, or that it is all of them."""
    return (words["all_units"],) if units == handbook.units else listed(units, words)


def _matrix(matrix: ApprovalMatrix, units: tuple[Unit, ...], words: Words) -> MatrixView:
    spec, label = matrix.spec, words["matrix"]
    remarks = (
        Fact("propose", label["propose"], listed(matrix.propose, words)),
        Fact("separate", label["separate"], (words["join"]["names"].join(spec.separate),) if spec.separate else ()),
        Fact("units", words["fact"]["units"], listed(matrix.units, words) if matrix.units != units else ()),
    )
    rows = tuple(
        (
            bounds(tier.spec, words, counted=spec.measure) or tier.spec.case or label["always"],
            tuple(link(approver) for approver in tier.approve),
        )
        for tier in matrix.tiers
    )
    measure = spec.measure or label["case"]
    return MatrixView(spec.id, spec.subject, measure, tuple(fact for fact in remarks if fact.text), rows)


def _procedure(handbook: Handbook, procedure: Procedure, units: tuple[Unit, ...], words: Words) -> ProcedureView:
    spec, label = procedure.spec, words["procedure"]
    limit = words["deadline"]["within"].format(time=spec.total_limit) if spec.total_limit else ""
    remarks = (
        Fact("limit", words["head"]["total_limit"], (limit,) if limit else ()),
        Fact("units", words["fact"]["units"], listed(procedure.units, words) if procedure.units != units else ()),
    )
    numbers = {step.clause: label["step"].format(number=n) for n, step in enumerate(procedure.steps, start=1)}
    steps = tuple(_step(handbook, step, numbers[step.clause], words) for step in procedure.steps)
    return ProcedureView(spec.id, spec.title, tuple(fact for fact in remarks if fact.text), steps)


def _step(handbook: Handbook, step: Step, number: str, words: Words) -> StepView:
    clause, spec, policy = step.clause, step.spec, step.clause.policy.key
    within = spec.within
    return StepView(
        number=number,
        clause=cite(handbook, clause, words, within=policy),
        title=clause.spec.title or clause.label,
        condition=spec.when or "",
        who=listed(clause.who, words),
        due=(words["deadline"]["within"].format(time=within),) if within else deadline(clause, words),
        forms=listed(step.forms or clause.forms, words),
        after=cite_all(handbook, [earlier.target for earlier in step.after], words, within=policy),
    )


def _uses_elsewhere(handbook: Handbook, policy: Policy, words: Words) -> Iterator[LinkedText]:
    """Where other policies, forms and roles name this policy or one of its clauses."""
    targets = (policy.target, *(Target(TargetKind.CLAUSE, key) for key in _keys_of(policy)))
    users = dict.fromkeys(use.by for target in targets for use in handbook.uses.get(target, ()))
    for user in users:
        own = user == policy.target or (user.kind is TargetKind.CLAUSE and policy_of(handbook, user) is policy)
        if not own:
            yield in_words(handbook, user, words)


def _keys_of(policy: Policy) -> Iterator[str]:
    waiting = [article for chapter in policy.chapters for article in chapter.articles]
    while waiting:
        clause = waiting.pop(0)
        yield clause.key
        waiting.extend(clause.items)
