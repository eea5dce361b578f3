"""Every file of the foot close-ups, the foot map, the icon and the spot pictures."""

from pathlib import Path

from tools.pictures.foot_map import overlay, views
from tools.pictures.foot_map_regions import HEIGHTS, WIDTH, regions
from tools.pictures.foot_outlines import outlines
from tools.pictures.foot_scenes import CLOSE_UPS, close_up_frames
from tools.pictures.icon import icon, maskable
from tools.pictures.spots import SPOTS, spot

PACKAGE = Path(__file__).parents[2] / "homecare"
FOOT_MAP = PACKAGE / "content" / "foot_map.toml"
"""Where the app reads how the foot map is laid out."""
OUTLINES = PACKAGE / "exchange" / "drawing" / "foot_outlines.json"
"""Where the report reads the shapes of the feet."""


def foot_files() -> dict[str, str]:
    """Text of each picture by its path below the assets folder."""
    files = {"icon.svg": icon(), "icons/icon-maskable.svg": maskable()}
    for exercise_id in CLOSE_UPS:
        for name, text in close_up_frames(exercise_id).items():
            files[f"exercises/{exercise_id}/{name}.svg"] = text
    files |= {f"foot_map/{view}.svg": text for view, text in views().items()}
    files |= {f"foot_map/regions/{region.id}.svg": overlay(region) for region in regions()}
    files |= {f"spots/{name}.svg": spot(name) for name in SPOTS}
    return files


def write_foot_files(assets: Path) -> None:
    """Writes every picture below `assets`, and what content and report need to know of the foot map."""
    for name, text in foot_files().items():
        target = assets / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    FOOT_MAP.write_text(boxes(), encoding="utf-8", newline="\n")
    OUTLINES.write_text(outlines(), encoding="utf-8", newline="\n")


def boxes() -> str:
    """The map as TOML for the app: the views in order, and the touch area of each place."""
    names = ", ".join(f'"{view}"' for view in HEIGHTS)
    lines = ["# Written by tools.pictures: change the drawing there, not here.", f"views = [{names}]"]
    for view, height in HEIGHTS.items():
        lines += [
            "",
            f"[view.{view}]",
            f'file = "foot_map/{view}.svg"',
            f"width = {WIDTH}",
            f"height = {height}",
        ]
    for region in regions():
        box = ", ".join(f"{value:.1f}" for value in region.box_pct)
        lines += ["", "[[region]]", f'id = "{region.id}"', f'view = "{region.view}"', f"box_pct = [{box}]"]
    return "\n".join(lines) + "\n"
