import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tools.pictures.foot_files import FOOT_MAP, OUTLINES, boxes, foot_files
from tools.pictures.foot_outlines import outlines
from tools.pictures.foot_scenes import CLOSE_UPS, close_up_frames

ASSETS = Path(__file__).parents[3] / "assets"
FILES = foot_files()
SVG = "{http://www.w3.org/2000/svg}"
DRAWN_ALIKE_EVERYWHERE = {SVG + tag for tag in ("svg", "g", "path", "rect", "circle", "ellipse")}


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]


def _reach(element: ElementTree.Element) -> tuple[list[float], list[float]]:
    """Every x and every y an element's points and stroke reach."""
    value = {name: float(element.get(name, "0")) for name in ("x", "y", "width", "height", "cx", "cy", "r")}
    pen = float(element.get("stroke-width", "0")) / 2
    if element.tag == SVG + "path":
        numbers = _numbers(element.get("d", ""))
        xs, ys = numbers[::2], numbers[1::2]
    elif element.tag == SVG + "rect":
        xs, ys = [value["x"], value["x"] + value["width"]], [value["y"], value["y"] + value["height"]]
    else:
        across, along = float(element.get("rx", value["r"])), float(element.get("ry", value["r"]))
        xs, ys = [value["cx"] - across, value["cx"] + across], [value["cy"] - along, value["cy"] + along]
    return [x + side for x in xs for side in (-pen, pen)], [y + side for y in ys for side in (-pen, pen)]


@pytest.mark.parametrize("name", FILES)
def test_the_committed_picture_is_the_one_the_code_draws(name: str) -> None:
    assert (ASSETS / name).read_text(encoding="utf-8") == FILES[name]


def test_the_committed_layout_of_the_foot_map_is_the_one_the_code_writes() -> None:
    assert FOOT_MAP.read_text(encoding="utf-8") == boxes()
    assert OUTLINES.read_text(encoding="utf-8") == outlines()


@pytest.mark.parametrize("name", FILES)
def test_a_picture_uses_only_shapes_every_renderer_draws_alike(name: str) -> None:
    root = ElementTree.fromstring(FILES[name])

    assert {element.tag for element in root.iter()} <= DRAWN_ALIKE_EVERYWHERE
    for element in root.iter():
        assert not any("href" in key or key in {"style", "class", "filter"} for key in element.attrib)
        assert not (element.text or "").strip()


@pytest.mark.parametrize("name", FILES)
def test_nothing_of_a_picture_is_cut_off_at_its_edge(name: str) -> None:
    root = ElementTree.fromstring(FILES[name])
    _, _, width, height = _numbers(root.get("viewBox", ""))

    for element in root.iter():
        if element.tag in {SVG + "svg", SVG + "g"}:
            continue
        xs, ys = _reach(element)
        assert min(xs) >= 0 and max(xs) <= width, element.attrib
        assert min(ys) >= 0 and max(ys) <= height, element.attrib


@pytest.mark.parametrize("exercise_id", CLOSE_UPS)
def test_the_two_frames_of_an_exercise_differ_by_its_movement(exercise_id: str) -> None:
    frames = close_up_frames(exercise_id)

    assert frames["start"] != frames["end"]
    assert 'data-part="highlight"' in frames["end"]
    assert 'data-part="arrow"' in frames["end"]
    assert 'data-part="arrow"' not in frames["start"] or exercise_id == "ankle-circles"
