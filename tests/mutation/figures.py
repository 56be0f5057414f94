"""Figures: changed in the text alone, in the field alone, in the unit or at the boundary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.mutation.book import Book, Clause
from tests.mutation.fault import Fault, kind
from tests.mutation.slips import numbers_in, other_number
from tests.mutation.tree import Thing, Word

_QUANTITY = re.compile(r"^(\d+(?:\.\d+)?) ?(个工作日|工作日|个月|分钟|小时|[^\d\s–-]{1,2}|%)$")
_HAN = dict(zip("123456789", "一二三四五六七八九", strict=True))
_OTHER_UNITS = {
    "天": "个工作日",
    "个工作日": "天",
    "小时": "天",
    "分钟": "小时",
    "元": "万元",
    "个月": "年",
    "年": "个月",
    "周": "个月",
}
_BOUNDS = {
    "不得超过": "不得少于",
    "不超过": "不少于",
    "不得少于": "不得超过",
    "不少于": "不超过",
    "至少": "至多",
    "以上": "以下",
    "以内": "以上",
}
_EXCLUDING = ("超过", "多于", "高于", "以外", "不满", "不足", "低于")
_KEYS = ("at_least", "over", "at_most", "under", "exactly")
_INCLUDING = {"over": "at_least", "under": "at_most", "at_least": "over", "at_most": "under"}
_PERIODS = {"每日": "每周", "每周": "每月", "每月": "每季度", "每年": "每月", "每两个月": "每三个月"}


@dataclass(frozen=True, slots=True)
class Held:
    """A figure that stands in a field and once in the clause's text: there from `at`, written `shown`."""

    clause: Clause
    field: Word
    number: str
    unit: str
    at: int
    shown: str

    @property
    def taken(self) -> list[str]:
        """The numbers that stand anywhere in the clause, in digits and in characters."""
        numbers = numbers_in(self.clause.thing.written)
        return [*numbers, *(_HAN[number] for number in numbers if number in _HAN)]


def _held(book: Book) -> Iterator[Held]:
    for policy in book.policies:
        listed = [(penalty, penalty.texts("breach")) for penalty in policy.thing.things("penalties")]
        for clause in policy.clauses:
            own = [*_fields(clause.thing), *(f for p in clause.thing.things("penalty") for f in _sanction(p))]
            own += [field for penalty, breach in listed if clause.id in breach for field in _sanction(penalty)]
            for word, unit in own:
                yield from _in_text(clause, word, unit)


def _fields(thing: Thing) -> Iterator[tuple[Word, str]]:
    for key in ("within", "ahead"):
        yield from ((word, "") for word in thing.words(key))
    for limit in thing.things("limits"):
        yield from ((word, "") for word in _values(limit))
    for reward in thing.things("reward"):
        yield from _sanction(reward)
    for record in thing.things("record"):
        yield from ((word, "") for word in record.words("retention"))


def _sanction(thing: Thing) -> Iterator[tuple[Word, str]]:
    for part in (thing, *thing.things("tiers")):
        for key in ("fine", "amount", "compensate", "deduct"):
            yield from ((word, "") for word in part.words(key))
        yield from ((word, "分") for word in part.words("points"))
    for step in thing.things("escalation"):
        yield from ((word, "次") for word in step.words("times"))


def _in_text(clause: Clause, word: Word, unit: str) -> Iterator[Held]:
    found = _QUANTITY.match(f"{word.text}{unit}")
    if not found or not clause.text.is_plain:
        return
    number, unit = found.groups()
    shown = [*re.finditer(rf"(?<![\d.]){re.escape(number)} ?{re.escape(unit)}", clause.text.text)]
    if not shown and number in _HAN:
        shown = [*re.finditer(f"{_HAN[number]}{re.escape(unit)}", clause.text.text)]
    if len(shown) == 1:
        digits = number if shown[0][0].startswith(number) else _HAN[number]
        yield Held(clause, word, number, unit, shown[0].start(), digits)


