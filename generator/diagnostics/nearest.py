"""The known name that an unknown one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """The most similar of `known`, or an empty string when none is similar enough.

    Half the characters must agree: Chinese names are short, so one wrong character of two already counts as near.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # only needed once something is wrong

    found = get_close_matches(name, sorted(set(known)), n=1, cutoff=0.5)
    return found[0] if found else ""
