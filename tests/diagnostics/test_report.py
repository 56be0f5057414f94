from __future__ import annotations

from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.diagnostics.report import explain
from generator.read.marks import Place


def test_findings_are_sorted_by_file_line_column_and_code() -> None:
    wanted = [
        ("a.yml", 1, 9, "S001"),
        ("a.yml", 2, 1, "R001"),
        ("a.yml", 2, 1, "S001"),
        ("a.yml", 10, 1, "S001"),
        ("b.yml", 1, 1, "S001"),
    ]
    report = explain([at(*place) for place in reversed(wanted)], {})

    assert [(f.place.file, f.place.line, f.place.column, f.code) for f in report.findings] == wanted


def test_the_width_of_a_place_does_not_matter_for_the_order() -> None:
    wide, narrow = finding("R001", Place("a.yml", 1, 1, 9), name="甲"), finding("S005", Place("a.yml", 1, 1, 1))

    assert [found.code for found in explain([narrow, wide], {}).findings] == ["R001", "S005"]


def test_errors_and_warnings_are_counted_the_gravest_first() -> None:
    unused = finding("R004", Place("a.yml", 1, 1), "form", name="甲")

    report = explain([unused, at("a.yml", 1, 1, "S001"), unused], {})

    assert {severity.value: count for severity, count in report.counts.items()} == {"error": 1, "warning": 2}
    assert report.has_errors
    assert not report.is_clean


def test_warnings_alone_are_no_errors_but_not_clean_either() -> None:
    report = explain([finding("R004", Place("a.yml", 1, 1), "form", name="甲")], {})

    assert not report.has_errors
    assert not report.is_clean


def test_a_word_of_the_program_is_told_in_the_readers_language() -> None:
    (wrong_type,) = explain([finding("S003", Place("a.yml", 1, 1), "text", found="list", key="who")], {}).findings
    (ambiguous,) = explain([finding("R013", Place("a.yml", 1, 1), name="甲", kinds="role、unit")], {}).findings

    assert wrong_type.message == "这里应当是一段文字，写的却是列表"
    assert ambiguous.message == "“甲”有几种意思：岗位、单位，分不清指的是哪一个"


def at(file: str, line: int, column: int, code: str) -> Diagnostic:
    return finding(code, Place(file, line, column), key="甲", name="甲")
