"""Whether the copies of a form agree with what texts tell of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.check.absent import place_of_absent
from generator.check.apart import are_far_apart
from generator.check.rules.forms.bearers import may_be
from generator.check.rules.forms.told_copies import Receiver, Told, told_copies
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Bearer, Copy, Form, Group, Handbook
from generator.model import Organization, Policy
from generator.model.base import Model
from generator.quantities import chinese_number
from generator.read.marks import Place

_NOTHING_TOLD = Told()


def number_of_copies(handbook: Handbook) -> Iterator[Diagnostic]:
    """F006: a text tells of another number of copies than the form has.

    Where several texts agree with each other against the form, the form is wrong; where the form agrees with some of
    them, the other texts are.
    """
    for form, told in told_copies(handbook).items():
        truth = _true_number(form, told)
        if truth != len(form.copies):
            yield _wrong_form(form, told, truth)
            yield from _wrong_ordinals(form, told)
        else:
            yield from _wrong_texts(form, told, truth)


def _true_number(form: Form, told: Told) -> int:
    """The number of copies that most places tell; the texts' one where it is one against one."""
    votes = Counter(count.copies for count in told.counts if not count.at_least)
    ordinals = {count.copies for count in told.counts if count.at_least}
    if len(ordinals) > 1 and ordinals == set(range(1, len(ordinals) + 1)):
        votes[len(ordinals)] += 1
    if not votes:
        return max(len(form.copies), *ordinals) if ordinals else len(form.copies)
    agreeing = votes.pop(len(form.copies), 0) + 1
    most, often = votes.most_common(1)[0] if votes else (len(form.copies), 0)
    return most if often > agreeing or (often and agreeing == 1) else len(form.copies)


def _wrong_form(form: Form, told: Told, truth: int) -> Diagnostic:
    related = tuple(
        Related(count.place, "told") for count in told.counts if count.copies == truth and not count.at_least
    )
    copies, listed = chinese_number(truth), chinese_number(len(form.copies))
    if not form.copies:
        place = place_of_absent(form.spec, "copies")
        return finding("F006", place, "none", related=related[:2], form=form.name, copies=copies)
    place = _where_it_differs(form, told)
    return finding("F006", place, related=related[:2], form=form.name, copies=copies, listed=listed)


def _wrong_texts(form: Form, told: Told, truth: int) -> Iterator[Diagnostic]:
    for count in told.counts:
        if count.copies > truth or (count.copies != truth and not count.at_least):
            related = (Related(form.spec.at("copies"), "copies"),)
            words, copies = count.words, chinese_number(truth)
            yield finding(
                "F006", count.place, "text", related=related, focus=words, words=words, form=form.name, copies=copies
            )


def _wrong_ordinals(form: Form, told: Told) -> Iterator[Diagnostic]:
    """A copy in a text that the form does not have, out of line with the others: the slip may as well be there."""
    ordinals = {count.copies for count in told.counts if count.at_least}
    if ordinals == set(range(1, len(ordinals) + 1)):
        return
    beyond = [count for count in told.counts if count.at_least and count.copies > len(form.copies) > 0]
    if len(beyond) == 1:
        (count,) = beyond
        related = (Related(form.spec.at("copies"), "copies"),)
        words, copies = count.words, chinese_number(len(form.copies))
        yield finding(
            "F006", count.place, "text", related=related, focus=words, words=words, form=form.name, copies=copies
        )


def _where_it_differs(form: Form, told: Told) -> Place:
    """The first copy whose receiver is another one than texts tell, where one may be missing; else the last copy."""
    by_number = {receiver.number: receiver for receiver in told.receivers if receiver.number}
    for number, copy in enumerate(form.copies, start=1):
        receiver = by_number.get(number)
        if receiver and not _reaches(copy, receiver):
            return copy.spec.at("to")
    return form.copies[-1].spec.at("to")


def receivers(handbook: Handbook) -> Iterator[Diagnostic]:
    """F007: a text gives a copy to somebody else than the form does."""
    for form, told in told_copies(handbook).items():
        if _true_number(form, told) != len(form.copies):
            continue
        for receiver in told.receivers:
            if receiver.number > len(form.copies):
                continue
            if receiver.number:
                yield from _numbered(form, form.copies[receiver.number - 1], receiver)
            elif form.copies and not any(_reaches(copy, receiver) for copy in form.copies):
                yield from _unlisted(form, told, receiver)


