"""Who must do what, and with what evidence."""

from generator.check.rules.duties import (
    bearers,
    contradictions,
    depth,
    events,
    evidence,
    kinds,
    leads,
    origins,
    parties,
    presence,
    subjects,
    units,
)

RULES = (
    *bearers.RULES,
    *depth.RULES,
    *origins.RULES,
    *units.RULES,
    *leads.RULES,
    *presence.RULES,
    *evidence.RULES,
    *events.RULES,
    *subjects.RULES,
    *parties.RULES,
    *kinds.RULES,
    *contradictions.RULES,
)
