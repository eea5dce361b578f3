"""The foot and leg map of the diary: five views of a right foot, and a shape for every place that hurts."""

from __future__ import annotations

from tools.pictures.foot_curve import closed, opened
from tools.pictures.foot_leg import LegFromAbove, trouser
from tools.pictures.foot_map_regions import HEIGHTS, INNER, OUTER, SOLE, TOP, WIDTH, Region, regions
from tools.pictures.palette import HIGHLIGHT, SHIRT, SHIRT_SHADE, SKIN, SKIN_SHADE, mixed
from tools.pictures.svg import Element, Point, path, picture

_PLACE = mixed(SKIN, SKIN_SHADE, 0.42)
"""The quiet tone by which places that can be tapped stand out from the skin."""


def views() -> dict[str, str]:
    """SVG text of each view by its id, in the order they are offered."""
    drawn = {
        "sole": SOLE.parts(),
        "top": _top(),
        "back": _back(),
        "inner": [*INNER.parts(), *trouser(INNER, 30)],
        "outer": [*OUTER.parts(), *trouser(OUTER, 30)],
    }
    marks = regions()
    pictures = {}
    for view, height in HEIGHTS.items():
        places = [path(shape, fill=_PLACE) for mark in marks if mark.view == view for shape in mark.shapes]
        pictures[view] = picture([*drawn[view], *places, *_lines(view)], width=WIDTH, height=height)
    return pictures


def overlay(region: Region) -> str:
    """SVG text of one place alone, filled, in the view box of its view."""
    shapes = [path(shape, fill=HIGHLIGHT) for shape in region.shapes]
    return picture(shapes, width=WIDTH, height=HEIGHTS[region.view])


def _top() -> list[Element]:
    leg = LegFromAbove(place=TOP.place, length=56)
    return [*TOP.parts(), *leg.parts(), *leg.cuff(34)]


def _back() -> list[Element]:
    """Heel and calf from behind; the little toe shows outside, the inner ankle bone is the higher."""
    outline = [
        (108, 14), (170, 8), (234, 14), (252, 70), (255, 124), (240, 188), (216, 250), (204, 304), (206, 336),
        (215, 356), (208, 380), (212, 412), (204, 440), (170, 450), (136, 440), (127, 412), (131, 378),
        (124, 348), (133, 326), (134, 304), (122, 252), (98, 196), (84, 128), (88, 70),
    ]  # fmt: skip
    toes = [(190, 414), (222, 412), (248, 424), (257, 440), (240, 449), (190, 449)]
    hem = [(96, 6), (170, 4), (246, 6), (258, 22), (256, 42), (170, 52), (84, 42), (84, 22)]
    return [
        path(closed(toes), fill=SKIN_SHADE),
        path(closed(outline), fill=SKIN),
        path(closed(hem, roundness=0.8), fill=SHIRT),
        path(opened([(86, 40), (170, 49), (254, 40)]), stroke=SHIRT_SHADE, width=6),
    ]


def _lines(view: str) -> list[Element]:
    """Quiet marks that are drawn above the places."""
    bones: dict[str, list[list[Point]]] = {
        "back": [[(134, 346), (128, 354), (134, 364)], [(206, 354), (212, 364), (206, 374)]],
        "inner": [[INNER.on_foot(x, y) for x, y in ((48, -84), (61, -92), (74, -84))]],
        "outer": [[OUTER.on_foot(x, y) for x, y in ((42, -70), (54, -62), (66, -70))]],
    }
    return [path(opened(bone), stroke=SKIN_SHADE, width=3.5) for bone in bones.get(view, [])]
