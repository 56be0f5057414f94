"""Names written wrong: roles, departments, units, forms, laws, measures, categories and terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from random import Random

from tests.mutation.book import Book, Clause
from tests.mutation.fault import Fault, added, kind
from tests.mutation.slips import misspelt, renamed
from tests.mutation.tree import Thing, Word

_MODALS = ("应当", "不得", "可以")


def _renamed(words: Iterable[Word], book: Book) -> Iterator[Fault]:
    """One of the names changed, the others left."""
    for word in words:
        if word.text in book.names:
            yield word.becomes(renamed(word.text, book.names))


def _misspelt(words: Iterable[Word], book: Book, chance: Random) -> Iterator[Fault]:
    for word in words:
        if word.text in book.names:
            yield word.becomes(misspelt(word.text, chance, book.names))


def _words(things: Iterable[Thing], *keys: str) -> Iterator[Word]:
    return (word for thing in things for key in keys for word in thing.words(key))


def role_renamed_in_clause(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _renamed(_words((clause.thing for clause in book.clauses), "who"), book)


def bearer_misspelt_in_clause(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _misspelt(_words((clause.thing for clause in book.clauses), "who", "with", "to"), book, chance)


def keeper_of_record_renamed(book: Book, chance: Random) -> Iterator[Fault]:
    records = (record for clause in book.clauses for record in clause.thing.things("record"))
    yield from _renamed(_words(records, "keeper"), book)


def role_renamed_in_policy_head(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _renamed(_words((policy.thing for policy in book.policies), "owner", "approver"), book)


def role_renamed_in_matrix(book: Book, chance: Random) -> Iterator[Fault]:
    matrices = [matrix for policy in book.policies for matrix in policy.thing.things("approvals")]
    tiers = [tier for matrix in matrices for tier in matrix.things("tiers")]
    yield from _renamed((*_words(matrices, "propose"), *_words(tiers, "approve")), book)


def role_renamed_in_penalty(book: Book, chance: Random) -> Iterator[Fault]:
    penalties = (penalty for policy in book.policies for penalty in policy.penalties)
    yield from _renamed(_words(penalties, "who", "decided_by"), book)


def role_renamed_in_form(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _renamed(_words(book.forms, "owner", "keeper"), book)
    sections = (section for form in book.forms for section in form.things("sections"))
    yield from _renamed(_words(sections, "filled_by"), book)


def role_renamed_in_signature(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _renamed(_words((box for form in book.forms for box in form.things("signatures")), "who"), book)


def receiver_of_copy_renamed(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _renamed(_words((copy for form in book.forms for copy in form.things("copies")), "to"), book)


def role_renamed_in_organization(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _renamed(_words(book.departments, "head", "parent"), book)
    yield from _renamed(_words(book.roles, "reports_to"), book)
    yield from _renamed(_words((group for file in book.organization for group in file.things("groups")), "roles"), book)


def role_renamed_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    """The bearer's name in front of 应当, 不得 or 可以; `who` still has the old one."""
    for clause, name in _named_in_text(book):
        if not name.startswith("全体"):
            yield from clause.text.swap(name, renamed(name, book.names))


def other_role_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    for clause, name in _named_in_text(book):
        here = {unit.name for unit in clause.linked.units}
        others = [
            role.name
            for role in book.handbook.roles
            if here & {unit.name for unit in role.department.units} and role.name not in clause.text.text
            if role.department.name not in {bearer.name for bearer in clause.linked.who} | {name}
            if role.name not in {bearer.name for bearer in clause.linked.who}
        ]
        if others:
            yield from clause.text.swap(name, chance.choice(others))


def _named_in_text(book: Book) -> Iterator[tuple[Clause, str]]:
    """Clauses of one bearer, whose name is the subject of the text."""
    for clause in book.clauses:
        names = clause.thing.texts("who")
        alone = len(names) == 1 and clause.text.text.count(names[0]) == 1
        if alone and any(f"{names[0]}{modal}" in clause.text.text for modal in _MODALS):
            yield clause, names[0]


def unit_misspelt(book: Book, chance: Random) -> Iterator[Fault]:
    things = [*(policy.thing for policy in book.policies), *(clause.thing for clause in book.clauses), *book.forms]
    yield from _misspelt((*_words(things, "applies_to"), *_words(book.departments, "units")), book, chance)


def form_misspelt_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    yield from _misspelt(_words((clause.thing for clause in book.clauses), "form"), book, chance)


def form_misspelt_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for form in clause.thing.texts("form"):
            wrong = misspelt(form, chance, book.names)
            yield from clause.text.swap(f"《{form}》", f"《{wrong}》")


def form_misspelt_in_its_title(book: Book, chance: Random) -> Iterator[Fault]:
    used = {name for clause in book.clauses for name in clause.thing.texts("form")}
    yield from _misspelt((word for word in _words(book.forms, "title") if word.text in used), book, chance)


def other_form_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    """Another form of the same unit where the text names the right one."""
    titles = {form.get("title"): frozenset(form.texts("applies_to")) for form in book.forms}
    for clause in book.clauses:
        for word in clause.thing.words("form"):
            others = [title for title, units in titles.items() if units == titles.get(word.text)]
            others = [title for title in others if title not in clause.text.text]
            if f"《{word.text}》" in clause.text.text and others:
                yield word.becomes(chance.choice(others))


