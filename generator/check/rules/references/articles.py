"""Numbers of articles and chapters that somebody typed, where a reference is printed with the right one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from generator.check.rules.references.documents import document_before, policies_by_name
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.check.texts import Found, every_text
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Clause, Form, Handbook, Policy
from generator.link.targets import Mention
from generator.model import Numbering
from generator.quantities import chinese_number
from generator.quantities.numerals import number_in

_NUMERAL = "[〇零一二三四五六七八九十百千两0-9０-９]"
_NUMBERED = re.compile(
    rf"第 ?(?P<number>{_NUMERAL}+) ?(?:(?P<chapter>章)|条)(?P<item>第?[（(][一二三四五六七八九十]+[)）]项?)?"
    r"(?!生产|流水|产品|装配|线|信息|消息|记录|意见|建议|路|跑道|船|评论)"
)
_DECIMAL = re.compile(r"第? ?[0-9]+(?:\.[0-9]+)+条")
_THE_ONE_BEFORE = re.compile(r"[前上](?<![目以提之].)一?条(?=[第规所的至到和处办执、，。；]|之规定)")
_ANNEX = re.compile(
    rf"(?:附件|附表|附录|附图) ?{_NUMERAL}+"
    "(?![〇零一二三四五六七八九十百千两0-9.]| ?[份件张页个套项万元天日]|[律并同起式般致旦])"
    r"|本(?:办法|制度|规定|细则|规范)的?(?:附件|附表|附录)"
    r"|(?:附件|附表|附录)(?<=[见照据凭]..)(?![的所中里]| ?[0-9〇零一二三四五六七八九十])"
)
_OURS = re.compile(r"(?:本|此)(?:办法|制度|规定|细则|规范|手册|准则|程序|规程|章程|规则|条例|方案|指引|守则|标准)的?$")
_SENTENCE = re.compile("[。；！？]")
_WITH_REFERENCES = frozenset(
    ("text", "act", "other", "summary", "definition", "criterion", "consequence", "purpose", "notes")
)
"""The keys of the texts in which `{#clause}` is printed as a number."""
_TITLES = re.compile("《([^《》]+)》")
_STANDARD = re.compile(r"[A-Za-z0-9][\s\d.—–-]*$")


def typed_numbers(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """R017: the number of an article or chapter is typed. R018: and there is none of that number."""
    texts = every_text(handbook)
    has_decimals = any(policy.spec.numbering is Numbering.DECIMAL for policy in handbook.policies)
    patterns = (_NUMBERED, _THE_ONE_BEFORE, *((_DECIMAL,) if has_decimals else ()))
    typed = [found for pattern in patterns for found in texts.found(pattern)]
    by_name = policies_by_name(handbook) if typed else {}
    labels: dict[str, dict[str, Clause]] = {}
    for found in typed:
        home = _home(found, handbook)
        policy = _policy_meant(found, home, by_name, handbook, options)
        if policy is not None:
            if policy.id not in labels:
                labels[policy.id] = {clause.label: clause for clause in _clauses_of(policy)}
            yield _judge(found, policy, labels[policy.id], is_own=policy is home)


def dangling_annexes(handbook: Handbook) -> Iterator[Diagnostic]:
    """R018: a text sends the reader to an annex; here annexes are forms, and have titles."""
    for found in every_text(handbook).found(_ANNEX):
        before = _SENTENCE.split(found.told.text[: found.start])[-1]
        if not document_before(before):
            yield finding("R018", found.told.place, "annex", focus=found.focus, typed=found.word)


def cites_itself(handbook: Handbook) -> Iterator[Diagnostic]:
    """R006: a text cites the very clause that it stands in."""
    for clause in handbook.clauses.values():
        for span in clause.text if f"{{#{clause.id}}}" in clause.spec.text else ():
            if isinstance(span, Mention) and span.target == clause.target:
                reference = f"{{#{clause.id}}}"
                yield finding("R006", clause.spec.at("text"), "itself", focus=reference, ref=clause.id)


def _policy_meant(
    found: Found, home: Policy | None, by_name: dict[str, Policy], handbook: Handbook, options: Options
) -> Policy | None:
    """The policy whose article is meant: the one named before the number, else the text's own; None for others."""
    before = _SENTENCE.split(found.told.text[: found.start])[-1]
    named = document_before(before)
    if named:
        return by_name.get(named)
    return home if _OURS.search(before) or not _is_elsewhere(before, handbook, options) else None


