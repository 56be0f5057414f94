"""A small project on disk into which the examples of the rules are put."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

from generator.diagnostics.catalog import Rule

Data = dict[str, Any]

TODAY = date(2026, 6, 1)
"""The day on which the examples are checked."""

SETTINGS: Data = {
    "title": "制度汇编",
    "company": "示例集团",
    "language": "zh-Hans",
    "summary": "例子。",
    "accent": "#1f4e79",
    "version": "1.0",
    "categories": ["客户服务"],
    "rules": [{"rule": "L027", "severity": "off"}],
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
    "text": "客服专员和客服主任分别接待客户，填写《客户投诉记录表》。",
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
    "approver": "另一岗位",
    "applies_to": ["另一公司"],
    "chapters": [
        {
            "title": "总则",
            "articles": [
                {
                    "id": "greeting",
                    "kind": "duty",
                    "who": "另一岗位",
                    "text": "另一岗位接待客户，填写《另一公司用表》。",
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
    "number": "KS-{yyyy}-{seq:3}",
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
    "number": "QT-{yyyy}-{seq:3}",
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

    An example of several parts is several YAML documents, each begun by `--- # <kind>`. Rules on reading need the very
    text of the example, so nothing is filled in there.
    """
    if rule.example_in == "raw":
        return {"handbook/source/policies/example.yml": example}
    if rule.code.startswith("Y"):
        articles = indent(example, " " * 6)
        return {"handbook/source/policies/other.yml": f"chapters:\n  - title: 总则\n    articles:\n{articles}"}
    parts = {rule.example_in: example}
    if rule.example_in == "parts":
        _, *split = re.split(r"^--- # ([a-z]+)\n", example, flags=re.MULTILINE)
        parts = dict(zip(split[::2], split[1::2], strict=True))
    files: dict[str, Data | str] = {}
    named: list[str] = []
    groups: list[str] = []
    for kind, text in parts.items():
        path, around = _FILES[kind]
        if rule.code == "F012":
            around = {key: value for key, value in around.items() if key != "number"}
        files[path] = _articles(text, rule.code != "D003") if kind == "article" else _completed(text, around)
        named += _words_in(kind, text)
        groups += _groups_in(kind, text)
        named += [] if {"article", "policy"} & parts.keys() else _names_in(kind, text)
    if (named or groups) and rule.code != "R004":
        using = {**POLICY, "title": "使用办法", "chapters": [_using(named, groups)]}
        files["handbook/source/policies/using.yml"] = using
    return files


def _articles(text: str, with_origin: bool) -> str:
    """A policy of its own around a list of articles; one without a source says that it was added."""
    articles = re.split(r"^(?=- )", text, flags=re.MULTILINE)
    told = [_with_origin(article) if with_origin and article.strip() else article for article in articles]
    head = yaml.safe_dump({**POLICY, "title": "另一办法", "chapters": None}, allow_unicode=True, sort_keys=False)
    head = head.replace("chapters: null\n", "chapters:\n  - title: 总则\n    articles:\n")
    return head + indent("".join(told), " " * 6)


def _with_origin(article: str) -> str:
    """The article as it is if it says where it comes from, else with the key `added`."""
    (said,) = yaml.load(article, Loader=yaml.BaseLoader)  # noqa: S506  # makes nothing but texts
    if not isinstance(said, dict) or {"source", "added", "adapted"} & said.keys():
        return article
    if article.startswith("- {"):
        return article.replace("{", "{added: 例子。, ", 1)
    return article.rstrip("\n") + "\n  added: 例子。\n"


def _completed(text: str, around: Data) -> str:
    """The example with the top-level keys that it leaves out below it."""
    said = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    missing = {key: value for key, value in around.items() if key not in said}
    return text + (yaml.safe_dump(missing, allow_unicode=True, sort_keys=False) if missing else "")


def _names_in(kind: str, text: str) -> list[str]:
    """The forms and roles that an example declares, which something has to use."""
    said = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    if kind == "form":
        return [f"《{said.get('title', '第三张表')}》"]
    if kind != "organization":
        return []
    departments = said.get("departments", [])
    return [role["name"] for one in departments for role in one.get("roles", []) if role["name"] != one.get("head")]


def _words_in(kind: str, text: str) -> list[str]:
    """The terms and classifications that an example declares, which something has to use."""
    said = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    keys = {"terms": ("terms", "term"), "levels": ("levels", "scheme")}
    things, name = keys.get(kind, ("", ""))
    return [one[name] for one in said.get(things, []) if name in one] if things else []


def _groups_in(kind: str, text: str) -> list[str]:
    """The groups that an example declares, which something has to use."""
    said = yaml.load(text, Loader=yaml.BaseLoader) if kind == "organization" else {}  # noqa: S506
    return list(dict.fromkeys(group["name"] for group in said.get("groups", []) if "name" in group))


def _using(named: list[str], groups: list[str]) -> Data:
    """A chapter that names everything in `named` and `groups`."""
    text = f"相关的有{'、'.join((*named, *groups))}。"
    article = {"id": "using", "kind": "statement", "text": text, "to": groups, "added": "例子。"}
    return {"title": "总则", "articles": [article]}


OLDER: Data = {
    "title": "总则",
    "articles": [
        {"id": "desk", "kind": "duty", "who": "另一岗位", "text": "另一岗位清点柜台的样品。", "added": "例子。"}
    ],
}
_FILES: dict[str, tuple[str, Data]] = {
    "article": ("handbook/source/policies/other.yml", {}),
    "policy": ("handbook/source/policies/example.yml", POLICY),
    "older": (
        "handbook/source/policies/older.yml",
        {**OTHER_POLICY, "title": "旧办法", "status": "in-force", "effective": "2020-01-01", "chapters": [OLDER]},
    ),
    "form": ("forms/third.yml", {**FORM, "title": "第三张表", "code": "KS-03", "number": "DS-{yyyy}-{seq:3}"}),
    "record": ("forms/record.yml", FORM),
    "organization": ("handbook/source/organization/more.yml", {}),
    "sources": ("handbook/source/sources.yml", {}),
    "settings": ("handbook/source/handbook.yml", SETTINGS),
    "baseline": ("handbook/baseline.yml", {}),
    "terms": ("handbook/source/terms.yml", {}),
    "laws": ("handbook/source/laws.yml", {}),
    "measures": ("handbook/source/measures.yml", {}),
    "levels": ("handbook/source/levels.yml", {}),
}
