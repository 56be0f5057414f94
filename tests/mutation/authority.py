"""Approvals: who initiates, who approves, from which amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from random import Random

from generator.link.handbook import Unit
from tests.mutation.book import Book, Policy
from tests.mutation.fault import Edit, Fault, kind
from tests.mutation.tree import Thing


def _matrices(book: Book) -> Iterator[tuple[Policy, Thing]]:
    for policy in book.policies:
        for matrix in policy.thing.things("approvals"):
            yield policy, matrix


def approver_is_the_initiator(book: Book, chance: Random) -> Iterator[Fault]:
    for _, matrix in _matrices(book):
        proposers = matrix.texts("propose")
        for tier in matrix.things("tiers"):
            for word in tier.words("approve"):
                if proposers and word.text not in proposers:
                    yield word.becomes(chance.choice(proposers))


def initiator_is_the_approver(book: Book, chance: Random) -> Iterator[Fault]:
    for _, matrix in _matrices(book):
        approvers = [name for tier in matrix.things("tiers") for name in tier.texts("approve")]
        for word in matrix.words("propose")[:1]:
            if approvers and word.text not in approvers:
                yield word.becomes(chance.choice(approvers))


def approver_is_a_subordinate(book: Book, chance: Random) -> Iterator[Fault]:
    """Somebody below the one who proposes approves."""
    for _, matrix in _matrices(book):
        below = [role for name in matrix.texts("propose") for role in _below(book, name)]
        for tier in matrix.things("tiers"):
            for word in tier.words("approve")[-1:]:
                if below and word.text not in below:
                    yield word.becomes(chance.choice(below))


def _below(book: Book, name: str) -> list[str]:
    """Who reports to a role, or to the head of a department."""
    head = next((d.get("head") for d in book.departments if d.get("name") == name), name)
    return book.subordinates(head)


def approver_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for policy, matrix in _matrices(book):
        others = book.elsewhere(_units(book, policy, matrix))
        for tier in matrix.things("tiers"):
            for word in tier.words("approve")[:1]:
                yield word.becomes(chance.choice(others))


def proposer_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for policy, matrix in _matrices(book):
        for word in matrix.words("propose")[:1]:
            yield word.becomes(chance.choice(book.elsewhere(_units(book, policy, matrix))))


def _units(book: Book, policy: Policy, matrix: Thing) -> Iterable[Unit]:
    names = matrix.texts("applies_to")
    return [unit for unit in book.handbook.units if unit.name in names] or policy.linked.units


def policy_approver_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        others = book.elsewhere(policy.linked.units)
        for key in ("approver", "owner"):
            word = policy.thing.word(key)
            names = [name for name in others if key == "approver" or name.endswith(("部", "室"))]
            if word and names:
                yield word.becomes(chance.choice(names))


def chain_upside_down(book: Book, chance: Random) -> Iterator[Fault]:
    """The superior approves before the subordinate."""
    for _, matrix in _matrices(book):
        for tier in matrix.things("tiers"):
            words = tier.words("approve")
            for first, second in pairwise(words):
                if book.superior(first.text) and _is_above(book, second.text, first.text):
                    edits = (first.edit(second.text), second.edit(first.text))
                    yield Fault(edits, f"{first.text}, {second.text}", f"{second.text}, {first.text}")


def _is_above(book: Book, upper: str, lower: str) -> bool:
    name = book.superior(lower)
    while name and name != upper:
        name = book.superior(name)
    return name == upper


def approver_named_twice(book: Book, chance: Random) -> Iterator[Fault]:
    for _, matrix in _matrices(book):
        for tier in matrix.things("tiers"):
            words = tier.words("approve")
            for first, second in pairwise(words):
                yield second.becomes(first.text)


def link_of_chain_dropped(book: Book, chance: Random) -> Iterator[Fault]:
    """A level that the tier below has is skipped, though the others go step by step.

    In other matrices the higher decide alone, or one case simply needs fewer people than another.
    """
    for _, matrix in _matrices(book):
        tiers = matrix.things("tiers")
        steps = [(set(one.texts("approve")), set(other.texts("approve"))) for one, other in pairwise(tiers)]
        for at, (before, tier) in enumerate(pairwise(tiers)):
            words, lower = tier.words("approve"), before.texts("approve")
            others = steps[:at] + steps[at + 2 :]
            is_chain = any(one < other for one, other in others)
            for position, word in enumerate(words[:-1]):
                reports = position > 0 and book.superior(words[position - 1].text) == word.text
                if word.text in lower and (is_chain or reports):
                    after = words[position + 1]
                    yield Fault((Edit(word.file, word.start, after.start, ""),), word.text, "")


_NEW = {
    "gap": ("{below: 1000 元, approve: #1}", "{from: 2000 元, approve: #2}"),
    "overlap": ("{below: 5000 元, approve: #1}", "{from: 3000 元, approve: #2}"),
    "open": ("{below: 1000 元, approve: #1}", "{from: 1000 元, below: 50000 元, approve: #2}"),
    "lower": ("{below: 1000 元, approve: #2}", "{from: 1000 元, approve: #1}"),
    "bottom": ("{from: 500 元, below: 1000 元, approve: #1}", "{from: 1000 元, approve: #2}"),
    "units": ("{below: 1000 元, approve: #1}", "{from: 1000 次, approve: #2}"),
    "order": (
        "{below: 5000 元, approve: #1}",
        "{from: 5000 元, below: 3000 元, approve: #2}",
        "{from: 5000 元, approve: #2}",
    ),
}


def _amounts(book: Book) -> Iterator[list[Thing]]:
    """The tiers of matrices that have bounds."""
    for _, matrix in _matrices(book):
        tiers = matrix.things("tiers")
        if len(tiers) > 1 and any("from" in tier or "over" in tier for tier in tiers):
            yield tiers


def _added_matrix(book: Book, chance: Random, sort: str) -> Iterator[Fault]:
    """A matrix of amounts with one fault in its tiers, behind each matrix and each policy's last procedure."""
    subject = chance.choice(["办公设备采购", "业务招待费", "对外捐赠", "零星维修费"])
    for policy, matrix in _matrices(book):
        head = book.handbook.head_of.get(policy.linked.owner)
        top = policy.thing.get("approver")
        if head is None or top == head.name or matrix.node.flow_style:
            continue
        tiers = [tier.replace("#1", head.name).replace("#2", top) for tier in _NEW[sort]]
        staff = book.subordinates(head.name)
        lines = [
            f"id: spending-{sort}",
            f"subject: {subject}",
            "measure: 单笔金额",
            *([f"propose: {staff[0]}"] if staff else []),
            "tiers:",
            *(f"  - {tier}" for tier in tiers),
            "added: 补充说明。",
        ]
        indent = " " * (matrix.node.start_mark.column + 2)
        new = matrix.followed_by(*lines, wrong="\n".join(f"{indent}- {tier}" for tier in tiers))
        yield Fault((new,), "", " ".join(tiers))


