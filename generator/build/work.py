"""One build in progress: what its parts share."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.build.manifest import Manifest
from generator.build.progress import Progress
from generator.build.stage import Stage
from generator.link.handbook import Handbook


class BuildFailed(Exception):
    """Something could not be rendered as it should be; `name` is the form, page or part, `messages` what was wrong."""

    def __init__(self, name: str, messages: tuple[str, ...]) -> None:
        super().__init__(name, messages)
        self.name = name
        self.messages = messages


@dataclass(slots=True)
class Work:
    """The handbook being built, where to, and what was made so far.

    `made` holds the fingerprints of what need not be made again while they stay the same; `written` the files that
    differ from the last build's.
    """

    root: Path
    handbook: Handbook
    stage: Stage
    before: Manifest
    jobs: int
    progress: Progress
    made: dict[str, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)

    @property
    def templates(self) -> Path:
        """All that decides how things look."""
        return self.root / "handbook" / "templates"

    def write(self, path: str, content: bytes) -> None:
        """Put a file of the build in place."""
        if self.stage.write(path, content):
            self.written.append(path)

    def is_current(self, path: str, made_of: str) -> bool:
        """Whether what stands at `path` was made of the same things last time; remembers it for the next time."""
        self.made[path] = made_of
        return self.before.made.get(path) == made_of and (self.stage.old / path).exists()
