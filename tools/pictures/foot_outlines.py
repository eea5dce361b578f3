"""The foot map as points, for the report: it draws the feet with its own shapes and reads no SVG."""

import json
import re
from typing import Any, Final

from tools.pictures.foot_map import views
from tools.pictures.foot_map_regions import HEIGHTS, WIDTH, regions

Point = tuple[float, float]
CURVE_STEPS: Final = 5
THICK: Final = 10
"""Strokes up to this width are details that the small drawing leaves out."""
_PATH = re.compile(r"<path ([^>]*)/>")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_STEP = re.compile(r"([MLCZ])([^MLQCZ]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def outlines() -> str:
    """JSON text: for each view its shapes as points, and for each place of the diary its filled shapes."""
    drawn: dict[str, Any] = {
        "note": "Written by tools.pictures: change the drawing there, not here.",
        "width": WIDTH,
        "views": {view: {"height": HEIGHTS[view], "shapes": _shapes(svg)} for view, svg in views().items()},
        "places": {region.id: [_flattened(shape) for shape in region.shapes] for region in regions()},
    }
    return json.dumps(drawn, separators=(",", ":")) + "\n"


def _shapes(svg: str) -> list[dict[str, Any]]:
    """Filled shapes with stroke 0, and thick strokes with their width."""
    found = []
    for attributes in _PATH.findall(svg):
        named = dict(_ATTRIBUTE.findall(attributes))
        filled = named.get("fill", "none") != "none"
        stroke = 0.0 if filled else float(named.get("stroke-width", 0))
        if filled or stroke > THICK:
            found.append({"stroke": stroke, "points": _flattened(named["d"])})
    return found


def _flattened(path: str) -> tuple[Point, ...]:
    """The points along a path of straight lines and cubic curves, all that a foot is drawn with."""
    points: list[Point] = []
    for command, rest in _STEP.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(rest)]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command in "ML":
            points += pairs
        if command == "C":
            for at in range(0, len(pairs) - 2, 3):
                points += _curve(points[-1], *pairs[at : at + 3])
    return tuple((round(x, 6), round(y, 6)) for x, y in points)


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    found = []
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        corners = (start, first, second, end)
        found.append(
            (
                sum(w * corner[0] for w, corner in zip(weights, corners, strict=True)),
                sum(w * corner[1] for w, corner in zip(weights, corners, strict=True)),
            )
        )
    return found
