from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.render.site.browser import ROOT, built, chromium, search, served
from tests.sample import Data, sample

HOSTILE = [
    "<script>window.hacked=1</script>",
    "</title><script>window.hacked=1</script>",
    '"><img src=x onerror="window.hacked=1">',
    "' onmouseover='window.hacked=1",
    "[x](javascript:window.hacked=1)",
    "![x](y.png)",
    "{{ config.site_name }}{% raw %}",
    "{: onclick=window.hacked=1 }",
    "{ #other-id }",
    "`code` | *bold* _em_",
    "<!-- comment",
    "&lt;b&gt; &amp;",
    "# heading",
]


class Collector(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.repeated: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            if name == "id" and value:
                if value in self.ids:
                    self.repeated.append(value)
                self.ids.add(value)


def collected(file: Path) -> Collector:
    collector = Collector()
    collector.feed(file.read_text(encoding="utf-8"))
    return collector


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(sample(), tmp_path_factory.mktemp("样本手册"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


def watched(browser: Browser, home: str) -> tuple[Page, list[str]]:
    """A page that notes what goes wrong and what it asks for elsewhere."""
    page, trouble = browser.new_page(), list[str]()
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda line: trouble.append(line.text) if line.type == "error" else None)
    page.on("request", lambda asked: trouble.append(asked.url) if not asked.url.startswith((home, "data:")) else None)
    return page, trouble


def test_every_link_leads_to_a_page_and_an_anchor_that_exist(site: Path) -> None:
    pages = {file: collected(file) for file in site.rglob("*.html")}
    for file, page in pages.items():
        assert page.repeated == [], file
    dead = [
        f"{file.relative_to(site)}: {link}"
        for file, page in pages.items()
        for link in page.links
        if file.name != "404.html" and not leads_somewhere(link, file, pages)
    ]
    assert dead == []


def leads_somewhere(link: str, file: Path, pages: dict[Path, Collector]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return parts.scheme == "data"
    target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    if not target.is_file():
        return False
    return not parts.fragment or unquote(parts.fragment) in pages[target].ids


def test_nothing_in_the_site_names_another_machine(site: Path) -> None:
    for file in site.rglob("*.html"):
        found = re.findall(r'(?:href|src)="(?:https?:)?//[^"]*', file.read_text(encoding="utf-8"))
        assert found == [], file


def test_a_clause_keeps_its_address_when_articles_are_put_before_it(site: Path, tmp_path: Path) -> None:
    def change(data: Data) -> None:
        added = {"id": "scope", "kind": "statement", "title": "范围", "text": "本办法适用于投诉。", "added": "示例"}
        data["policies"]["complaint-handling"]["chapters"][0]["articles"].insert(0, added)

    before = (site / "policies/complaint-handling.html").read_text(encoding="utf-8")
    after = (built(sample(change), tmp_path) / "policies/complaint-handling.html").read_text(encoding="utf-8")
    assert re.search(r'<h3[^>]*id="register"[^>]*>第三条 登记投诉', before)
    assert re.search(r'<h3[^>]*id="register"[^>]*>第四条 登记投诉', after)


def test_the_same_pages_give_the_same_site_to_the_byte(site: Path, tmp_path: Path) -> None:
    again = built(sample(), tmp_path / "elsewhere")
    files = {file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()}
    assert files == {file.relative_to(again): file.read_bytes() for file in again.rglob("*") if file.is_file()}


@pytest.mark.parametrize("way", ["http", "file"])
def test_people_find_clauses_forms_and_posts_in_chinese(site: Path, browser: Browser, way: str) -> None:
    with served(site) as address:
        home = address if way == "http" else f"{site.as_uri()}/"
        page, trouble = watched(browser, home)
        page.goto(f"{home}index.html")
        assert "登记投诉" in search(page, "通话时间")[0], "words from the middle of an item"
        assert "客户投诉记录表" in " ".join(search(page, "投诉登记表")[:2]), "another name of a form"
        assert "客服主任" in " ".join(search(page, "客服主管")[:3]), "another name of a post"
        assert "事先请假" in " ".join(search(page, "ERP系统")), "Latin and Chinese without a space"
        assert "客户投诉记录表" in search(page, "TS-01")[0], "the code of a form"
        page.goto(f"{home}policies/complaint-handling.html#register")
        assert page.locator("#register").is_visible()
        page.close()
        assert trouble == []


def test_no_text_of_the_handbook_becomes_markup_or_script(tmp_path: Path, browser: Browser) -> None:
    def change(data: Data) -> None:
        policy = data["policies"]["complaint-handling"]
        for at, text in enumerate(HOSTILE):
            article = {"id": f"hostile-{at}", "kind": "duty", "title": text, "text": text, "who": "客服专员"}
            policy["chapters"][0]["articles"].append(
                article
                | {"when": text, "added": text, "penalty": {"act": text, "other": text, "per": text, "who": "客服专员"}}
                | {
                    "items": [
                        {"id": f"hostile-item-{at}", "kind": "duty", "title": text, "text": text, "added": "示例"}
                    ]
                }
            )
            data["terms"].append({"term": text, "aliases": [f"{text}2"], "definition": text, "added": "示例"})
            data["organization"][0]["departments"].append(
                {
                    "name": f"部门{text}",
                    "units": ["机械公司"],
                    "head": f"岗位{text}",
                    "task": text,
                    "roles": [{"name": f"岗位{text}", "task": text}],
                }
            )
            form = data["forms"]["nonconformity-review"]
            hostile = {"title": f"表单{text}", "code": f"X{at} {text}", "purpose": text, "notes": [text]}
            data["forms"][f"hostile-{at}"] = form | hostile
        policy |= {"summary": " ".join(HOSTILE), "title": HOSTILE[1], "version": HOSTILE[2]}
        policy["chapters"][0]["title"] = HOSTILE[0]

    folder = built(sample(change), tmp_path)
    with served(folder) as home:
        page, trouble = watched(browser, home)
        for file in sorted(folder.rglob("*.html")):
            if file.name == "404.html":
                continue
            page.goto(home + file.relative_to(folder).as_posix())
            assert page.evaluate("window.hacked") is None, file
            attributes = "[...document.querySelectorAll('.md-content *')].flatMap(e => [...e.attributes])"
            assert not page.evaluate(f"{attributes}.some(a => a.name.startsWith('on'))"), file
            assert not page.evaluate("[...document.links].some(a => a.href.startsWith('javascript'))"), file
            assert page.locator(".md-content :is(script, img, em, code)").count() == 0, file
        page.goto(f"{home}policies/complaint-handling.html")
        assert HOSTILE[1] in page.title()
        text = page.inner_text(".md-content")
        for hostile in HOSTILE:
            assert hostile in text
        assert search(page, "hacked")
        assert page.evaluate("window.hacked") is None
        page.close()
        assert trouble == []


def test_the_reader_is_led_from_the_home_page_to_the_own_post(site: Path, browser: Browser) -> None:
    with served(site) as home:
        page, trouble = watched(browser, home)
        page.goto(f"{home}index.html")
        assert not page.locator("[data-mine]").is_visible()
        page.click("text=制造和销售机械")
        page.click(".my-role >> text=客服专员")
        page.click("text=设为我的岗位")
        page.goto(f"{home}index.html")
        page.click("[data-mine-link]")
        assert unquote(page.url).endswith("roles/客服专员.html")
        page.close()
        assert trouble == []


def test_the_list_of_penalties_can_be_narrowed(site: Path, browser: Browser) -> None:
    with served(site) as home:
        page, trouble = watched(browser, home)
        page.goto(f"{home}penalties.html")
        rows = page.locator(".table--penalties tbody tr")
        everything = rows.filter(visible=True).count()
        page.fill("[data-filter]", "隐瞒 1000")
        assert rows.filter(visible=True).count() == 1 < everything
        page.close()
        assert trouble == []


def test_the_list_of_forms_can_be_narrowed_and_units_without_a_match_disappear(site: Path, browser: Browser) -> None:
    with served(site) as home:
        page, trouble = watched(browser, home)
        page.goto(f"{home}forms/index.html")
        page.fill("[data-filter]", "评审 ZL")
        assert page.locator("tbody tr").filter(visible=True).count() == 1
        assert page.locator("h2").filter(visible=True).all_inner_texts() == ["机械公司#"]
        page.fill("[data-filter]", "")
        assert page.locator("h2").filter(visible=True).count() == 2
        page.close()
        assert trouble == []


def test_the_duties_of_a_post_can_be_narrowed_to_one_unit(browser: Browser, tmp_path: Path) -> None:
    def change(data: Data) -> None:
        for unit, kind in (("物业公司", "duty"), ("机械公司", "prohibition")):
            article = {"id": f"{kind}-only", "kind": kind, "who": "总经理", "text": f"批阅{unit}周报。", "added": "例"}
            data["policies"]["complaint-handling"]["chapters"][1]["articles"].append(article | {"applies_to": unit})

    with served(built(sample(change), tmp_path)) as home:
        page, trouble = watched(browser, home)
        page.goto(f"{home}roles/总经理.html")
        duties = page.locator(".duty").filter(visible=True)
        assert duties.count() == 2
        page.click("button >> text=物业公司")
        assert "批阅物业公司周报" in " ".join(duties.all_inner_texts())
        assert duties.count() == 1
        assert "不得#" not in page.locator("h2").filter(visible=True).all_inner_texts()
        page.click("button >> text=全部")
        assert duties.count() == 2
        page.goto(f"{home}roles/总经理.html?unit=物业公司")
        assert duties.count() == 1
        page.close()
        assert trouble == []


def test_without_scripts_all_duties_are_shown_and_no_choice_is_offered(browser: Browser, tmp_path: Path) -> None:
    def change(data: Data) -> None:
        article = {"id": "only", "kind": "duty", "who": "总经理", "text": "批阅周报。", "added": "例"}
        data["policies"]["complaint-handling"]["chapters"][1]["articles"].append(article | {"applies_to": "物业公司"})

    with served(built(sample(change), tmp_path)) as home:
        page = browser.new_context(java_script_enabled=False).new_page()
        page.goto(f"{home}roles/总经理.html")
        assert page.locator(".duty").filter(visible=True).count() == 1
        assert not page.locator("[data-unit-box]").is_visible()
        page.context.close()


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_is_wider_than_the_screen(site: Path, browser: Browser, width: int) -> None:
    with served(site) as home:
        page = browser.new_page(viewport={"width": width, "height": 800})
        for file in sorted(site.rglob("*.html")):
            page.goto(home + file.relative_to(site).as_posix())
            extra = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert extra <= 0, file
        page.close()


def test_the_site_works_with_plain_mkdocs() -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "hooks" not in re.sub(r"#.*", "", config)
    assert "generator" not in re.sub(r"#.*|generator: false", "", config)
