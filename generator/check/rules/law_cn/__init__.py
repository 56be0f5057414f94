"""Chinese labour and data law. Hints for an editor, no legal advice."""

from generator.check.rules.law_cn import (
    dismissal,
    hiring,
    hours,
    leave,
    leaving,
    pay,
    personal_data,
    probation,
    process,
    records,
    safety,
    secrecy,
)

RULES = (
    *process.RULES,
    *hiring.RULES,
    *probation.RULES,
    *leaving.RULES,
    *dismissal.RULES,
    *hours.RULES,
    *pay.RULES,
    *leave.RULES,
    *personal_data.RULES,
    *secrecy.RULES,
    *records.RULES,
    *safety.RULES,
)
