from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.link.handbook import Handbook
from generator.render.site import site_assets, site_pages
from tests.sample import Data, sample

TEMPLATES = Path(__file__).parents[3] / "handbook" / "templates"


def pages_of(handbook: Handbook) -> dict[str, str]:
    return {page.path: page.content for page in site_pages(handbook, TEMPLATES)}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return pages_of(sample())


def test_everything_has_its_page(pages: dict[str, str]) -> None:
    assert {
        "index.md",
        "policies/index.md",
        "policies/complaint-handling.md",
        "policies/conduct.md",
        "departments/index.md",
        "departments/客户服务部.md",
        "roles/index.md",
        "roles/客服主任.md",
        "forms/index.md",
        "forms/complaint-record.md",
        "penalties.md",
        "terms.md",
        "laws.md",
        "units.md",
        "groups.md",
        "assets/css/accent.css",
    } <= set(pages)


def test_a_clause_shows_its_facts_beside_its_text(pages: dict[str, str]) -> None:
    clause = pages["policies/complaint-handling.md"].split("{ #register ")[1].split("\n### ")[0]
    assert '<dt>责任人</dt> <dd><a href="../roles/客服专员.html">客服专员</a></dd>' in clause
    assert "<dt>时限</dt> <dd>1 个工作日内</dd>" in clause
    assert '<a href="../forms/complaint-record.html">《客户投诉记录表》</a>' in clause
    assert 'id="register-phone"' in clause
    assert "罚款 1000 元" in clause
    assert "1–3" in clause, "the tiers of the penalty that lists this clause"


def test_a_policy_shows_who_was_consulted_and_how_it_was_made_public(pages: dict[str, str]) -> None:
    page = pages["policies/complaint-handling.md"]
    assert "民主程序" in page
    assert "经职工代表大会讨论（2025-12-01）" in page
    assert "在公告栏公示（2025-12-20）" in page


def test_the_pdfs_of_forms_and_checklists_are_offered(pages: dict[str, str]) -> None:
    assert 'href="../files/forms/complaint-record.pdf"' in pages["forms/complaint-record.md"]
    assert 'href="../files/checklists/客户服务部.pdf"' in pages["departments/客户服务部.md"]


def test_the_lists_have_a_heading_a_unit_and_what_most_units_have_stands_before_them(pages: dict[str, str]) -> None:
    for path in ("departments/index.md", "roles/index.md"):
        headings = re.findall("^## (.*?) {", pages[path], re.MULTILINE)
        assert headings == ["各单位共有", "集团总部", "机械公司"], path
        shared, *units = pages[path].split("\n## ")[1:]
        assert "总经理室" in shared
        assert not any("总经理室.html" in unit for unit in units), path
        assert "客户服务部" in units[1]


def test_a_department_of_several_units_is_found_under_each_of_them() -> None:
    def change(data: Data) -> None:
        data["organization"][0]["units"] += [{"name": f"{n}公司", "business": "其他"} for n in "甲乙"]

    sections = pages_of(sample(change))["departments/index.md"].split("\n## ")
    assert [section.split()[0] for section in sections if "总经理室.html" in section] == ["机械公司", "物业公司"]


def test_a_company_of_one_unit_shares_nothing_with_itself() -> None:
    def change(data: Data) -> None:
        data["organization"][0]["units"] = data["organization"][0]["units"][1:2]
        for department in data["organization"][0]["departments"]:
            department["units"] = ["机械公司"]

    changed = pages_of(sample(change))
    assert re.findall("^## (.*?) {", changed["departments/index.md"], re.MULTILINE) == ["机械公司"]
    assert '<details class="fold" open>' in changed["index.md"]


def test_a_form_stands_under_each_unit_that_uses_it_and_once_if_most_do(pages: dict[str, str]) -> None:
    shared, machines = pages["forms/index.md"].split("\n## ")[1:]
    assert shared.startswith("各单位共有")
    assert "客户投诉记录表" in shared
    assert machines.startswith("机械公司")
    assert "不合格品评审单" in machines
    assert "客户投诉记录表" not in machines


def test_the_home_page_lists_the_policies_of_each_category_by_name(pages: dict[str, str]) -> None:
    service, staff = pages["index.md"].split('<p class="card__title">')[1:]
    assert service.startswith("客户服务<")
    assert '<a href="policies/complaint-handling.html">客户投诉处理办法</a></li>' in service
    assert "规定客户投诉的受理" not in service
    assert '员工行为规范</a> <span class="tag">草案</span>' in staff


def test_on_the_home_page_each_unit_unfolds_to_all_its_posts(pages: dict[str, str]) -> None:
    _, office, machines, estate = pages["index.md"].split("<details")
    assert "管理各单位" in office
    assert "人力资源经理" in office
    assert "客服专员" in machines
    assert "总经理</a>" in machines
    assert "总经理</a>" in estate
    assert "客服专员" not in estate


def test_a_unit_tells_its_departments_and_its_policies_by_category(pages: dict[str, str]) -> None:
    machines = pages["units.md"].split("\n## ")[2]
    assert machines.index("制造和销售") < machines.index("客户服务部.html") < machines.index("<dt>客户服务</dt>")
    assert "<dt>客户服务</dt>" in machines
    assert "<dt>人事</dt>" in machines


def for_some_units(data: Data) -> None:
    article = {"id": "here", "kind": "duty", "who": "总经理", "text": "应当批阅周报。", "added": "示例"}
    data["policies"]["complaint-handling"]["chapters"][1]["articles"].append(article | {"applies_to": "物业公司"})


