import asyncio

import flet as ft
import pytest

from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.ui.kit.pain_keys import GAP, pain_keys


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
