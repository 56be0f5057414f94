"""Where a finding about a missing key stands."""

from __future__ import annotations

from generator.model.base import Model
from generator.read.marks import Place


def place_of_absent(spec: Model, key: str) -> Place:
    """Where `key` would stand: at the nearest key written before it, in the order in which keys are documented."""
    before = spec.place
    for name in type(spec).model_fields:
        if name == key:
            break
        if name in spec.model_fields_set:
            before = spec.at(name)
    return before