def policy_misspelt_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    titles = [policy.thing.get("title") for policy in book.policies]
    for clause in book.clauses:
        for title in titles:
            yield from clause.text.swap(f"《{title}》", f"《{misspelt(title, chance, book.names)}》")


def law_unknown_in_basis(book: Book, chance: Random) -> Iterator[Fault]:
    words = _words((policy.thing for policy in book.policies), "basis")
    yield from _misspelt(words, book, chance)
    for policy in book.policies:
        for word in policy.thing.words("basis"):
            yield word.becomes("劳动争议处理法")


def law_misspelt_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    laws = [law.name for law in book.handbook.laws]
    for clause in book.clauses:
        for law in laws:
            yield from clause.text.swap(f"《{law}》", f"《{misspelt(law, chance, book.names)}》")


def law_misspelt_in_adaptation(book: Book, chance: Random) -> Iterator[Fault]:
    adapted = (adapted for clause in book.clauses for adapted in clause.thing.things("adapted"))
    yield from _misspelt(_words(adapted, "law"), book, chance)


def measure_unknown(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        for penalty in policy.penalties:
            things = (penalty, *penalty.things("tiers"))
            yield from _misspelt(_words(things, "measures"), book, chance)
            yield from _misspelt(_words(penalty.things("escalation"), "to"), book, chance)


def category_unknown(book: Book, chance: Random) -> Iterator[Fault]:
    for policy in book.policies:
        word = policy.thing.word("category")
        if word:
            yield word.becomes(misspelt(word.text, chance, book.handbook.settings.categories))


def role_renamed_where_declared(book: Book, chance: Random) -> Iterator[Fault]:
    used = {name for clause in book.clauses for name in clause.thing.texts("who")}
    yield from _renamed((word for word in _words(book.roles, "name") if word.text in used), book)


def department_renamed_where_declared(book: Book, chance: Random) -> Iterator[Fault]:
    """The department has a new name, and several places still have the old one."""
    uses = [name for clause in book.clauses for name in clause.thing.texts("who")]
    often = (word for word in _words(book.departments, "name") if uses.count(word.text) > 2)
    yield from _renamed(often, book)


def unused_declared(book: Book, chance: Random) -> Iterator[Fault]:
    """A new role or term that nobody names; laws and measures may well be kept in stock."""
    for department in book.departments:
        *_, last = department.things("roles")
        yield added(last.followed_by("name: 档案联络员", f"reports_to: {department.get('head')}", wrong="档案联络员"))
    for term in book.shared("terms"):
        lines = ("term: 滚存库龄", "definition: 货物入库以后经过的天数。", "added: 补充。")
        yield added(term.followed_by(*lines, wrong=lines[0]))


def name_with_two_meanings(book: Book, chance: Random) -> Iterator[Fault]:
    """A role gets an alias that a department has, or a department one that a role has."""
    for role in book.roles:
        taken = chance.choice([department.get("name") for department in book.departments])
        if "aliases" not in role:
            yield added(role.put(f"aliases: [{taken}]", after="name"))


KINDS = (
    kind(role_renamed_in_clause, "R001", "In one `who` a role has got a new name."),
    kind(bearer_misspelt_in_clause, "R001", "A slip in a name under `who`, `with` or `to`."),
    kind(keeper_of_record_renamed, "R001", "The keeper of a record has got a new name there only."),
    kind(role_renamed_in_policy_head, "R001", "A policy's owner or approver has got a new name there only."),
    kind(role_renamed_in_matrix, "R001", "One who proposes or approves has got a new name there only."),
    kind(role_renamed_in_penalty, "R001", "The offender or who decides has got a new name in one penalty."),
    kind(role_renamed_in_form, "R001", "A form's owner, keeper or filler has got a new name there only."),
    kind(role_renamed_in_signature, "R001", "One who signs has got a new name in one box."),
    kind(receiver_of_copy_renamed, "R001", "The receiver of a copy has got a new name there only."),
    kind(role_renamed_in_organization, "R001 R007", "A head, parent, superior or member has got a new name."),
    kind(role_renamed_in_text, "D015 R027", "In a text the bearer has got a new name, `who` has the old one."),
    kind(other_role_in_text, "D015 D016", "A text says that somebody else does it than `who`."),
    kind(unit_misspelt, "R001", "A slip in a unit's name."),
    kind(form_misspelt_in_field, "R001", "A slip in a form's name under `form`."),
    kind(form_misspelt_in_text, "R003 R027", "A slip in a form's name in a text."),
    kind(form_misspelt_in_its_title, "R001 R003 R004", "A slip in a form's own title."),
    kind(other_form_in_field, "D010 F024", "`form` names another form than the text."),
    kind(policy_misspelt_in_text, "R003", "A slip in a policy's title in a text."),
    kind(law_unknown_in_basis, "R001", "A policy rests on a law that is not there."),
    kind(law_misspelt_in_text, "R003", "A slip in a law's name in a text."),
    kind(law_misspelt_in_adaptation, "R001", "A slip in the name of the law that demands an adaptation."),
    kind(measure_unknown, "R001", "A slip in the name of a measure."),
    kind(category_unknown, "R001", "A slip in the category of a policy."),
    kind(role_renamed_where_declared, "R004 R001", "A role is renamed where it is declared, and nowhere else."),
    kind(department_renamed_where_declared, "R001", "A department is renamed where it is declared, and nowhere else."),
    kind(unused_declared, "R004", "A role or term that nothing names."),
    kind(name_with_two_meanings, "R013", "A role gets a department's name as its alias."),
)
