"""Whether a form is signed from below upwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.rules.rule import Options, TunedRule
from generator.check.seniority import Seniority
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Bearer, Form, Group, Handbook, Signature

_APPROVES = re.compile("[批核审]|签发")


class DecidingBoxes:
    """The boxes of forms in which others decide: those that say so by one of the words, or are called after them."""

    def __init__(self, handbook: Handbook, words: Sequence[str]) -> None:
        known: tuple[Bearer, ...] = (*handbook.roles, *handbook.departments)
        self._names = tuple(name for one in known for name in (one.name, *one.spec.aliases))
        self._words = words

    def of(self, form: Form) -> frozenset[int]:
        """The positions of these boxes on a form."""
        return frozenset(at for at, box in enumerate(form.signatures) if at > 0 and self._decides(box.spec.label))

    def _decides(self, label: str) -> bool:
        return any(word in label for word in self._words) or label.startswith(self._names)


def is_internal(bearer: Bearer) -> bool:
    """Whether it is one post or department of the company, not some people or somebody outside."""
    return not isinstance(bearer, Group)


def signed_downwards(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A010: a form is decided by somebody after the one above them has decided."""
    seniority = Seniority(handbook)
    boxes = DecidingBoxes(handbook, options.words)
    for form in handbook.forms:
        deciding = [
            (form.signatures[at].who[0], form.signatures[at].spec)
            for at in sorted(boxes.of(form))
            if approves(form.signatures[at], options.words, seniority)
        ]
        for number, (later, spec) in enumerate(deciding):
            boss = next((one for one in deciding[:number] if seniority.is_under(later.name, one[0].name)), None)
            if boss is not None:
                related = (Related(boss[1].place, "signs_first"),)
                yield finding("A010", spec.at("label"), related=related, who=later.name, boss=boss[0].name)


def asked_late(handbook: Handbook, options: Options) -> Iterator[Diagnostic]:
    """A014: who asks, or fills in the form, signs after the one who approves."""
    seniority = Seniority(handbook)
    for form in handbook.forms:
        yield from _filled_in_late(form, seniority)
        approval = None
        for box in form.signatures:
            label = box.spec.label
            if any(word in label for word in options.words) and not _APPROVES.search(label):
                if approval is not None:
                    related = (Related(approval.spec.at("label"), "signs_first"),)
                    place = box.spec.at("label")
                    yield finding("A014", place, related=related, label=label, first=approval.spec.label)
            elif _APPROVES.search(label):
                approval = box


def _filled_in_late(form: Form, seniority: Seniority) -> Iterator[Diagnostic]:
    """Who fills in the first part of a form signs after somebody above them."""
    filler = form.spec.sections[0].filled_by if form.spec.sections else None
    for at, box in enumerate(form.signatures):
        if filler is None or filler not in box.spec.who:
            continue
        earlier = (one for one in form.signatures[:at] if any(seniority.is_under(filler, who.name) for who in one.who))
        if boss := next(earlier, None):
            related = (Related(boss.spec.at("label"), "signs_first"),)
            place, label = box.spec.at("label"), box.spec.label
            yield finding("A014", place, "filler", related=related, label=label, first=boss.spec.label, who=filler)
        return


def approves(box: Signature, words: Sequence[str], seniority: Seniority) -> bool:
    """Whether a box is for the approval of one post: it says so, or is called after a post with others under it."""
    label = box.spec.label
    if len(box.who) != 1 or "（" in label:
        return False
    (who,) = box.who
    return any(word in label for word in words) or (
        label in (who.name, *who.spec.aliases) and seniority.leads(who.name)
    )


RULES = (TunedRule("A010", signed_downwards), TunedRule("A014", asked_late))
