"""`handbook build --only site` without MkDocs: the part of the time that is ours. Run in the project to measure."""

from __future__ import annotations

from pathlib import Path

from generator.build.progress import Unwatched
from generator.build.run import build
from generator.cli.build import available_processors
from generator.render import engine


def _no_engine(config: Path, pages: Path, output: Path) -> None:
    del config, pages
    output.mkdir()


if __name__ == "__main__":
    engine.build_site = _no_engine
    result = build(Path.cwd(), Path("build-own-part"), frozenset({"site"}), available_processors(), Unwatched())
    if not result.written:
        raise SystemExit("nothing was written")