def matrix_with_gap(book: Book, chance: Random) -> Iterator[Fault]:
    yield from (tier.gone() for tiers in _amounts(book) for tier in tiers[1:-1])
    yield from _added_matrix(book, chance, "gap")


def matrix_with_overlap(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _added_matrix(book, chance, "overlap")


def matrix_without_top(book: Book, chance: Random) -> Iterator[Fault]:
    yield from (tiers[-1].gone() for tiers in _amounts(book))
    yield from _added_matrix(book, chance, "open")


def matrix_without_bottom(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _added_matrix(book, chance, "bottom")


def matrix_with_higher_decided_lower(book: Book, chance: Random) -> Iterator[Fault]:
    for tiers in _amounts(book):
        words, lowest = tiers[-1].words("approve"), tiers[0].texts("approve")
        yield from (word.becomes(lowest[0]) for word in words[-1:] if word.text not in lowest)
    yield from _added_matrix(book, chance, "lower")


def matrix_with_mixed_units(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _added_matrix(book, chance, "units")


def matrix_out_of_order(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _added_matrix(book, chance, "order")


def threshold_differs_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    """A clause tells from which amount the top decides, the matrix has another amount."""
    yield from _spending(book, "below: 3000 元", "from: 3000 元")


def threshold_included_in_the_other_tier(book: Book, chance: Random) -> Iterator[Fault]:
    """A clause tells that the top decides the very amount, the matrix leaves it to the head."""
    yield from _spending(book, "up_to: 5000 元", "over: 5000 元")


def _spending(book: Book, end: str, start: str) -> Iterator[Fault]:
    for policy, matrix in _matrices(book):
        head = book.handbook.head_of.get(policy.linked.owner)
        top = policy.thing.get("approver")
        article = policy.articles[-1]
        if head is None or top == head.name or article.thing.node.flow_style:
            continue
        staff = book.subordinates(head.name)
        clause = article.thing.followed_by(
            "id: spending-rule",
            "kind: standard",
            f"who: {head.name}",
            f"text: 单笔业务招待费在 5000 元以上的由{top}批准，不满 5000 元的由{head.name}批准。",
            "limits: [{of: 由上一级批准的单笔业务招待费, at_least: 5000 元}]",
            "added: 补充说明。",
        )
        new = matrix.followed_by(
            "id: spending",
            "subject: 业务招待费",
            "measure: 单笔金额",
            *([f"propose: {staff[0]}"] if staff else []),
            f"tiers: [{{{end}, approve: {head.name}}}, {{{start}, approve: {top}}}]",
            "added: 补充说明。",
        )
        yield Fault((clause, new), "5000 元以上", start)


def signer_is_the_initiator(book: Book, chance: Random) -> Iterator[Fault]:
    """The first who signs also signs as the one who approves."""
    for form in book.forms:
        boxes = form.things("signatures")
        for box in boxes[1:]:
            words = box.words("who")
            approves = any(word in box.get("label") for word in ("批", "核", "审"))
            names = boxes[0].texts("who")
            if approves and names and len(words) == 1 and words[0].text not in names:
                yield words[0].becomes(names[0])


def matrix_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    """A matrix applies where its policy does not."""
    for policy, matrix in _matrices(book):
        names = [unit.name for unit in book.handbook.units if unit not in policy.linked.units]
        if "applies_to" not in matrix and names and not matrix.node.flow_style:
            line = f"applies_to: [{chance.choice(names)}]"
            yield Fault((matrix.put(line),), "", line)


def policy_approved_by_a_subordinate(book: Book, chance: Random) -> Iterator[Fault]:
    """Somebody under the head of the owning department approves the policy."""
    for policy in book.policies:
        head = book.handbook.head_of.get(policy.linked.owner)
        for word in policy.thing.words("approver") if head else ():
            yield from (word.becomes(name) for name in book.subordinates(head.name if head else ""))


_ALONE = (
    "{0}应当自行申请并批准本人的费用报销。",
    "{0}应当审核并批准本人经办的付款申请。",
    "{0}应当开具付款单，自行付款并记账。",
    "{0}可以审批自己的出差申请。",
)


def self_approval_told(book: Book, chance: Random) -> Iterator[Fault]:
    """A clause lets somebody approve what is their own."""
    for policy in book.policies:
        article = policy.articles[-1]
        head = book.handbook.head_of.get(policy.linked.owner)
        if head and not article.thing.node.flow_style:
            for text in _ALONE:
                lines = ("id: alone", "kind: duty", f"who: {head.name}", f"text: {text.format(head.name)}")
                yield Fault((article.thing.followed_by(*lines, "added: 补充说明。"),), "", text)


KINDS = (
    kind(approver_is_the_initiator, "A006", "Whoever proposes also approves."),
    kind(initiator_is_the_approver, "A006", "Whoever approves also proposes."),
    kind(approver_is_a_subordinate, "A003", "The proposer's subordinate approves."),
    kind(approver_of_another_unit, "A005", "Somebody of another unit approves."),
    kind(proposer_of_another_unit, "A005", "Somebody of another unit proposes."),
    kind(policy_approver_of_another_unit, "A005 D009", "A policy's owner or approver is of another unit."),
    kind(chain_upside_down, "A003", "The superior approves before the subordinate."),
    kind(approver_named_twice, "R015", "The same role twice in one chain."),
    kind(link_of_chain_dropped, "A004 A012", "A chain skips a level."),
    kind(matrix_with_gap, "A001", "A matrix with a gap."),
    kind(matrix_with_overlap, "A001", "A matrix with an overlap."),
    kind(matrix_without_top, "A001", "A matrix that ends at an amount."),
    kind(matrix_without_bottom, "A001", "A matrix that begins at an amount."),
    kind(matrix_with_higher_decided_lower, "A002", "A matrix in which more is decided lower."),
    kind(matrix_with_mixed_units, "A001", "A matrix in two units."),
    kind(matrix_out_of_order, "A001", "A tier that ends before it begins."),
    kind(threshold_differs_in_text, "A009", "The text has another threshold than the matrix."),
    kind(threshold_included_in_the_other_tier, "A009", "The text has the threshold itself in the other tier."),
    kind(matrix_of_another_unit, "A005", "A matrix for a unit that the policy does not apply to."),
    kind(policy_approved_by_a_subordinate, "A003", "A policy is approved below its owner."),
    kind(self_approval_told, "A008", "A clause lets somebody approve their own affairs."),
    kind(signer_is_the_initiator, "A013 F021", "Whoever fills in a form also approves it."),
)
