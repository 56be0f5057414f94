"""Ids, codes, citations, sources, dates and states: what holds the documents together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from tests.mutation.book import Book, Policy
from tests.mutation.fault import Edit, Fault, added, kind

_CITED = re.compile(r"\{#([\w/-]+)\}")


def _wrong_id(name: str, chance: Random) -> str:
    """An id with one slip: a letter lost, two exchanged, or a plural."""
    at = chance.randrange(1, len(name) - 1) if len(name) > 2 else 0
    slips = [name[:at] + name[at + 1 :], f"{name}s", name[:at] + name[at + 1] + name[at] + name[at + 2 :]]
    slips = [slip for slip in slips if slip != name and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slip)]
    return chance.choice(slips or [f"{name}x"])


def clause_id_twice(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        used = {name for thing in _all_steps(policy) for name in thing}
        for clause in policy.clauses:
            word = clause.thing.word("id")
            others = [other.id for other in policy.clauses if other.id != clause.id]
            if word and clause.id not in used:
                yield word.becomes(chance.choice(others))


def _all_steps(policy: Policy) -> Iterator[list[str]]:
    for procedure in policy.thing.things("procedures"):
        for step in procedure.things("steps"):
            yield step.texts("do") + step.texts("after")
    for thing in (*(clause.thing for clause in policy.clauses), *policy.penalties):
        yield thing.texts("after") + thing.texts("breach")


def form_code_twice(book: Book, chance: Random) -> Iterator[Fault]:
    codes = [form.get("code") for form in book.forms]
    for form in book.forms:
        word = form.word("code")
        if word:
            yield word.becomes(chance.choice([code for code in codes if code != word.text]))


def field_name_twice(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        fields = [field for section in form.things("sections") for field in section.things("fields")]
        for before, field in pairwise(fields):
            word = field.word("name")
            if word:
                yield word.becomes(before.get("name"))


def role_declared_twice(book: Book, chance: Random) -> Iterator[Fault]:
    names = [role.get("name") for role in book.roles]
    for role in book.roles:
        other = chance.choice([name for name in names if name != role.get("name")])
        yield added(role.followed_by(f"name: {other}", f"reports_to: {role.get('name')}", wrong=other))


def policy_title_twice(book: Book, chance: Random) -> Iterator[Fault]:
    titles = [policy.thing.get("title") for policy in book.policies]
    for policy in book.policies:
        word = policy.thing.word("title")
        if word:
            yield word.becomes(chance.choice([title for title in titles if title != word.text]))


def form_title_twice(book: Book, chance: Random) -> Iterator[Fault]:
    titles = [form.get("title") for form in book.forms]
    for form in book.forms:
        word = form.word("title")
        if word:
            yield word.becomes(chance.choice([title for title in titles if title != word.text]))


def law_declared_twice(book: Book, chance: Random) -> Iterator[Fault]:
    for law in book.shared("laws"):
        lines = [f"name: {law.get('name')}", f"title: {law.get('title')}", f"version: {law.get('version')}"]
        yield added(law.followed_by(*lines, wrong=lines[0]))


def clause_cited_unknown(book: Book, chance: Random) -> Iterator[Fault]:
    """A slip in `{#id}`."""
    for clause in book.clauses:
        for match in _CITED.finditer(clause.text.text):
            wrong = _wrong_id(match[1].split("/")[-1], chance)
            yield from clause.text.swap(match[0], f"{{#{wrong}}}")
        at = clause.text.text.find("应当")
        if at >= 0 and not clause.is_item:
            yield from clause.text.swap("应当", f"应当依照{{#{_wrong_id(clause.id, chance)}}}", at)


def clause_cited_by_number(book: Book, chance: Random) -> Iterator[Fault]:
    """第几条 typed in the place of `{#id}`, or where one cites another article of the same policy."""
    for clause in book.clauses:
        for match in _CITED.finditer(clause.text.text):
            yield from clause.text.swap(match[0], "第九十八条")
        if not clause.is_item and clause.text.text.count("应当") == 1:
            yield from clause.text.swap("应当", "应当按照第九十八条")


def step_after_unknown(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        steps = [step for procedure in policy.thing.things("procedures") for step in procedure.things("steps")]
        for thing in (*steps, *(clause.thing for clause in policy.clauses)):
            for word in (*thing.words("after"), *thing.words("do")):
                yield word.becomes(_wrong_id(word.text, chance))


def breach_unknown(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        for penalty in policy.penalties:
            for word in penalty.words("breach"):
                yield word.becomes(_wrong_id(word.text, chance))


def supersedes_unknown(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        other = chance.choice([other.id for other in book.policies if other is not policy])
        yield added(policy.thing.put(f"supersedes: [{_wrong_id(other, chance)}]", after="effective"))


def supersedes_in_a_circle(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        other = chance.choice([other for other in book.policies if other is not policy])
        edits = (
            policy.thing.put(f"supersedes: [{other.id}]", after="effective"),
            other.thing.put(f"supersedes: [{policy.id}]", after="effective"),
        )
        yield Fault(edits, "", f"{policy.id} and {other.id} supersede each other")


def supersedes_what_is_in_force(book: Book, chance: Random) -> Iterator[Fault]:
    """A policy says that it replaces another, which stays in force."""
    for policy in book.policies:
        same = set(policy.linked.units)
        others = [other.id for other in book.policies if other is not policy and same & set(other.linked.units)]
        if others:
            yield added(policy.thing.put(f"supersedes: [{chance.choice(others)}]", after="effective"))


def policy_made_twice(book: Book, chance: Random) -> Iterator[Fault]:
    """A second policy in force for the same matter and units, in a new file."""
    for policy in book.policies:
        title = policy.thing.get("title")
        ending = "规定" if not title.endswith("规定") else "办法"
        new = title.removesuffix("办法").removesuffix("规定") + ending
        text = book.texts[policy.thing.file].replace(f"title: {title}\n", f"title: {new}\n", 1)
        text = re.sub(r"^aliases:.*\n", "", text, flags=re.MULTILINE)
        file = policy.thing.file.replace(".yml", "-new.yml")
        yield Fault((Edit(file, 0, 0, text, f"title: {new}"),), title, new)


def form_made_without_use(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        title = form.get("title")
        text = book.texts[form.file].replace(f"title: {title}\n", f"title: {title}（备用）\n", 1)
        text = text.replace(f"code: {form.get('code')}\n", f"code: {form.get('code')}-2\n", 1)
        text = re.sub(r"^aliases:.*\n", "", text, flags=re.MULTILINE)
        yield Fault((Edit(form.file.replace(".yml", "-2.yml"), 0, 0, text, f"title: {title}（备用）"),), "", title)


def source_beyond_the_end(book: Book, chance: Random) -> Iterator[Fault]:
    for thing in (*(clause.thing for clause in book.clauses), *book.forms):
        for word in thing.words("source")[:1]:
            yield word.becomes(word.text[:-3] + str(chance.randrange(400, 999)))


def source_cited_and_left_out(book: Book, chance: Random) -> Iterator[Fault]:
    parts = [part for source in book.shared("sources") for part in source.things("left_out")]
    left_out = [paragraph for part in parts for paragraph in part.texts("paragraphs")]
    for clause in book.clauses:
        for word in clause.thing.words("source")[:1]:
            same = [one for one in left_out if one[:-3] == word.text[:-3]]
            if same:
                yield word.becomes(chance.choice(same))


def source_unknown(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for word in clause.thing.words("source")[:1]:
            name, number = word.text.rsplit(".", 1)
            yield word.becomes(f"{name}a.{number}")


def source_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        if "added" not in clause.thing and not clause.is_item and "items" not in clause.thing:
            yield from clause.thing.without("source")


def effective_before_adopted(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        word = policy.thing.word("adopted")
        effective = policy.thing.get("effective")
        if word and effective:
            yield word.becomes(effective[:5] + f"{chance.randrange(2, 10):02}" + effective[7:])


def review_overdue(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        word = policy.thing.word("review_by")
        if word:
            yield word.becomes(chance.choice(["2026-06-30", "2026-09-30", "2026-11-21"]))


def review_before_effective(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        word = policy.thing.word("review_by")
        effective = policy.thing.get("effective")
        if word and effective:
            yield word.becomes(f"{int(effective[:4]) - 1}-{word.text[5:]}")


def adopted_tomorrow(book: Book, chance: Random) -> Iterator[Fault]:
    """In force, yet it was adopted, or takes effect, on a day that is still to come."""
    for policy in book.policies:
        word = policy.thing.word("effective")
        if word:
            yield word.becomes("2027-03-01")


def law_repealed(book: Book, chance: Random) -> Iterator[Fault]:
    """A law that is cited turns out to be repealed."""
    cited = {basis.law.name for policy in book.policies for basis in policy.linked.basis}
    for law in book.shared("laws"):
        if law.get("name") in cited:
            yield added(law.put("status: repealed"))


def repealed_law_cited(book: Book, chance: Random) -> Iterator[Fault]:
    """A policy rests on a law that the handbook knows to be repealed."""
    *_, last = book.shared("laws")
    lines = ("name: 合同法", "title: 中华人民共和国合同法", "version: 1999-03-15", "status: repealed")
    for policy in book.policies:
        for word in policy.thing.words("basis")[:1]:
            yield Fault((word.edit("合同法"), last.followed_by(*lines, wrong="status: repealed")), word.text, "合同法")


def policy_repealed_and_cited(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        title = policy.thing.get("title")
        word = policy.thing.word("status")
        if word and any(f"《{title}》" in other.text.text for other in book.clauses if other.policy is not policy):
            yield word.becomes("repealed")


def applies_to_wider_than_policy(book: Book, chance: Random) -> Iterator[Fault]:
    """A clause applies to a unit that its policy does not apply to."""
    units = [unit.name for unit in book.handbook.units]
    for clause in book.clauses:
        others = [unit for unit in units if unit not in clause.policy.thing.texts("applies_to")]
        if not others or clause.thing.node.flow_style:
            continue
        words = clause.thing.words("applies_to")
        if words:
            yield words[0].becomes(chance.choice(others))
        elif clause.thing.things("items") == [] and "title" in clause.thing:
            yield added(clause.thing.put(f"applies_to: [{chance.choice(others)}]", after="title"))


def policy_moved_to_other_unit(book: Book, chance: Random) -> Iterator[Fault]:
    """A policy's unit is exchanged for one that its owner does not exist in."""
    for policy in book.policies:
        here = {unit.name for unit in policy.linked.owner.units}
        others = [unit.name for unit in book.handbook.units if unit.name not in here]
        is_above = any(book.is_above(unit) for unit in policy.linked.owner.units)
        for word in policy.thing.words("applies_to")[:1]:
            if others and not is_above:
                yield word.becomes(chance.choice(others))


