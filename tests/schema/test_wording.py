from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any, get_type_hints

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter

from generator.locale import words
from generator.model.base import Model
from generator.model.shape import yaml_key
from generator.schema import FILES, schemas
from generator.schema.keys import SINGLES, enum_of, keys_of, models_in
from generator.schema.wording import Wording
from tests.schema.core_yaml import as_written, core

FIELDS = words("zh-Hans", "fields")
WORDING = Wording.of("zh-Hans")
MODELS = tuple(dict.fromkeys(model for kind in FILES for model in models_in(kind.model)))
KEYS = [(model, name) for model in MODELS for name in model.model_fields]


@cache
def told() -> dict[str, dict[str, Any]]:
    return schemas()


def described() -> set[tuple[str, str]]:
    return {(model, key) for model, entry in FIELDS["models"].items() for key in entry["keys"]}


def own_keys() -> set[tuple[str, str]]:
    """Every key with the model that introduces it."""
    found = set()
    for model in MODELS:
        for ancestor in model.__mro__:
            if issubclass(ancestor, Model) and ancestor is not Model:
                names = set(ancestor.model_fields) & set(vars(ancestor)["__annotations__"])
                found |= {(ancestor.__name__, yaml_key(name, ancestor.model_fields[name])) for name in names}
    return found


def test_every_key_of_the_model_is_described() -> None:
    assert own_keys() - described() == set(), "describe them in generator/locale/zh-Hans/fields.yml"


def test_no_description_is_of_a_key_that_is_gone() -> None:
    assert described() - own_keys() == set(), "remove them from generator/locale/zh-Hans/fields.yml"


def test_every_model_is_named_and_described() -> None:
    needed = {ancestor for ancestor, _ in own_keys()}
    assert set(FIELDS["models"]) == needed
    assert all(entry["name"] and entry["about"] for entry in FIELDS["models"].values())


def test_every_kind_of_value_is_described() -> None:
    assert set(FIELDS["values"]) == set(SINGLES.values())


def test_every_kind_of_file_is_described() -> None:
    assert set(FIELDS["files"]) == {kind.name for kind in FILES}
    assert all(FIELDS["files"][kind.name]["where"] for kind in FILES)


def enums() -> set[type[StrEnum]]:
    found = {enum_of(key.type) for model in MODELS for key in keys_of(model)}
    return {enum for enum in found if enum is not None}


def test_every_value_of_every_choice_is_explained_and_no_other() -> None:
    explained = {name: list(entry["values"]) for name, entry in FIELDS["enums"].items()}
    assert explained == {enum.__name__: [member.value for member in enum] for enum in enums()}


@pytest.mark.parametrize(
    ("enum", "concern"), [("Kind", "kind"), ("Status", "status"), ("FieldType", "field"), ("Reason", "reason")]
)
def test_choices_go_by_the_words_that_readers_of_the_site_meet(enum: str, concern: str) -> None:
    named = words("zh-Hans", "names")[concern]
    for value, meaning in FIELDS["enums"][enum]["values"].items():
        assert meaning.partition("。")[0] == named[value]


@pytest.mark.parametrize(("model", "name"), KEYS, ids=[f"{model.__name__}.{name}" for model, name in KEYS])
def test_the_example_of_each_key_is_a_value_that_it_takes(model: type[Model], name: str) -> None:
    key = yaml_key(name, model.model_fields[name])
    example = WORDING.key(model, key).example
    annotation: Any = get_type_hints(model, include_extras=True)[name]
    TypeAdapter(annotation).validate_python(as_written(example))
    schema = told()[next(kind.name for kind in FILES if model in models_in(kind.model))]
    definition = schema["$defs"].get(model.__name__, schema)
    partial = {"$defs": schema["$defs"], **definition["properties"][key]}
    assert list(Draft202012Validator(partial).iter_errors(core(example))) == []


@pytest.mark.parametrize("kind", SINGLES.values())
def test_the_examples_of_each_kind_of_value_are_right(kind: str) -> None:
    annotation: Any = next(annotation for annotation, name in SINGLES.items() if name == kind)
    for example in FIELDS["values"][kind]["examples"]:
        TypeAdapter(annotation).validate_python(as_written(example))


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.name)
def test_the_example_of_each_kind_of_file_is_right(kind: Any) -> None:
    example = FIELDS["files"][kind.name]["example"]
    kind.model.model_validate(as_written(example))
    assert list(Draft202012Validator(told()[kind.name]).iter_errors(core(example))) == []
