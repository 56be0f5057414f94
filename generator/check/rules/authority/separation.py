"""Whether nobody approves, pays or books what they began themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.apart import are_far_apart
from generator.check.rules.authority.chains import every_matrix
from generator.check.rules.authority.signatures import DecidingBoxes, approves, is_internal
from generator.check.rules.penalties.every import every_penalty
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.check.seniority import Seniority, roles_in
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import ApprovalMatrix, Bearer, Clause, Group, Handbook
from generator.model import Kind
from generator.read.marks import Place

_TITLE = re.compile(r"《[^》]*》")
_ABOUT_SELF = re.compile(r"不在|请假|出差|缺席|本人|自己|被|违反|未|没有依")
_OWN = re.compile(
    r"(?:批准|审批|核准|核决)(?:本人|自己)(?!的?(?:部门|下属|直属|所属|以外))"
    r"|(?:批准|审批|核准|核决)[^，。；]{0,2}(?:本人|自己)经办"
    r"|(?:自行|自己)(?:[^，。；]{0,6}并)?(?:批准|审批|核准|付款并)"
)
_FORBIDDEN = re.compile("不得|不能|不可|禁止|严禁|不应|无权")
_ASKS = re.compile(r"填写|申请|报请|提请|提交")
_DECIDES = re.compile(r"批准|同意|签字|签署|核准|审批|审核|核签|评估|评分")


def proposer_approves(handbook: Handbook) -> Iterator[Diagnostic]:
    """A006: who proposes also approves; a separation of one step only."""
    for matrix in every_matrix(handbook):
        spec = matrix.spec
        if len(spec.separate) == 1:
            yield finding("A006", spec.at("separate"), "single", step=spec.separate[0])
        for tier in matrix.tiers:
            for at, approver in enumerate(tier.approve):
                proposes = next((n for n, one in enumerate(matrix.propose) if _may_be_one(one, approver)), None)
                if proposes is not None:
                    yield from _one_man(matrix, proposes, tier.spec.at("approve", at), approver)


def _one_man(matrix: ApprovalMatrix, proposes: int, approves: Place, who: Bearer) -> Iterator[Diagnostic]:
    """The finding where he approves, and where he proposes too if that is out of sight."""
    spec = matrix.spec
    place = spec.at("propose", proposes)
    yield finding("A006", approves, related=(Related(place, "proposes"),), who=who.name, subject=spec.subject)
    if are_far_apart(place, approves):
        yield finding("A006", place, related=(Related(approves, "approval"),), who=who.name, subject=spec.subject)


def _may_be_one(one: Bearer, other: Bearer) -> bool:
    """Whether both are the same, or one is a post that belongs to the other, a group of a few posts."""
    if one is other:
        return True
    if isinstance(one, Group) == isinstance(other, Group):
        return False
    group = one if isinstance(one, Group) else other
    if isinstance(group, Group) and (group.spec.everyone or group.spec.heads):
        return False
    return bool(roles_in(one) & roles_in(other))


def signs_twice(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A013: somebody signs a form as the one who fills it in or hands it on, and again as the one who decides."""
    boxes = DecidingBoxes(handbook, options.words)
    for form in handbook.forms:
        deciding = boxes.of(form)
        for at, box in enumerate(form.signatures):
            if at not in deciding:
                continue
            for earlier in form.signatures[:at]:
                both = [who for who in box.who if who in earlier.who and _is_one_post(who, box.spec.label)]
                if both:
                    place = box.spec.at("who", box.who.index(both[0]))
                    related = (Related(earlier.spec.at("who"), "signs_first"),)
                    yield finding(
                        "A013", place, related=related, who=both[0].name, label=box.spec.label, first=earlier.spec.label
                    )
                    break


def _is_one_post(who: Bearer, label: str) -> bool:
    """Whether it is the same person in both boxes; of two heads each may sign for a department of his own."""
    return is_internal(who) or (isinstance(who, Group) and who.spec.heads and "部门" not in label)


def cash_and_books(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A007: who keeps the cash also keeps the books, audits or files them."""
    cashiers = {role for role in handbook.roles if "出纳" in role.name or "收银" in role.name}
    for clause in handbook.clauses.values() if cashiers else ():
        if clause.spec.kind is Kind.PROHIBITION or not cashiers.intersection(clause.who):
            continue
        word = next((word for word in options.words if word in clause.spec.text), None)
        who = next(one for one in clause.who if one in cashiers)
        if word is not None:
            spec = clause.spec if clause.spec.who else None
            place = spec.at("who") if spec else clause.spec.at("text")
            yield finding("A007", place, who=who.name, task=word)


def self_approval(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A008: somebody approves or punishes themselves."""
    decides = _approvers(handbook, options.words)
    for clause in handbook.clauses.values():
        if clause.forms and clause.spec.who and len(clause.who) == 1:
            yield from _own_application(clause, decides)
        yield from _told_plainly(clause)
    for matrix in every_matrix(handbook):
        yield from _own_case(matrix)
    for penalty in every_penalty(handbook):
        both = next((at for at, who in enumerate(penalty.decided_by) if who in penalty.who), None)
        if both is not None and penalty.spec.decided_by:
            place = penalty.spec.at("decided_by", both)
            yield finding("A008", place, "penalty", who=penalty.decided_by[both].name)


def _told_plainly(clause: Clause) -> Iterator[Diagnostic]:
    """A text that lets somebody approve what is their own."""
    text = clause.spec.text
    if clause.spec.kind is Kind.PROHIBITION or not ("本人" in text or "自己" in text or "自行" in text):
        return
    match = _OWN.search(text)
    if match and not _FORBIDDEN.search(text, 0, match.start()):
        yield finding("A008", clause.spec.at("text"), "text", focus=match[0], words=match[0])


def _own_case(matrix: ApprovalMatrix) -> Iterator[Diagnostic]:
    """Somebody who decides a case about themselves, or one in which they are away."""
    for tier in matrix.tiers:
        for at, approver in enumerate(tier.approve):
            case = tier.spec.case or ""
            name = next((name for name in (approver.name, *approver.spec.aliases) if case.startswith(name)), None)
            if name and (about := _ABOUT_SELF.match(case, len(name))):
                variant = "away" if about[0].startswith(("不在", "请假", "出差", "缺席")) else "case"
                yield finding("A008", tier.spec.at("approve", at), variant, who=approver.name, case=case)


def _approvers(handbook: Handbook, words: Sequence[str]) -> dict[str, tuple[Bearer, ...]]:
    """By form, those who alone sign a box in which the form is approved."""
    seniority = Seniority(handbook)
    boxes = DecidingBoxes(handbook, words)
    return {
        form.id: tuple(
            form.signatures[at].who[0]
            for at in sorted(boxes.of(form))
            if approves(form.signatures[at], words, seniority)
        )
        for form in handbook.forms
    }


def _own_application(clause: Clause, decides: dict[str, tuple[Bearer, ...]]) -> Iterator[Diagnostic]:
    (bearer,) = clause.who
    text = _TITLE.sub("", clause.spec.text)
    if not is_internal(bearer) or not _ASKS.search(text) or _DECIDES.search(text):
        return
    form = next((form for form in clause.forms if bearer in decides[form.id]), None)
    if form is not None:
        yield finding("A008", clause.spec.at("who"), who=bearer.name, form=form.name)


RULES = (
    Rule("A006", proposer_approves),
    TunedRule("A007", cash_and_books),
    TunedRule("A008", self_approval),
    TunedRule("A013", signs_twice),
)
