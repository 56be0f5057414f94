"""The part `site`: Markdown pages, and the HTML that the site engine makes of them."""

from __future__ import annotations

from pathlib import Path

from generator.build import fingerprint
from generator.build.stage import files_below
from generator.build.work import BuildFailed, Work
from generator.locale import words

_DOWNLOADS = "files/"


def build_pages_and_site(work: Work) -> None:
    """Write the pages that changed, and let the site engine build those; all of them if anything else changed."""
    from generator.render.engine import SiteError  # noqa: PLC0415  # only when building

    _write_pages(work)
    pages = files_below(work.stage.new / "pages")
    machinery = fingerprint.site_engine(work.root, work.templates)
    shared = [page for page in pages if not page.endswith(".md") and not page.startswith(_DOWNLOADS)]
    of_shared = fingerprint.folder(work.stage.new / "pages", shared)
    same_frame = work.is_current("site/index.html", fingerprint.of(machinery, *pages, of_shared))
    of_pages = fingerprint.folder(work.stage.new / "pages", pages)
    if work.is_current("site", fingerprint.of(machinery, of_pages)):
        work.stage.keep_all("site")
        return
    work.progress.start("site", 1)
    try:
        if same_frame:
            _update_site(work)
        else:
            _build_site(work)
    except SiteError as error:
        raise BuildFailed(words(work.handbook.settings.language, "names")["part"]["site"], error.messages) from None
    work.progress.advance("site")
    work.progress.done("site")


def _write_pages(work: Work) -> None:
    """Markdown, assets, and the printed forms and checklists that pages offer for download."""
    from generator.render.site import site_assets, site_pages  # noqa: PLC0415  # only when building

    for page in site_pages(work.handbook, work.templates, work.jobs):
        work.write(f"pages/{page.path}", page.content.encode())
    for path, source in site_assets(work.templates):
        work.write(f"pages/{path}", source.read_bytes())
    for part in ("forms", "checklists"):
        for file in files_below(work.stage.new / part):
            work.stage.add_copy(work.stage.new / part / file, f"pages/{_DOWNLOADS}{part}/{file}")


def _build_site(work: Work) -> None:
    from generator.render.engine import build_site  # noqa: PLC0415  # MkDocs, only when pages changed

    build_site(work.root / "mkdocs.yml", work.stage.new / "pages", work.stage.new / "site")
    work.written += work.stage.keep_what_is_equal("site")


def _update_site(work: Work) -> None:
    """Start from the old site; exchange the downloads and the pages that changed."""
    from generator.render.site_update import update_site  # noqa: PLC0415  # MkDocs, only when pages changed

    site = work.stage.new / "site"
    work.stage.keep_all("site")
    for file in files_below(work.stage.new / "pages" / _DOWNLOADS):
        work.stage.add_copy(work.stage.new / "pages" / _DOWNLOADS / file, f"site/{_DOWNLOADS}{file}")
    changed = [Path(path).relative_to("pages").as_posix() for path in work.written if _is_page(path)]
    if changed:
        replaced = update_site(work.root / "mkdocs.yml", work.stage.new / "pages", site, changed)
        work.written += [f"site/{file}" for file in replaced]


def _is_page(path: str) -> bool:
    return path.startswith("pages/") and path.endswith(".md")
