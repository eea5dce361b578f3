"""The body parts a patient should feel, as outlines that follow the limb they lie in."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from math import hypot, pi, sin
from typing import Final

from tools.pictures.frame import Frame
from tools.pictures.limbs import SHANK, SHANK_PROFILE, THIGH, THIGH_PROFILE, LegPose, Profile
from tools.pictures.outline import Outline, oval, ribbon, smooth
from tools.pictures.svg import Point

_SAMPLES: Final = 8


def _reach(profile: Profile, part: float) -> Point:
    """Front and back reach of a limb at `part` of its length."""
    for (low, front, back), (high, front_after, back_after) in pairwise(profile):
        if part <= high:
            share = (part - low) / (high - low)
            return front + (front_after - front) * share, back + (back_after - back) * share
    return profile[-1][1], profile[-1][2]


def _muscle(frame: Frame, length: float, profile: Profile, parts: Point, depths: Point) -> Outline:
    """A spindle between two `parts` of a limb's length, from depth to depth (-1 front edge, 1 back edge).

    It reaches a little over the limb's own edge, so no rim of skin shows.
    """

    def edge(share: float, depth: float) -> Point:
        part = parts[0] + (parts[1] - parts[0]) * share
        front, back = _reach(profile, part)
        across = depth * (back if depth > 0 else front)
        return part * length, across + 0.4 * ((depth >= 1) - (depth <= -1))

    shares = [index / _SAMPLES for index in range(_SAMPLES + 1)]
    outer = depths[1] if abs(depths[1]) >= 1 else sum(depths) / 2
    near = [edge(share, outer + (depths[0] - outer) * sin(pi * share) ** 0.55) for share in shares[1:-1]]
    far = [edge(share, outer + (depths[1] - outer) * sin(pi * share) ** 0.55) for share in shares]
    return smooth([frame.at(point) for point in [*near, *reversed(far)]])


def _on_shank(parts: Point, depths: Point) -> Callable[[LegPose], Outline]:
    return lambda pose: _muscle(pose.shank, SHANK, SHANK_PROFILE, parts, depths)


def _on_thigh(parts: Point, depths: Point) -> Callable[[LegPose], Outline]:
    return lambda pose: _muscle(pose.thigh, THIGH, THIGH_PROFILE, parts, depths)


def _on_foot(points: list[Point], widths: list[float]) -> Callable[[LegPose], Outline]:
    return lambda pose: ribbon([pose.foot.at(point) for point in points], widths)


def _achilles(pose: LegPose) -> Outline:
    line = [pose.shank.at((part * SHANK, reach)) for part, reach in ((0.55, 9.0), (0.75, 5.4), (0.93, 4.4))]
    return ribbon([*line, pose.foot.at((-8.2, 2.0))], [4.0, 5.0, 4.6, 5.6])


def _heel_insertion(pose: LegPose) -> Outline:
    line = [pose.shank.at((0.86 * SHANK, 4.6)), pose.foot.at((-7.0, -2.0)), pose.foot.at((-8.6, 4.0))]
    return ribbon(line, [4.0, 6.0, 7.0])


def _under_toes(pose: LegPose) -> Outline:
    line = [pose.foot.at((14.0, 11.0)), pose.foot.at((20.0, 11.6))]
    return ribbon([*line, pose.toes.at((6.0, 2.8)), pose.toes.at((13.0, 2.8))], [2.5, 3.4, 3.2, 2.6])


def _toes_and_arch(pose: LegPose) -> Outline:
    line = [pose.foot.at(point) for point in ((-6.0, 10.6), (4.0, 9.2), (12.0, 9.2), (19.0, 11.0))]
    return ribbon(
        [*line, pose.toes.at((6.0, 2.4)), pose.toes.at((12.0, 2.8))], [3.0, 4.0, 4.0, 3.6, 3.0, 2.4]
    )


def _front_of_ankle(pose: LegPose) -> Outline:
    above, below = pose.shank.at((0.8 * SHANK, -4.4)), pose.foot.at((13.5, 2.0))
    crook = [pose.shank.at((0.98 * SHANK, -4.6)), pose.foot.at((5.6, -2.0))]
    middle = ((crook[0][0] + crook[1][0]) / 2, (crook[0][1] + crook[1][1]) / 2)
    return ribbon([above, middle, below], [5.0, 8.0, 5.0])


def _shin_and_instep(pose: LegPose) -> Outline:
    line = [pose.shank.at((part * SHANK, -6.2 + 1.6 * part)) for part in (0.12, 0.4, 0.7, 0.9)]
    return ribbon(
        [*line, pose.foot.at((6.4, -4.0)), pose.foot.at((16.0, 4.0))], [3.5, 7.0, 6.0, 4.6, 5.0, 3.6]
    )


def _outer_edge(pose: LegPose) -> Outline:
    """The outer side of a shin seen from the front, whatever its drawn length."""
    length = hypot(pose.ankle[0] - pose.knee[0], pose.ankle[1] - pose.knee[1])
    line = [
        pose.shank.at((part * length, y)) for part, y in ((0.12, 6.0), (0.35, 7.4), (0.65, 5.6), (0.95, 4.0))
    ]
    return ribbon(line, [4.0, 6.6, 5.6, 3.6])


def _inner_ankle_line(pose: LegPose) -> Outline:
    line = [pose.shank.at((0.5 * SHANK, 5.0)), pose.shank.at((0.86 * SHANK, 3.0))]
    foot = [pose.foot.at(point) for point in ((-4.2, 2.6), (1.0, 8.4), (10.0, 9.4), (19.0, 10.4))]
    return ribbon([*line, *foot], [2.6, 3.2, 3.4, 3.4, 3.2, 2.4])


def _outer_shin_line(pose: LegPose) -> Outline:
    line = [
        pose.shank.at((part * SHANK, y)) for part, y in ((0.06, 3.0), (0.3, 0.0), (0.65, -2.6), (0.92, -3.0))
    ]
    return ribbon(
        [*line, pose.foot.at((8.0, -0.5)), pose.foot.at((17.0, 5.4))], [3.4, 5.4, 5.0, 4.2, 3.8, 2.6]
    )


PARTS: Final[Mapping[str, Callable[[LegPose], Outline]]] = {
    "achilles": _achilles,
    "ankle": lambda pose: oval(pose.ankle, (8.4, 8.4)),
    "arch": _on_foot(
        [(-6.0, 10.4), (1.0, 10.0), (8.0, 8.6), (15.0, 10.2), (20.0, 11.2)], [3.0, 4.6, 5.0, 4.4, 3.0]
    ),
    "calf": _on_shank((0.03, 0.9), (-0.15, 1.0)),
    "calf_lower": _on_shank((0.36, 1.0), (-0.1, 1.0)),
    "calf_upper": _on_shank((0.02, 0.64), (-0.25, 1.0)),
    "front_of_ankle": _front_of_ankle,
    "heel_insertion": _heel_insertion,
    "inner_ankle_line": _inner_ankle_line,
    "outer_shin_line": _outer_shin_line,
    "knee": lambda pose: oval(pose.knee, (9.0, 8.4)),
    "outer_hip": lambda pose: oval(pose.thigh.at((4.0, 3.0)), (13.0, 9.0), pose.thigh.turn_deg),
    "outer_side": _outer_edge,
    "shin": _on_shank((0.06, 0.94), (0.1, -1.0)),
    "shin_and_instep": _shin_and_instep,
    "thigh_front": _on_thigh((0.12, 0.95), (0.1, -1.0)),
    "toes_and_arch": _toes_and_arch,
    "toes_under": _under_toes,
}
"""Outline of each part by the name scenes use; every one follows the pose of its leg."""
