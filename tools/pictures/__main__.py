"""`python -m tools.pictures` draws every picture again into the assets folder."""

import sys
from pathlib import Path
from typing import Final

from tools.pictures.foot_files import write_foot_files
from tools.pictures.scene import frames, scene_ids

ASSETS: Final = Path(__file__).parents[2] / "assets"
"""The assets folder of a source checkout."""


def write_scenes(folder: Path, exercise_ids: list[str]) -> None:
    """Writes `exercises/<id>/start.svg` and `end.svg` below `folder` for each exercise with a scene file."""
    for exercise_id in exercise_ids:
        target = folder / "exercises" / exercise_id
        target.mkdir(parents=True, exist_ok=True)
        for name, text in frames(exercise_id).items():
            (target / f"{name}.svg").write_text(text, encoding="utf-8", newline="\n")


def main(exercise_ids: list[str]) -> None:
    """Draws the named exercises, or with no name every picture of the app."""
    write_scenes(ASSETS, exercise_ids or scene_ids())
    if not exercise_ids:
        write_foot_files(ASSETS)


if __name__ == "__main__":
    main(sys.argv[1:])
