"""Building only the pages that changed, since the site engine knows no other way than all of them.

A page's HTML depends on its own Markdown, on the theme and on the titles in the navigation, never on another page; only
the search index gathers from all. So the changed pages are built by themselves and put in place, and their entries in
the index are exchanged. Whoever calls sees to it that theme, settings and the set of pages are the same as before.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from generator.render.engine import build_site

_INDEX: Final = Path("search") / "search_index.json"
_INDEX_AS_SCRIPT: Final = Path("search") / "search_index.js"
_SCRIPT: Final = "var __index = "


def update_site(config: Path, pages: Path, output: Path, changed: Sequence[str]) -> list[str]:
    """Build the `changed` Markdown files of `pages` into `output`, which holds the site as it was.

    Files are replaced, never written into: they may be links. Returns the files replaced, relative to `output`. Raises
    SiteError as `build_site` does.
    """
    room = output.with_name(f"{output.name}.changed")
    try:
        _gather(pages, room / "pages", changed)
        build_site(config, room / "pages", room / "site")
        replaced = [str(Path(page).with_suffix(".html")) for page in changed]
        for file in replaced:
            _replace(output / file, (room / "site" / file).read_bytes())
        return replaced + _update_index(room / "site", output, set(replaced))
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _gather(pages: Path, folder: Path, changed: Sequence[str]) -> None:
    """Copy the changed pages, and leave an empty one for each other page that the navigation may name."""
    for path in (*pages.glob("*.md"), *pages.glob("*/index.md")):
        stand_in = folder / path.relative_to(pages)
        stand_in.parent.mkdir(parents=True, exist_ok=True)
        stand_in.touch()
    for page in changed:
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(pages / page, folder / page)


def _update_index(built: Path, output: Path, replaced: set[str]) -> list[str]:
    old = json.loads((output / _INDEX).read_text(encoding="utf-8"))
    new = json.loads((built / _INDEX).read_text(encoding="utf-8"))
    merged = {**new, "docs": list(_merged(old["docs"], new["docs"], replaced))}
    if merged == old:
        return []
    text = json.dumps(merged, separators=(",", ":"))
    _replace(output / _INDEX, text.encode())
    _replace(output / _INDEX_AS_SCRIPT, (_SCRIPT + text).encode())
    return [_INDEX.as_posix(), _INDEX_AS_SCRIPT.as_posix()]


def _merged(old: list[Any], new: list[Any], replaced: set[str]) -> Iterator[Any]:
    """The old entries, with all those of a replaced page exchanged for its new ones where its first one stood."""
    done: set[str] = set()
    for entry in old:
        page = _page(entry)
        if page not in replaced:
            yield entry
        elif page not in done:
            done.add(page)
            yield from (found for found in new if _page(found) == page)


def _page(entry: Any) -> str:
    return unquote(str(entry["location"]).partition("#")[0]) or "index.html"


def _replace(file: Path, content: bytes) -> None:
    file.unlink(missing_ok=True)
    file.write_bytes(content)
