"""The site: Markdown pages and assets that MkDocs builds without any plugin of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.link.handbook import Handbook
from generator.render.output import Page
from generator.render.site.pages import all_pages, press

__all__ = ["site_assets", "site_pages"]


def site_pages(handbook: Handbook, templates: Path, jobs: int = 1) -> Iterator[Page]:
    """All pages of the site; `templates` is the folder `handbook/templates`, `jobs` how many processes to use."""
    return all_pages(press(handbook, templates), jobs)


def site_assets(templates: Path) -> Iterator[tuple[str, Path]]:
    """The style sheets and scripts to copy: each path in the pages folder, with the file it comes from."""
    folder = templates / "site" / "assets"
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield f"assets/{file.relative_to(folder).as_posix()}", file
