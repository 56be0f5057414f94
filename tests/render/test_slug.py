from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.render.slug import slug, slugs


def test_chinese_names_stay_readable() -> None:
    assert slug("客服主任") == "客服主任"
    assert slug("5S专员（一线）") == "5S专员-一线"


def test_nothing_of_a_path_or_an_address_is_left() -> None:
    assert slug("../../etc/passwd") == "etc-passwd"
    assert slug("..\\a?b#c%2e d") == "a-b-c-2e-d"


def test_a_name_of_signs_alone_still_gets_a_slug() -> None:
    made = slugs(["***", "…"])
    assert all(made.values())
    assert len(set(made.values())) == 2


def test_names_that_differ_only_in_case_or_signs_get_files_of_their_own() -> None:
    made = slugs(["ERP", "erp", "A/B", "A-B", "客服"])
    assert len({found.casefold() for found in made.values()}) == 5
    assert made["客服"] == "客服"


def test_a_slug_does_not_depend_on_the_order_of_the_names() -> None:
    assert slugs(["A/B", "A-B", "客服"]) == slugs(["客服", "A-B", "A/B"])


def test_no_name_takes_the_place_of_a_folders_own_page_or_a_device() -> None:
    assert slugs(["index"])["index"] != "index"
    assert slugs(["CON"])["CON"].casefold() != "con"


@given(st.lists(st.text(max_size=60), unique=True))
def test_slugs_are_unique_and_safe_whatever_the_names(names: list[str]) -> None:
    made = slugs(names)
    assert set(made) == set(names)
    assert len({found.casefold() for found in made.values()}) == len(names)
    assert all(found and all(sign.isalnum() or sign == "-" for sign in found) for found in made.values())