def head_of_another_department(book: Book, chance: Random) -> Iterator[Fault]:
    for department in book.departments:
        own = {role.get("name") for role in department.things("roles")}
        word = department.word("head")
        if word:
            yield word.becomes(chance.choice([r.get("name") for r in book.roles if r.get("name") not in own]))


def head_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for department in book.departments:
        yield from department.without("head")


def reports_in_a_circle(book: Book, chance: Random) -> Iterator[Fault]:
    for role in book.roles:
        below = book.subordinates(role.get("name"))
        word = role.word("reports_to")
        if word and below:
            yield word.becomes(chance.choice(below))


def law_cited_without_declaration(book: Book, chance: Random) -> Iterator[Fault]:
    """《…》 that is neither form, policy nor law is written into a text."""
    for clause in book.clauses:
        name = chance.choice(["员工手册", "档案管理规程", "合同审查细则", "劳动争议调解仲裁法"])
        if name not in book.names and clause.text.text.count("应当") == 1:
            yield from clause.text.swap("应当", f"应当按照《{name}》")


def source_listed_twice(book: Book, chance: Random) -> Iterator[Fault]:
    for source in book.shared("sources"):
        word = source.word("id")
        others = [other.get("id") for other in book.shared("sources") if other.get("id") != source.get("id")]
        if word:
            yield added(source.followed_by(f"id: {chance.choice(others)}", "title: 重复的来源", "paragraphs: 9"))