def figure_changed_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        if held.shown == held.number:
            yield from held.clause.text.swap(held.number, other_number(held.number, chance, held.taken), held.at)


def han_figure_changed_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        if held.shown != held.number:
            yield from held.clause.text.swap(held.shown, other_number(held.shown, chance, held.taken), held.at)


def figure_changed_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        yield from held.field.swap(held.number, other_number(held.number, chance, held.taken))


def fine_changed_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        if held.unit == "元":
            yield from held.clause.text.swap(held.number, other_number(held.number, chance, held.taken), held.at)


def fine_changed_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        if held.unit == "元":
            yield from held.field.swap(held.number, other_number(held.number, chance, held.taken))


def deadline_changed_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        if held.field.text == held.clause.thing.get("within"):
            yield from held.clause.text.swap(held.shown, other_number(held.shown, chance, held.taken), held.at)


def deadline_changed_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        if held.field.text == held.clause.thing.get("within"):
            yield from held.field.swap(held.number, other_number(held.number, chance, held.taken))


def limit_changed_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        limits = [word for limit in held.clause.thing.things("limits") for word in _values(limit)]
        if held.field in limits:
            yield from held.field.swap(held.number, other_number(held.number, chance, held.taken))


def _values(limit: Thing) -> list[Word]:
    return [word for key in _KEYS for word in limit.words(key)]


def unit_changed_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        if held.unit in _OTHER_UNITS:
            yield from held.clause.text.swap(held.unit, _OTHER_UNITS[held.unit], held.at)


def unit_changed_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        if held.unit in _OTHER_UNITS:
            yield from held.field.swap(held.unit, _OTHER_UNITS[held.unit])


def bound_flipped_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    for clause, limit in _limits(book):
        number = numbers_in(_values(limit)[0].text)[0]
        for old, new in _BOUNDS.items():
            beside = re.search(rf"{old} ?{number}|{number} ?\S{{1,2}}{old}", clause.text.text)
            if beside and clause.text.text.count(old) == 1:
                yield from clause.text.swap(old, new)
                break


def bound_flipped_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    for clause, limit in _limits(book):
        for word in limit.key_words():
            other = {"at_most": "at_least", "at_least": "at_most"}.get(word.text)
            if other and any(bound in clause.text.text for bound in (*_BOUNDS, "达到")):
                yield word.becomes(other)


def figure_included_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    """The text says 以上 and the field over, or the text 超过 and the field at_least."""
    for clause, limit in _limits(book):
        for word in limit.key_words():
            if word.text in _INCLUDING and any(bound in clause.text.text for bound in (*_BOUNDS, *_EXCLUDING)):
                yield word.becomes(_INCLUDING[word.text])


def bounds_crossed(book: Book, chance: Random) -> Iterator[Fault]:
    """A limit gets a second bound that leaves no figure between the two."""
    for _, limit in _limits(book):
        for word in limit.key_words():
            other = {"at_least": "under", "over": "at_most", "at_most": "over", "under": "at_least"}.get(word.text)
            if other and len(limit.key_words()) == 2:
                yield Fault((limit.put(f"{other}: {limit.get(word.text)}"),), word.text, other)


def exact_made_a_limit(book: Book, chance: Random) -> Iterator[Fault]:
    """The text says 不超过 or 至少, the field now says exactly."""
    for clause, limit in _limits(book):
        for word in limit.key_words():
            if word.text in ("at_most", "at_least") and any(bound in clause.text.text for bound in _BOUNDS):
                yield word.becomes("exactly")


def _limits(book: Book) -> Iterator[tuple[Clause, Thing]]:
    """Clauses with the limits whose figure stands in their text."""
    for clause in book.clauses:
        for limit in clause.thing.things("limits"):
            numbers = numbers_in(_values(limit)[0].text)
            if numbers and numbers[0] in clause.text.text:
                yield clause, limit


