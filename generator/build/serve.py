"""The site in a browser while it is being written: each save of a source file rebuilds it and reloads the page."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from generator.build.progress import Unwatched
from generator.build.run import BuildFailed, build
from generator.diagnostics.formats import Format, render
from generator.locale import LANGUAGE, words

_WATCHED = ("handbook", "forms", "mkdocs.yml")
_HOST = "127.0.0.1"


def serve(root: Path, port: int, say: Callable[[str], None]) -> None:
    """Build the site and serve it on this machine until interrupted; `say` shows one message.

    A save with mistakes shows its findings and leaves the last good site up. Raises OSError when the port is taken.
    """
    from mkdocs.livereload import LiveReloadServer  # noqa: PLC0415  # MkDocs, only when serving

    texts = words(LANGUAGE, "cli")["serve"]

    def rebuild() -> None:
        say(texts["building"])
        try:
            result = build(root, None, frozenset({"site"}), 1, Unwatched())
        except BuildFailed as failure:
            say(texts["failed"].format(name=failure.name, messages="\n".join(failure.messages)))
            return
        if result.report.findings:
            say(render(result.report, Format.TEXT))
        say(texts["kept"] if result.report.has_errors else texts["ready"].format(count=len(result.written)))

    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    server = LiveReloadServer(rebuild, _HOST, port, str(root / "build" / "site"))
    for name in _WATCHED:
        server.watch(str(root / name))
    rebuild()
    say(texts["address"].format(url=server.url))
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs is typed in part
    finally:
        server.shutdown()
