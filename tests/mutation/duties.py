"""Who has to do what: bearers, kinds of clauses, evidence, contradictions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.mutation.book import Book, Clause
from tests.mutation.fault import Edit, Fault, kind

_EACH = ("分别", "各", "均", "都", "轮流", "依次", "任何一", "全体")
_BY_KIND = {"duty": "应当", "prohibition": "不得", "permission": "可以"}


def who_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in _articles(book):
        if clause.kind in ("duty", "prohibition"):
            yield from clause.thing.without("who")


def _articles(book: Book) -> Iterator[Clause]:
    return (clause for clause in book.clauses if not clause.is_item)


def bearer_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        others = book.elsewhere(clause.linked.units)
        for word in clause.thing.words("who")[:1]:
            if others:
                yield word.becomes(chance.choice(others))


def partner_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    """`with` or `to` names somebody who does not exist where the clause applies."""
    for clause in book.clauses:
        others = book.elsewhere(clause.linked.units)
        for word in (*clause.thing.words("to"), *clause.thing.words("with")):
            if others:
                yield word.becomes(chance.choice(others))


def duty_of_an_outsider(book: Book, chance: Random) -> Iterator[Fault]:
    """A duty is laid upon somebody whom the company cannot order about."""
    outsiders = [group.name for group in book.handbook.groups if group.spec.external]
    for clause in book.clauses:
        for word in clause.thing.words("who")[:1]:
            if clause.kind in ("duty", "prohibition") and outsiders:
                yield word.becomes(chance.choice(outsiders))


def several_bearers_without_lead(book: Book, chance: Random) -> Iterator[Fault]:
    """A second bearer from another department, though the text and `with` know nothing of it."""
    for clause in book.clauses:
        names = clause.thing.texts("who")
        units = set(clause.linked.units)
        homes = {getattr(bearer, "department", bearer) for bearer in clause.linked.who}
        others = [
            department.name
            for department in book.handbook.departments
            if units <= set(department.units) and department.name not in clause.text.text
            if department.name not in names and department not in homes
        ]
        word = clause.thing.word("who")
        task = {"when", "within", "every", "form", "record", "to"} & {key.text for key in clause.thing.key_words()}
        if clause.kind == "duty" and task and word and others and not any(one in clause.text.text for one in _EACH):
            new = f"[{word.raw}, {chance.choice(others)}]"
            yield Fault((Edit(word.file, word.start, word.start + len(word.raw), new),), word.text, new)


def kind_flipped(book: Book, chance: Random) -> Iterator[Fault]:
    """The kind says the opposite of the text: a duty that reads 不得, a prohibition that reads 应当."""
    for clause in book.clauses:
        word = clause.thing.word("kind")
        text = clause.text.text
        if not word or clause.kind not in _BY_KIND or f"{_BY_KIND[clause.kind]}" not in text:
            continue
        for other, modal in _BY_KIND.items():
            if other != clause.kind and modal not in text:
                yield word.becomes(other)


def modal_flipped(book: Book, chance: Random) -> Iterator[Fault]:
    """The text says the opposite of the kind."""
    for clause in book.clauses:
        modal = _BY_KIND.get(clause.kind)
        if modal and clause.text.text.count(modal) == 1:
            others = [other for other in _BY_KIND.values() if other != modal and other not in clause.text.text]
            if others:
                yield from clause.text.swap(modal, chance.choice(others))


def contradicting_clause(book: Book, chance: Random) -> Iterator[Fault]:
    """Right behind a duty a prohibition of the same, or the other way round."""
    for clause in _plain_duties(book):
        opposite = {"duty": ("prohibition", "不得"), "prohibition": ("duty", "应当")}.get(clause.kind)
        modal = _BY_KIND.get(clause.kind, "")
        if opposite and clause.text.text.count(modal) == 1:
            text = clause.text.text.replace(modal, opposite[1])
            yield _inserted(clause, opposite[0], text, chance)


def contradicting_deadline(book: Book, chance: Random) -> Iterator[Fault]:
    """The same duty again with another deadline."""
    for clause in _plain_duties(book):
        within = clause.thing.get("within")
        number = "".join(sign for sign in within if sign.isdecimal())
        if number and within.count(number) == 1 and clause.text.text.count(f"{number} ") == 1:
            other = str(int(number) + chance.choice([2, 3, 5]))
            text = clause.text.text.replace(f"{number} ", f"{other} ")
            when = [f"when: {clause.thing.get('when')}"] if "when" in clause.thing else []
            yield _inserted(clause, "duty", text, chance, *when, f"within: {within.replace(number, other)}")


def contradicting_frequency(book: Book, chance: Random) -> Iterator[Fault]:
    """The same duty again, more or less often."""
    for clause in _plain_duties(book):
        every = clause.thing.get("every")
        for old, new in (("每月", "每季度"), ("每日", "每周"), ("每周", "每日"), ("每年", "每月")):
            if every == old and clause.text.text.count(old) == 1:
                yield _inserted(clause, "duty", clause.text.text.replace(old, new), chance, f"every: {new}")


def _plain_duties(book: Book) -> Iterator[Clause]:
    for clause in book.clauses:
        simple = not clause.thing.node.flow_style and not clause.thing.things("items")
        if simple and "penalty" not in clause.thing and len(clause.thing.texts("who")) == 1 and clause.text.is_plain:
            yield clause


def _inserted(clause: Clause, new_kind: str, text: str, chance: Random, *lines: str) -> Fault:
    """The fault of a further clause of the same bearer, a few lines behind the clause it contradicts."""
    new = clause.thing.followed_by(
        f"id: {clause.id}-again",
        f"kind: {new_kind}",
        f"title: {clause.thing.get('title')}补充",
        f"who: {clause.thing.get('who') or clause.thing.texts('who')[0]}",
        *lines,
        *(f"form: {form}" for form in clause.thing.texts("form")[:1]),
        f"text: {text}",
        "added: 补充说明。",
    )
    return Fault((new,), clause.text.text, text)


def form_key_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    """The text tells to fill in a form, `form` is gone."""
    verbs = ("填写", "填报", "开具", "记入", "填好", "填妥", "填入")
    for clause in book.clauses:
        named = [form for form in clause.thing.texts("form") if f"《{form}》" in clause.text.text]
        asked = (re.search(f"应当[^。；]*{verb}《{form}》", clause.text.text) for form in named for verb in verbs)
        if clause.kind == "duty" and any(asked):
            yield from clause.thing.without("form")


def record_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    """The text has something written down, signed or filed, and nothing says where it is kept any more."""
    asked = re.compile("应当[^。；]*?(?:登记|记录|填写|记入|存档|归档|建档|备案|签字|签收)")
    for clause in book.clauses:
        if clause.kind == "duty" and "form" not in clause.thing and asked.search(clause.text.text):
            yield from clause.thing.without("record")


def record_keeper_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for record in clause.thing.things("record"):
            yield from record.without("keeper")


def record_retention_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for record in clause.thing.things("record"):
            yield from record.without("retention")


def keeper_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        others = book.elsewhere(clause.linked.units)
        for record in clause.thing.things("record"):
            word = record.word("keeper")
            if word and others:
                yield word.becomes(chance.choice(others))


def form_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        here = {unit.name for unit in clause.linked.units}
        others = [form.get("title") for form in book.forms if here.isdisjoint(form.texts("applies_to"))]
        for word in clause.thing.words("form")[:1]:
            if others:
                yield word.becomes(chance.choice(others))


def waits_for_what_never_happens(book: Book, chance: Random) -> Iterator[Fault]:
    """A duty comes after a clause that is no act: a definition, a prohibition, a standard."""
    for policy in book.policies:
        states = [clause.id for clause in policy.clauses if clause.kind in ("definition", "prohibition", "statement")]
        for clause in policy.clauses:
            for word in clause.thing.words("after")[:1]:
                if states:
                    yield word.becomes(chance.choice(states))


def clause_copied_into_another_policy(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in _plain_duties(book):
        here = set(clause.policy.linked.units)
        others = [one for one in book.policies if one is not clause.policy and here & set(one.linked.units)]
        if clause.kind != "duty" or len(clause.text.text) < 24 or not others or "{#" in clause.text.text:
            continue
        target = chance.choice(chance.choice(others).articles)
        if not target.thing.node.flow_style:
            new = target.thing.followed_by(
                f"id: {clause.id}-copied",
                "kind: duty",
                f"who: {clause.thing.texts('who')[0]}",
                f"text: {clause.text.raw}",
                *(f"form: {form}" for form in clause.thing.texts("form")[:1]),
                "added: 补充说明。",
            )
            yield Fault((new,), "", f"{clause.policy.id}/{clause.id}")


def second_duty_in_clause(book: Book, chance: Random) -> Iterator[Fault]:
    """A duty of somebody else is hung onto a clause."""
    for clause in book.clauses:
        others = [
            department.name
            for department in book.handbook.departments
            if set(clause.linked.units) <= set(department.units) and department.name not in clause.text.text
        ]
        if clause.kind == "duty" and clause.text.text.endswith("。") and others and clause.text.text.count("应当") == 1:
            end = len(clause.text.text) - 1
            name = chance.choice(others)
            yield from clause.text.swap("。", f"；{name}应当指派专人核对，并把结果通知当事人。", end)


def _others(book: Book, clause: Clause) -> list[str]:
    """Roles of the clause's units that its text does not name."""
    here = {unit.name for unit in clause.linked.units}
    roles = [role for role in book.handbook.roles if here & {unit.name for unit in role.department.units}]
    homes = {getattr(bearer, "department", bearer) for bearer in clause.linked.who}
    return [role.name for role in roles if role.name not in clause.text.text and role.department not in homes]


