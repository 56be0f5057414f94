"""A small valid project on disk, for tests that change one part of it.

`project(tmp_path)` has nothing to complain about. Each part can be given as YAML; the top-level keys that the given
text lacks are filled in *below* it, so that lines and columns are those of the text in the test:

    project(tmp_path, policy="approver: 总经里")
    checked(tmp_path, articles="- {id: a, kind: duty, text: 应当登记。}").told == ["D001 a", …]

`raw` writes files as they are, by path, over everything else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent, indent

from generator.check.rules import RULES, AnyRule
from generator.check.run import CheckResult, check_project
from generator.diagnostics.catalog import placeholders, rule
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.formats import concise, text
from generator.link.handbook import Handbook

PATHS = {
    "settings": "handbook/source/handbook.yml",
    "organization": "handbook/source/organization/company.yml",
    "terms": "handbook/source/terms.yml",
    "laws": "handbook/source/laws.yml",
    "measures": "handbook/source/measures.yml",
    "levels": "handbook/source/levels.yml",
    "sources": "handbook/source/sources.yml",
    "policy": "handbook/source/policies/example.yml",
    "older": "handbook/source/policies/older.yml",
    "form": "forms/example.yml",
    "record": "forms/complaint-record.yml",
}
"""Where each part of the project is."""

TODAY = date(2026, 6, 1)
"""The day on which the project is checked."""

POLICY = PATHS["policy"]
FORM = PATHS["form"]

_CHAPTER = """\
chapters:
  - title: 总则
    articles:
"""

PARTS: Mapping[str, str] = {
    "settings": """\
title: 制度汇编
company: 示例公司
language: zh-Hans
summary: 全公司的制度。
accent: "#1f4e79"
version: "1.0"
categories: [客户服务]
""",
    "organization": """\
units:
  - {name: 示例公司, business: 生产机械}
  - {name: 另一公司, business: 销售机械}
departments:
  - name: 总经理室
    units: [示例公司, 另一公司]
    head: 总经理
    roles: [{name: 总经理}]
  - name: 客户服务部
    aliases: [客服部]
    units: 示例公司
    head: 客服主任
    roles:
      - {name: 客服主任, aliases: [客服主管], reports_to: 总经理}
      - {name: 客服专员, reports_to: 客服主任}
  - name: 另一部门
    units: 另一公司
    head: 另一岗位
    roles: [{name: 另一岗位}]
groups:
  - {name: 全体员工, everyone: true}
""",
    "terms": """\
terms:
  - {term: 投诉, definition: 客户表示不满的行为。, added: 示例。}
""",
    "laws": """\
laws:
  - {name: 劳动合同法, title: 中华人民共和国劳动合同法, version: 2012-12-28}
""",
    "measures": """\
measures:
  - {name: 书面警告}
  - {name: 辞退, aliases: [开除], ends_employment: true}
""",
    "sources": """\
sources:
  - {id: old-rules, title: 旧规定, paragraphs: 9}
""",
    "policy": f"""\
title: 示例办法
category: 客户服务
summary: 规定投诉的登记。
owner: 客户服务部
approver: 总经理
version: "1.0"
status: in-force
effective: 2026-01-01
basis: [劳动合同法 第四条]
applies_to: [示例公司]
{_CHAPTER}\
      - id: base
        kind: duty
        who: [客服专员, 全体员工]
        when: 接到投诉
        text: 接到投诉后填写《客户投诉记录表》，并对照《示例表》《另一公司用表》。
        form: 客户投诉记录表
        penalty: {{measures: [书面警告]}}
        source: [old-rules.001]
""",
    "form": """\
title: 示例表
code: EX-01
number: EX-{yyyy}-{seq:3}
version: "1.0"
owner: 客户服务部
keeper: 客服专员
retention: 3 年
applies_to: [示例公司]
purpose: 示例。
sections:
  - fields: [{name: content, label: 内容}]
added: 示例。
""",
    "record": """\
title: 客户投诉记录表
code: KS-01
version: "1.0"
owner: 客户服务部
keeper: 客服专员
retention: 3 年
applies_to: [示例公司]
purpose: 记录投诉。
sections:
  - fields: [{name: content, label: 内容}]
