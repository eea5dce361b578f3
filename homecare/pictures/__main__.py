"""`python -m homecare.pictures` draws every scene again into the assets folder."""

import sys
from pathlib import Path
from typing import Final

from homecare.pictures.foot_files import write_foot_files
from homecare.pictures.scene import frames, scene_ids

ASSETS: Final = Path(__file__).parents[2] / "assets"
"""The assets folder of a source checkout."""


def write(folder: Path, exercise_ids: list[str]) -> None:
    """Writes `exercises/<id>/start.svg` and `end.svg` below `folder` for each exercise."""
    for exercise_id in exercise_ids:
        target = folder / "exercises" / exercise_id
        target.mkdir(parents=True, exist_ok=True)
        for name, text in frames(exercise_id).items():
            (target / f"{name}.svg").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(ASSETS, sys.argv[1:] or scene_ids())
    if not sys.argv[1:]:
        write_foot_files(ASSETS)
