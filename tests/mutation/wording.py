"""Wording: vague words, synonyms, modals, terms, punctuation, length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.mutation.book import Book, Clause
from tests.mutation.fault import Fault, added, kind

_VAGUE = ("及时", "尽快", "适当", "原则上", "酌情", "视情况")
_LATIN = re.compile("[A-Z]+")
_WRONG_CHARACTERS = {"登录": "登陆", "账": "帐", "签订": "签定", "截至": "截止", "部署": "布署"}
_VAGUE_BEFORE_VERB = ("应当及时", "应当尽快", "应当视情况", "原则上应当", "应当酌情", "应当适当", "应当适时")


def vague_word_for_a_deadline(book: Book, chance: Random) -> Iterator[Fault]:
    """及时 stands where a deadline stood, in the text and, since it holds none, no longer in the fields."""
    for clause in book.clauses:
        within = clause.thing.get("within")
        cut = next(clause.thing.cut("within"), None)
        number = re.match(r"\d+", within)
        if not cut or not number or any(word in clause.text.text for word in _VAGUE):
            continue
        for old, new in (
            (f"应当在 {within}内", "应当及时"),
            (f"起 {within}内", "起尽快"),
            (f"后 {within}内", "后及时"),
        ):
            for edit in clause.text.swapped(old, new):
                yield Fault((edit, cut), old, new)


def vague_word_added(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        text = clause.text.text
        is_timed = any(key in clause.thing for key in ("within", "every", "ahead"))
        if text.count("应当") == 1 and not any(word in text for word in (*_VAGUE, "立即")) and not is_timed:
            yield from clause.text.swap("应当", chance.choice(_VAGUE_BEFORE_VERB))


def somebody_for_a_name(book: Book, chance: Random) -> Iterator[Fault]:
    """相关部门 or 有关人员 in the place of the one who gets or does something."""
    for clause in book.clauses:
        if "有关" in clause.text.text or "相关" in clause.text.text:
            continue
        for name in (*clause.thing.texts("to"), *clause.thing.texts("with"), *clause.thing.texts("who")):
            if clause.text.text.count(name) == 1 and name in book.bearers and "客户" not in name:
                vague = "相关部门" if name.endswith(("部", "室", "处")) else "有关人员"
                yield from clause.text.swap(name, vague)


def avoided_synonym(book: Book, chance: Random) -> Iterator[Fault]:
    names = sorted((name for name in book.names if len(name) > 2), key=len, reverse=True)
    for term in book.shared("terms"):
        for avoided in term.texts("avoid"):
            for clause in book.clauses:
                at = _apart(clause.text.text, names).find(term.get("term"))
                if at >= 0:
                    yield from clause.text.swap(term.get("term"), avoided, at)


def _apart(text: str, names: list[str]) -> str:
    """The text with every longer name blotted out, so that a word is found only where it stands alone."""
    for name in names:
        text = text.replace(name, "·" * len(name))
    return text


def avoided_synonym_in_form(book: Book, chance: Random) -> Iterator[Fault]:
    for term in book.shared("terms"):
        for avoided in term.texts("avoid"):
            for form in book.forms:
                for word in form.words("purpose"):
                    yield from word.swap(term.get("term"), avoided)


def half_width_mark(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        marks = [mark for mark in "，；：（" if mark in clause.text.text]
        if marks:
            mark = chance.choice(marks)
            yield from clause.text.swap(mark, {"，": ",", "；": ";", "：": ":", "（": "("}[mark])


def half_width_stop(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        if clause.text.text.endswith("。"):
            yield from clause.text.swap("。", ".", len(clause.text.text) - 1)


def final_stop_missing(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        if clause.text.text.endswith("。"):
            yield from clause.text.swap("。", "", len(clause.text.text) - 1)


def mark_doubled(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        mark = chance.choice([mark for mark in "，。；" if mark in clause.text.text] or ["。"])
        yield from clause.text.swap(mark, chance.choice([mark * 2, f"{mark}。" if mark != "。" else "，。"]))


def digits_full_width(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        found = re.search(r"\d+", re.sub(r"\{#[^}]*\}", lambda m: "·" * len(m[0]), clause.text.text))
        if found:
            wide = "".join(chr(ord(digit) + 0xFEE0) for digit in found[0])
            yield from clause.text.swap(found[0], wide, found.start())


def title_mark_unbalanced(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        mark = chance.choice("《》")
        yield from clause.text.swap(mark, "")


def quotation_mark_unbalanced(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for mark in "“”（）":
            yield from clause.text.swap(mark, "")


def straight_quotation_marks(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        quoted = re.search("“[^”]+”", clause.text.text)
        if quoted and clause.text.raw == clause.text.text:
            yield from clause.text.swap(quoted[0], f'"{quoted[0][1:-1]}"')


def modal_mixed(book: Book, chance: Random) -> Iterator[Fault]:
    """One 应当 of a clause becomes 应, 须, 必须 or 要."""
    for clause in book.clauses:
        if clause.text.text.count("应当") > 1:
            yield from clause.text.swap("应当", chance.choice(["应", "须", "必须"]))


def modal_of_another_style(book: Book, chance: Random) -> Iterator[Fault]:
    """The only 应当 of a clause becomes 应 or 须, though the handbook says 应当 throughout."""
    for clause in book.clauses:
        if clause.text.text.count("应当") == 1 and clause.kind == "duty":
            yield from clause.text.swap("应当", chance.choice(["应", "须", "必须", "需要", "务必"]))


def prohibition_of_another_style(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        if clause.text.text.count("不得") == 1 and clause.kind == "prohibition":
            yield from clause.text.swap("不得", chance.choice(["严禁", "不准", "不许", "不可以", "禁止"]))


def word_doubled(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for word in ("应当", "不得", "可以"):
            if clause.text.text.count(word) == 1:
                yield from clause.text.swap(word, word * 2)
                break


def sentence_too_long(book: Book, chance: Random) -> Iterator[Fault]:
    """Everything that comes to mind in one sentence."""
    more = (
        "，并核对来文的份数、页数、日期、签章和附件是否齐全，逐项记入台账，写明经办人、接收人和存放位置，"
        "对缺页、涂改、字迹不清或者与原件不一致的，退回来文的人更正、补充或者说明原因，更正以后重新核对，"
        "核对无误的按照编号的先后装订成册，每册编写目录，注明起止日期和件数，存入专用的柜子妥善保管"
    )
    for clause in book.clauses:
        if clause.kind == "duty" and clause.text.text.endswith("。"):
            yield from clause.text.swap("。", f"{more}。", len(clause.text.text) - 1)


def term_defined_twice(book: Book, chance: Random) -> Iterator[Fault]:
    """A policy defines a word that the handbook, or another policy of its units, defines already."""
    shared = [term.get("term") for term in book.shared("terms")]
    for policy in book.policies:
        terms = policy.thing.things("terms")
        others = [
            term.get("term")
            for other in book.policies
            if other is not policy and set(other.linked.units) & set(policy.linked.units)
            for term in other.thing.things("terms")
        ]
        for term in terms:
            for word in chance.sample([*shared, *others], 2):
                lines = (f"term: {word}", "definition: 另外规定的一种含义，范围比通常所说的要窄。", "added: 补充说明。")
                yield added(term.followed_by(*lines, wrong=f"term: {word}"))


def concept_unexplained(book: Book, chance: Random) -> Iterator[Fault]:
    """A text rests on a concept, or an abbreviation, that no term explains."""
    new = ("应当按照“首问负责制”", "应当依照“三不放过”原则", "应当按照 KPI 的要求", "应当在 ERP 中登记并")
    unknown = [one for one in new if not any(word in name for word in _LATIN.findall(one) for name in book.names)]
    for clause in book.clauses:
        if clause.text.text.count("应当") == 1:
            yield from clause.text.swap("应当", chance.choice(unknown))


def definition_in_a_circle(book: Book, chance: Random) -> Iterator[Fault]:
    """A term is explained by itself."""
    for policy in book.policies:
        for term in policy.thing.things("terms"):
            for word in term.words("definition"):
                yield word.becomes(f"本办法规定的{term.get('term')}。")


def alias_for_a_term(book: Book, chance: Random) -> Iterator[Fault]:
    """A text calls a department by a name that nothing declares any more: 质量部 for 质量管理部."""
    for clause in book.clauses:
        for name in clause.thing.texts("who"):
            short = re.sub("管理|维护|维修|行政", "", name)
            if short != name and len(short) > 2 and short not in book.names and clause.text.text.count(name) == 1:
                yield from clause.text.swap(name, short)


def text_of_clause_repeated(book: Book, chance: Random) -> Iterator[Fault]:
    """The sentence is pasted twice."""
    for clause in book.clauses:
        text = clause.text.text
        if clause.text.is_plain and text.count("。") == 1 and len(text) > 20 and "{#" not in text:
            yield from clause.text.swap(text[-1], f"。{text}", len(text) - 1)


def title_without_meaning(book: Book, chance: Random) -> Iterator[Fault]:
    """Two articles of one policy have the same title."""
    for policy in book.policies:
        titles = [clause.thing.get("title") for clause in policy.articles if clause.thing.get("title")]
        for clause in policy.articles:
            for word in clause.thing.words("title"):
                yield word.becomes(chance.choice([title for title in titles if title != word.text]))


def wrong_character(book: Book, chance: Random) -> Iterator[Fault]:
    """账 written as 帐."""
    for clause in book.clauses:
        yield from _wrong(clause)


def _wrong(clause: Clause) -> Iterator[Fault]:
    for right, wrong in _WRONG_CHARACTERS.items():
        if right in clause.text.text:
            yield from clause.text.swap(right, wrong)
            return


def placeholder_left(book: Book, chance: Random) -> Iterator[Fault]:
    """A draft's gap goes into print."""
    gaps = ("（待定）。", "，具体期限待定。", "，TODO。", "（XXX）。", "，××。", "【待补充】。", "……。")
    for clause in book.clauses:
        if clause.text.text.endswith("。"):
            yield from clause.text.swap("。", chance.choice(gaps), len(clause.text.text) - 1)


