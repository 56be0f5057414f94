"""In which order readers meet policies, departments, roles and groups, whatever the files are called."""

from __future__ import annotations

from tests.sample import COMPLAINTS, CONDUCT, Data, sample


def department(name: str, *units: str) -> Data:
    return {"name": name, "units": list(units), "head": f"{name}经理", "roles": [{"name": f"{name}经理"}]}


def test_policies_follow_the_categories_of_the_settings_then_their_files() -> None:
    def change(data: Data) -> None:
        data["policies"] = {
            "a": CONDUCT | {"title": "甲"},
            "b": CONDUCT | {"title": "乙", "category": "没有列出的类别"},
            "c": CONDUCT | {"title": "丙"},
            "complaint-handling": COMPLAINTS,
        }

    handbook = sample(change)
    assert [policy.id for policy in handbook.policies] == ["complaint-handling", "a", "c", "b"]
    assert next(iter(handbook.clauses)) == "complaint-handling/purpose"


def test_departments_that_most_units_have_come_first_then_those_of_each_unit_in_turn() -> None:
    def change(data: Data) -> None:
        data["organization"].insert(
            0,
            {
                "departments": [
                    department("保洁部", "物业公司"),
                    department("装配部", "机械公司"),
                    department("秘书处", "集团总部"),
                    department("食堂", "物业公司", "机械公司", "集团总部"),
                ]
            },
        )

    handbook = sample(change)
    assert [one.name for one in handbook.departments] == [
        "食堂",
        "总经理室",
        "秘书处",
        "人力资源部",
        "装配部",
        "客户服务部",
        "质量管理部",
        "保洁部",
    ]
    assert [one.name for one in handbook.roles][:3] == ["食堂经理", "总经理", "秘书处经理"]


def test_the_units_of_anything_stand_in_the_order_of_the_company() -> None:
    def change(data: Data) -> None:
        data["organization"][0]["departments"][0]["units"].reverse()
        data["policies"]["complaint-handling"]["applies_to"].reverse()

    handbook = sample(change)
    for units in (handbook.departments[0].units, handbook.policies[0].units):
        assert [unit.name for unit in units] == ["机械公司", "物业公司"]


def test_groups_begin_with_everyone_and_the_heads_and_end_with_outsiders() -> None:
    def change(data: Data) -> None:
        data["organization"][0]["groups"].reverse()

    assert [group.name for group in sample(change).groups] == ["全体员工", "部门主管", "质检人员", "客户"]
