"""All kinds of faults."""

from __future__ import annotations

from tests.mutation import (
    authority,
    duties,
    figures,
    forms,
    law,
    names,
    penalties,
    references,
    times,
    wording,
    writing,
)
from tests.mutation.fault import Kind

FAMILIES: dict[str, tuple[Kind, ...]] = {
    "writing": writing.KINDS,
    "names": names.KINDS,
    "references": references.KINDS,
    "duties": duties.KINDS,
    "times": times.KINDS,
    "figures": figures.KINDS,
    "penalties": penalties.KINDS,
    "authority": authority.KINDS,
    "forms": forms.KINDS,
    "wording": wording.KINDS,
    "law": law.KINDS,
}
"""The kinds by the module that makes them."""

KINDS: tuple[Kind, ...] = tuple(kind for family in FAMILIES.values() for kind in family)
