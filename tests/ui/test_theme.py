"""Every text can be read on the colour behind it, in the light and in the dark."""

import pytest

from homecare.ui import theme
from tests.ui.test_pain_colours import linear

READABLE = 4.5
"""WCAG 2.2, success criterion 1.4.3: contrast of text that is not large."""


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        red, green, blue = linear(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("tone", list(theme.TONES))
def test_ink_and_muted_ink_can_be_read_on_every_card(tone: theme.Tone, dark: bool) -> None:
    behind = theme.container(tone, dark)

    assert contrast(behind, theme.ink(tone, dark)) >= READABLE
    assert contrast(behind, theme.ink("plain", dark)) >= READABLE
    assert contrast(behind, theme.muted_ink(dark)) >= READABLE


@pytest.mark.parametrize("dark", [False, True])
def test_ink_and_muted_ink_can_be_read_behind_the_cards(dark: bool) -> None:
    assert contrast(theme.background(dark), theme.ink("plain", dark)) >= READABLE
    assert contrast(theme.background(dark), theme.muted_ink(dark)) >= READABLE
