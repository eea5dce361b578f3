"""The marks that show a movement: arrows in the highlight colour, and the pause sign of a hold.

Every mark is one group with `part="arrow"`. Angles are in degrees, 0 to the right, growing clockwise as seen.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, ceil, cos, radians, sin, tan
from typing import Final

from tools.pictures.palette import HIGHLIGHT
from tools.pictures.svg import Element, Point, circle, group, path, rect, step

WIDTH: Final = 7.0
"""Stroke width of an arrow in viewBox units."""
_HEAD_LENGTH: Final = 2.3
_HEAD_ANGLE: Final = radians(145)


def _head(tip: Point, towards: float, width: float, colour: str) -> Element:
    length = _HEAD_LENGTH * width
    ends = [
        (tip[0] + length * cos(towards + turn), tip[1] + length * sin(towards + turn))
        for turn in (_HEAD_ANGLE, -_HEAD_ANGLE)
    ]
    return path([step("M", ends[0]), step("L", tip), step("L", ends[1])], stroke=colour, width=width)


def _direction(start: Point, end: Point) -> float:
    return atan2(end[1] - start[1], end[0] - start[0])


def straight(start: Point, end: Point, *, width: float = WIDTH, colour: str = HIGHLIGHT) -> Element:
    """An arrow from `start` to its tip at `end`."""
    shaft = path([step("M", start), step("L", end)], stroke=colour, width=width)
    return group([shaft, _head(end, _direction(start, end), width, colour)], part="arrow")


def curved(
    start: Point, control: Point, end: Point, *, width: float = WIDTH, colour: str = HIGHLIGHT
) -> Element:
    """An arrow bent towards `control`, with its tip at `end`."""
    shaft = path([step("M", start), step("Q", control, end)], stroke=colour, width=width)
    return group([shaft, _head(end, _direction(control, end), width, colour)], part="arrow")


def double_headed(
    start: Point,
    end: Point,
    *,
    control: Point | None = None,
    width: float = WIDTH,
    colour: str = HIGHLIGHT,
) -> Element:
    """An arrow with a head at both ends (to and fro), bent towards `control` if given."""
    middle = control or ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    shaft = path([step("M", start), step("Q", middle, end)], stroke=colour, width=width)
    heads = [
        _head(end, _direction(middle, end), width, colour),
        _head(start, _direction(middle, start), width, colour),
    ]
    return group([shaft, *heads], part="arrow")


def arc(centre: Point, radius: float, start_deg: float, sweep_deg: float) -> list[str]:
    """Path steps of a circular arc, clockwise for a positive sweep, as curves of at most 60 degrees."""
    pieces = max(1, ceil(abs(sweep_deg) / 60))
    turn = radians(sweep_deg) / pieces
    reach = radius * 4 / 3 * tan(turn / 4)

    def at(angle: float) -> Point:
        return centre[0] + radius * cos(angle), centre[1] + radius * sin(angle)

    def beside(angle: float, offset: float) -> Point:
        x, y = at(angle)
        return x - offset * sin(angle), y + offset * cos(angle)

    angles = [radians(start_deg) + turn * index for index in range(pieces + 1)]
    curves = [
        step("C", beside(here, reach), beside(there, -reach), at(there)) for here, there in pairwise(angles)
    ]
    return [step("M", at(angles[0])), *curves]


def circular(
    centre: Point,
    radius: float,
    *,
    start_deg: float = -60,
    sweep_deg: float = 300,
    width: float = WIDTH,
    colour: str = HIGHLIGHT,
) -> Element:
    """An arrow round `centre`: clockwise for a positive sweep, the tip where the sweep ends."""
    last = radians(start_deg + sweep_deg)
    tip = (centre[0] + radius * cos(last), centre[1] + radius * sin(last))
    quarter = radians(90 if sweep_deg > 0 else -90)
    # A head along the tangent seems to point outwards on a small circle: turn it in by half its length.
    lead = _HEAD_LENGTH * width / (2 * radius) * (1 if sweep_deg > 0 else -1)
    shaft = path(arc(centre, radius, start_deg, sweep_deg), stroke=colour, width=width)
    return group([shaft, _head(tip, last + quarter - lead, width, colour)], part="arrow")


def dashed(
    corners: Sequence[Point], *, dash: float = 9, gap: float = 11, width: float = 4, colour: str = HIGHLIGHT
) -> Element:
    """A dashed line through `corners`, each dash a line of its own: not all renderers draw dashes."""
    dashes: list[str] = []
    for start, end in pairwise(corners):
        angle = _direction(start, end)
        length = ((end[0] - start[0]) ** 2 + (end[1] - start[1]) ** 2) ** 0.5
        along = 0.0
        while along < length:
            stop = min(along + dash, length)
            ends = [(start[0] + d * cos(angle), start[1] + d * sin(angle)) for d in (along, stop)]
            dashes += [step("M", ends[0]), step("L", ends[1])]
            along = stop + gap
    return path(dashes, stroke=colour, width=width)


def pause(centre: Point, *, radius: float = 19, colour: str = HIGHLIGHT, bars: str = "#FFFFFF") -> Element:
    """The pause sign: hold still here."""
    bar = (radius * 0.26, radius * 0.9)
    offsets = (-radius * 0.42, radius * 0.16)
    upright = [
        rect((centre[0] + dx, centre[1] - bar[1] / 2), bar, radius=radius * 0.1, fill=bars) for dx in offsets
    ]
    return group([circle(centre, radius, fill=colour), *upright], part="arrow")
