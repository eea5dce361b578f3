"""The places of the foot map as a list of tick boxes, grouped by view."""

from collections.abc import Callable
from functools import partial

import flet as ft

from homecare.domain.library.foot_map import FootMapGuide
from homecare.domain.records.diary import Site
from homecare.ui.diary.foot_picture import view_name
from homecare.ui.kit.choices import tick_box
from homecare.ui.kit.look import Look
from homecare.wording import diary


def foot_list(
    look: Look,
    guide: FootMapGuide,
    sites: tuple[Site, ...],
    side: str,
    on_toggle: Callable[[str, str, bool], None],
) -> ft.Control:
    """A tick box for every place of one foot, under the name of its view."""
    chosen = {(site.region, site.side) for site in sites}
    rows: list[ft.Control] = []
    for view in guide.views:
        rows.append(look.text(view_name(view.id), weight=ft.FontWeight.W_600))
        rows += [
            tick_box(
                look,
                diary.place(guide, region.id, side),
                (region.id, side) in chosen,
                partial(on_toggle, region.id, side),
                key=f"list-{region.id}-{side}",
            )
            for region in guide.regions
            if region.view == view.id
        ]
    return ft.Column(rows, spacing=2, tight=True)