source: [old-rules.001]
""",
}

_ELSEWHERE = """\
title: 另一公司用表
code: QT-01
number: QT-{yyyy}-{seq:3}
version: "1.0"
owner: 另一部门
keeper: 另一岗位
retention: 永久
applies_to: [另一公司]
purpose: 另一公司用。
sections:
  - fields: [{name: content, label: 内容}]
added: 示例。
"""

_TOP_LEVEL_KEY = re.compile(r"^(?=\S)", re.MULTILINE)


def project(root: Path, *, articles: str = "", raw: Mapping[str, str | bytes] | None = None, **parts: str) -> Path:
    """Write the project into `root`, with `parts` changed; `articles` are those of the policy's only chapter."""
    if articles:
        parts["policy"] = _CHAPTER + indent(dedent(articles), " " * 6)
    files: dict[str, str | bytes] = {"forms/elsewhere.yml": _ELSEWHERE}
    for part, path in PATHS.items():
        if part in parts or part in PARTS:
            files[path] = _completed(dedent(parts.get(part, "")), PARTS.get(part, ""))
    for path, content in (files | dict(raw or {})).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def _completed(given: str, default: str) -> str:
    """The given YAML, and below it whatever top-level keys of the default it lacks."""
    if given and not given.endswith("\n"):
        given += "\n"
    written = {_key(part) for part in _TOP_LEVEL_KEY.split(given)}
    missing = (part for part in _TOP_LEVEL_KEY.split(default) if part and _key(part) not in written)
    return given + "".join(missing)


def _key(part: str) -> str:
    return part.partition(":")[0]


@dataclass(frozen=True)
class Checked:
    """What the check says about a project."""

    result: CheckResult

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings."""
        return self.result.diagnostics

    @property
    def handbook(self) -> Handbook:
        """The linked handbook."""
        assert self.result.handbook is not None
        return self.result.handbook

    @property
    def codes(self) -> list[str]:
        """The codes of all findings, in order."""
        return [found.code for found in self.diagnostics]

    @property
    def told(self) -> list[str]:
        """Each finding as its code and the words it points at."""
        return [f"{found.code} {self.pointed_at(found)}".rstrip() for found in self.diagnostics]

    @property
    def concise(self) -> str:
        """All findings in words, one a line."""
        return concise.render(self.result.report)

    @property
    def text(self) -> str:
        """All findings as an editor sees them."""
        return text.render(self.result.report)

    def pointed_at(self, found: Diagnostic) -> str:
        """The text under the caret of a finding."""
        place = found.place
        lines = self.result.sources.get(place.file, "").split("\n")
        return lines[place.line - 1][place.column - 1 :][: place.width]


def rules_of(*letters: str) -> tuple[AnyRule, ...]:
    """The rules whose codes begin with one of these letters."""
    return tuple(rule for rule in RULES if rule.code[0] in letters)


def checked(
    root: Path,
    *,
    articles: str = "",
    raw: Mapping[str, str | bytes] | None = None,
    rules: tuple[AnyRule, ...] = (),
    **parts: str,
) -> Checked:
    """Write the project, link it and ask it these rules; whatever is found can be put into words and is in order.

    No rule is asked unless named, so that a test is about one thing and no new rule touches it.
    """
    result = check_project(project(root, articles=articles, raw=raw, **parts), TODAY, rules)
    assert list(result.diagnostics) == sorted(set(result.diagnostics))
    for found in result.diagnostics:
        assert_can_be_said(found)
    return Checked(result)


_MAY_BE_EMPTY = {"key", "ref"}
"""Facts that an editor can leave empty: the key in `: 文`, the clause in `{#}`."""


def assert_can_be_said(found: Diagnostic) -> None:
    """The catalog has words for the finding, and the finding has every fact that the words need."""
    written = rule(found.code)
    assert not found.variant or not written.variants or found.variant in written.variants, found
    facts = {name for name, value in found.facts if value or name in _MAY_BE_EMPTY}
    wording = written.variants.get(found.variant, written.wording)
    assert any(placeholders(message) <= facts for message in wording.message), found