def title_like_a_sentence(book: Book, chance: Random) -> Iterator[Fault]:
    for clause in book.clauses:
        for word in clause.thing.words("title"):
            yield word.becomes(word.text + chance.choice("。，："))


def traditional_character(book: Book, chance: Random) -> Iterator[Fault]:
    plain, old = "应当处理办业务员车辆记录门单据罚条时间质产报", "應當處理辦業務員車輛記錄門單據罰條時間質產報"
    for clause in book.clauses:
        known = [sign for sign in dict.fromkeys(clause.text.text) if sign in plain and sign != "理"]
        if known:
            sign = chance.choice(known)
            yield from clause.text.swap(sign, old[plain.index(sign)])


def somebody_vague_informed(book: Book, chance: Random) -> Iterator[Fault]:
    """A clause ends with a word to people whom nobody can name."""
    ends = ("，并通知有关领导。", "，并报相关负责人。", "，并告知有关单位。", "，并报主管领导。")
    for clause in book.clauses:
        is_plain = clause.text.text.endswith("。") and not re.search("有关|相关", clause.text.text)
        if clause.kind in ("duty", "prohibition") and is_plain:
            yield from clause.text.swap("。", chance.choice(ends), len(clause.text.text) - 1)


KINDS = (
    kind(vague_word_for_a_deadline, "W001", "及时 in the place of a deadline."),
    kind(vague_word_added, "W001", "A vague word where there was none."),
    kind(somebody_for_a_name, "D015 D016 W001", "相关部门 in the place of a name."),
    kind(avoided_synonym, "W005", "A word that the terms say to avoid."),
    kind(avoided_synonym_in_form, "W005", "A word to avoid, in a form."),
    kind(half_width_mark, "W013", "A half-width comma, semicolon, colon or bracket."),
    kind(half_width_stop, "W013 W018", "A half-width full stop at the end."),
    kind(final_stop_missing, "W018", "No full stop at the end."),
    kind(mark_doubled, "W017", "Two marks in a row."),
    kind(digits_full_width, "W014", "Full-width digits."),
    kind(title_mark_unbalanced, "R014 W016", "《 without 》, or the other way round."),
    kind(quotation_mark_unbalanced, "W016", "A quotation mark or bracket without its partner."),
    kind(straight_quotation_marks, "W013", "Straight quotation marks."),
    kind(modal_mixed, "W008", "应当 and 须 in one clause."),
    kind(modal_of_another_style, "W008", "须 in the place of 应当."),
    kind(prohibition_of_another_style, "W008", "严禁 in the place of 不得."),
    kind(word_doubled, "W020", "应当应当."),
    kind(sentence_too_long, "W011 W012", "A sentence that nobody can follow."),
    kind(term_defined_twice, "R002 W004", "A word is defined twice."),
    kind(concept_unexplained, "W002 W003", "A concept or an abbreviation that no term explains."),
    kind(definition_in_a_circle, "W025", "A term is explained by itself."),
    kind(alias_for_a_term, "D015 R027", "A department under a name it does not have."),
    kind(text_of_clause_repeated, "W010 W020 W022", "A sentence pasted twice."),
    kind(title_without_meaning, "R028", "Two articles with one title."),
    kind(placeholder_left, "W023", "待定, ×× or TODO is left in a text."),
    kind(title_like_a_sentence, "W024", "A title ends with a mark."),
    kind(traditional_character, "W007", "One traditional character."),
    kind(somebody_vague_informed, "W001", "有关领导 is informed."),
    kind(wrong_character, "W005 W006", "A wrong character: 帐 for 账."),
)
