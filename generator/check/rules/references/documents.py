"""Documents as texts name them."""

from __future__ import annotations

import re

from generator.link.handbook import Handbook, Law, Policy

_NAMED_LAST = re.compile(r"《([^《》]+)》(?:（[^（）]*）)?的?$")


def document_before(text: str) -> str:
    """The name between 《 and 》 that the text ends with, or nothing."""
    found = _NAMED_LAST.search(text) if "》" in text else None
    return found[1] if found else ""


def policies_by_name(handbook: Handbook) -> dict[str, Policy]:
    """Every policy by its title and its aliases."""
    return {name: policy for policy in handbook.policies for name in (policy.name, *policy.spec.aliases)}


def laws_by_name(handbook: Handbook) -> dict[str, Law]:
    """Every law by its short name, its full title and its aliases."""
    return {name: law for law in handbook.laws for name in (law.name, law.spec.title, *law.spec.aliases)}
