from itertools import combinations

import pytest

from homecare.ui.kit.pain_colours import PAIN_COLOURS, pain_colour

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