def test_a_duty_of_some_units_says_so_and_the_page_offers_the_units(pages: dict[str, str]) -> None:
    for path in ("roles/总经理.md", "departments/总经理室.md"):
        page = pages_of(sample(for_some_units))[path]
        assert 'data-units="物业公司"' in page
        assert "适用：物业公司" in page
        assert re.findall('data-unit="(.*?)"', page) == ["", "物业公司"]
        assert "data-unit=" not in pages[path]


def test_a_department_whose_units_differ_offers_a_checklist_for_each() -> None:
    page = pages_of(sample(for_some_units))["departments/总经理室.md"]
    for unit in ("机械公司", "物业公司"):
        assert f'<a class="chip" href="../files/checklists/总经理室-{unit}.pdf">{unit}</a>' in page


def test_what_binds_everybody_or_all_heads_has_a_page_of_its_own(pages: dict[str, str]) -> None:
    assert "推诿" in pages["groups/全体员工.md"]
    assert "班前检查" in pages["groups/部门主管.md"]
    assert "推诿" not in pages["groups.md"]
    assert '<a class="chip" href="groups/全体员工.html">' in pages["groups.md"]
    assert '<a class="chip" href="groups.html">' in pages["units.md"]
    assert 'href="groups.html#质检人员"' in pages["penalties.md"]


def test_a_post_of_one_unit_is_led_to_what_binds_everybody_there(pages: dict[str, str]) -> None:
    def change(data: Data) -> None:
        for number, unit in enumerate(("物业公司", "机械公司")):
            article = {
                "id": f"badge-{number}",
                "kind": "duty",
                "who": "全体员工",
                "text": "应当佩戴工牌。",
                "added": "例",
            }
            data["policies"]["complaint-handling"]["chapters"][1]["articles"].append(article | {"applies_to": unit})

    def rules(page: str) -> int:
        found = re.search(rf'groups/全体员工\.html\?unit={quote("机械公司")}">全体员工 <small>(\d+) ', page)
        assert found
        return int(found[1])

    assert rules(pages_of(sample(change))["roles/客服专员.md"]) == rules(pages["roles/客服专员.md"]) + 1


def test_many_posts_below_one_are_folded_away_by_unit() -> None:
    def change(data: Data) -> None:
        for unit in ("机械公司", "物业公司"):
            roles = [{"name": f"{unit}{at}", "reports_to": "总经理"} for at in range(8)]
            data["organization"][0]["departments"].append(
                {"name": f"{unit}部", "units": [unit], "head": f"{unit}0", "roles": roles}
            )

    page = pages_of(sample(change))["roles/总经理.md"].split("<details")[1].split("</details>")[0]
    assert "18 个岗位" in page
    assert re.findall("<dt>(.*?)</dt>", page) == ["机械公司", "物业公司"]
    assert "物业公司7</a>" in page.split("<dt>物业公司</dt>")[1]


def test_a_repealed_form_says_so_and_what_is_used_instead() -> None:
    def change(data: Data) -> None:
        old = data["forms"]["complaint-record"] | {"title": "旧记录表", "code": "KS-00", "status": "repealed"}
        data["forms"]["old-record"] = old | {"replaced_by": "客户投诉记录表"}

    changed = pages_of(sample(change))
    assert "本表单已经废止" in changed["forms/old-record.md"]
    assert '现在使用<a href="../forms/complaint-record.html">客户投诉记录表</a>' in changed["forms/old-record.md"]
    assert "notice" not in changed["forms/complaint-record.md"]
    assert changed["forms/index.md"].count('<span class="tag">废止</span>') == 1


def test_a_repealed_law_says_so_and_what_took_its_place() -> None:
    def change(data: Data) -> None:
        law = {"name": "合同法", "title": "中华人民共和国合同法", "version": "1999-03-15", "status": "repealed"}
        data["laws"].append(law | {"replaced_by": "消费者权益保护法"})

    assert pages_of(sample())["laws.md"].count("由其取代") == 0
    changed = pages_of(sample(change))["laws.md"]
    assert '<span class="tag">已废止</span>' in changed
    assert '由其取代 <a href="' in changed


def test_a_draft_says_so_and_binds_nobody(pages: dict[str, str]) -> None:
    assert "尚未施行" in pages["policies/conduct.md"]
    assert "事先请假" not in pages["groups.md"]


def test_what_was_added_or_adapted_is_told(pages: dict[str, str]) -> None:
    policy = pages["policies/complaint-handling.md"]
    assert "来源文件原规定：补偿一律由总经理批准。" in policy
    assert "来源没有写明回访的时间" in policy
    assert "s1-02.031" in policy


def test_no_page_prints_an_object_of_the_program(pages: dict[str, str]) -> None:
    assert [path for path, content in pages.items() if " object at 0x" in content or "Target(" in content] == []


def test_the_same_handbook_gives_the_same_pages(pages: dict[str, str]) -> None:
    assert pages_of(sample()) == pages


def test_one_changed_clause_changes_only_the_pages_that_show_it(pages: dict[str, str]) -> None:
    def change(data: Data) -> None:
        data["policies"]["complaint-handling"]["chapters"][0]["articles"][0]["text"] = "为了保护客户，制定本办法。"

    changed = pages_of(sample(change))
    assert [path for path in pages if pages[path] != changed[path]] == ["policies/complaint-handling.md"]


def test_a_handbook_with_nothing_but_settings_has_pages() -> None:
    def change(data: Data) -> None:
        data.update(organization=[], policies={}, forms={}, terms=[], laws=[], measures=[], sources=[])

    assert "index.md" in pages_of(sample(change))


def test_style_sheets_and_scripts_are_copied_from_the_templates() -> None:
    assets = dict(site_assets(TEMPLATES))
    assert assets["assets/css/site.css"] == TEMPLATES / "site/assets/css/site.css"
    assert "assets/js/iframe-worker-shim.js" in assets