def bearer_left_out(book: Book, chance: Random) -> Iterator[Fault]:
    """甲和乙应当, and `who` has lost 甲."""
    for clause in book.clauses:
        words = clause.thing.words("who")
        if len(words) == 2 and words[0].in_flow:
            joined = (f"{words[0].text}{sign}{words[1].text}" for sign in ("和", "、", "或者", "与"))
            if any(f"{one}{modal}" in clause.text.text for one in joined for modal in _BY_KIND.values()):
                yield Fault((Edit(words[0].file, words[0].start, words[1].start, ""),), words[0].text, "")


def receiver_of_several_changed(book: Book, chance: Random) -> Iterator[Fault]:
    """One of those under `to` or `with` is somebody else than the text says."""
    for clause in book.clauses:
        for key in ("to", "with"):
            words = clause.thing.words(key)
            for word in words if len(words) > 1 else ():
                meant = book.bearers.get(word.text)
                others = [one for one in _others(book, clause) if not _is_of(book.bearers[one], meant)]
                sent = re.search(f"(?:送|报告|告知|通知|会同|配合|协助){word.text}", clause.text.text)
                if others and sent and word.text not in clause.thing.texts("who"):
                    yield word.becomes(chance.choice(others))


def _is_of(one: object, other: object) -> bool:
    """Whether one is a role of the department that the other is, or of the same one."""
    return getattr(one, "department", one) is getattr(other, "department", other)


