"""Forms: copies, fields, sign-off, keeping, personal data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from random import Random

from generator.link.handbook import Unit
from tests.mutation.book import Book
from tests.mutation.fault import Edit, Fault, added, kind
from tests.mutation.tree import Thing, Word

_COPIES = re.compile(r"一式([二两三四五六七八九])[联份]")
_ASKED = re.compile("(?:注明|写明|记明|填明|载明|填写)([^。；《》]+)")
_LISTED = re.compile("、|，|和|与|以及|以|的")
_HAN = "一二三四五六七八九"
_PERSONAL = ("phone", "id-number", "address")


def _counted(book: Book) -> Iterator[tuple[Word, re.Match[str], Thing]]:
    """Texts that tell how many copies a form has, with the form."""
    forms = {form.get("title"): form for form in book.forms if form.things("copies")}
    for clause in book.clauses:
        for match in _COPIES.finditer(clause.text.text):
            named = [title for title in clause.thing.texts("form") if title in forms]
            if len(named) == 1:
                yield clause.text, match, forms[named[0]]


def copy_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    """A copy of a form is gone that texts count or send to somebody."""
    for form in _with_told_copies(book):
        yield from (copy.gone() for copy in form.things("copies"))


def copy_added(book: Book, chance: Random) -> Iterator[Fault]:
    for form in {form.file: form for _, _, form in _counted(book)}.values():
        *_, last = form.things("copies")
        yield added(last.followed_by(f"{{to: {form.get('owner')}, color: 紫, use: 备查}}"))


def _with_told_copies(book: Book) -> Iterator[Thing]:
    """Forms whose copies some text tells: 一式五联, 第三联."""
    counted = [clause for clause in book.clauses if re.search("[一二三四五六]联", clause.text.text)]
    told = {title for clause in counted for title in clause.thing.texts("form")}
    return (form for form in book.forms if form.things("copies") and form.get("title") in told)


def receiver_of_copy_changed(book: Book, chance: Random) -> Iterator[Fault]:
    """A copy goes to somebody else than the text says."""
    for form in _with_told_copies(book):
        receivers = {copy.get("to") for copy in form.things("copies")}
        units = set(form.texts("applies_to"))
        others = [
            department.name
            for department in book.handbook.departments
            if units <= {unit.name for unit in department.units} and department.name not in receivers
        ]
        for copy in form.things("copies"):
            word = copy.word("to")
            if word and others and _is_told(book, form.get("title"), word.text):
                yield word.becomes(chance.choice(others))


def _is_told(book: Book, title: str, receiver: str, copy: str = "联") -> bool:
    """Whether a text says that this receiver gets a copy of the form, or a certain one."""
    texts = (c.text.text for c in book.clauses if title in c.thing.texts("form") or f"《{title}》" in c.text.text)
    return any(re.search(copy, text) and receiver in text for text in texts)


def receivers_of_copies_swapped(book: Book, chance: Random) -> Iterator[Fault]:
    for form in _with_told_copies(book):
        words = [word for copy in form.things("copies") for word in copy.words("to")]
        for first, second in pairwise(words):
            if first.text != second.text and _is_told(book, form.get("title"), first.text, "第[一二三四五六]联"):
                yield Fault((first.edit(second.text), second.edit(first.text)), first.text, second.text)


def number_of_copies_changed_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    for text, match, _ in _counted(book):
        value = _HAN.index(match[1].replace("两", "二"))
        other = _HAN[value + 1] if chance.random() < 0.5 or value < 2 else _HAN[value - 1]
        yield from text.swap(match[0], match[0].replace(match[1], other))


def number_of_copies_changed_everywhere(book: Book, chance: Random) -> Iterator[Fault]:
    """Text and limit have another number of copies than the form."""
    for clause in book.clauses:
        for match in _COPIES.finditer(clause.text.text):
            value = _HAN.index(match[1].replace("两", "二")) + 1
            for limit in clause.thing.things("limits"):
                word = limit.word("exactly")
                if word and word.text == f"{value} 联":
                    for edit in clause.text.swapped(match[0], match[0].replace(match[1], _HAN[value])):
                        yield Fault((edit, word.edit(f"{value + 1} 联")), match[0], f"{value + 1} 联")


def demanded_field_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    """A clause asks for something to be written down, the form has no field for it any more."""
    forms = {form.get("title"): form for form in book.forms}
    for clause in book.clauses:
        asked = {name for found in _ASKED.finditer(clause.text.text) for name in _LISTED.split(found[1])}
        for title in clause.thing.texts("form"):
            for field in _fields(forms[title]) if title in forms else []:
                if field.get("label") in asked and len(field.get("label")) > 2:
                    yield field.gone()


def _fields(form: Thing) -> list[Thing]:
    return [field for section in form.things("sections") for field in section.things("fields")]


def sign_off_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    """A box of the sign-off row is gone though the text says that its signer approves."""
    for form in book.forms:
        boxes = form.things("signatures")
        for box in boxes if len(boxes) > 1 else []:
            if any(_signs(book, form.get("title"), name) for name in box.texts("who")):
                yield box.gone()


def sign_off_changed(book: Book, chance: Random) -> Iterator[Fault]:
    """Another role of the same unit signs in the place of the one that the text names."""
    for form in book.forms:
        units = set(form.texts("applies_to"))
        signers = {name for box in form.things("signatures") for name in box.texts("who")}
        others = [
            role.name
            for role in book.handbook.roles
            if units <= {unit.name for unit in role.department.units} and role.name not in signers
        ]
        for box in form.things("signatures"):
            words = box.words("who")
            if len(words) == 1 and others and _signs(book, form.get("title"), words[0].text):
                yield words[0].becomes(chance.choice(others))


def _signs(book: Book, title: str, name: str) -> bool:
    """Whether a clause of the form says that `name` signs or approves it, or a matrix on the form does."""
    verbs = "签字|核签|批准|核准|签章|审批|同意"
    for clause in book.clauses:
        text = re.sub("《[^》]*》", "《》", clause.text.text)
        signs = re.search(f"(?<!到){name}(?:(?!收到)[^。；]){{0,12}}({verbs})", text)
        if signs and title in clause.thing.texts("form"):
            return True
    return any(
        title in f"{matrix.get('subject')}{tier.get('case')}" and name in tier.texts("approve")
        for policy in book.policies
        for matrix in policy.thing.things("approvals")
        for tier in matrix.things("tiers")
    )


def _units(book: Book, form: Thing) -> list[Unit]:
    return [unit for unit in book.handbook.units if unit.name in form.texts("applies_to")]


def sign_off_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        others = [name for name in book.elsewhere(_units(book, form)) if not name.endswith(("部", "室"))]
        for box in form.things("signatures"):
            for word in box.words("who")[:1]:
                yield word.becomes(chance.choice(others))


def keeper_of_form_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        others = book.elsewhere(_units(book, form))
        for word in form.words("keeper"):
            yield word.becomes(chance.choice(others))


def receiver_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        others = book.elsewhere(_units(book, form))
        for copy in form.things("copies"):
            for word in copy.words("to"):
                yield word.becomes(chance.choice(others))


def filler_of_another_unit(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        others = book.elsewhere(_units(book, form))
        for section in form.things("sections"):
            for word in section.words("filled_by"):
                yield word.becomes(chance.choice(others))


def retention_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    yield from (fault for form in book.forms for fault in form.without("retention"))


def keeper_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    yield from (fault for form in book.forms for fault in form.without("keeper"))


def number_rule_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    yield from (fault for form in book.forms for fault in form.without("number"))


def number_rule_given_twice(book: Book, chance: Random) -> Iterator[Fault]:
    """Two forms count under the same letters."""
    rules = [form.get("number") for form in book.forms if form.get("number")[:1].isalpha()]
    for form in book.forms:
        for word in form.words("number"):
            others = [rule for rule in rules if rule != word.text]
            if word.text[:1].isalpha() and others:
                yield word.becomes(chance.choice(others))


def purpose_of_personal_data_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        for field in _fields(form):
            if field.get("type") in _PERSONAL:
                yield from field.without("personal")


def personal_field_added(book: Book, chance: Random) -> Iterator[Fault]:
    """A field that asks for personal data and does not say what for."""
    new = (
        "{name: id-card, label: 身份证号, type: id-number, width: 2}",
        "{name: home-address, label: 家庭住址, type: address, width: 4}",
        "{name: health, label: 健康状况, width: 2}",
        "{name: mobile, label: 手机号码, type: phone, width: 2}",
    )
    for form in book.forms:
        fields = form.things("sections")[0].things("fields")
        line = chance.choice(new)
        if fields[-1].node.flow_style:
            yield added(fields[-1].followed_by(line))


def field_type_unknown(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        for field in _fields(form):
            for word in field.words("type"):
                yield word.becomes({"paragraph": "textarea", "number": "integer"}.get(word.text, f"{word.text}-field"))


def options_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        for field in _fields(form):
            if field.get("type") in ("choice", "choices"):
                yield from field.without("options")


def option_twice(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        for field in _fields(form):
            words = field.words("options")
            for first, second in pairwise(words):
                yield second.becomes(first.text)


def width_too_large(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        for field in _fields(form):
            for word in field.words("width"):
                yield word.becomes(chance.choice(["5", "6", "8", "0"]))


def total_of_unknown_column(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        for field in _fields(form):
            for word in field.words("total"):
                yield word.becomes(f"{word.text}合计")


def columns_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    for form in book.forms:
        for field in _fields(form):
            if field.get("type") == "table":
                yield from field.without("columns")


def preset_row_cut(book: Book, chance: Random) -> Iterator[Fault]:
    """A row of a table gets more cells than the table has columns."""
    for form in book.forms:
        for field in _fields(form):
            columns = len(field.things("columns"))
            begin = field.node.start_mark.index
            for found in re.finditer(r"- \[[^\]]+(?=\])", field.source[begin : field.node.end_mark.index]):
                at = begin + found.end()
                if columns:
                    new = "".join(f", 第{number}格" for number in range(columns))
                    yield Fault((Edit(field.file, at, at, new),), "", new)


def copy_numbered_otherwise_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    """第二联 becomes 第三联, or a copy that the form does not have."""
    for clause in book.clauses:
        for match in re.finditer("第([一二三四五六])联(?=[^，。；]{0,2}[由送交存])", clause.text.text):
            position = _HAN.index(match[1])
            for other in (_HAN[position ^ 1], _HAN[min(position + 6, 8)]):
                yield from clause.text.swap(match[0], f"第{other}联", match.start())


def receiver_changed_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    """A text sends a copy to another department than the form."""
    for clause in book.clauses:
        for department in book.handbook.departments if "联" in clause.text.text else ():
            told = re.search(f"第[一二三四五六]联送{department.name}", clause.text.text)
            others = [
                other.name
                for other in book.handbook.departments
                if set(department.units) <= set(other.units) and other.name not in clause.text.text
            ]
            if told and others:
                yield from clause.text.swap(told[0], told[0].replace(department.name, chance.choice(others)))


KINDS = (
    kind(copy_deleted, "F006", "A form has fewer copies than texts say."),
    kind(copy_added, "F006", "A form has more copies than texts say."),
    kind(receiver_of_copy_changed, "F007", "A copy goes to another than the text says."),
    kind(receivers_of_copies_swapped, "F007", "Two copies go to each other's receiver."),
    kind(number_of_copies_changed_in_text, "F006 Q001", "一式五联 becomes 一式四联 in the text."),
    kind(number_of_copies_changed_everywhere, "F006", "Text and limit have another number of copies than the form."),
    kind(copy_numbered_otherwise_in_text, "F006 F007", "第二联 becomes 第三联 in the text."),
    kind(receiver_changed_in_text, "F007 D015", "The text sends a copy elsewhere."),
    kind(demanded_field_deleted, "F025", "The form lacks a field that a clause asks for."),
    kind(sign_off_deleted, "F022", "The box of somebody who has to approve is missing."),
    kind(sign_off_changed, "F021 F022", "Somebody else signs than who has to approve."),
    kind(sign_off_of_another_unit, "D009 F021", "Somebody of another unit signs."),
    kind(keeper_of_form_of_another_unit, "D009", "A form is kept in another unit."),
    kind(receiver_of_another_unit, "D009", "A copy goes to another unit."),
    kind(filler_of_another_unit, "D009 F029", "A section is filled in by another unit."),
    kind(retention_deleted, "S002", "A form without retention."),
    kind(keeper_deleted, "S002", "A form without keeper."),
    kind(number_rule_deleted, "F012", "A form without number."),
    kind(number_rule_given_twice, "F013 F014 F015", "Two forms with one number rule."),
    kind(purpose_of_personal_data_deleted, "F026 F027", "Personal data without purpose."),
    kind(personal_field_added, "F026 F027", "A new field of personal data without purpose."),
    kind(field_type_unknown, "S004", "A field's type that does not exist."),
    kind(options_deleted, "F003", "A choice without options."),
    kind(option_twice, "F017", "The same option twice."),
    kind(width_too_large, "F004", "A field wider than the line."),
    kind(total_of_unknown_column, "F005", "A total of a column that is not there."),
    kind(columns_deleted, "F003", "A table without columns."),
    kind(preset_row_cut, "F005", "A row with more cells than columns."),
)
