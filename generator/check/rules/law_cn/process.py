"""How a policy that touches the employees came about: discussed with them, then made public."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.rules.law_cn.passages import Sentence, Wrong, judged, wrong
from generator.check.rules.rule import Options, Rule, TunedRule
from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.link.handbook import Handbook, Policy
from generator.model import Status


def recorded(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """L001: a policy in force that touches the employees' interests without a record of consultation and publicity."""
    subjects = re.compile("|".join(map(re.escape, options.words)))
    for policy in handbook.policies:
        spec = policy.spec
        if spec.status is not Status.IN_FORCE or (spec.consulted and spec.publicized):
            continue
        if subject := _touched(policy, subjects):
            variant = "publicized" if spec.consulted else "consulted" if spec.publicized else ""
            yield finding("L001", spec.at("effective"), variant, policy=policy.name, subject=subject)


def _touched(policy: Policy, subjects: re.Pattern[str]) -> str:
    """What in a policy touches the employees: its discipline, or a word of its title, of a chapter or of a clause."""
    if any(one.measures or one.spec.fine or one.tiers for one in policy.penalties if not _of_others(one.who)):
        return "劳动纪律"
    texts = [policy.name]
    for chapter in policy.chapters:
        texts.append(chapter.spec.title)
        for article in chapter.articles:
            texts += (article.spec.title or "", article.spec.text, *(item.spec.text for item in article.items))
    return next((found[0] for text in texts if (found := subjects.search(text))), "")


def _of_others(who: tuple[object, ...]) -> bool:
    return bool(who) and all(getattr(getattr(one, "spec", None), "external", False) for one in who)


def in_order(handbook: Handbook) -> Iterator[Diagnostic]:
    """L002: employees consulted after the policy was adopted, or told of it after it took effect."""
    for policy in handbook.policies:
        spec = policy.spec
        adopted = spec.adopted or spec.effective
        if spec.consulted and spec.consulted.on > adopted:
            yield finding("L002", spec.at("consulted", "on"), on=spec.consulted.on, before=adopted)
        if spec.publicized and spec.publicized.on > spec.effective:
            yield finding(
                "L002", spec.at("publicized", "on"), "publicized", on=spec.publicized.on, before=spec.effective
            )


_ALONE = (
    r"随时(?:修改|变更|调整|修订|废止)[^，,。；]{0,4}(?:本?办法|本?制度|本?规定|本?规程|本?手册|条款)"
    r"|(?:办法|制度|规定|规程|手册|公司)[^，,。；]{0,8}单方面?(?:制定|修改|变更|调整|修订)"
    r"|(?:制度|办法|规定|规程|手册|公司)[^，,。；]{0,4}单方面?解释"
    r"|(?:员工|职工)[^，,。；]{0,8}不(?:得|能)[^，,。；]{0,4}(?:异议|申诉|申辩)"
    r"|(?:无需|无须|不必|不需要?|不经)(?:经过?|征求|听取|提交)?[^，,。；]{0,4}(?:职工代表|员工|职工|工会)[^，,。；]{0,4}(?:意见|讨论|协商|通过)"
)


def alone(handbook: Handbook) -> Iterator[Diagnostic]:
    """L041: rules that the company changes alone, or against which nobody may speak."""
    yield from judged(
        handbook, "L041", ("随时", "单方", "异议", "申诉", "申辩", "意见", "讨论", "协商", "通过"), _alone
    )


def _alone(sentence: Sentence) -> Wrong | None:
    match = re.search(_ALONE, sentence.text)
    return None if match is None or sentence.denies(match.start()) else wrong(sentence.written(match))


RULES = (TunedRule("L001", recorded), Rule("L002", in_order), Rule("L041", alone))
