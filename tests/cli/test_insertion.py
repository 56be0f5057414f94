"""A role goes into its department and nothing else in the file changes."""

from __future__ import annotations

import difflib

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli.insertion import with_role

ROLE = {"name": "接待员"}
BLOCK = """\
# 组织
departments:
  - name: 客服部   # 在一楼
    units: [甲]
    roles:
      - name: 主任
        task: >-
          主持
          工作
      # 专员有两名
      - {name: 专员, task: 登记}

  - name: 财务部
    units: [甲]
    head: 会计
"""


def test_a_role_is_put_behind_the_last_one_of_a_block_list() -> None:
    assert added(BLOCK, "客服部") == (["      - name: 接待员"], 12)


def test_a_department_without_roles_gets_a_list() -> None:
    assert added(BLOCK, "财务部") == (["    roles:", "      - name: 接待员"], 16)


def test_more_keys_follow_the_name() -> None:
    text = with_role(BLOCK, "客服部", {"name": "接待员", "reports_to": "主任"})

    assert text is not None
    assert "      - name: 接待员\n        reports_to: 主任\n" in text


def test_a_role_behind_a_folded_text_does_not_fall_into_it() -> None:
    text = (
        "departments:\n- name: 客服部\n  roles:\n  - name: 主任\n    task: |\n      主持\n\n      工作\n\nunits: []\n"
    )

    assert added(text, "客服部") == (["  - name: 接待员"], 9)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("roles: [{name: 主任}]", "roles: [{name: 主任}, {name: 接待员}]"),
        ("roles: []", "roles: [{name: 接待员}]"),
        ("roles: [ {name: 主任}, ]", "roles: [ {name: 主任}, {name: 接待员}, ]"),
        ("roles: [{name: 主任}]  # 备注", "roles: [{name: 主任}, {name: 接待员}]  # 备注"),
    ],
)
def test_a_flow_list_stays_one(before: str, after: str) -> None:
    text = f"departments:\n  - name: 客服部\n    {before}\n    head: 主任\n"

    assert with_role(text, "客服部", ROLE) == text.replace(before, after)


def test_a_department_on_one_line_stays_on_it() -> None:
    text = "departments:\n  - {name: 客服部, units: [甲], head: 主任}\n"

    assert with_role(text, "客服部", ROLE) == text.replace("head: 主任}", "head: 主任, roles: [{name: 接待员}]}")


def test_the_end_of_the_file_needs_no_line_break() -> None:
    text = "departments:\n  - name: 客服部\n    roles:\n      - name: 主任"

    assert with_role(text, "客服部", ROLE) == f"{text}\n      - name: 接待员"


def test_windows_line_ends_stay() -> None:
    text = BLOCK.replace("\n", "\r\n")
    changed = with_role(text, "客服部", ROLE)

    assert changed is not None
    assert changed.replace("      - name: 接待员\r\n", "") == text


def test_a_byte_order_mark_stays() -> None:
    changed = with_role("\ufeff" + BLOCK, "客服部", ROLE)

    assert changed is not None
    assert changed.startswith("\ufeff# 组织")


@pytest.mark.parametrize(
    "text",
    [
        BLOCK.replace("客服部", "别的部"),
        "departments: []\n",
        "units: []\n",
        "[]\n",
    ],
)
def test_a_department_that_is_not_there_changes_nothing(text: str) -> None:
    assert with_role(text, "客服部", ROLE) is None


def test_a_file_whose_lines_are_counted_in_two_ways_is_left_alone() -> None:
    assert with_role(BLOCK.replace("# 组织", "# 组织\u2028#\u2028#\u2028#"), "客服部", ROLE) is None


@settings(deadline=None)
@given(name=st.text(st.characters(exclude_categories=["Cs", "Cn"]), min_size=1, max_size=12))
def test_any_name_is_written_so_that_it_is_read_back(name: str) -> None:
    changed = with_role(BLOCK, "客服部", {"name": name})

    assert changed is not None
    said = yaml.load(changed, Loader=yaml.BaseLoader)  # noqa: S506  # makes nothing but texts
    assert said["departments"][0]["roles"][-1] == {"name": name}


def added(text: str, department: str) -> tuple[list[str], int]:
    """The lines that were added and the number of the first; nothing else may differ."""
    changed = with_role(text, department, ROLE)
    assert changed is not None
    difference = list(difflib.ndiff(text.split("\n"), changed.split("\n")))
    assert not [line for line in difference if line.startswith("- ")]
    new = [line[2:] for line in difference if line.startswith("+ ")]
    return new, len(changed.split("\n")) - changed.split("\n")[::-1].index(new[-1]) - len(new) + 1
