from __future__ import annotations

import re

import pytest

from generator.render.site.colors import accent_css, contrast


def color(text: str) -> tuple[float, float, float]:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


@pytest.mark.parametrize("accent", ["#1f4e79", "#ffff00", "#000000", "#ffffff", "#c00000"])
def test_links_can_be_read_in_both_schemes_whatever_the_accent_colour(accent: str) -> None:
    light, dark = (color(found) for found in re.findall(r"--accent: (#\w{6})", accent_css(accent)))
    assert contrast(light, color("#ffffff")) >= 4.5
    assert contrast(dark, color("#17191f")) >= 4.5


def test_an_accent_colour_that_can_be_read_is_kept() -> None:
    assert "--accent: #1f4e79" in accent_css("#1f4e79")
