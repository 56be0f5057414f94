from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.render.engine import SiteError, build_site

CONFIG = "site_name: 手册\nnav: [index.md]\ntheme: {name: material}\nplugins: []\n"


def project(folder: Path, config: str, page: str) -> tuple[Path, Path, Path]:
    pages = folder / "pages"
    pages.mkdir()
    (pages / "index.md").write_text(page, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder / "mkdocs.yml", pages, folder / "site"


def test_markdown_becomes_a_site(tmp_path: Path) -> None:
    config, pages, output = project(tmp_path, CONFIG, "# 首页\n")
    build_site(config, pages, output)
    assert "首页" in (output / "index.html").read_text(encoding="utf-8")


def test_a_broken_link_fails_the_build_and_is_named(tmp_path: Path) -> None:
    config, pages, output = project(tmp_path, CONFIG, "# 首页\n\n[坏](missing.md)\n")
    with pytest.raises(SiteError) as refused:
        build_site(config, pages, output)
    assert any("missing.md" in message for message in refused.value.messages)


def test_a_wrong_configuration_is_told_with_its_key(tmp_path: Path) -> None:
    config, pages, output = project(tmp_path, CONFIG + "use_directory_urls: 3\n", "# 首页\n")
    with pytest.raises(SiteError, match="use_directory_urls"):
        build_site(config, pages, output)


def test_the_environment_is_left_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "12345")
    config, pages, output = project(tmp_path, CONFIG, "# 首页\n")
    build_site(config, pages, output)
    assert os.environ["SOURCE_DATE_EPOCH"] == "12345"


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    config, pages, output = project(tmp_path, CONFIG, "# 首页\n")
    build_site(config, pages, output)
    assert capfd.readouterr() == ("", "")
