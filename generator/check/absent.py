"""Where a finding about a missing key stands."""

from __future__ import annotations

from generator.model.base import Model
from generator.read.marks import Place


def place_of_absent(spec: Model, key: str) -> Place:
    """Where `key` would stand: at the end of the nearest key before it, in the order in which keys are documented."""
    before = _before(spec, key)
    return _end_of(spec, before[-1]) if before else spec.place


def end_of_those_before(spec: Model, key: str) -> Place:
    """Where those documented before `key` end, in whatever order they are written."""
    return max((_end_of(spec, name) for name in _before(spec, key)), default=spec.place)


def _before(spec: Model, key: str) -> list[str]:
    names = list(type(spec).model_fields)
    return [name for name in names[: names.index(key)] if name in spec.model_fields_set]


def _end_of(spec: Model, name: str) -> Place:
    """Where the value begins, or the last one inside it."""
    value = getattr(spec, name)
    last = value[-1] if isinstance(value, tuple) and value else value
    if not isinstance(last, Model):
        return spec.at(name)
    return max((_end_of(last, inner) for inner in last.model_fields_set), default=last.place)
