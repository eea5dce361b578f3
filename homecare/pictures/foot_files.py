"""Every file of the foot close-ups, the foot map, the icon and the spot pictures."""

from pathlib import Path

from homecare.pictures.foot_map import overlay, views
from homecare.pictures.foot_map_regions import regions
from homecare.pictures.foot_map_table import boxes
from homecare.pictures.foot_scenes import CLOSE_UPS, close_up_frames
from homecare.pictures.icon import icon, maskable
from homecare.pictures.spots import SPOTS, spot

FOOT_MAP = Path(__file__).parents[1] / "content" / "foot_map.toml"
"""Where the app reads how the foot map is laid out."""


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
    """Writes every picture below `assets`, and the layout of the foot map into the content."""
    for name, text in foot_files().items():
        target = assets / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    FOOT_MAP.write_text(boxes(), encoding="utf-8", newline="\n")
