"""Detail of the arch stretch: a hand pulls the toes back while the thumb of the other feels the arch."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from tools.pictures.foot_curve import Placement
from tools.pictures.foot_hand import HAND, HAND_EDGE
from tools.pictures.foot_inner import NAIL_SHAPE, InnerFoot
from tools.pictures.lens import tether
from tools.pictures.outline import disc, ribbon, smooth
from tools.pictures.palette import COOL, HIGHLIGHT, NAIL, PROP, SKIN, SKIN_SHADE, mixed
from tools.pictures.shape import Shape, View
from tools.pictures.svg import Element, Point, circle

Values = Mapping[str, Any]
_LEG: Final = 190.0


def arch_pull(values: Values) -> list[Element]:
    """The detail in its ring, from its values in a scene file (page units).

    `place` and `radius` are the ring's, `at`, `size` and `turn_deg` the foot's; `toes_deg` bends the toes and
    `lean_deg` the ankle; the small ring on the figure is at `source` with `source_radius`.
    """
    place = _point(values["place"])
    radius = float(values["radius"])
    foot = InnerFoot(
        place=Placement(
            x=values["at"][0],
            y=values["at"][1],
            scale=values["size"],
            mirrored=True,
            turn_deg=values["turn_deg"],
        ),
        toe_deg=float(values["toes_deg"]),
        lean_deg=float(values["lean_deg"]),
        leg=_LEG,
    )
    shapes = [
        *_pulling_palm(foot),
        *_foot(foot, values.get("strength", 1.0)),
        *_pulling_fingers(foot),
        *_thumb(foot),
    ]
    view = View(place=place, focus=place, scale=1, lens=radius)
    return [
        *tether(_point(values["source"]), values["source_radius"], place, radius),
        circle(place, radius, fill=PROP, opacity=0.2),
        *view.drawn(shapes),
        circle(place, radius, stroke=PROP, width=4),
    ]


def _point(value: Sequence[float]) -> Point:
    return value[0], value[1]


def _foot(foot: InnerFoot, strength: float) -> list[Shape]:
    size = foot.place.scale
    bone = [foot.on_foot(50, -84), foot.on_foot(62, -91), foot.on_foot(74, -84)]
    arch = [foot.on_foot(x, y) for x, y in ((50, -12), (80, -17), (112, -24), (142, -20), (172, -12))]
    widths = [value * size for value in (10, 17, 19, 17, 11)]
    return [
        Shape(outline=smooth(foot.body_outline()), fill=SKIN),
        Shape(outline=smooth(foot.toe_outline()), fill=SKIN),
        Shape(outline=smooth([foot.on_toe(x, y) for x, y in NAIL_SHAPE]), fill=NAIL),
        Shape(outline=ribbon(bone, [3 * size] * 3), fill=SKIN_SHADE),
        Shape(outline=ribbon(arch, widths), fill=mixed(SKIN, HIGHLIGHT, strength), part="highlight"),
    ]


def _finger(row: Sequence[Point], width: float, size: float) -> list[Shape]:
    edge = ribbon(row, [(width + 4) * size] * len(row))
    return [
        Shape(outline=edge, fill=HAND_EDGE),
        Shape(outline=ribbon(row, [width * size] * len(row)), fill=HAND),
    ]


def _pulling_palm(foot: InnerFoot) -> list[Shape]:
    """The hand behind the toes and its forearm, which comes from below the shin."""
    size = foot.place.scale
    palm = foot.on_toe(62, 6)
    wrist = (palm[0] - 62 * size, palm[1] + 34 * size)
    sleeve = [(wrist[0] - 8 * size, wrist[1] + 4 * size), (wrist[0] - 150 * size, wrist[1] + 62 * size)]
    return [
        Shape(outline=ribbon([wrist, palm], [38 * size, 46 * size]), fill=HAND),
        Shape(outline=disc(palm, 27 * size), fill=HAND),
        Shape(outline=ribbon(sleeve, [46 * size, 60 * size]), fill=COOL),
    ]


def _pulling_fingers(foot: InnerFoot) -> list[Shape]:
    """Two fingers across the base of the toes on the side of the sole, the thumb on top."""
    size = foot.place.scale
    rows = [
        [foot.on_toe(58, 30), foot.on_toe(36, 34), foot.on_toe(8, 27)],
        [foot.on_toe(60, 16), foot.on_toe(40, 20), foot.on_toe(16, 13)],
    ]
    thumb = [foot.on_toe(56, -16), foot.on_toe(38, -22), foot.on_toe(14, -20)]
    return [shape for row in (*rows, thumb) for shape in _finger(row, 15, size)]


def _thumb(foot: InnerFoot) -> list[Shape]:
    """The other hand: its thumb on the arch, its sleeve from the side of the sole."""
    size = foot.place.scale
    tip, knuckle = foot.on_foot(104, -6), foot.on_foot(84, 30)
    wrist = (knuckle[0] + 46 * size, knuckle[1] + 16 * size)
    sleeve = [(wrist[0] + 8 * size, wrist[1] + 4 * size), (wrist[0] + 150 * size, wrist[1] + 56 * size)]
    return [
        Shape(outline=ribbon([knuckle, wrist], [46 * size, 38 * size]), fill=HAND),
        *_finger([tip, foot.on_foot(98, 14), knuckle], 17, size),
        Shape(outline=disc(knuckle, 23 * size), fill=HAND),
        Shape(outline=ribbon(sleeve, [46 * size, 60 * size]), fill=COOL),
    ]
