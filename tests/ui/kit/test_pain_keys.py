import asyncio
from itertools import combinations

import flet as ft
import pytest

from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.ui.kit.pain_keys import GAP, PAIN_COLOURS, pain_colour, pain_keys

Rgb = tuple[float, float, float]

# Machado, Oliveira and Fernandes 2009, full severity, on linear RGB.
SIGHT: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "full colour sight": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
EASILY_TOLD_APART = 10


def linear(colour: str) -> Rgb:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (red, green, blue))  # type: ignore[return-value]


def through(matrix: tuple[Rgb, ...], value: Rgb) -> Rgb:
    return tuple(sum(a * b for a, b in zip(row, value, strict=True)) for row in matrix)  # type: ignore[return-value]


def contrast(one: str, other: str) -> float:
    light, dark = sorted(
        (sum(w * v for w, v in zip(TO_XYZ[1], linear(c), strict=True)) for c in (one, other)), reverse=True
    )
    return (light + 0.05) / (dark + 0.05)


def lab(value: Rgb) -> Rgb:
    seen = through(TO_XYZ, tuple(min(1, max(0, v)) for v in value))  # type: ignore[arg-type]
    x, y, z = (
        (v / white) ** (1 / 3) if v / white > 0.008856 else 7.787 * v / white + 16 / 116
        for v, white in zip(seen, (0.9505, 1, 1.089), strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("score", range(11))
def test_the_number_on_a_pain_key_reads_at_aa_contrast(score: int) -> None:
    colour = pain_colour(score)

    assert contrast(colour.surface, colour.ink) >= 4.5


@pytest.mark.parametrize("sight", SIGHT)
def test_scores_three_apart_are_told_apart_with_any_colour_sight(sight: str) -> None:
    seen = [lab(through(SIGHT[sight], linear(colour.surface))) for colour in PAIN_COLOURS]
    closest = min(
        sum((a - b) ** 2 for a, b in zip(seen[i], seen[j], strict=True)) ** 0.5
        for i, j in combinations(range(11), 2)
        if j - i >= 3
    )

    assert closest >= EASILY_TOLD_APART


def test_there_is_no_colour_for_a_pain_off_the_scale() -> None:
    with pytest.raises(ValueError, match="off-scale"):
        pain_colour(11)


def keys_of(column: ft.Column) -> list[ft.FilledButton]:
    return [
        key
        for row in column.controls
        if isinstance(row, ft.Row)
        for key in row.controls
        if isinstance(key, ft.FilledButton)
    ]


def name_of(key: ft.FilledButton) -> str | None:
    assert isinstance(key.content, ft.Text)
    return key.content.semantics_label


def test_every_score_has_a_key_that_a_screen_reader_names() -> None:
    keys = keys_of(pain_keys(Look(), on_pick=print))

    assert [name_of(key) for key in keys] == [f"Pain {n} of 10" for n in range(11)]


def test_a_tap_gives_the_score_of_the_key() -> None:
    picked: list[int] = []
    keys = keys_of(pain_keys(Look(), on_pick=picked.append))

    for score in (0, 7):
        asyncio.run(keys[score].on_click())  # type: ignore[misc, call-arg]

    assert picked == [0, 7]


def test_the_chosen_key_is_said_and_ringed() -> None:
    keys = keys_of(pain_keys(Look(), on_pick=print, picked=3))

    assert name_of(keys[3]) == "Pain 3 of 10, chosen"
    assert [key.style.side.width for key in keys if key.style] == [0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("width", "factor"), [(1280, 1.0), (390, 1.0), (360, 1.0), (320, 1.0), (390, 1.4), (390, 2.0)]
)
def test_no_key_is_smaller_than_a_fingertip(width: float, factor: float) -> None:
    column = pain_keys(Look(width=width, factor=factor), on_pick=print)
    first = column.controls[0]
    assert isinstance(first, ft.Row)
    count = len(first.controls)
    room = min(width, theme.COLUMN) - 4 * theme.EDGE

    assert (room - (count - 1) * GAP) / count >= theme.TOUCH
    assert all((key.height or 0) >= theme.TOUCH for key in keys_of(column))
