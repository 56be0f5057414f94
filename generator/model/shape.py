"""A document becomes a typed model, or findings in terms of the editor's file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.diagnostics.diagnostic import Diagnostic, finding
from generator.diagnostics.nearest import nearest
from generator.model.base import Model
from generator.read.marks import Block, Node, Place, child

SomeModel = TypeVar("SomeModel", bound=Model)

_WRONG_TYPES = {
    "string_type": "text",
    "not_a_text": "text",
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
}
_CUSTOM = {"calendar_date": "S007", "whole_number": "S008", "switch": "S009"}
_PATTERNS = {"^[a-z0-9]+": "S010", r"^[\w-]+\.": "S012", "^#": "S013"}


def shape(model: type[SomeModel], root: Block) -> tuple[SomeModel | None, list[Diagnostic]]:
    """Validate `root` as `model`; every mistake in it becomes one finding."""
    try:
        return model.model_validate(root), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_diagnose(model, root, detail) for detail in details]


def _diagnose(model: type[Model], root: Block, detail: ErrorDetails) -> Diagnostic:
    kind, path = detail["type"], detail["loc"]
    key = _last_key(path)
    if kind == "extra_forbidden":
        known = list(_keys_at(model, path[:-1]))
        place = _block_at(root, path).place_of_key(key)
        return finding("S001", place, key=key, near=nearest(key, known), known="、".join(known))
    if kind == "missing":
        return finding("S002", _place_of_missing(model, root, path), key=key)
    if kind == "one_of":
        return finding("S015", root.place_of(path), keys=detail["ctx"]["keys"])
    if kind == "not_both":
        one, other = detail["ctx"]["one"], detail["ctx"]["other"]
        return finding("S016", root.place_of((*path, other)), one=one, other=other)
    if isinstance(detail["input"], str) and kind not in _WRONG_TYPES:
        return _diagnose_text(kind, detail["input"], key, root.place_of(path), detail.get("ctx", {}))
    expected = _WRONG_TYPES.get(kind, "text")
    return finding("S003", root.place_of(path), expected, key=key, found=_found(detail["input"]))


def _diagnose_text(kind: str, value: str, key: str, place: Place, context: dict[str, Any]) -> Diagnostic:
    """A scalar that is a text but not the right one."""
    if not value.strip():
        return finding("S005", place, key=key)
    if kind.startswith("quantity_"):
        return finding("S006", place, kind.removeprefix("quantity_"), value=value, suggestion=context["suggestion"])
    if kind in _CUSTOM:
        return finding(_CUSTOM[kind], place, value=value, suggestion=context["suggestion"])
    if kind == "string_too_long":
        return finding("S011", place, value=value[:20], limit=context["max_length"])
    if kind == "string_pattern_mismatch":
        code = next(code for start, code in _PATTERNS.items() if context["pattern"].startswith(start))
        return finding(code, place, value=value, suggestion=as_id(value) if code == "S010" else "")
    allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    return finding("S004", place, value=value, near=nearest(value, allowed), allowed="、".join(allowed))


def as_id(text: str) -> str:
    """The nearest id to `text`, empty when nothing of it can stand in one."""
    parts = "".join(c if c.isascii() and c.isalnum() else " " for c in text.lower()).split()
    return "-".join(parts)


def _last_key(path: Sequence[str | int]) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _found(value: Any) -> str:
    return "mapping" if isinstance(value, dict) else "list" if isinstance(value, list) else "text"


def _block_at(root: Block, path: Sequence[str | int]) -> Block:
    """The innermost mapping on the way along `path`."""
    block: Block = root
    current: Node = root
    for step in path:
        current = child(current, step) or current
        if isinstance(current, Block):
            block = current
    return block


def _place_of_missing(model: type[Model], root: Block, path: Sequence[str | int]) -> Place:
    """Where a missing key would stand: at the key before it, in the order in which keys are documented."""
    block = _block_at(root, path[:-1])
    before = takewhile(lambda key: key != path[-1], _keys_at(model, path[:-1]))
    written = [key for key in before if key in block]
    return block.place_of_key(written[-1]) if written else block.place


def _keys_at(model: type[Model], path: Sequence[str | int]) -> Iterator[str]:
    """The YAML keys that the mapping at `path` may have."""
    current = model
    for step in path:
        field = next((f for name, f in current.model_fields.items() if step in (name, f.alias)), None)
        inner = _model_in(field) if field else None
        current = inner or current
    return (yaml_key(name, field) for name, field in current.model_fields.items())


def yaml_key(name: str, field: FieldInfo) -> str:
    """What a field is called in YAML."""
    return field.alias or name


def _model_in(field: FieldInfo) -> type[Model] | None:
    """The model that a field holds, alone, in a tuple or as an option."""
    waiting = [field.annotation]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return annotation
        if get_origin(annotation) in (tuple, Union, UnionType):
            waiting.extend(get_args(annotation))
    return None
