"""Reads a scene file and draws its two frames.

A scene is data: which view, which props, and for both frames the angles of the joints, what is touched, which
part is highlighted and which arrow shows the movement. A new exercise's picture is a new file in `scenes/`.

    view      x, floor (page position of the world's origin), scale; from = "front": seen from the front
    working   "right" (as when left out) or "both"
    lens      focus (world), place (page), radius, zoom: a place enlarged (a frame's lens_focus moves it)
    props     kind (see `props.KINDS`) and its values; before = true draws it in front of the figure
    start     and end, the frames: hip_at or the leg that carries, lean_deg, nod_deg, legs `right` and `left`,
              `right_hand` and `left_hand`, highlights (part, leg, strength), knee_line (true: the bend
              of the knee is drawn), marks (see `marks.KINDS`), props

World points are [forwards, height] in units of a figure 272 units tall; marks are in page units. The picture
shows the patient's right side as the working one.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from tools.pictures import marks, props
from tools.pictures.arch_pull import arch_pull
from tools.pictures.footprints import footprints
from tools.pictures.front_figure import FrontFigure
from tools.pictures.lens import Lens, lens_elements
from tools.pictures.shape import Shape, View
from tools.pictures.side_figure import figure_shapes, leg_shapes, side_figure
from tools.pictures.svg import Element, picture

Values = Mapping[str, Any]
SCENES: Final = Path(__file__).parent / "scenes"
"""Where the scene files are."""
FRAMES: Final = ("start", "end")
"""The two frames of every exercise picture."""
_FRONT_ORDER: Final = ("left_leg", "right_leg", "trunk", "head", "left_arm", "right_arm")


def scene_ids() -> list[str]:
    """The exercises that have a scene file, in alphabetical order."""
    return sorted(file.stem for file in SCENES.glob("*.toml"))


def frames(exercise_id: str) -> dict[str, str]:
    """SVG text of the start and end frame of an exercise. Raises FileNotFoundError for an unknown one."""
    scene = tomllib.loads((SCENES / f"{exercise_id}.toml").read_text(encoding="utf-8"))
    return {name: picture(_elements(scene, scene[name])) for name in FRAMES}


def _elements(scene: Values, frame: Values) -> list[Element]:
    view = View(place=(scene["view"]["x"], scene["view"]["floor"]), scale=scene["view"]["scale"])
    drawn = view.drawn(_shapes(scene, frame))
    if "lens" in scene:
        drawn += lens_elements(_lens(scene["lens"], frame), view, _shapes(scene, frame, close=True))
    if "arch_pull" in frame:
        drawn += arch_pull(frame["arch_pull"])
    if "prints" in frame:
        drawn += footprints(frame["prints"])
    drawn += [marks.KINDS[mark["kind"]](mark) for mark in frame.get("marks", [])]
    return drawn


def _shapes(scene: Values, frame: Values, *, close: bool = False) -> list[Shape]:
    """Props and figure from back to front; a close look shows only the legs that work."""
    behind: list[Shape] = []
    before: list[Shape] = []
    for prop in [*scene.get("props", []), *frame.get("props", [])]:
        (before if prop.get("before") else behind).extend(props.KINDS[prop["kind"]](prop))
    if scene["view"].get("from") == "front":
        parts = FrontFigure(frame).parts()
        order = frame.get("close" if close else "order", _FRONT_ORDER)
        figure = [shape for name in order for shape in parts[name]]
    else:
        shown = leg_shapes if close else figure_shapes
        figure = shown(side_figure(frame), frame, scene.get("working", "right"))
    return [*behind, *figure, *before]


def _lens(values: Values, frame: Values) -> Lens:
    x, height = frame.get("lens_focus", values["focus"])
    place = values["place"]
    return Lens(focus=(x, -height), place=(place[0], place[1]), radius=values["radius"], zoom=values["zoom"])
