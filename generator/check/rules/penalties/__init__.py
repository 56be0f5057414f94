"""What follows a breach."""

from generator.check.rules.penalties import (
    agreement,
    collisions,
    dismissal,
    joint,
    measures,
    norms,
    points,
    sanctions,
    scales,
)

RULES = (
    *scales.RULES,
    *sanctions.RULES,
    *norms.RULES,
    *collisions.RULES,
    *joint.RULES,
    *points.RULES,
    *dismissal.RULES,
    *agreement.RULES,
    *measures.RULES,
)
