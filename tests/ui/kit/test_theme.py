"""Every text can be read on the colour behind it, in the light and in the dark."""

import pytest

from homecare.ui.kit import theme
from homecare.ui.kit.drawing import INKS
from tests.ui.kit.test_pain_keys import linear

READABLE = 4.5
"""WCAG 2.2, success criterion 1.4.3: contrast of text that is not large."""
SEEN = 3.0
"""WCAG 2.2, success criterion 1.4.11: contrast of what must be seen to understand a picture."""
OF_THE_SEED = {"primary": ("#006A63", "#81D5CC"), "error": ("#BA1A1A", "#FFB4AB")}
"""The colours that Material 3 derives from the seed #0F766E for both themes; links and faults use them."""


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


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", list(OF_THE_SEED))
def test_links_and_faults_can_be_read_on_every_card_and_behind_them(name: str, dark: bool) -> None:
    assert theme.SEED == "#0F766E", "measure the colours that the new seed makes"
    ink = OF_THE_SEED[name][dark]

    for behind in (*(theme.container(tone, dark) for tone in theme.TONES), theme.background(dark)):
        assert contrast(behind, ink) >= READABLE, behind


@pytest.mark.parametrize("dark", [False, True])
def test_the_marks_of_the_pain_chart_are_seen_on_its_card(dark: bool) -> None:
    card = theme.container("plain", dark)

    for ink in (INKS["main"], INKS["soft"], INKS["ink"]):
        assert contrast(card, ink[dark]) >= SEEN, ink[dark]