def limits_deleted(book: Book, chance: Random) -> Iterator[Fault]:
    """No field of the policy holds a figure of the text any more."""
    for clause, limit in _limits(book):
        values = [word.text for word in _values(limit)]
        whole, own = book.texts[clause.policy.thing.file], "\n".join(clause.thing.lines())
        waited_for = clause.thing.get("when") + clause.thing.get("before")
        if any(whole.count(value) == own.count(value) and value not in waited_for for value in values):
            yield from clause.thing.without("limits")


def deadline_deleted_from_fields(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        if held.field.text == held.clause.thing.get("within"):
            yield from held.clause.thing.without("within")


def frequency_deleted_from_fields(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        told = any(period in clause.text.text for period in _PERIODS) and "limits" not in clause.thing
        if told and clause.thing.get("every")[:2] in clause.text.text:
            yield from clause.thing.without("every")


def fine_deleted_from_fields(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for penalty in clause.thing.things("penalty"):
            if "罚款" in clause.text.text and len(penalty.key_words()) > 2:
                yield from penalty.without("fine")


def penalty_deleted_from_fields(book: Book, chance: Random) -> Iterator[Fault]:
    """The text threatens a fine or dismissal, the penalty is gone."""
    for clause in book.clauses:
        if re.search(r"罚款 ?\d+ ?元|予以辞退|予以劝退", clause.text.text):
            yield from clause.thing.without("penalty")


def deadline_deleted_from_text(book: Book, chance: Random) -> Iterator[Fault]:
    for held in _held(book):
        if held.field.text != held.clause.thing.get("within"):
            continue
        figure = f"{held.shown} {held.unit}内"
        for old, new in ((f"应当在 {figure}", "应当"), (f"起 {figure}", "起"), (f"后 {figure}", "后")):
            yield from held.clause.text.swap(old, new)


def fine_deleted_from_text(book: Book, chance: Random) -> Iterator[Fault]:
    """No text of those whose breach is punished tells the fine any more."""
    for held in _held(book):
        breaching = [one.texts("breach") for one in held.clause.policy.thing.things("penalties")]
        if held.unit == "元" and not any(len(ids) > 1 and held.clause.id in ids for ids in breaching):
            yield from held.clause.text.swap(f"罚款 {held.number} 元", "处以罚款")


def figure_added_to_text(book: Book, chance: Random) -> Iterator[Fault]:
    """A deadline in the text that no field knows."""
    for clause in book.clauses:
        plain = not {"within", "every", "ahead", "limits"} & {word.text for word in clause.thing.key_words()}
        if clause.kind == "duty" and plain and clause.text.text.count("应当") == 1:
            figure = chance.choice(["3 天", "5 个工作日", "24 小时", "10 日", "两周"])
            yield from clause.text.swap("应当", f"应当在 {figure}内")


def frequency_changed_in_text(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        every = clause.thing.get("every")
        for old, new in _PERIODS.items():
            if every.startswith(old) and clause.text.text.count(old) == 1 and not every.startswith("每周"):
                yield from clause.text.swap(old, new)
        yield from _other_day(clause.text, every, chance)


def frequency_changed_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        every = clause.thing.word("every")
        if every and every.text[:2] in clause.text.text:
            if every.text in _PERIODS:
                yield every.becomes(_PERIODS[every.text])
            for number in numbers_in(every.text)[:1]:
                if number in clause.text.text and every.text.startswith("每月"):
                    yield from every.swap(number, _other_day_number(number, chance))


def _other_day(word: Word, every: str, chance: Random) -> Iterator[Fault]:
    """每月10日前 becomes 每月15日前."""
    for number in numbers_in(every)[:1] if every.startswith("每月") else []:
        if len(re.findall(rf"(?<!\d){number}(?!\d)", word.text)) == 1:
            yield from word.swap(number, _other_day_number(number, chance))


def _other_day_number(number: str, chance: Random) -> str:
    return str(int(number) + chance.choice([1, 3, 5])) if int(number) < 20 else str(int(number) - 5)


def range_changed_in_field(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for word in clause.thing.words("within"):
            ends = re.match(r"(\d+)–(\d+)", word.text)
            if ends and word.text in clause.text.text:
                yield from word.swap(ends[0], f"{ends[1]}–{int(ends[2]) + 7}")
                yield from word.swap(ends[0], f"{int(ends[1]) - 3}–{ends[2]}")
                yield from clause.text.swap(ends[0], f"{ends[1]}–{int(ends[2]) + 4}")


def step_limit_changed(book: Book, chance: Random) -> Iterator[Fault]:
    """A procedure's step has a longer limit than the clause it does; a shorter one is allowed."""
    for policy in book.policies:
        limits = {clause.id: clause.thing.get("within") for clause in policy.clauses}
        for procedure in policy.thing.things("procedures"):
            for step in procedure.things("steps"):
                limit = limits.get(step.get("do"))
                word = step.word("within")
                if not limit or not numbers_in(limit):
                    continue
                number = numbers_in(limit)[0]
                more = other_number(number, chance, [number, number[::-1].lstrip("0")])
                if word and word.text == limit:
                    yield from word.swap(number, more)
                elif "–" not in limit and not word:
                    other = limit.replace(number, more)
                    yield Fault((step.put(f"within: {other}"),), limit, other)


KINDS = (
    kind(figure_changed_in_text, "F006 Q001 Q002", "A figure is changed in the text, not in its field."),
    kind(han_figure_changed_in_text, "F006 Q001 Q002", "A figure in Chinese characters is changed in the text alone."),
    kind(figure_changed_in_field, "F006 Q001 Q002", "A figure is changed in its field, not in the text."),
    kind(fine_changed_in_text, "Q001 Q002", "A fine is changed in the text alone."),
    kind(fine_changed_in_field, "Q001 Q002", "A fine is changed in the penalty alone."),
    kind(deadline_changed_in_text, "Q001 Q002", "A deadline is changed in the text alone."),
    kind(deadline_changed_in_field, "Q001 Q002 T006", "A deadline is changed in its field alone."),
    kind(limit_changed_in_field, "F006 Q001 Q002", "A limit is changed in its field alone."),
    kind(unit_changed_in_text, "Q001 Q002 Q003", "天 becomes 工作日, 元 becomes 万元, in the text alone."),
    kind(unit_changed_in_field, "Q001 Q002 Q003 Q007", "天 becomes 工作日, 元 becomes 万元, in the field alone."),
    kind(bound_flipped_in_text, "Q004", "不超过 becomes 不少于 in the text alone."),
    kind(bound_flipped_in_field, "Q004", "at_most becomes at_least."),
    kind(figure_included_in_field, "Q004", "at_least becomes over, over becomes at_least; the same below."),
    kind(bounds_crossed, "Q007", "A limit gets a second bound that rules out the first."),
    kind(exact_made_a_limit, "Q004", "at_most becomes exactly."),
    kind(limits_deleted, "Q001", "The text has a limit that no field holds."),
    kind(deadline_deleted_from_fields, "Q001", "The text has a deadline that no field holds."),
    kind(frequency_deleted_from_fields, "Q001", "The text has a frequency that no field holds."),
    kind(fine_deleted_from_fields, "P002 Q001", "The text has a fine that the penalty lacks."),
    kind(penalty_deleted_from_fields, "P006 P016 Q001", "The text has a sanction, and there is no penalty."),
    kind(deadline_deleted_from_text, "Q002", "A field has a deadline that the text lacks."),
    kind(fine_deleted_from_text, "Q002", "A penalty has a fine that the text lacks."),
    kind(figure_added_to_text, "Q001", "A deadline is written into the text alone."),
    kind(frequency_changed_in_text, "Q001 Q002", "A frequency is changed in the text alone."),
    kind(frequency_changed_in_field, "Q001 Q002 S006", "A frequency is changed in its field alone."),
    kind(range_changed_in_field, "Q001 Q002", "One end of a range is changed, in the text or the field."),
    kind(step_limit_changed, "Q001 Q002 T006", "A step has another limit than its clause."),
)
