"""Small pictures for screens that have nothing to show yet, and for a finished session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tools.pictures.foot_curve import Placement, closed, opened, polygon
from tools.pictures.foot_leg import trouser
from tools.pictures.foot_outer import OuterFoot
from tools.pictures.icon import heart_shape
from tools.pictures.palette import (
    COOL,
    COOL_SHADE,
    HIGHLIGHT,
    PROP,
    PROP_SHADE,
    SHIRT,
    SHIRT_SHADE,
    SKIN_SHADE,
)
from tools.pictures.svg import Element, Point, circle, ellipse, group, path, picture, rect, step

WIDTH: Final = 320
HEIGHT: Final = 240
_PAPER: Final = "#F7FBFA"


def _leaf(root: Point, tip: Point, width: float, fill: str) -> Element:
    middle = ((root[0] + tip[0]) / 2, (root[1] + tip[1]) / 2)
    across = (-(tip[1] - root[1]) * width, (tip[0] - root[0]) * width)
    sides = [(middle[0] + across[0] * s, middle[1] + across[1] * s) for s in (1, -1)]
    return path([step("M", root), step("Q", sides[0], tip), step("Q", sides[1], root), "Z"], fill=fill)


def _plant(foot: Point) -> list[Element]:
    x, y = foot
    pot = [(x - 17, y - 34), (x + 17, y - 34), (x + 12, y), (x - 12, y)]
    return [
        _leaf((x, y - 32), (x - 26, y - 78), 0.34, COOL_SHADE),
        _leaf((x, y - 32), (x + 26, y - 74), 0.34, COOL_SHADE),
        _leaf((x, y - 30), (x + 1, y - 96), 0.26, COOL),
        path(polygon(pot), fill=PROP_SHADE, stroke=PROP_SHADE, width=6),
    ]


def _floor(y: float) -> Element:
    return path([step("M", (24, y)), step("L", (296, y))], stroke=PROP, width=7)


def welcome() -> list[Element]:
    """A bare foot at home: house, plant, heart."""
    walls = [(74, 98), (160, 30), (246, 98), (246, 198), (74, 198)]
    foot = OuterFoot(place=Placement(x=98, y=206, scale=0.56), leg=100)
    return [
        path(polygon(walls), fill=COOL, stroke=COOL, width=22, opacity=0.38),
        *_plant((268, 206)),
        _floor(210),
        *foot.parts(),
        *trouser(foot, 44),
        path(heart_shape((212, 112), 36), fill=HIGHLIGHT),
    ]


def no_diary() -> list[Element]:
    """An empty page of a month, and a pencil."""
    days = [
        circle((98 + 31 * column, 112 + 29 * row), 8.5, fill=PROP, opacity=0.75)
        for row in range(4)
        for column in range(5)
    ]
    rings = [path([step("M", (x, 36)), step("L", (x, 58))], stroke=PROP_SHADE, width=9) for x in (116, 204)]
    pencil = group([
        path(polygon([(236, 132), (256, 144), (216, 212), (196, 200)]), fill=HIGHLIGHT),
        path(polygon([(196, 200), (216, 212), (192, 226)]), fill=SKIN_SHADE),
        path(polygon([(236, 132), (256, 144), (262, 134), (242, 122)]), fill=PROP_SHADE),
    ])  # fmt: skip
    return [
        rect((70, 46), (180, 168), radius=20, fill=_PAPER),
        path("M70 84L70 66C70 55 79 46 90 46L230 46C241 46 250 55 250 66L250 84Z", fill=SHIRT),
        *rings,
        *days,
        circle((98, 112), 12, fill=SHIRT),
        pencil,
    ]


def no_needling() -> list[Element]:
    """A resting leg with a plaster on its calf, and a glass of water."""
    foot = OuterFoot(place=Placement(x=96, y=208, scale=0.54), leg=210)
    x, y = foot.on_leg(48, -186)
    plaster = group([
        path([step("M", (x - 18, y + 16)), step("L", (x + 18, y - 16))], stroke=_PAPER, width=26),
        path([step("M", (x - 6, y + 5.4)), step("L", (x + 6, y - 5.4))], stroke=HIGHLIGHT, width=11),
    ])  # fmt: skip
    glass = [(240, 138), (286, 138), (280, 206), (246, 206)]
    water = [(242.6, 160), (283.6, 160), (279.6, 203), (246.4, 203)]
    return [
        ellipse((150, 116), (112, 94), fill=COOL, opacity=0.28),
        _floor(212),
        *foot.parts(),
        *trouser(foot, 30),
        plaster,
        path(polygon(glass), fill=_PAPER, stroke=PROP, width=5, opacity=0.9),
        path(polygon(water), fill=COOL),
    ]


def all_done() -> list[Element]:
    """A foot put up on a cushion, and a tick."""
    foot = OuterFoot(place=Placement(x=202, y=164, scale=0.56, turn_deg=-90), leg=170, point_deg=12)
    cushion = [
        (96, 172),
        (160, 162),
        (236, 164),
        (262, 176),
        (264, 196),
        (236, 208),
        (160, 209),
        (100, 207),
        (84, 192),
    ]
    tick = [(247, 66), (259, 78), (281, 52)]
    return [
        ellipse((160, 118), (124, 96), fill=COOL, opacity=0.28),
        path(closed(cushion), fill=SHIRT),
        path(opened([(104, 198), (160, 202), (244, 199)]), stroke=SHIRT_SHADE, width=4),
        _floor(212),
        *foot.parts(),
        *trouser(foot, 50),
        circle((264, 65), 29, fill=SHIRT),
        path([step("M", tick[0]), step("L", tick[1]), step("L", tick[2])], stroke=_PAPER, width=9),
    ]


SPOTS: Final[Mapping[str, Callable[[], list[Element]]]] = {
    "all-done": all_done,
    "no-diary": no_diary,
    "no-needling": no_needling,
    "welcome": welcome,
}


def spot(name: str) -> str:
    """SVG text of a spot picture by its name. Raises KeyError for an unknown one."""
    return picture(SPOTS[name](), width=WIDTH, height=HEIGHT)
