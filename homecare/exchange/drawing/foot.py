"""The foot map of the report: small views of the feet with the places that hurt, darker for more days."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from homecare.domain.report.sites import FootMap, SiteDays
from homecare.exchange.drawing.drawing import Area, Drawing, Ink, Point, Shape, Stroke, Words
from homecare.wording.diary import side
from homecare.wording.report_tables import site_line

MOST_VIEWS: Final = 4
VIEW_GAP: Final = 1.5
VIEW_MM: Final = 17.0
"""Room for one view beside others, mm."""
OUTLINES: Final = Path(__file__).parent / "foot_outlines.json"
"""Written by `python -m tools.pictures` from the drawing of the foot map."""
INKS: Final[dict[int, Ink]] = {1: "site1", 2: "site2", 3: "site3"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlines:
    """The foot map as points: each view `width` wide, drawn as a right foot.

    `views` holds the shapes of a view as (points, width of the stroke), width 0 for a filled one;
    `places` the filled shapes of each region of the diary.
    """

    width: float
    heights: dict[str, float]
    views: dict[str, list[tuple[tuple[Point, ...], float]]]
    places: dict[str, list[tuple[Point, ...]]]


@cache
def outlines() -> Outlines:
    """The points of the foot map, read once."""
    read: dict[str, Any] = json.loads(OUTLINES.read_text(encoding="utf-8"))
    return Outlines(
        width=read["width"],
        heights={view: drawn["height"] for view, drawn in read["views"].items()},
        views={
            view: [(_points(shape["points"]), shape["stroke"]) for shape in drawn["shapes"]]
            for view, drawn in read["views"].items()
        },
        places={region: [_points(shape) for shape in shapes] for region, shapes in read["places"].items()},
    )


def _points(pairs: list[list[float]]) -> tuple[Point, ...]:
    return tuple((x, y) for x, y in pairs)


def foot_drawing(found: FootMap, width: float, height: float) -> Drawing:
    """Up to four views with their places, side by side; a left foot is the mirror of a right one."""
    wanted = views_of(found)
    shapes: list[Shape] = []
    drawn = outlines()
    scale = (height - 4) / max((drawn.heights[view] for view, _side in wanted), default=1)
    if wanted:
        scale = min(scale, (width / len(wanted) - VIEW_GAP) / drawn.width)
    for number, (view, foot_side) in enumerate(wanted):
        left = number * (drawn.width * scale + VIEW_GAP)
        here = [site for site in found.sites if (site.view, site.side) == (view, foot_side)]
        shapes += _view(view, foot_side, here, left, scale)
        shapes.append(
            Words(
                x=left + drawn.width * scale / 2,
                y=height - 0.6,
                text=side(foot_side),
                size=6.5,
                ink="soft",
                anchor="middle",
            )
        )
    said = "; ".join(site_line(site) for site in found.sites)
    return Drawing(width=width, height=height, shapes=tuple(shapes), described=said)


def views_of(found: FootMap) -> list[tuple[str, str]]:
    """The views to draw as (view, side), those of the most marked places first, at most 4."""
    return list(dict.fromkeys((site.view, site.side) for site in found.sites))[:MOST_VIEWS]


def _view(view: str, foot_side: str, sites: list[SiteDays], left: float, scale: float) -> list[Shape]:
    drawn = outlines()

    def place(point: Point) -> Point:
        x = drawn.width - point[0] if foot_side == "L" else point[0]
        return left + x * scale, point[1] * scale

    shapes: list[Shape] = []
    for points, thick in drawn.views[view]:
        there = tuple(place(point) for point in points)
        shapes.append(
            Stroke(points=there, ink="skin", width=thick * scale) if thick else Area(points=there, ink="skin")
        )
    for site in sites:
        for points in drawn.places[site.region]:
            shapes.append(Area(points=tuple(place(point) for point in points), ink=INKS[site.shade]))
    return shapes
