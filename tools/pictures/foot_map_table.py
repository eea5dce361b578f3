"""The layout of the foot map as the app reads it."""

from tools.pictures.foot_map_regions import HEIGHTS, WIDTH, regions


def boxes() -> str:
    """The map as TOML for the app: the views in order, and where each place takes the finger."""
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
