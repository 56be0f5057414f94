"""A made-up handbook of any size, always the same for the same numbers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CLAUSES_IN_POLICY = 25
CLAUSES_IN_CHAPTER = 5
PARAGRAPHS = 900


@dataclass(frozen=True, slots=True)
class Size:
    """How many of each."""

    policies: int = 200
    departments: int = 30
    roles: int = 60
    forms: int = 100

    @property
    def clauses(self) -> int:
        """Articles in all policies together."""
        return self.policies * CLAUSES_IN_POLICY


def write_project(root: Path, size: Size, like: Path) -> None:
    """Write a project of this size to `root`, with the templates and mkdocs.yml of the project `like`."""
    shutil.copytree(like / "handbook" / "templates", root / "handbook" / "templates")
    shutil.copy(like / "mkdocs.yml", root / "mkdocs.yml")
    files = {
        "handbook/source/handbook.yml": _settings(),
        "handbook/source/organization/group.yml": _organization(size),
        "handbook/source/sources.yml": "sources:\n  - {id: b0, title: 旧制度, paragraphs: 900}\n",
    }
    files |= {f"handbook/source/policies/policy-{at}.yml": _policy(at, size) for at in range(size.policies)}
    files |= {f"forms/form-{at}.yml": _form(at, size) for at in range(size.forms)}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def clause_text(policy: int, position: int, size: Size) -> str:
    """About eighty characters that name a role, a department, a form and two figures."""
    role, form = _role(position + policy, size), _form_title(position + policy, size)
    department = _department(position, size)
    return (
        f"{role}接到{department}转来的第{policy}类事项后，应当在 3 个工作日内核对有关情况，把结果记入"
        f"《{form}》，连同原件报部门负责人审核，并在当月汇总；逾期未报的，每次处以 50 元罚款。"
    )


def _settings() -> str:
    return (
        "title: 测试汇编\ncompany: 测试集团\nlanguage: zh-Hans\nsummary: 测量速度用的虚构手册。\n"
        'accent: "#1f4e79"\nversion: "1.0"\ncategories: [综合]\n'
        "rules: [{rule: L027, severity: off}]\n"
    )


def _organization(size: Size) -> str:
    lines = ["units:", "  - {name: 测试公司, business: 测量速度。}", "departments:"]
    for at in range(size.departments):
        own = range(at, size.roles, size.departments)
        lines += [
            f"  - name: {_department(at, size)}",
            "    units: [测试公司]",
            f"    head: {_role(at, size)}",
            "    roles:",
            *(f"      - {{name: {_role(role, size)}}}" for role in own),
        ]
    return "\n".join(lines) + "\n"


def _policy(at: int, size: Size) -> str:
    lines = [
        f"title: 第{at}号管理办法",
        "category: 综合",
        f"summary: 规定第{at}类事项的办理。",
        f"owner: {_department(at, size)}",
        f"approver: {_role(at, size)}",
        'version: "1.0"',
        "status: in-force",
        "effective: 2026-01-01",
        "consulted: {body: 职工代表大会, on: 2025-12-08}",
        "publicized: {how: 在公司内网公示, on: 2025-12-20}",
        "chapters:",
    ]
    for position in range(CLAUSES_IN_POLICY):
        if position % CLAUSES_IN_CHAPTER == 0:
            lines += [f"  - title: 第{position // CLAUSES_IN_CHAPTER}部分", "    articles:"]
        lines += _clause(at, position, size)
    return "\n".join(lines) + "\n"


def _clause(policy: int, position: int, size: Size) -> Iterator[str]:
    yield f"      - id: clause-{position}"
    yield "        kind: duty"
    yield f"        title: 办理事项{position}"
    yield f"        who: {_role(position + policy, size)}"
    yield f"        when: 收到第{position}类事项"
    yield "        within: 3 个工作日"
    yield f"        text: {clause_text(policy, position, size)}"
    yield f"        form: {_form_title(position + policy, size)}"
    yield "        penalty: {act: 逾期未报, per: 次, fine: 50 元}"
    yield f"        source: [b0.{(policy * CLAUSES_IN_POLICY + position) % PARAGRAPHS + 1:03}]"


def _form(at: int, size: Size) -> str:
    return (
        "\n".join(
            [
                f"title: {_form_title(at, size)}",
                f"code: CS-{at:03}",
                f"number: CS{at:03}-{{yyyy}}-{{seq:3}}",
                'version: "1.0"',
                f"owner: {_department(at, size)}",
                f"keeper: {_department(at, size)}",
                "retention: 3 年",
                f"purpose: 记录第{at}类事项的办理。",
                "copies:",
                f"  - {{to: {_department(at, size)}, color: 白}}",
                "sections:",
                "  - title: 事项",
                "    fields:",
                *(f"      - {{name: field-{field}, label: 栏目{field}, type: text}}" for field in range(12)),
                "      - {name: content, label: 情况, type: paragraph, lines: 5}",
                "signatures:",
                f"  - {{label: 审核, who: {_role(at, size)}}}",
                "added: 测量速度用。",
            ]
        )
        + "\n"
    )


def _department(at: int, size: Size) -> str:
    return f"业务{at % size.departments}部"


def _role(at: int, size: Size) -> str:
    return f"办事员{at % size.roles}号"


def _form_title(at: int, size: Size) -> str:
    return f"事项{at % size.forms}登记表"
