import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tools.pictures.foot_scenes import CLOSE_UPS
from tools.pictures.scene import frames, scene_ids

ROOT = Path(__file__).parents[3]
ASSETS = ROOT / "assets" / "exercises"
SVG = "{http://www.w3.org/2000/svg}"
DRAWN_ALIKE_EVERYWHERE = {SVG + tag for tag in ("svg", "g", "path", "rect", "circle", "ellipse")}
FRAMES = [(exercise_id, name) for exercise_id in scene_ids() for name in ("start", "end")]


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text)]


def _reach(element: ElementTree.Element) -> tuple[list[float], list[float]]:
    pen = float(element.get("stroke-width", "0")) / 2
    if element.tag == SVG + "path":
        numbers = _numbers(element.get("d", ""))
        xs, ys = numbers[::2], numbers[1::2]
    elif element.tag == SVG + "rect":
        x, y = float(element.get("x", "0")), float(element.get("y", "0"))
        xs, ys = [x, x + float(element.get("width", "0"))], [y, y + float(element.get("height", "0"))]
    else:
        x, y, r = (float(element.get(name, "0")) for name in ("cx", "cy", "r"))
        xs, ys = [x - r, x + r], [y - r, y + r]
    return [x + side for x in xs for side in (-pen, pen)], [y + side for y in ys for side in (-pen, pen)]


def test_every_exercise_has_pictures_drawn_one_way_or_by_hand() -> None:
    content = {file.stem for file in (ROOT / "homecare" / "content" / "exercises").glob("*.toml")}

    assert set(scene_ids()) | set(CLOSE_UPS) <= content
    assert not set(scene_ids()) & set(CLOSE_UPS)
    assert [name for name in content if not (ASSETS / name / "start.svg").is_file()] == []


@pytest.mark.parametrize(("exercise_id", "name"), FRAMES)
def test_the_committed_frame_is_the_one_its_scene_gives(exercise_id: str, name: str) -> None:
    committed = (ASSETS / exercise_id / f"{name}.svg").read_text(encoding="utf-8")

    assert committed == frames(exercise_id)[name]


@pytest.mark.parametrize(("exercise_id", "name"), FRAMES)
def test_a_frame_needs_no_text_style_script_or_reference(exercise_id: str, name: str) -> None:
    root = ElementTree.fromstring(frames(exercise_id)[name])

    assert {element.tag for element in root.iter()} <= DRAWN_ALIKE_EVERYWHERE
    for element in root.iter():
        assert not any("href" in key or key in {"style", "class", "filter"} for key in element.attrib)
        assert not (element.text or "").strip()


@pytest.mark.parametrize(("exercise_id", "name"), FRAMES)
def test_nothing_of_a_frame_lies_outside_its_edges(exercise_id: str, name: str) -> None:
    root = ElementTree.fromstring(frames(exercise_id)[name])
    _, _, width, height = _numbers(root.get("viewBox", ""))

    for element in root.iter():
        if element.tag in {SVG + "svg", SVG + "g"}:
            continue
        xs, ys = _reach(element)
        assert min(xs) >= 0 and max(xs) <= width, (element.tag, element.attrib)
        assert min(ys) >= 0 and max(ys) <= height, (element.tag, element.attrib)


@pytest.mark.parametrize("exercise_id", scene_ids())
def test_the_end_frame_shows_the_movement_and_where_to_feel_it(exercise_id: str) -> None:
    drawn = frames(exercise_id)

    assert drawn["start"] != drawn["end"]
    assert 'data-part="arrow"' in drawn["end"]
    assert 'data-part="highlight"' in drawn["end"]
