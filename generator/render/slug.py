"""File names and anchors made from names: Chinese word characters stay, everything else becomes a hyphen."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256

_NOT_WORD = re.compile(r"[\W_]+")
# `index` is every folder's own page; the others cannot name a file on Windows.
_RESERVED = frozenset(
    {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)


def slug(name: str) -> str:
    """The name with each run of other characters than letters and digits as one hyphen; empty if none is left."""
    return _NOT_WORD.sub("-", unicodedata.normalize("NFC", name)).strip("-")


def slugs(names: Iterable[str]) -> dict[str, str]:
    """A slug for each name, unique even where a file system ignores case.

    Names that would share one get a suffix made from the name alone, so that a slug never depends on the order of the
    names.
    """
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(names):
        sharing[slug(name).casefold()].append(name)
    return {
        name: slug(name) if len(group) == 1 and key and key not in _RESERVED else _with_suffix(name)
        for key, group in sharing.items()
        for name in group
    }


def _with_suffix(name: str) -> str:
    suffix = sha256(name.encode()).hexdigest()[:8]
    return f"{slug(name)}-{suffix}".lstrip("-")
