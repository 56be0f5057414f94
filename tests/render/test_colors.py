from __future__ import annotations

from generator.render.colors import palette, tint


def test_a_tint_lies_between_white_and_the_colour() -> None:
    assert [tint("#1f4e79", share) for share in (0, 0.5, 1)] == ["#ffffff", "#8fa6bc", "#1f4e79"]


def test_the_palette_has_the_accent_and_a_light_ground() -> None:
    assert palette("#1f4e79") == {"accent": "#1f4e79", "tint": "#e9edf2"}
