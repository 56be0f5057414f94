"""How much an untrusted YAML file may ask of us."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 1_000_000
"""Size of one file: thirty times the longest real policy."""

MAX_DEPTH: Final = 40
"""Containers within containers: three times what the deepest policy needs."""
