"""Tints of the handbook's accent colour, light enough to write on and to print on a black-and-white printer."""

from __future__ import annotations


def tint(color: str, share: float) -> str:
    """`color` (#rrggbb) mixed into white; `share` from 0 (white) to 1 (the colour itself)."""
    channels = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02x}" for channel in channels)


def palette(accent: str) -> dict[str, str]:
    """The colours of a printed document: the accent and a tint of it that text stands on."""
    return {"accent": accent, "tint": tint(accent, 0.1)}
