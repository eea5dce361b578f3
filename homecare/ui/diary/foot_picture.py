"""One view of the foot with its places as buttons on the picture."""

from collections.abc import Callable, Mapping

import flet as ft

from homecare.domain.library.foot_map import FootMapDrawings, FootMapGuide, TouchArea
from homecare.domain.records.diary import Site
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.ui.kit.pain_keys import pain_colour
from homecare.wording import _, diary

CHOSEN = "#0F766E"
BADGE = 30


def view_name(view: str) -> str:
    """What a view of the foot is called."""
    return {
        "sole": _("Sole"),
        "top": _("Top"),
        "back": _("Back"),
        "inner": _("Inner side"),
        "outer": _("Outer side"),
    }.get(view, view)


def foot_picture(
    look: Look,
    guide: FootMapGuide,
    drawings: FootMapDrawings,
    *,
    view: str,
    side: str,
    chosen: Mapping[str, Site],
    width: float,
    on_tap: Callable[[str], None],
) -> ft.Control:
    """A view `width` pixels wide, mirrored for the left foot; `chosen` are this foot's places by region."""
    drawing = drawings.drawing(view)
    height = width * drawing.height / drawing.width
    areas = [area for area in drawings.areas if area.view == view]
    layers: list[ft.Control] = [_picture(drawing.file, side, width, height)]
    layers += [
        _picture(f"foot_map/regions/{area.region}.svg", side, width, height, _tint(chosen[area.region]))
        for area in areas
        if area.region in chosen
    ]
    layers += [
        _button(guide, area, side=side, site=chosen.get(area.region), size=(width, height), on_tap=on_tap)
        for area in areas
    ]
    return ft.Column(
        [
            ft.Stack(layers, width=width, height=height),
            look.text(view_name(view), size=15, color=look.muted, align=ft.TextAlign.CENTER),
        ],
        key=f"view-{view}-{side}",
        spacing=2,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def _picture(file: str, side: str, width: float, height: float, tint: str | None = None) -> ft.Image:
    return ft.Image(
        src=file,
        width=width,
        height=height,
        fit=ft.BoxFit.FILL,
        scale=ft.Scale(scale_x=-1 if side == "L" else 1, scale_y=1),
        color=tint,
        color_blend_mode=ft.BlendMode.SRC_IN if tint else None,
        exclude_from_semantics=True,
    )


def _tint(site: Site) -> str:
    return CHOSEN if site.pain is None else pain_colour(site.pain).surface


def _button(
    guide: FootMapGuide,
    area: TouchArea,
    *,
    side: str,
    site: Site | None,
    size: tuple[float, float],
    on_tap: Callable[[str], None],
) -> ft.TextButton:
    left, top, wide, high = (part / 100 for part in area.box_pct)
    if side == "L":
        left = 1 - left - wide
    width, height = max(wide * size[0], theme.TOUCH), max(high * size[1], theme.TOUCH)
    x = (left + wide / 2) * size[0] - width / 2
    y = (top + high / 2) * size[1] - height / 2
    name = diary.place(guide, area.region, side)
    if site is not None:
        name = _("{place}, chosen").format(place=diary.place_with_pain(guide, site))
    return ft.TextButton(
        key=f"place-{area.region}-{side}",
        content=_mark(site, name),
        on_click=lambda: on_tap(area.region),
        left=min(max(x, 0), size[0] - width),
        top=min(max(y, 0), size[1] - height),
        width=width,
        height=height,
        style=ft.ButtonStyle(padding=0, shape=ft.RoundedRectangleBorder(radius=14)),
    )


def _mark(site: Site | None, name: str) -> ft.Control:
    """The score of a chosen place, a tick for one without a score; nothing on the others."""
    if site is None:
        return ft.Text(" ", semantics_label=name)
    if site.pain is None:
        return ft.Icon(ft.Icons.CHECK, color="#FFFFFF", size=BADGE - 6, semantics_label=name)
    ink = pain_colour(site.pain).ink
    return ft.Text(str(site.pain), size=20, weight=ft.FontWeight.W_700, color=ink, semantics_label=name)
