"""A whole figure seen from the right, from the values of one frame of a scene file."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import dist
from typing import Any, Final

from tools.pictures.highlights import PARTS
from tools.pictures.limbs import (
    RESTING,
    RESTING_BEHIND,
    THIGH,
    WORKING,
    WORKING_BEHIND,
    LegColours,
    LegPose,
    arm,
    leg,
)
from tools.pictures.outline import disc, ribbon
from tools.pictures.palette import COOL, COOL_SHADE, DARK, HIGHLIGHT, PROP_SHADE, SKIN, mixed
from tools.pictures.props import KINDS
from tools.pictures.shape import Shape
from tools.pictures.side_pose import ArmPose, HandAim, LegAngles, arm_pose, carrying_hip, heel_slope, leg_pose
from tools.pictures.svg import Point
from tools.pictures.trunk import head, trunk

Values = Mapping[str, Any]
_LEG_ANGLES: Final = ("hip_deg", "knee_deg", "ankle_deg", "toes_deg", "heel_deg")


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFigure:
    """Every joint of one frame."""

    hip: Point
    lean_deg: float
    nod_deg: float
    legs: Mapping[str, LegPose]
    arms: Mapping[str, ArmPose]


def _angles(values: Values) -> LegAngles:
    unknown = set(values) - {*_LEG_ANGLES, "heel_height_cm", "ball_at"}
    if unknown:
        raise ValueError(f"A leg in a scene has no {', '.join(sorted(unknown))}.")
    given: dict[str, Any] = {name: values[name] for name in _LEG_ANGLES if name in values}
    if "heel_height_cm" in values:
        given["heel_deg"] = heel_slope(values["heel_height_cm"])
    if "ball_at" in values:
        x, height = values["ball_at"]
        given["ball_at"] = (x, -height)
    return LegAngles(**given)


def _aim(values: Values, legs: Mapping[str, LegPose]) -> HandAim:
    """A hand goes to a point (`at`) or rests on the right thigh (`on_thigh`, part of its length)."""
    if "on_thigh" in values:
        at = legs["right"].thigh.at((values["on_thigh"] * THIGH, -17.0))
    else:
        at = (values["at"][0], -values["at"][1])
    return HandAim(at=at, hand_deg=values.get("hand_deg"), elbow=values.get("elbow", -1))


def side_figure(values: Values) -> SideFigure:
    """The joints of a frame. Raises KeyError for a leg or hand the frame leaves out."""
    angles = {side: _angles(values[side]) for side in ("right", "left")}
    lean = float(values.get("lean_deg", 0))
    if "hip_at" in values:
        hip = (float(values["hip_at"][0]), -float(values["hip_at"][1]))
    else:
        hip = carrying_hip(angles[values.get("carry", "right")])
    legs = {side: leg_pose(angles[side], hip, lean) for side in angles}
    arms = {
        side: arm_pose(_aim(values[f"{side}_hand"], legs), hip, lean)
        for side in ("right", "left")
        if f"{side}_hand" in values
    }
    return SideFigure(hip=hip, lean_deg=lean, nod_deg=float(values.get("nod_deg", 0)), legs=legs, arms=arms)


def leg_shapes(figure: SideFigure, values: Values, working: str) -> list[Shape]:
    """Only the legs that work, for a close look without the rest."""
    near, far = _colours(working)
    shapes = (
        [*leg(figure.legs["left"], far), *highlights(figure, values, "left")] if working == "both" else []
    )
    return [
        *shapes,
        *leg(figure.legs["right"], near),
        *highlights(figure, values, "right"),
        *knee_line(figure, values),
        *_held(figure, values),
    ]


def _held(figure: SideFigure, values: Values) -> list[Shape]:
    """A ball gripped by the toes of the right foot."""
    if "held_ball" not in values:
        return []
    at = figure.legs["right"].toes.at((9.0, 2.0 + values["held_ball"]))
    return KINDS["ball"]({"at": (at[0], -at[1]), "radius": values["held_ball"]})


def knee_line(figure: SideFigure, values: Values) -> list[Shape]:
    """The bend of the knee, where a frame asks for `knee_line`: thigh and shin as lines, a dot between."""
    if not values.get("knee_line"):
        return []
    leg_joints = figure.legs["right"]
    knee = leg_joints.knee
    thigh, shin = (_towards(knee, end, 36.0) for end in (leg_joints.hip, leg_joints.ankle))
    return [
        Shape(outline=ribbon([thigh, knee], [3.2, 3.2]), fill=DARK),
        Shape(outline=ribbon([knee, shin], [3.2, 3.2]), fill=DARK),
        Shape(outline=disc(knee, 4.2), fill=DARK),
    ]


def _towards(start: Point, end: Point, length: float) -> Point:
    part = length / dist(start, end)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def figure_shapes(figure: SideFigure, values: Values, working: str) -> list[Shape]:
    """The figure from back to front; `working` is "right", "left" or "both"."""
    near, far = _colours(working)
    shapes: list[Shape] = []
    if "left" in figure.arms:
        shapes += _arm(figure.arms["left"], COOL_SHADE)
    shapes += leg(figure.legs["left"], far)
    shapes += highlights(figure, values, "left")
    shapes += leg(figure.legs["right"], near)
    shapes += highlights(figure, values, "right")
    shapes += [*_held(figure, values), *_straps(figure, values)]
    shapes += [*trunk(figure.hip, figure.lean_deg), *head(figure.hip, figure.lean_deg, figure.nod_deg)]
    if "right" in figure.arms:
        shapes += _arm(figure.arms["right"], COOL)
    return [*shapes, *knee_line(figure, values)]


def _colours(working: str) -> tuple[LegColours, LegColours]:
    near = WORKING if working in ("right", "both") else RESTING
    far = {"both": WORKING_BEHIND, "left": WORKING}.get(working, RESTING_BEHIND)
    return near, far


def _arm(pose: ArmPose, sleeve: str) -> list[Shape]:
    return arm(pose.shoulder, pose.elbow, pose.wrist, pose.hand_deg, sleeve)


def highlights(figure: SideFigure, values: Values, side: str) -> list[Shape]:
    """The marked parts of one leg."""
    return [
        Shape(
            outline=PARTS[mark["part"]](figure.legs[side]),
            fill=mixed(SKIN, HIGHLIGHT, mark.get("strength", 1.0)),
            part="highlight",
        )
        for mark in values.get("highlights", [])
        if mark.get("leg", "right") == side
    ]


def _straps(figure: SideFigure, values: Values) -> list[Shape]:
    """A towel from the ball of a foot to a hand, sagging by `slack` units."""
    shapes = []
    for strap in values.get("straps", []):
        pose = figure.legs[strap.get("leg", "right")]
        hand = figure.arms[strap.get("hand", "right")].wrist
        under = [pose.foot.at(point) for point in ((12.0, 14.6), (18.0, 15.6), (25.0, 14.0))]
        ball = pose.foot.at((19.0, 13.0))
        sag = strap.get("slack", 0)
        parts = [(0.0, 0.0), (0.3, 0.8), (0.55, 1.0), (0.8, 0.7), (1.0, 0.0)]
        line = [
            (ball[0] + (hand[0] - ball[0]) * part, ball[1] + (hand[1] - ball[1]) * part + sag * share)
            for part, share in parts
        ]
        shapes += [
            Shape(outline=ribbon(under, [5.0] * 3), fill=PROP_SHADE),
            Shape(outline=ribbon(line, [6.0] * len(line)), fill=PROP_SHADE),
        ]
    for band in values.get("bands", []):
        instep = figure.legs[band.get("leg", "right")].foot
        line = [instep.at((13.0, -0.5)), instep.at((15.5, 6.0)), instep.at((17.0, 14.0))]
        fixed = (band["to"][0], -band["to"][1])
        pull = [(fixed[0], fixed[1] + 2.0), line[1]]
        shapes += [
            Shape(outline=ribbon(pull, [4.5, 4.5]), fill=PROP_SHADE),
            Shape(outline=ribbon(line, [7.0] * 3), fill=PROP_SHADE),
        ]
    return shapes
