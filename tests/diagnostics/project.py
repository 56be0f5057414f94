"""A small project on disk into which the examples of the rules are put."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

from generator.diagnostics.catalog import Rule

Data = dict[str, Any]

SETTINGS: Data = {
    "title": "制度汇编",
    "company": "示例集团",
    "language": "zh-Hans",
    "summary": "例子。",
    "accent": "#1f4e79",
    "version": "1.0",
    "categories": ["客户服务"],
}
ORGANIZATION: Data = {
    "units": [{"name": "示例公司", "business": "服务"}, {"name": "另一公司", "business": "销售"}],
    "departments": [
        {
            "name": "客服部",
            "units": "示例公司",
            "head": "客服主任",
            "roles": [{"name": "总经理"}, {"name": "客服主任"}, {"name": "客服专员"}],
        },
        {"name": "销售部", "units": "另一公司", "head": "另一岗位", "roles": [{"name": "另一岗位"}]},
    ],
}
SOURCES: Data = {"sources": [{"id": "old-rules", "title": "旧规定", "paragraphs": 1}]}
ARTICLE: Data = {
    "id": "greeting",
    "kind": "duty",
    "who": ["客服专员", "客服主任"],
    "text": "客服专员接待客户，填写《客户投诉记录表》。",
    "form": "客户投诉记录表",
    "source": ["old-rules.001"],
}
POLICY: Data = {
    "title": "接待办法",
    "category": "客户服务",
    "summary": "例子。",
    "owner": "客服部",
    "approver": "总经理",
    "version": "1.0",
    "status": "draft",
    "effective": "2026-01-01",
    "applies_to": ["示例公司"],
    "chapters": [{"title": "总则", "articles": [ARTICLE]}],
}
OTHER_POLICY: Data = {
    **POLICY,
    "title": "另一公司接待办法",
    "owner": "销售部",
    "applies_to": ["另一公司"],
    "chapters": [
        {
            "title": "总则",
            "articles": [
                {
                    "id": "greeting",
                    "kind": "duty",
                    "who": "另一岗位",
                    "text": "另一岗位接待客户。",
                    "form": "另一公司用表",
                    "added": "例子。",
                }
            ],
        }
    ],
}
FORM: Data = {
    "title": "客户投诉记录表",
    "code": "KS-01",
    "version": "1.0",
    "owner": "客服部",
    "keeper": "客服部",
    "retention": "3 年",
    "purpose": "记录投诉。",
    "applies_to": ["示例公司"],
    "sections": [{"fields": [{"name": "content", "label": "内容"}]}],
    "added": "例子。",
}
OTHER_FORM: Data = {
    **FORM,
    "title": "另一公司用表",
    "code": "QT-01",
    "owner": "销售部",
    "keeper": "销售部",
    "applies_to": ["另一公司"],
}


def make_project(root: Path, changes: dict[str, Data | str] | None = None) -> Path:
    """Write the small project below `root`; `changes` are other contents of files, as data or as text."""
    files: dict[str, Data | str] = {
        "handbook/source/handbook.yml": SETTINGS,
        "handbook/source/sources.yml": SOURCES,
        "handbook/source/organization/example.yml": ORGANIZATION,
        "handbook/source/policies/example.yml": POLICY,
        "handbook/source/policies/elsewhere.yml": OTHER_POLICY,
        "forms/record.yml": FORM,
        "forms/other.yml": OTHER_FORM,
        **(changes or {}),
    }
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        file.write_text(text, encoding="utf-8", newline="")
    return root


def with_example(rule: Rule, example: str) -> dict[str, Data | str]:
    """The files to change so that the example of a rule stands where it belongs, with what it leaves out filled in.

    Rules on reading need the very text of the example, so nothing is filled in there.
    """
    if rule.example_in == "raw":
        return {"handbook/source/policies/example.yml": example}
    if rule.code.startswith("Y"):
        articles = indent(example, " " * 6)
        return {"handbook/source/policies/other.yml": f"chapters:\n  - title: 总则\n    articles:\n{articles}"}
    said = yaml.load(example, Loader=yaml.BaseLoader)  # noqa: S506  # makes nothing but texts
    if rule.example_in == "article":
        origin = {} if rule.code == "D003" else {"added": "例子。"}
        chapter = {"title": "总则", "articles": [{**origin, **article} for article in said]}
        return {"handbook/source/policies/other.yml": {**POLICY, "title": "另一办法", "chapters": [chapter]}}
    path, around = _FILES[rule.example_in]
    return {path: {**around, **said}}


_FILES: dict[str, tuple[str, Data]] = {
    "policy": ("handbook/source/policies/example.yml", POLICY),
    "form": ("forms/third.yml", {**FORM, "title": "第三张表", "code": "KS-03"}),
    "organization": ("handbook/source/organization/more.yml", {}),
    "sources": ("handbook/source/sources.yml", {}),
    "settings": ("handbook/source/handbook.yml", SETTINGS),
}
