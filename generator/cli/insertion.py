"""A role written into its department, with every other byte of the file left as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from generator.cli.starter import scalar


def role_lines(role: Mapping[str, str], indent: int) -> list[str]:
    """A role as an element of a block list whose dashes stand `indent` columns in."""
    margin = " " * indent
    lines = [f"{key}: {scalar(value)}" for key, value in role.items()]
    return [f"{margin}- {lines[0]}", *(f"{margin}  {line}" for line in lines[1:])]


def with_role(text: str, department: str, role: Mapping[str, str]) -> str | None:
    """The text of an organization file with `role` added to the roles of `department`.

    None when the department is not there, or when the layout is one that cannot be extended safely: the result is
    read again and must say the same as before, with the role at the end of the list.
    """
    spot = _department_node(text, department)
    changed = _insert(text, spot, role) if spot else None
    return changed if changed and _says(changed, _expected(text, department, role)) else None


def _insert(text: str, department: yaml.MappingNode, role: Mapping[str, str]) -> str:
    roles = next((value for key, value in department.value if key.value == "roles"), None)
    flow = "{" + ", ".join(f"{key}: {scalar(value)}" for key, value in role.items()) + "}"
    if roles is None and department.flow_style:
        return _splice(text, department.value[-1][1].end_mark, f", roles: [{flow}]")
    if roles is None:
        column = department.value[0][0].start_mark.column
        return _after(text, department, [f"{' ' * column}roles:", *role_lines(role, column + 2)])
    if not roles.value:
        return _splice(text, roles.start_mark, flow, skip=1)
    if roles.flow_style:
        return _splice(text, roles.value[-1].end_mark, f", {flow}")
    return _after(text, roles, role_lines(role, roles.start_mark.column))


def _department_node(text: str, name: str) -> yaml.MappingNode | None:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    top = root.value if isinstance(root, yaml.MappingNode) else ()
    departments = next((value for key, value in top if key.value == "departments"), None)
    for node in departments.value if departments else ():
        if any(key.value == "name" and value.value == name for key, value in node.value):
            found: yaml.MappingNode = node
            return found
    return None


def _splice(text: str, mark: yaml.Mark, addition: str, skip: int = 0) -> str:
    at = mark.index + skip
    return text[:at] + addition + text[at:]


def _after(text: str, node: yaml.Node, addition: list[str]) -> str:
    """Put whole lines behind the last line of a block."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(newline)
    last = _last_line(node)
    while last > node.start_mark.line and not lines[last].strip():
        last -= 1
    return newline.join([*lines[: last + 1], *addition, *lines[last + 1 :]])


def _last_line(node: yaml.Node) -> int:
    """The line, counted from 0, on which the last value inside a node ends."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
        return _last_line(node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
        return _last_line(node.value[-1])
    line: int = node.end_mark.line
    return line - 1 if node.end_mark.column == 0 else line


def _expected(text: str, department: str, role: Mapping[str, str]) -> Any:
    said = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # makes nothing but texts
    for entry in said["departments"]:
        if entry["name"] == department:
            entry["roles"] = [*entry.get("roles", []), dict(role)]
    return said


def _says(text: str, expected: Any) -> bool:
    try:
        return bool(yaml.load(text, Loader=yaml.BaseLoader) == expected)  # noqa: S506  # makes nothing but texts
    except yaml.YAMLError:
        return False
