"""The rules, one family a package, one concept a module with its documentation beside it.

A rule yields findings and does nothing else. `<module>.zh-Hans.yml` has its words: title, severity, message, hint, what
it checks, why, the options, the law, an example that it finds and the same example mended.
"""

from generator.check.rules import authority, duties, figures, forms, law_cn, penalties, references, time, wording
from generator.check.rules.rule import AnyRule

FAMILIES: dict[str, tuple[AnyRule, ...]] = {
    "references": references.RULES,
    "duties": duties.RULES,
    "time": time.RULES,
    "figures": figures.RULES,
    "penalties": penalties.RULES,
    "authority": authority.RULES,
    "forms": forms.RULES,
    "wording": wording.RULES,
    "law-cn": law_cn.RULES,
}
"""The rules of each family; a handbook may switch off a family by its name."""

RULES: tuple[AnyRule, ...] = tuple(rule for family in FAMILIES.values() for rule in family)

__all__ = ["FAMILIES", "RULES", "AnyRule"]