def helper_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    """会同乙, and `with` is gone."""
    for clause in book.clauses:
        if any(f"会同{name}" in clause.text.text for name in clause.thing.texts("with")) and clause.kind == "duty":
            yield from clause.thing.without("with")


def contradiction_in_another_policy(book: Book, chance: Random) -> Iterator[Fault]:
    """What one policy demands, another of the same unit forbids."""
    opposite = {"duty": ("prohibition", "应当", "不得"), "prohibition": ("duty", "不得", "应当")}
    for clause in _plain_duties(book):
        here = set(clause.policy.linked.units)
        others = [one for one in book.policies if one is not clause.policy and here & set(one.linked.units)]
        text = clause.text.text
        if clause.kind not in opposite or not others or "{#" in text or len(text) < 18:
            continue
        kind_, modal, other = opposite[clause.kind]
        target = chance.choice(chance.choice(others).articles)
        if text.count(modal) == 1 and not target.thing.node.flow_style:
            who = f"who: {clause.thing.texts('who')[0]}"
            lines = (f"kind: {kind_}", who, f"text: {text.replace(modal, other)}", "added: 补充说明。")
            yield Fault((target.thing.followed_by(f"id: {clause.id}-contrary", *lines),), "", clause.id)


KINDS = (
    kind(who_deleted, "D001", "Nobody bears the duty."),
    kind(bearer_of_another_unit, "D005", "The bearer does not exist where the clause applies."),
    kind(partner_of_another_unit, "D009", "A receiver or partner does not exist where the clause applies."),
    kind(duty_of_an_outsider, "D005 D015 D016 D019", "A duty is laid upon somebody outside the company."),
    kind(several_bearers_without_lead, "D007", "A second bearer, and nobody leads."),
    kind(kind_flipped, "D017", "The kind contradicts the text."),
    kind(modal_flipped, "D017", "The text contradicts the kind."),
    kind(contradicting_clause, "D018", "A duty and a prohibition of the same."),
    kind(contradicting_deadline, "D018", "The same duty with two deadlines."),
    kind(contradicting_frequency, "D018", "The same duty with two frequencies."),
    kind(form_key_deleted, "D010 D011", "A form is filled in that `form` does not name."),
    kind(record_deleted, "D011 Q001", "A duty leaves no evidence any more."),
    kind(record_keeper_deleted, "S002", "A record without keeper."),
    kind(record_retention_deleted, "D012", "A record without retention."),
    kind(keeper_of_another_unit, "D009", "A record is kept where the clause does not apply."),
    kind(form_of_another_unit, "D006", "A clause uses another unit's form."),
    kind(waits_for_what_never_happens, "D014", "A duty waits for something that is no act."),
    kind(clause_copied_into_another_policy, "W022", "The same clause in two policies."),
    kind(bearer_left_out, "D015", "One of two joined bearers is missing under `who`."),
    kind(receiver_of_several_changed, "D016", "One of several receivers or helpers is another one."),
    kind(helper_deleted, "D016", "The text joins with somebody whom `with` lacks."),
    kind(contradiction_in_another_policy, "D018 W022", "One policy demands what another forbids."),
    kind(second_duty_in_clause, "W010", "A second duty in one clause."),
)