def _home(found: Found, handbook: Handbook) -> Policy | None:
    """The policy in whose file a text stands."""
    return handbook.policy_by_id.get(PurePath(found.told.place.file).stem)


def _is_elsewhere(before: str, handbook: Handbook, options: Options) -> bool:
    """Whether the sentence so far speaks of a law, a contract or a standard, whose articles keep their numbers."""
    if before.endswith(options.words) or _STANDARD.search(before):
        return True
    own: tuple[Policy | Form, ...] = (*handbook.policies, *handbook.forms)
    ours = {name for document in own for name in (document.name, *document.spec.aliases)}
    if any(title not in ours for title in _TITLES.findall(before)):
        return True
    return any(name in before for law in handbook.laws for name in (law.name, *law.spec.aliases))


def _clauses_of(policy: Policy) -> Iterator[Clause]:
    for chapter in policy.chapters:
        for article in chapter.articles:
            yield article
            yield from _items(article)


def _items(clause: Clause) -> Iterator[Clause]:
    for item in clause.items:
        yield item
        yield from _items(item)


def _judge(found: Found, policy: Policy, known: dict[str, Clause], *, is_own: bool) -> Diagnostic:
    """What to say of a typed number, given how the clauses of the policy it means are called."""
    typed, place = found.word, found.told.place
    if found.match.re is _NUMBERED and found.match["chapter"]:
        return _judge_chapter(found, policy)
    if found.match.re is _THE_ONE_BEFORE:
        clause = _article_before(found, known)
    else:
        clause = known.get(_label(found, policy))
        if clause is None:
            count = _articles(policy)
            return finding("R018", place, focus=found.focus, typed=typed, policy=policy.name, count=count)
    if found.told.path[0] not in _WITH_REFERENCES:
        return finding("R017", place, "plain", focus=found.focus, typed=typed)
    reference = "" if clause is None else clause.id if is_own else clause.key
    return finding("R017", place, focus=found.focus, typed=typed, ref=reference)


def _judge_chapter(found: Found, policy: Policy) -> Diagnostic:
    typed, place, count = found.word, found.told.place, len(policy.chapters)
    number = _value(found.match["number"])
    if 1 <= number <= count:
        title = policy.chapters[number - 1].spec.title
        return finding("R017", place, "chapter", focus=found.focus, typed=typed, title=title)
    return finding("R018", place, "chapter", focus=found.focus, typed=typed, policy=policy.name, count=count)


def _label(found: Found, policy: Policy) -> str:
    """What the clause would be called whose number is typed."""
    if found.match.re is _DECIMAL:
        return found.word.strip("第条 ")
    number = _value(found.match["number"])
    if policy.spec.numbering is Numbering.DECIMAL or not number:
        return str(number)
    item = re.sub("[第项]", "", found.match["item"] or "").replace("(", "（").replace(")", "）")
    return f"第{chinese_number(number)}条{item}"


def _article_before(found: Found, known: dict[str, Clause]) -> Clause | None:
    """The article before the one that a text stands in."""
    articles = [clause for clause in known.values() if clause.depth == 0]
    at = next((n for n, clause in enumerate(articles) if clause.spec.covers(found.told.place)), 0)
    return articles[at - 1] if at else None


def _articles(policy: Policy) -> int:
    return sum(len(chapter.articles) for chapter in policy.chapters)


def _value(numeral: str) -> int:
    number = number_in(numeral)
    return int(number) if number is not None else 0


RULES = (
    TunedRule("R017", typed_numbers),
    Rule("R018", dangling_annexes),
    Rule("R006", cites_itself),
)
