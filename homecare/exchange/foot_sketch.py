"""The foot map of the report: small views of the feet with the places that hurt, darker for more days."""

import re
from functools import cache
from typing import Final

from homecare.domain.report_sites import FootMap, SiteDays
from homecare.exchange.drawing import Area, Drawing, Ink, Point, Shape, Stroke, Words
from homecare.pictures.foot_map import views
from homecare.pictures.foot_map_regions import HEIGHTS, WIDTH, regions
from homecare.wording.report import side
from homecare.wording.report_tables import site_line

MOST_VIEWS: Final = 4
VIEW_GAP: Final = 1.5
VIEW_MM: Final = 17.0
"""Room for one view beside others, mm."""
CURVE_STEPS: Final = 5
INKS: Final[dict[int, Ink]] = {1: "site1", 2: "site2", 3: "site3"}
_PATH = re.compile(r"<path ([^>]*)/>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_STEP = re.compile(r"([MLCZ])([^MLQCZ]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def foot_drawing(found: FootMap, width: float, height: float) -> Drawing:
    """Up to four views with their places, side by side; a left foot is the mirror of a right one."""
    wanted = views_of(found)
    shapes: list[Shape] = []
    scale = (height - 4) / max((HEIGHTS[view] for view, _side in wanted), default=1)
    if wanted:
        scale = min(scale, (width / len(wanted) - VIEW_GAP) / WIDTH)
    for number, (view, which) in enumerate(wanted):
        left = number * (WIDTH * scale + VIEW_GAP)
        here = [one for one in found.sites if (one.view, one.side) == (view, which)]
        shapes += _view(view, which, here, left, scale)
        shapes.append(
            Words(
                x=left + WIDTH * scale / 2,
                y=height - 0.6,
                text=side(which),
                size=6.5,
                ink="soft",
                anchor="middle",
            )
        )
    said = "; ".join(site_line(one) for one in found.sites)
    return Drawing(width=width, height=height, shapes=tuple(shapes), described=said)


def views_of(found: FootMap) -> list[tuple[str, str]]:
    """The views to draw as (view, side), those of the most marked places first, at most 4."""
    return list(dict.fromkeys((one.view, one.side) for one in found.sites))[:MOST_VIEWS]


def _view(view: str, which: str, sites: list[SiteDays], left: float, scale: float) -> list[Shape]:
    def place(point: Point) -> Point:
        x = WIDTH - point[0] if which == "L" else point[0]
        return left + x * scale, point[1] * scale

    shapes: list[Shape] = []
    for points, thick in _outline(view):
        there = tuple(place(one) for one in points)
        shapes.append(
            Stroke(points=there, ink="skin", width=thick * scale) if thick else Area(points=there, ink="skin")
        )
    for site in sites:
        for points in _places()[site.region]:
            shapes.append(Area(points=tuple(place(one) for one in points), ink=INKS[site.shade]))
    return shapes


@cache
def _outline(view: str) -> tuple[tuple[tuple[Point, ...], float], ...]:
    """The shapes of a view: (points, width of the stroke), width 0 for a filled one."""
    found = []
    for attributes in _PATH.findall(views()[view]):
        named = dict(_ATTRIBUTE.findall(attributes))
        points = _flattened(named["d"])
        filled = named.get("fill", "none") != "none"
        thick = 0.0 if filled else float(named.get("stroke-width", 0))
        if filled or thick > 10:
            found.append((points, thick))
    return tuple(found)


@cache
def _places() -> dict[str, list[tuple[Point, ...]]]:
    return {one.id: [_flattened(shape) for shape in one.shapes] for one in regions()}


def _flattened(path: str) -> tuple[Point, ...]:
    """The points along a path of straight lines and cubic curves, all that a foot is drawn with."""
    points: list[Point] = []
    for command, rest in _STEP.findall(path):
        numbers = [float(one) for one in _NUMBER.findall(rest)]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command in "ML":
            points += pairs
        if command == "C":
            for at in range(0, len(pairs) - 2, 3):
                points += _curve(points[-1], *pairs[at : at + 3])
    return tuple(points)


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    found = []
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        corners = (start, first, second, end)
        found.append(
            (
                sum(w * one[0] for w, one in zip(weights, corners, strict=True)),
                sum(w * one[1] for w, one in zip(weights, corners, strict=True)),
            )
        )
    return found
