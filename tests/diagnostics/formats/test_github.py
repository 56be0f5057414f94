from __future__ import annotations

from generator.diagnostics.diagnostic import finding
from generator.diagnostics.formats import render
from generator.read.marks import Place
from tests.diagnostics.formats.findings import one_of_everything, report


def test_each_finding_is_a_workflow_command() -> None:
    warning, error, *_ = render(one_of_everything(), "github").split("\n")

    assert warning.startswith("::warning file=handbook/source/policies/投诉 办法.yml,line=1,col=8,endColumn=12,")
    assert error == (
        "::error file=handbook/source/policies/投诉 办法.yml,line=5,col=16,endColumn=20,title=错误 S001"
        "::“whoo”不是这里可用的键%0A改法：改成“who”"
    )


def test_a_name_cannot_end_a_command_and_begin_another() -> None:
    name = "甲\n::error file=x::100%, 乙:丙"
    place = Place("forms/a,b:c%\n.yml", 1, 1)

    text = render(report(finding("R002", place, name=name)), "github")

    assert text.count("\n") == 0
    assert "file=forms/a%2Cb%3Ac%25%0A.yml," in text
    assert "100%25, 乙:丙" in text


def test_nothing_is_said_about_a_clean_project() -> None:
    assert render(report(), "github") == ""
