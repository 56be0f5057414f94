"""Penalties: tiers, gravity, deciders, criteria, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from tests.mutation.book import Book, Clause, Policy
from tests.mutation.fault import Edit, Fault, added, kind
from tests.mutation.slips import numbers_in, other_number
from tests.mutation.tree import Thing, Word

_BOUNDS = ("from", "over", "below", "up_to")
_STARTS = {"from": "over", "over": "from"}
_ENDS = {"below": "up_to", "up_to": "below"}


def _scales(book: Book) -> Iterator[list[Thing]]:
    """The tiers of penalties that have bounds."""
    for policy in book.policies:
        for penalty in policy.penalties:
            tiers = penalty.things("tiers")
            if len(tiers) > 1 and all(any(key in tier for key in _BOUNDS) for tier in tiers):
                yield tiers


def bottom_tier_dropped(book: Book, chance: Random) -> Iterator[Fault]:
    for tiers in _scales(book):
        yield tiers[0].gone()


def middle_tier_dropped(book: Book, chance: Random) -> Iterator[Fault]:
    for tiers in _scales(book):
        for tier in tiers[1:-1]:
            yield tier.gone()


def top_tier_dropped(book: Book, chance: Random) -> Iterator[Fault]:
    for tiers in _scales(book):
        yield tiers[-1].gone()


def bound_of_tier_shifted(book: Book, chance: Random) -> Iterator[Fault]:
    for tiers in _scales(book):
        for tier in tiers:
            for word in (word for key in _BOUNDS for word in tier.words(key)):
                if tier is not tiers[0] or word.text not in (tier.get("from"), tier.get("over")):
                    number = numbers_in(word.text)[0]
                    yield from word.swap(number, str(int(number) + chance.choice([1, 2])))


def figure_of_tier_included(book: Book, chance: Random) -> Iterator[Fault]:
    """A tier takes the figure that it meets the one before at, or leaves it: over becomes from, from becomes over."""
    for tiers in _scales(book):
        for tier in tiers[1:]:
            for word in tier.key_words():
                if word.text in _STARTS and not _counts_times(tier.get(word.text)):
                    yield word.becomes(_STARTS[word.text])


def figure_moved_to_the_next_tier(book: Book, chance: Random) -> Iterator[Fault]:
    """The figure between two tiers belongs to the other of them, and the text says otherwise."""
    for clause in book.clauses:
        for penalty in clause.thing.things("penalty"):
            yield from _moved(penalty.things("tiers"), clause.text.text)


def _moved(tiers: list[Thing], text: str) -> Iterator[Fault]:
    """Each figure between two tiers moved to the other one, if the text has it with a word for the bound beside it."""
    for lower, upper in pairwise(tiers):
        ends = [word for word in lower.key_words() if word.text in _ENDS]
        starts = [word for word in upper.key_words() if word.text in _STARTS]
        for end, start in zip(ends, starts, strict=False):
            bound = re.escape(upper.get(start.text))
            beside = re.search(rf"(?:超过|不满|满|达到) ?{bound}|{bound} ?以[上下内外]", text)
            if beside and lower.get(end.text) == upper.get(start.text):
                edits = (end.edit(_ENDS[end.text]), start.edit(_STARTS[start.text]))
                yield Fault(edits, f"{end.text}, {start.text}", beside[0])


def _counts_times(bound: str) -> bool:
    """Whether the bound is of occurrences, which are whole."""
    return re.fullmatch(r"\d+(?: ?次)?", bound) is not None


def tiers_swapped(book: Book, chance: Random) -> Iterator[Fault]:
    """The sanctions of two tiers change places."""
    for tiers in _scales(book):
        for lower, upper in pairwise(tiers):
            yield from _swapped(lower, upper)


def _swapped(lower: Thing, upper: Thing) -> Iterator[Fault]:
    first, second = _sanctions(lower), _sanctions(upper)
    if first and second and first != second:
        edits = (_in_place_of(lower, second), _in_place_of(upper, first))
        if all(edits):
            yield Fault(tuple(edit for edit in edits if edit), first, second)


def _sanctions(tier: Thing) -> str:
    found = re.search(r"((?:fine|measures|points|other): .*?)\}?$", tier.written)
    return found[1] if found else ""


def _in_place_of(tier: Thing, sanction: str) -> Edit | None:
    own = _sanctions(tier)
    at = tier.source.find(own, tier.node.start_mark.index)
    return Edit(tier.file, at, at + len(own), sanction) if at >= 0 and "\n" not in own else None


def grave_tier_made_lighter(book: Book, chance: Random) -> Iterator[Fault]:
    """The fine of a higher tier falls below that of the tier before, in field and text."""
    for clause in book.clauses:
        for penalty in clause.thing.things("penalty"):
            fines = [word for tier in penalty.things("tiers") for word in tier.words("fine")]
            for lower, upper in pairwise(fines):
                yield from _lighter(clause, lower, upper)


def _lighter(clause: Clause, lower: Word, upper: Word) -> Iterator[Fault]:
    low, high = (re.findall(r"\d+", word.text)[0] for word in (lower, upper))
    less = str(max(int(low) // 2, 5))
    if int(less) < int(low) < int(high):
        for edit in clause.text.swapped(f"{high} 元", f"{less} 元"):
            yield Fault((next(upper.swapped(high, less)), edit), upper.text, f"{less} 元")


def escalation_lighter(book: Book, chance: Random) -> Iterator[Fault]:
    """Repetition leads to something lighter than the first time."""
    lightest = book.handbook.measures[0].name
    for policy in book.policies:
        for penalty in policy.penalties:
            for step in penalty.things("escalation") if "fine" in penalty else []:
                yield from (word.becomes(lightest) for word in step.words("to")[:1])
            grave = [name for name in penalty.texts("measures") if name != lightest]
            if grave and "escalation" not in penalty:
                yield added(penalty.put(f"escalation: [{{times: 2, to: [{lightest}]}}]"))


def decider_of_dismissal_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    """Nobody decides a measure that ends the employment, in a penalty or, where they say it, among the measures."""
    measures = [measure for measure in book.shared("measures") if measure.get("ends_employment") == "true"]
    yield from (fault for measure in measures for fault in measure.without("decided_by"))
    undecided = {measure.get("name") for measure in measures if "decided_by" not in measure}
    for policy in book.policies:
        for penalty in policy.penalties:
            imposed = {name for thing in (penalty, *penalty.things("tiers")) for name in thing.texts("measures")}
            imposed |= {name for step in penalty.things("escalation") for name in step.texts("to")}
            if imposed & undecided:
                yield from penalty.without("decided_by")


def per_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        for penalty in policy.penalties:
            if "fine" in penalty or any("fine" in tier for tier in penalty.things("tiers")):
                yield from penalty.without("per")


def range_without_criterion(book: Book, chance: Random) -> Iterator[Fault]:
    """A fine becomes a range, in field and text, and nothing says by what; or a range loses its `by`."""
    for clause in book.clauses:
        for penalty in clause.thing.things("penalty"):
            fine = penalty.word("fine")
            number = re.match(r"\d+(?= 元$)", fine.text) if fine else None
            if not fine or not number or "by" in penalty:
                continue
            wide = f"{number[0]}–{int(number[0]) * 5} 元"
            for edit in clause.text.swapped(fine.text, wide):
                yield Fault((fine.edit(wide), edit), fine.text, wide)
    for policy in book.policies:
        for penalty in policy.penalties:
            for thing in (penalty, *penalty.things("tiers")):
                if "–" in thing.get("fine") or "–" in thing.get("deduct"):
                    yield from thing.without("by")


def joint_shares_too_large(book: Book, chance: Random) -> Iterator[Fault]:
    """Those who answer too have more than the whole among them."""
    for policy in book.policies:
        heads = [group.name for group in book.handbook.groups if group.spec.heads]
        superior = book.handbook.head_of.get(policy.linked.owner)
        names = [*heads, *([superior.name] if superior else [])]
        for penalty in policy.penalties:
            if "fine" in penalty and "joint" not in penalty and len(names) > 1:
                share = chance.choice([60, 70, 80])
                shares = ", ".join(f"{{who: {name}, share: {share}%}}" for name in names)
                yield added(penalty.put(f"joint: [{shares}]"))
            for word in (word for joint in penalty.things("joint") for word in joint.words("share")):
                yield word.becomes("120%")


def penalty_listed_twice(book: Book, chance: Random) -> Iterator[Fault]:
    """A second penalty follows the same breach."""
    for policy in book.policies:
        for penalty in policy.thing.things("penalties"):
            if not penalty.node.flow_style and penalty.texts("breach"):
                lines = [line for line in penalty.lines() if not line.startswith(("id:", "act:"))]
                again = [f"id: {penalty.get('id')}-again", f"act: {penalty.get('act')}的行为", *lines]
                yield added(penalty.followed_by(*again))


def breach_punished_twice(book: Book, chance: Random) -> Iterator[Fault]:
    """A clause with its own penalty is also breached by a listed one."""
    for policy in book.policies:
        own = [clause.id for clause in policy.clauses if clause.thing.things("penalty")]
        for penalty in policy.thing.things("penalties"):
            for word in penalty.words("breach")[:1] if own else []:
                new = f"{word.raw}, {chance.choice(own)}"
                yield Fault((Edit(word.file, word.start, word.start + len(word.raw), new),), word.text, new)


def same_act_punished_otherwise(book: Book, chance: Random) -> Iterator[Fault]:
    """Another policy of the unit punishes the same act with another fine."""
    for policy in book.policies:
        others = [p for p in book.policies if p is not policy and set(p.linked.units) & set(policy.linked.units)]
        for clause in policy.clauses:
            for penalty in clause.thing.things("penalty"):
                fine = penalty.get("fine")
                alone = penalty.get("act") and "who" not in penalty and not clause.thing.things("items")
                if others and re.fullmatch(r"\d+ 元", fine) and alone:
                    yield _otherwise(clause, penalty, fine, chance.choice(others), chance)


def _otherwise(clause: Clause, penalty: Thing, fine: str, other: Policy, chance: Random) -> Fault:
    number = fine.split(maxsplit=1)[0]
    dearer = other_number(number, chance, [number])
    target = chance.choice([article for article in other.articles if not article.thing.node.flow_style])
    new = target.thing.followed_by(
        f"id: {clause.id}-too",
        f"kind: {clause.kind}",
        f"who: {clause.thing.texts('who')[0]}" if clause.thing.texts("who") else "who: 全体员工",
        f"text: {clause.text.text.replace(fine, f'{dearer} 元')}",
        f"penalty: {{act: {penalty.get('act')}, per: {penalty.get('per') or '次'}, fine: {dearer} 元}}",
        "added: 补充说明。",
    )
    return Fault((new,), fine, f"{clause.id}-too in {other.id}: {dearer} 元")


def points_without_consequence(book: Book, chance: Random) -> Iterator[Fault]:
    """Points are taken in a unit that knows no use for points."""
    used = re.compile("扣分|绩效考评|points:")
    knowing = {unit for one in book.policies if used.search(book.texts[one.thing.file]) for unit in one.linked.units}
    for policy in book.policies:
        if knowing.intersection(policy.linked.units):
            continue
        for clause in policy.clauses:
            for penalty in clause.thing.things("penalty"):
                fine = penalty.word("fine")
                keys = [word for word in penalty.key_words() if word.text == "fine"]
                for edit in clause.text.swapped(f"罚款 {fine.text}", "扣 3 分") if fine else ():
                    if fine and "escalation" not in penalty:
                        yield Fault((keys[0].edit("points"), fine.edit("3"), edit), f"罚款 {fine.text}", "扣 3 分")


def breach_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    """A sanction that follows from no clause."""
    for policy in book.policies:
        for penalty in policy.thing.things("penalties"):
            yield from penalty.without("breach")


def sanction_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    """A penalty without consequence."""
    kinds = ("fine", "points", "measures", "deduct", "compensate", "other")
    for policy in book.policies:
        for penalty in policy.penalties:
            own = [word.text for word in penalty.key_words() if word.text in kinds]
            if len(own) == 1 and not penalty.things("tiers"):
                yield from penalty.without(own[0])


def measure_changed_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    """The penalty has another measure than the text."""
    for policy in book.policies:
        for clause, penalty in _punished(policy):
            for word in (word for part in (penalty, *penalty.things("tiers")) for word in part.words("measures")):
                others = [m.name for m in book.handbook.measures if m.name not in clause.text.text]
                others = [name for name in others if name not in penalty.written]
                if word.text in clause.text.text and others:
                    yield word.becomes(chance.choice(others))


def measure_changed_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    """The text has another measure than the penalty."""
    for policy in book.policies:
        for clause, penalty in _punished(policy):
            for word in penalty.words("measures"):
                others = [m.name for m in book.handbook.measures if m.name not in penalty.written]
                others = [name for name in others if name not in clause.text.text]
                if clause.text.text.count(word.text) == 1 and others:
                    yield from clause.text.swap(word.text, chance.choice(others))


def _punished(policy: Policy) -> Iterator[tuple[Clause, Thing]]:
    """Clauses with the penalties that follow their breach."""
    for clause in policy.clauses:
        yield from ((clause, penalty) for penalty in clause.thing.things("penalty"))
        for penalty in policy.thing.things("penalties"):
            if clause.id in penalty.texts("breach"):
                yield clause, penalty


def offender_decides(book: Book, chance: Random) -> Iterator[Fault]:
    """Whoever is punished decides the punishment."""
    for policy in book.policies:
        for penalty in policy.penalties:
            who = penalty.texts("who")
            word = penalty.word("decided_by")
            if word and who and word.text not in who and who[0] != "全体员工":
                yield word.becomes(who[0])


def decider_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        others = book.elsewhere(policy.linked.units)
        for penalty in policy.penalties:
            for word in penalty.words("decided_by")[:1]:
                yield word.becomes(chance.choice(others))


def offender_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        others = book.elsewhere(policy.linked.units)
        for penalty in policy.penalties:
            for word in penalty.words("who")[:1]:
                yield word.becomes(chance.choice(others))


def counted_in_something_else(book: Book, chance: Random) -> Iterator[Fault]:
    """The fine is for each day where the text says each time, or the text says otherwise than the field."""
    for clause in book.clauses:
        for penalty in clause.thing.things("penalty"):
            per = penalty.word("per")
            if per and per.text == "次" and "每次" in clause.text.text and "fine" in penalty:
                other = chance.choice(["天", "月", "台"])
                yield per.becomes(other)
                yield from clause.text.swap("每次", f"每{other}", clause.text.text.rfind("；"))


def offender_of_another_post(book: Book, chance: Random) -> Iterator[Fault]:
    """Somebody of the unit is punished with whom the clause has nothing to do."""
    for clause in book.clauses:
        units = set(clause.policy.linked.units)
        for penalty in clause.thing.things("penalty"):
            strangers = [
                role.name
                for role in book.handbook.roles
                if units <= set(role.department.units) and role.name not in clause.text.text + clause.thing.written
            ]
            for word in penalty.words("who")[:1]:
                if strangers and word.text in book.bearers and not clause.is_item:
                    yield word.becomes(chance.choice(strangers))


def graver_listed_penalty_fined_less(book: Book, chance: Random) -> Iterator[Fault]:
    """Of three penalties of the same people, that with the graver measure gets the smaller fine, in field and text."""
    gravity = {measure.get("name"): at for at, measure in enumerate(book.shared("measures"))}
    for policy in book.policies:
        alike: dict[tuple[str, ...], list[Thing]] = {}
        for one in policy.thing.things("penalties"):
            if one.texts("measures") and re.fullmatch(r"\d+ 元", one.get("fine")):
                alike.setdefault((one.get("per"), *one.texts("who")), []).append(one)
        for fined in (some for some in alike.values() if len(some) > 2):
            fined.sort(key=lambda one: max(gravity.get(name, 0) for name in one.texts("measures")))
            for lower, higher in pairwise(fined):
                low, high = lower.get("fine"), higher.word("fine")
                less = f"{int(low.split()[0]) // 2} 元"
                breached = [one for one in policy.clauses if one.id in higher.texts("breach")]
                told = [edit for one in breached if high for edit in one.text.swapped(high.text, less)]
                if high and told and int(low.split()[0]) > 1:
                    yield Fault((high.edit(less), *told), high.text, less)


def breach_of_what_binds_nobody(book: Book, chance: Random) -> Iterator[Fault]:
    """A penalty follows the breach of a clause that only defines or states something."""
    for policy in book.policies:
        kinds = ("definition", "statement")
        stated = [
            one for one in policy.articles if one.kind in kinds and not ("who" in one.thing or "items" in one.thing)
        ]
        for penalty in policy.thing.things("penalties"):
            for word in penalty.words("breach")[:1]:
                if stated:
                    yield word.becomes(chance.choice(stated).id)


def dismissal_unmarked(book: Book, chance: Random) -> Iterator[Fault]:
    """A measure that ends employment does not say so."""
    for measure in book.shared("measures"):
        yield from measure.without("ends_employment")


def dismissal_decided_too_low(book: Book, chance: Random) -> Iterator[Fault]:
    """Somebody who heads no department decides on dismissals."""
    heads = {department.get("head") for department in book.departments}
    staff = [role.get("name") for role in book.roles if role.get("name") not in heads and "reports_to" in role]
    for measure in book.shared("measures"):
        for word in measure.words("decided_by") if measure.get("ends_employment") == "true" else ():
            yield from (word.becomes(name) for name in chance.sample(staff, 4))


def joint_share_over_the_whole(book: Book, chance: Random) -> Iterator[Fault]:
    """Somebody answers with more than the offender."""
    for policy in book.policies:
        for penalty in policy.penalties:
            if "fine" in penalty and "joint" not in penalty:
                yield added(
                    penalty.put(f"joint: [{{who: 部门主管, share: {chance.choice(['120%', '150%', '200%'])}}}]")
                )


KINDS = (
    kind(bottom_tier_dropped, "P001 Q001", "The lowest tier is missing."),
    kind(middle_tier_dropped, "P001", "A tier in the middle is missing."),
    kind(top_tier_dropped, "P001 Q001", "The highest tier is missing."),
    kind(bound_of_tier_shifted, "P001", "A tier begins or ends elsewhere."),
    kind(figure_of_tier_included, "P001", "A tier includes the figure that the one before has, or neither has it."),
    kind(figure_moved_to_the_next_tier, "Q004", "The figure between two tiers belongs to the other one."),
    kind(tiers_swapped, "P004", "Two tiers have each other's sanction."),
    kind(grave_tier_made_lighter, "P004", "The graver breach has the lighter fine."),
    kind(escalation_lighter, "P005", "Repetition leads to a lighter measure."),
    kind(decider_of_dismissal_deleted, "P012", "Nobody decides the dismissal."),
    kind(per_deleted, "P014", "A fine, and not for what each time."),
    kind(range_without_criterion, "P003", "A range of fines without criterion."),
    kind(joint_shares_too_large, "P010", "Joint shares of more than the whole."),
    kind(penalty_listed_twice, "P009", "Two penalties for one breach."),
    kind(breach_punished_twice, "P009", "A listed penalty for a breach that has its own."),
    kind(same_act_punished_otherwise, "P008", "Two policies punish the same act differently."),
    kind(points_without_consequence, "P011", "Points that lead nowhere."),
    kind(breach_deleted, "P007", "A sanction without a norm."),
    kind(sanction_deleted, "P002", "A penalty without consequence."),
    kind(measure_changed_in_field, "P016", "The penalty has another measure than the text."),
    kind(measure_changed_in_text, "P016", "The text has another measure than the penalty."),
    kind(offender_decides, "A008", "The offender decides the penalty."),
    kind(decider_of_another_unit, "A005 D009", "A penalty is decided in another unit."),
    kind(counted_in_something_else, "P017", "A fine for each day where the text says each time."),
    kind(offender_of_another_post, "P017 D", "Somebody is punished whom the clause does not speak of."),
    kind(graver_listed_penalty_fined_less, "P004", "The graver measure goes with the smaller fine."),
    kind(breach_of_what_binds_nobody, "P007", "A penalty for the breach of a definition."),
    kind(dismissal_unmarked, "P012", "A dismissal that does not say that it is one."),
    kind(dismissal_decided_too_low, "P012 A005", "Dismissals are decided by staff."),
    kind(joint_share_over_the_whole, "P010", "A joint share of more than the whole."),
    kind(offender_of_another_unit, "D009", "A penalty is for somebody of another unit."),
)