def annex_unknown(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        if clause.text.text.count("应当") == 1 and clause.kind == "duty":
            annex = chance.choice(["附件三", "附表 2", "本办法的附件", "附录一"])
            yield from clause.text.swap("应当", f"应当按照{annex}")


def clause_cites_itself(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        if clause.text.text.count("应当") == 1 and "items" not in clause.thing:
            yield from clause.text.swap("应当", f"应当按照{{#{clause.id}}}的规定")


def category_without_policy(book: Book, chance: Random) -> Iterator[Fault]:
    for word in book.things["handbook/source/handbook.yml"].words("categories"):
        new = f"安全环保, {word.raw}"
        yield Fault((Edit(word.file, word.start, word.start + len(word.raw), new, "安全环保"),), word.raw, new)


def chapter_title_twice(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        for before, chapter in pairwise(policy.thing.things("chapters")):
            yield from (word.becomes(before.get("title")) for word in chapter.words("title"))


def departments_in_a_circle(book: Book, chance: Random) -> Iterator[Fault]:
    for department in book.departments:
        for word in department.words("parent"):
            yield word.becomes(department.get("name"))


KINDS = (
    kind(clause_id_twice, "R005", "A clause has the id of another one."),
    kind(form_code_twice, "R012", "A form has the code of another one."),
    kind(field_name_twice, "F002", "A field has the name of the one before it."),
    kind(role_declared_twice, "R002", "A role is declared in a second place."),
    kind(policy_title_twice, "R002", "A policy has the title of another one."),
    kind(form_title_twice, "R002", "A form has the title of another one."),
    kind(law_declared_twice, "R002", "A law is listed twice."),
    kind(source_listed_twice, "R002", "A source is listed twice."),
    kind(clause_cited_unknown, "R006", "A text cites an id that no clause has."),
    kind(clause_cited_by_number, "R017 R018", "A text cites an article by a number, and there is none of that number."),
    kind(step_after_unknown, "R006", "A slip in the id of a clause that comes before, or of a step."),
    kind(breach_unknown, "R006", "A slip in the id of a clause whose breach is punished."),
    kind(supersedes_unknown, "R001", "A slip in the id of the policy that is superseded."),
    kind(supersedes_in_a_circle, "R011", "Two policies supersede each other."),
    kind(supersedes_what_is_in_force, "R023", "A policy replaces another, which stays in force."),
    kind(policy_made_twice, "R024", "A second policy for the same matter and units."),
    kind(form_made_without_use, "R004", "A form that no clause uses."),
    kind(source_beyond_the_end, "R009", "A paragraph that the source does not have."),
    kind(source_cited_and_left_out, "R010", "A paragraph that is left out is restated."),
    kind(source_unknown, "R001", "A source that is not listed."),
    kind(source_deleted, "D003", "A clause without origin."),
    kind(effective_before_adopted, "R020", "A policy takes effect before it is adopted."),
    kind(review_overdue, "R021", "The day of the review has passed."),
    kind(review_before_effective, "R020", "The review is due before the policy takes effect."),
    kind(adopted_tomorrow, "R022", "A policy in force takes effect in the future."),
    kind(law_repealed, "R025", "A law that policies rest on is repealed."),
    kind(repealed_law_cited, "R025", "A policy rests on a repealed law."),
    kind(policy_repealed_and_cited, "R025", "A policy that others cite is repealed."),
    kind(applies_to_wider_than_policy, "D004", "A clause applies where its policy does not."),
    kind(policy_moved_to_other_unit, "A005 D005 D008 D009", "A policy applies to a unit that its owner is not in."),
    kind(head_of_another_department, "R007", "A department's head is a role of another one."),
    kind(annex_unknown, "R018", "A text sends to an annex that is not there."),
    kind(clause_cites_itself, "R006", "A text cites the clause it stands in."),
    kind(category_without_policy, "R004", "A category in which there is no policy."),
    kind(chapter_title_twice, "R002", "Two chapters of a policy have one title."),
    kind(departments_in_a_circle, "R008", "A department is above itself."),
    kind(head_deleted, "S002", "A department without head."),
    kind(reports_in_a_circle, "R008", "A role reports to its own subordinate."),
    kind(law_cited_without_declaration, "R003", "A text names a document that is not there."),
)