def _numbered(form: Form, copy: Copy, receiver: Receiver) -> Iterator[Diagnostic]:
    """A copy told by its number: the form is wrong unless what stands around the text agrees with it."""
    if _reaches(copy, receiver):
        return
    told, place = receiver.who[0].name, copy.spec.at("to")
    facts = {"copy": copy.name, "form": form.name, "told": told, "listed": copy.to.name}
    form_is_right = _is_around((copy.to,), receiver) and not _is_around(receiver.who, receiver)
    if not form_is_right:
        yield finding("F007", place, related=(Related(receiver.place, "told"),), **facts)
    if form_is_right or are_far_apart(place, receiver.place):
        yield finding("F007", receiver.place, "text", related=(Related(place, "copies"),), focus=told, **facts)


def _unlisted(form: Form, told: Told, receiver: Receiver) -> Iterator[Diagnostic]:
    """A copy told without a number goes to somebody whom the form does not list."""
    strange = _strange(form, told)
    name = receiver.who[0].name
    form_is_wrong = strange and (_is_around(receiver.who, receiver) or not _is_around((strange.to,), receiver))
    if strange and form_is_wrong:
        related = (Related(receiver.place, "told"),)
        yield finding("F007", strange.spec.at("to"), "unlisted", related=related, form=form.name, told=name)
    if not form_is_wrong or are_far_apart(form.spec.at("copies"), receiver.place):
        related = (Related(form.spec.at("copies"), "copies"),)
        yield finding("F007", receiver.place, "unlisted", related=related, focus=name, form=form.name, told=name)


def _strange(form: Form, told: Told) -> Copy | None:
    """The first copy that no text gives to its receiver; else the first that only a text on everyone may give him."""
    named = [one for one in told.receivers if not any(isinstance(who, Group) and who.spec.everyone for who in one.who)]
    unreached = (copy for copy in form.copies if not any(_reaches(copy, one) for one in told.receivers))
    unnamed = (
        copy for copy in form.copies if not isinstance(copy.to, Group) and not any(_reaches(copy, one) for one in named)
    )
    return next(unreached, None) or next(unnamed, None)


def _reaches(copy: Copy, receiver: Receiver) -> bool:
    return any(may_be(copy.to, one) for one in receiver.who)


def _is_around(people: tuple[Bearer, ...], receiver: Receiver) -> bool:
    """Whether the clause of the text has to do with one of these people in its fields too."""
    return any(one is other for one in people for other in receiver.around)


def same_receiver(handbook: Handbook) -> Iterator[Diagnostic]:
    """F008: two copies go to the same receiver, and no text gives both of them to it."""
    told = told_copies(handbook)
    for form in handbook.forms:
        first: dict[Bearer, int] = {}
        for position, copy in enumerate(form.copies):
            earlier = first.setdefault(copy.to, position)
            both = {earlier + 1, position + 1}
            if earlier != position and not _told_for(copy, both, told.get(form, _NOTHING_TOLD)):
                related = (Related(form.copies[earlier].spec.at("to"), "first"),)
                place, other = copy.spec.at("to"), form.copies[earlier].name
                yield finding("F008", place, related=related, copy=copy.name, earlier=other, receiver=copy.to.name)


def _told_for(copy: Copy, numbers: set[int], told: Told) -> bool:
    return numbers <= {one.number for one in told.receivers if _reaches(copy, one)}


def untold(handbook: Handbook) -> Iterator[Diagnostic]:
    """F011: a form of several copies, and no text tells who gets them."""
    told = told_copies(handbook)
    for form in handbook.forms:
        if len(form.copies) > 1 and not told.get(form, _NOTHING_TOLD).said:
            copies = chinese_number(len(form.copies))
            yield finding("F011", form.copies[0].spec.at("to"), form=form.name, copies=copies)


_NEEDS: frozenset[type[Model]] = frozenset({Organization, Policy})
RULES = (
    Rule("F006", number_of_copies, _NEEDS),
    Rule("F007", receivers, _NEEDS),
    Rule("F008", same_receiver, _NEEDS),
    Rule("F011", untold, _NEEDS),
)
