from __future__ import annotations

from generator.diagnostics.formats import render
from tests.diagnostics.formats.findings import one_of_everything, report


def test_each_finding_is_one_line() -> None:
    assert render(one_of_everything(), "concise").split("\n") == [
        "handbook/source/policies/投诉 办法.yml:1:8 警告 R004 没有条款要求填写《投诉办法》",
        "handbook/source/policies/投诉 办法.yml:5:16 错误 S001 “whoo”不是这里可用的键",
        "handbook/source/policies/投诉 办法.yml:5:22 错误 R001 没有叫“客服砖员”的岗位",
        "handbook/source/policies/投诉 办法.yml:6:13 错误 R005 编号“register”在本制度里已经用过",
    ]


def test_nothing_is_said_about_a_clean_project() -> None:
    assert render(report(), "concise") == ""
