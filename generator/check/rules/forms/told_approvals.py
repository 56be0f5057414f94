"""Who must sign a form: the chains of approvers that clauses, approval matrices and the form itself tell."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.check.rules.forms.bearers import BearerNames, is_known, may_be
from generator.check.rules.forms.mentions import forms_named
from generator.link.handbook import ApprovalMatrix, Bearer, Clause, Form, Handbook, Policy
from generator.link.targets import plain
from generator.read.marks import Place

_ACT = re.compile("签[字名署章批]|会签|核[签准决阅]|盖章|批[准示复]|审[批核]|同意|认可")
_FILLERS = ("应当", "必须", "须", "可以", "分别", "依次", "书面", "于当日", "当日", "代为")
_IN_THE_FORM = re.compile("[，,]?(?:应当|必须|须|可以)?(?:于当日|当日)?在《[^《》]+》上$")
_AND = re.compile("(、|和|与|及|以及|或者|或)$")
_SENTENCE = re.compile("[^。；]+")
_FOR_APPROVAL = ("申请", "审批", "请假", "签呈", "报批", "呈批")

Choice = tuple[Bearer, ...]
"""Those of whom one is enough."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Who approves with a form, in order if `ordered`, and where that is told."""

    form: Form
    approvers: tuple[Choice, ...]
    place: Place
    ordered: bool


@lru_cache(maxsize=1)
def told_approvals(handbook: Handbook) -> tuple[Chain, ...]:
    """Every chain that is told anywhere; read once for all rules."""
    names = BearerNames(handbook)
    using: defaultdict[str, list[Clause]] = defaultdict(list)
    for clause in handbook.clauses.values():
        if clause.forms:
            using[clause.policy.key].append(clause)
    return (
        *(chain for clauses in using.values() for clause in clauses for chain in _in_clause(clause, handbook, names)),
        *(chain for form in handbook.forms for chain in _on_form(form, names)),
        *(chain for policy in handbook.policies for chain in _in_matrices(policy, using.get(policy.id, []))),
    )


def _in_clause(clause: Clause, handbook: Handbook, names: BearerNames) -> Iterator[Chain]:
    """The chains of a clause that uses forms, each for the forms its sentence names, else for the only form."""
    text = clause.spec.text
    if not _ACT.search(text):
        return
    named = {mention: form for mention, form in forms_named(clause.text, handbook) if form in clause.forms}
    for sentence in _SENTENCE.finditer(text):
        acts = list(_ACT.finditer(sentence[0]))
        if not acts:
            continue
        here = [form for mention, form in named.items() if mention in sentence[0]]
        forms = here or (clause.forms if len(clause.forms) == 1 else ())
        for act in acts if forms else ():
            if not here and act[0][0] != "签" and not _is_by_bearer(clause, sentence[0], act):
                continue
            before = sentence[0][: act.start()]
            approvers = _chain_before(before, names) or _bearers_signing(clause, before, act, names)
            for form in forms if approvers else ():
                yield Chain(form, approvers, clause.spec.at("text"), "依次" in before)


def _chain_before(text: str, names: BearerNames) -> tuple[Choice, ...]:
    """The people named right before the end of a text, such as 甲、乙或者丙."""
    end = len(text)
    while text.endswith(_FILLERS, 0, end):
        end -= next(len(one) for one in _FILLERS if text.endswith(one, 0, end))
    chain: list[Choice] = []
    joined_by_or = False
    while named := names.ending_at(text, end):
        start, bearer = named
        if not is_known(bearer):
            break
        chain[:1] = [(bearer, *chain[0])] if joined_by_or else [(bearer,), *chain[:1]]
        link = _AND.search(text, max(start - 2, 0), start)
        if not link:
            break
        joined_by_or = "或" in link[1]
        end = link.start()
    return tuple(chain)


def _is_by_bearer(clause: Clause, sentence: str, act: re.Match[str]) -> bool:
    """Whether the sentence says that its own bearers decide: it begins with them and ends with the act."""
    return act.end() == len(sentence) and any(sentence.startswith(one.name) for one in clause.who)


def _bearers_signing(clause: Clause, before: str, act: re.Match[str], names: BearerNames) -> tuple[Choice, ...]:
    """Those who sign *on* the form (在《…》上签字), or the bearers of a clause who decide."""
    on_form = _IN_THE_FORM.search(before) if before.endswith("》上") else None
    if on_form:
        return _chain_before(before[: on_form.start()], names) or ((clause.who,) if clause.who else ())
    if _is_by_bearer(clause, act.string, act):
        return tuple((one,) for one in clause.who)
    return ()


def _on_form(form: Form, names: BearerNames) -> Iterator[Chain]:
    """The chains that the purpose and the notes of a form tell."""
    texts = [(plain(form.purpose), form.spec.at("purpose"))]
    texts += [(plain(note), form.spec.at("notes", position)) for position, note in enumerate(form.notes)]
    for text, place in texts:
        for act in _ACT.finditer(text):
            approvers = _chain_before(text[: act.start()], names)
            if approvers:
                yield Chain(form, approvers, place, ordered=False)


def _in_matrices(policy: Policy, clauses: Sequence[Clause]) -> Iterator[Chain]:
    """The chains of the approval matrices about a form: by its name, or by what its applicants propose."""
    for matrix in policy.approvals if clauses else ():
        used = {form.id: form for clause in clauses for form in clause.forms}
        applied = [form for form in used.values() if _applies_for(form, matrix, clauses)]
        for position, tier in enumerate(matrix.tiers):
            place = matrix.spec.at("tiers", position, "approve")
            told = f"{matrix.spec.subject}{tier.spec.case or ''}"
            named = [form for form in used.values() if form.name in told]
            for form in {form.id: form for form in (*named, *applied)}.values():
                yield Chain(form, tuple((one,) for one in tier.approve), place, ordered=True)


def _applies_for(form: Form, matrix: ApprovalMatrix, clauses: Sequence[Clause]) -> bool:
    """Whether a form is the application that a matrix decides: filled in by its proposers, from the same source."""
    return any(word in form.name for word in _FOR_APPROVAL) and any(
        form in clause.forms
        and not set(clause.spec.source).isdisjoint(matrix.spec.source)
        and any(may_be(one, other) for one in clause.who for other in matrix.propose)
        for clause in clauses
    )
