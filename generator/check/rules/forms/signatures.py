"""Whether the sign-off row of a form is that of its chain of approval."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.forms.bearers import BearerNames, is_known, may_be
from generator.check.rules.forms.fields import fields_of
from generator.check.rules.forms.told_approvals import Chain, Choice, told_approvals
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Bearer, Form, Handbook, Signature
from generator.model import FieldType, Organization, Policy
from generator.read.marks import Place


def labels_and_signers(handbook: Handbook) -> Iterator[Diagnostic]:
    """F021: a box whose label names somebody else than those who sign in it, or whom nobody is to sign in."""
    names = BearerNames(handbook)
    for form in handbook.forms:
        for signature in form.signatures:
            named = names.standing_alone(signature.spec.label)
            label = signature.spec.label
            if named and not signature.spec.who:
                yield finding("F021", signature.spec.at("label"), "nobody", label=label, name=named[0].name)
                continue
            strange = next((one for one in named if is_known(one) and not _signs(signature, one)), None)
            if strange and signature.who:
                who = "、".join(one.name for one in signature.who)
                yield finding("F021", signature.spec.at("who", 0), label=label, name=strange.name, who=who)


def _signs(signature: Signature, bearer: Bearer) -> bool:
    return any(may_be(one, bearer) for one in signature.who)


def approvers_without_box(handbook: Handbook) -> Iterator[Diagnostic]:
    """F022: somebody whom a text or a matrix lets approve with the form has no box to sign in."""
    names = BearerNames(handbook)
    for chain in told_approvals(handbook):
        for position, choice in enumerate(chain.approvers):
            if not _has_room(chain.form, choice, names):
                approver = "或者".join(one.name for one in choice)
                related = (Related(chain.place, "approval"),)
                place = _where_it_belongs(chain, position)
                yield finding("F022", place, related=related, form=chain.form.name, approver=approver)


def _has_room(form: Form, choice: Choice, names: BearerNames) -> bool:
    """Whether one of these may sign somewhere: in a box that is theirs or names them, or in a field to sign in."""
    for signature in form.signatures:
        labelled = names.within(signature.spec.label)
        if any(_signs(signature, one) or one in labelled for one in choice):
            return True
    titles = [one.name[-2:] for one in choice]
    return any(title in label for label in _signed_fields(form) for title in titles)


def _signed_fields(form: Form) -> Iterator[str]:
    """The labels of the fields that are signed, and of the columns where the form is but a list of signed rows."""
    fields = tuple(fields_of(form))
    for field in fields:
        if field.type is FieldType.SIGNATURE:
            yield field.label
        for column in field.columns if len(fields) == 1 else ():
            if column.type is FieldType.SIGNATURE:
                yield column.label


def _where_it_belongs(chain: Chain, position: int) -> Place:
    """The box of the one who signs before, else of the one after, else the last box or field of the form."""
    signatures = chain.form.signatures
    for neighbour in (*reversed(chain.approvers[:position]), *chain.approvers[position + 1 :]):
        for signature in signatures:
            if any(_signs(signature, one) for one in neighbour):
                return signature.spec.at("label")
    if signatures:
        return signatures[-1].spec.at("label")
    last = len(chain.form.spec.sections) - 1
    return chain.form.spec.at("sections", last, "fields", len(chain.form.spec.sections[last].fields) - 1)


def order_of_boxes(handbook: Handbook) -> Iterator[Diagnostic]:
    """F023: a box stands before that of the one who has to sign earlier."""
    told = set[tuple[str, int]]()
    for chain in told_approvals(handbook):
        if not chain.ordered or len(chain.approvers) < 2:
            continue
        boxes = [_box(chain.form, choice) for choice in chain.approvers]
        for (earlier, first), (later, second) in zip(
            zip(boxes, chain.approvers, strict=True), zip(boxes[1:], chain.approvers[1:], strict=True), strict=False
        ):
            if earlier is None or later is None or earlier <= later or (chain.form.id, later) in told:
                continue
            told.add((chain.form.id, later))
            related = (Related(chain.place, "approval"),)
            place = chain.form.signatures[later].spec.at("label")
            yield finding("F023", place, related=related, first=first[0].name, second=second[0].name)


def _box(form: Form, choice: Choice) -> int | None:
    """The position of the first box that is exactly one of these people's."""
    for position, signature in enumerate(form.signatures):
        if any(one in choice for one in signature.who):
            return position
    return None


RULES = (
    Rule("F021", labels_and_signers, frozenset({Organization})),
    Rule("F022", approvers_without_box, frozenset({Organization, Policy})),
    Rule("F023", order_of_boxes, frozenset({Organization, Policy})),
)
