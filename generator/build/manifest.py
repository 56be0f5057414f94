"""What the last build was made of: lets the next one know what it need not do again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

NAME: Final = ".manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The fingerprint of each finished part, of each thing made apart (a PDF, the site), and the size of every file."""

    parts: dict[str, str] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def written(self) -> bytes:
        """The manifest as a file."""
        content = {"parts": self.parts, "made": self.made, "sizes": self.sizes}
        return (json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode()

    def whole(self, output: Path) -> bool:
        """Whether every file it lists is still there with the same size."""
        return all(_size(output / path) == size for path, size in self.sizes.items())


def read_manifest(output: Path) -> Manifest:
    """The manifest of a build folder; an empty one where there is none, or none that can be read."""
    try:
        content: dict[str, Any] = json.loads((output / NAME).read_text(encoding="utf-8"))
        return Manifest(dict(content["parts"]), dict(content["made"]), dict(content["sizes"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Manifest()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1
