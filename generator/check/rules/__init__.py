"""The rules, one family a module; a rule yields findings and does nothing else."""

from generator.check.rules import authority, duties, forms, penalties, references, time
from generator.check.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *duties.RULES,
    *time.RULES,
    *penalties.RULES,
    *authority.RULES,
    *forms.RULES,
)

__all__ = ["RULES", "Rule"]
