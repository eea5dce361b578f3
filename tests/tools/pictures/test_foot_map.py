import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tools.pictures.foot_map_regions import HEIGHTS, Region, regions

CONTENT = Path(__file__).parents[3] / "homecare" / "content"
LAYOUT: dict[str, Any] = tomllib.loads((CONTENT / "foot_map.toml").read_text(encoding="utf-8"))
PHONE_PX = 340


def _px(region: dict[str, Any]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a box on a phone that shows the view 340 px wide."""
    view = LAYOUT["view"][region["view"]]
    height = PHONE_PX * view["height"] / view["width"]
    x, y, wide, high = (value / 100 for value in region["box_pct"])
    return x * PHONE_PX, y * height, (x + wide) * PHONE_PX, (y + high) * height


def test_the_map_has_a_place_to_tap_for_every_region_of_the_diary() -> None:
    diary = tomllib.loads((CONTENT / "diary.toml").read_text(encoding="utf-8"))
    named = {region["id"]: region["view"] for region in diary["foot_map"]["regions"]}

    assert {region["id"]: region["view"] for region in LAYOUT["region"]} == named


@pytest.mark.parametrize("region", LAYOUT["region"], ids=lambda region: region["id"])
def test_every_place_is_large_enough_for_a_finger(region: dict[str, Any]) -> None:
    left, top, right, bottom = _px(region)

    assert right - left >= 47.9
    assert bottom - top >= 47.9


def test_a_tap_never_means_two_places() -> None:
    for first, second in combinations(LAYOUT["region"], 2):
        if first["view"] != second["view"]:
            continue
        a, b = _px(first), _px(second)
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, (first["id"], second["id"])


@pytest.mark.parametrize("view", HEIGHTS)
def test_every_box_lies_within_its_view(view: str) -> None:
    for region in LAYOUT["region"]:
        x, y, wide, high = region["box_pct"]
        assert x >= 0 and x + wide <= 100
        assert y >= 0 and y + high <= 100


@pytest.mark.parametrize("region", regions(), ids=lambda region: region.id)
def test_the_middle_of_what_is_coloured_takes_the_tap(region: Region) -> None:
    x, y, wide, high = region.box
    numbers = [
        float(number)
        for shape in region.shapes
        for number in shape.replace("M", " ").replace("C", " ").replace("Z", " ").split()
    ]
    middle_x = (min(numbers[::2]) + max(numbers[::2])) / 2
    middle_y = (min(numbers[1::2]) + max(numbers[1::2])) / 2

    assert x < middle_x < x + wide
    assert y < middle_y < y + high


def test_the_inner_ankle_bone_and_the_arch_are_on_the_big_toe_side() -> None:
    boxes = {region.id: region.box for region in regions()}

    assert boxes["arch"][0] > boxes["outer-sole"][0], "the sole of a right foot has its arch on the right"
    assert boxes["ball-big-toe"][0] > boxes["ball-outer"][0]


def test_a_box_too_small_for_a_finger_is_refused() -> None:
    with pytest.raises(ValueError, match="too small for a finger"):
        Region(id="arch", view="sole", shapes=(), box=(0, 0, 40, 60))
