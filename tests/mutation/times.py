"""Deadlines, procedures and frequencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.mutation.book import Book, Policy
from tests.mutation.fault import Fault, added, kind
from tests.mutation.slips import numbers_in
from tests.mutation.tree import Thing

_IN_DAYS = re.compile(r"\d+ (天|个工作日)")


def start_of_deadline_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        keys = {word.text for word in clause.thing.key_words()}
        inherits = clause.parent is not None and "when" in clause.parent.thing
        if "within" in keys and not keys & {"after", "before", "every"} and not inherits:
            yield from clause.thing.without("when")


def deadline_over_total(book: Book, chance: Random) -> Iterator[Fault]:
    """A step's deadline, in field and text, goes beyond the limit of the whole."""
    for policy, procedure in _limited(book):
        total = int(numbers_in(procedure.get("total_limit"))[0])
        steps = {step.get("do") for step in procedure.things("steps")}
        for clause in policy.clauses:
            within = clause.thing.word("within")
            number = numbers_in(within.text)[0] if within and numbers_in(within.text) else ""
            if clause.id in steps and within and number and within.text.endswith("天"):
                longer = str(total + chance.randrange(1, 6))
                for edit in clause.text.swapped(f"{number} 天", f"{longer} 天"):
                    yield Fault((next(within.swapped(number, longer)), edit), within.text, f"{longer} 天")


def total_limit_lowered(book: Book, chance: Random) -> Iterator[Fault]:
    for _, procedure in _limited(book):
        word = procedure.word("total_limit")
        if word and numbers_in(word.text)[0] not in ("1", "2"):
            yield word.becomes(f"{chance.choice([2, 3, 5])} 天")


def _limited(book: Book) -> Iterator[tuple[Policy, Thing]]:
    for policy in book.policies:
        for procedure in policy.thing.things("procedures"):
            if procedure.get("total_limit").endswith("天"):
                yield policy, procedure


def steps_in_a_circle(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        for procedure in policy.thing.things("procedures"):
            first, *others = procedure.things("steps")
            waiting = {first.get("do")}
            for step in others:
                if waiting & set(step.texts("after")):
                    waiting.add(step.get("do"))
                    if "after" not in first:
                        yield added(first.put(f"after: {step.get('do')}"))


def clauses_in_a_circle(book: Book, chance: Random) -> Iterator[Fault]:
    """A clause waits for the one that waits for it."""
    for policy in book.policies:
        for clause in policy.clauses:
            waiting = [other.id for other in policy.clauses if clause.id in other.thing.texts("after")]
            if waiting and not clause.thing.node.flow_style and "who" in clause.thing:
                if "after" in clause.thing:
                    word = clause.thing.words("after")[0]
                    yield word.becomes(chance.choice(waiting))
                else:
                    yield added(clause.thing.put(f"after: {chance.choice(waiting)}", after="who"))


def step_waits_for_itself(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        for procedure in policy.thing.things("procedures"):
            for step in procedure.things("steps"):
                for word in step.words("after")[:1]:
                    yield word.becomes(step.get("do"))


def workdays_mixed_in_a_chain(book: Book, chance: Random) -> Iterator[Fault]:
    """One deadline of a chain counts workdays, in field and text, the others calendar days; or the other way round."""
    for policy in book.policies:
        for procedure in policy.thing.things("procedures"):
            steps = {name for step in procedure.things("steps") for name in step.texts("do")}
            timed = [c for c in policy.clauses if c.id in steps and _IN_DAYS.fullmatch(c.thing.get("within"))]
            for clause in timed:
                within = clause.thing.word("within")
                number, unit = clause.thing.get("within").split(" ")
                other = "天" if unit == "个工作日" else "个工作日"
                is_alone = not any(one.thing.get("within").endswith(unit) for one in timed if one is not clause)
                for edit in clause.text.swapped(f"{number} {unit}", f"{number} {other}"):
                    if within and not is_alone:
                        yield Fault((within.edit(f"{number} {other}"), edit), within.text, f"{number} {other}")


def total_in_other_days(book: Book, chance: Random) -> Iterator[Fault]:
    """The whole is limited in workdays, its steps in calendar days."""
    for _, procedure in _limited(book):
        word = procedure.word("total_limit")
        if word:
            yield word.becomes(word.text.replace(" 天", " 个工作日"))


def frequency_without_anchor(book: Book, chance: Random) -> Iterator[Fault]:
    """每月10日前 becomes 每月, in field and text: nobody knows any more by when."""
    for clause in book.clauses:
        every = clause.thing.word("every")
        anchor = re.match(r"(每月|每年|每季度)(\d+.+)", every.text) if every else None
        otherwise = any(key in clause.thing for key in ("when", "before", "within", "after"))
        if every and anchor and "次" not in every.text and not otherwise:
            day = re.sub(r"(\d+)", r" ?\1 ?", anchor[2])
            shown = re.search(f"{anchor[1]}{day}", clause.text.text)
            for edit in clause.text.swapped(shown[0], anchor[1]) if shown else ():
                yield Fault((every.edit(anchor[1]), edit), every.text, anchor[1])


def escalation_never_fires(book: Book, chance: Random) -> Iterator[Fault]:
    """What is due once a month escalates when it is missed twice within a week."""
    short = {"每月": "1 周", "每周": "3 天", "每日": "12 小时", "每年": "1 个月", "每季": "1 个月", "每两": "1 个月"}
    for clause in book.clauses:
        window = short.get(clause.thing.get("every")[:2])
        for penalty in clause.thing.things("penalty"):
            if window and "escalation" not in penalty and "tiers" not in penalty:
                step = f"escalation: [{{times: 2, within: {window}, to: [书面警告]}}]"
                yield added(penalty.put(step))


KINDS = (
    kind(start_of_deadline_deleted, "T001", "A deadline that nothing starts."),
    kind(deadline_over_total, "T002", "A step takes longer than the whole may take."),
    kind(total_limit_lowered, "T002", "The whole may take less than its steps."),
    kind(steps_in_a_circle, "T003", "The first step waits for a later one."),
    kind(clauses_in_a_circle, "T007", "A clause waits for the one that waits for it."),
    kind(step_waits_for_itself, "T003", "A step waits for itself."),
    kind(workdays_mixed_in_a_chain, "T009", "Calendar days and workdays in one chain."),
    kind(total_in_other_days, "T009", "The whole in workdays, the steps in calendar days."),
    kind(frequency_without_anchor, "T010", "每月 without the day by which it is due."),
    kind(escalation_never_fires, "T012", "An escalation's window is shorter than the frequency."),
)
