"""The site's colours, from the one accent colour of the handbook's settings."""

from __future__ import annotations

Color = tuple[float, float, float]

_WHITE: Color = (1.0, 1.0, 1.0)
_BLACK: Color = (0.0, 0.0, 0.0)
# Behind the text in the dark scheme; site.css says the same.
_DARK_PAPER: Color = (0.09, 0.10, 0.12)
# WCAG asks for 4.5; the dark scheme's tinted grounds take some of it away.
_READABLE = 4.5
_READABLE_IN_THE_DARK = 6.0


def accent_css(accent: str) -> str:
    """CSS variables for the light and the dark scheme, readable in both whatever the accent colour is."""
    color = _parse(accent)
    light = _until_readable(color, _BLACK, against=_WHITE, at_least=_READABLE)
    dark = _until_readable(color, _WHITE, against=_DARK_PAPER, at_least=_READABLE_IN_THE_DARK)
    return (
        f':root, [data-md-color-scheme="default"] {{ --accent: {_hex(light)}; '
        f"--accent-soft: {_hex(_mix(light, _WHITE, 0.9))}; --accent-line: {_hex(_mix(light, _WHITE, 0.7))}; "
        f"--header: {_hex(light)}; }}\n"
        f'[data-md-color-scheme="slate"] {{ --accent: {_hex(dark)}; '
        f"--accent-soft: {_hex(_mix(dark, _DARK_PAPER, 0.88))}; --accent-line: {_hex(_mix(dark, _DARK_PAPER, 0.65))}; "
        f"--header: {_hex(_mix(light, _BLACK, 0.45))}; }}\n"
    )


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _until_readable(color: Color, towards: Color, *, against: Color, at_least: float) -> Color:
    steps = (_mix(color, towards, step / 20) for step in range(21))
    return next(mixed for mixed in steps if contrast(mixed, against) >= at_least)


def _luminance(color: Color) -> float:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in color
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mix(color: Color, other: Color, share: float) -> Color:
    red, green, blue = (mine + (theirs - mine) * share for mine, theirs in zip(color, other, strict=True))
    return red, green, blue


def _parse(text: str) -> Color:
    red, green, blue = (int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(color: Color) -> str:
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in color)
