"""Whether the copies of a form can be told apart and reach those who need them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.check.rules.forms.bearers import may_be
from generator.check.rules.rule import Rule
from generator.diagnostics.diagnostic import Diagnostic, Related, finding
from generator.link.handbook import Copy, Form, Handbook

_ENOUGH = 5
"""So many copies must have one colour at one place before it counts as the custom of the handbook."""


def copy_colours(handbook: Handbook) -> Iterator[Diagnostic]:
    """F009: two copies of one colour, a copy without any, or of another colour than this copy has everywhere else."""
    custom = _customary_colours(handbook.forms)
    for form in handbook.forms:
        coloured = any(copy.spec.color for copy in form.copies)
        first: dict[str, Copy] = {}
        for position, copy in enumerate(form.copies):
            color = copy.spec.color
            if not color:
                if coloured:
                    yield finding("F009", copy.spec.at("to"), "none", copy=copy.name, form=form.name)
                continue
            earlier = first.setdefault(color, copy)
            if earlier is not copy:
                related = (Related(earlier.spec.at("color"), "first"),)
                place = copy.spec.at("color")
                yield finding("F009", place, related=related, copy=copy.name, color=color, earlier=earlier.name)
            elif color != custom.get(position, color):
                place = copy.spec.at("color")
                yield finding("F009", place, "custom", copy=copy.name, color=color, custom=custom[position])


def _customary_colours(forms: Sequence[Form]) -> dict[int, str]:
    """The colour that all but one in ten forms give the copy at a position."""
    counted: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for form in forms:
        for position, copy in enumerate(form.copies):
            if copy.spec.color:
                counted[position][copy.spec.color] += 1
    custom = {}
    for position, colors in counted.items():
        color, often = colors.most_common(1)[0]
        if often >= _ENOUGH and often >= 0.8 * colors.total():
            custom[position] = color
    return custom


def keeper_without_copy(handbook: Handbook) -> Iterator[Diagnostic]:
    """F010: the copies go to everybody but the keeper of the form.

    A keeper who also fills in or signs the form is the right one, so it is a receiver that is wrong.
    """
    for form in handbook.forms:
        if len(form.copies) < 2 or any(may_be(copy.to, form.keeper) for copy in form.copies):
            continue
        keeper = form.keeper.name
        signers = [signer for signature in form.signatures for signer in signature.who]
        if any(may_be(signer, form.keeper) for signer in signers):
            strange = next((one for one in form.copies if not any(may_be(one.to, s) for s in signers)), form.copies[0])
            related = (Related(form.spec.at("keeper"), "keeper"),)
            yield finding("F010", strange.spec.at("to"), related=related, form=form.name, keeper=keeper)
        else:
            related = (Related(form.copies[0].spec.at("to"), "copies"),)
            yield finding("F010", form.spec.at("keeper"), "keeper", related=related, keeper=keeper)


RULES = (
    Rule("F009", copy_colours),
    Rule("F010", keeper_without_copy),
)
