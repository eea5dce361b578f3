"""Where it hurts: places on pictures of the foot and leg, or from a list, each with a score if wanted."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import flet as ft

from homecare.content.library import Library
from homecare.domain.library.foot_map import FootMapDrawings, FootMapGuide
from homecare.domain.records.diary import Site
from homecare.ui.diary.foot_picture import foot_picture, view_name
from homecare.ui.kit import theme
from homecare.ui.kit.choices import choice_row, tick_box
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.ui.state.care import use_care
from homecare.wording import _, diary, ngettext

WIDEST_FIRST = 300
"""Width of the sole, which has seven places, in pixels; the other views have one to three."""
OTHERS = 150
FOOT_VIEWS = ("sole", "top")
"""The views that show no leg."""
NOWHERE: tuple[str, str] | None = None
Sites = tuple[Site, ...]
OnSites = Callable[[Callable[[Sites], Sites]], None]
"""Gets how a tap changes the places that are chosen then."""


@ft.component
def FootMap(sites: Sites, side: str, *, carried: bool, on_sites: OnSites) -> ft.Control:
    """Left or right, five views, the chosen places; `side` is the foot shown first, "L" or "R"."""
    care = use_care()
    look = ft.use_context(LookCtx)
    shown, set_shown = ft.use_state(side)
    focus, set_focus = ft.use_state(NOWHERE)
    listed, set_listed = ft.use_state(False)
    full, set_full = ft.use_state(False)
    guide = care.library.diary.foot_map
    most = most_places(care.library)

    def tap(region: str, foot: str) -> None:
        known = any((site.region, site.side) == (region, foot) for site in sites)
        set_full(not known and len(sites) >= most)
        if not known and len(sites) < most:
            on_sites(lambda now: _with_place(now, region, foot, most))
        if known or len(sites) < most:
            set_focus((region, foot))

    def drop(region: str, foot: str) -> None:
        set_full(False)
        on_sites(lambda now: tuple(site for site in now if (site.region, site.side) != (region, foot)))

    def toggle(region: str, foot: str, on: bool) -> None:
        (tap if on else drop)(region, foot)

    async def turn(foot: str) -> None:
        set_shown(foot)

    parts: list[ft.Control] = [_head(look, carried, shown, turn)]
    if care.library.foot_map is not None:
        parts.append(foot_pictures(look, guide, care.library.foot_map, shown=shown, sites=sites, tap=tap))
    if full:
        said = ngettext("Up to {n} place.", "Up to {n} places. Take one away first.", most).format(n=most)
        parts.append(ft.Semantics(live_region=True, content=look.body(said, color=ft.Colors.ERROR)))
    parts += _chosen(look, guide, sites, focus, (set_focus, drop, on_sites))
    parts.append(
        look.link(_("Hide the list") if listed else _("Choose from a list"), lambda: set_listed(not listed))
    )
    if listed:
        parts.append(_foot_list(look, guide, sites, shown, toggle))
    return ft.Column(parts, spacing=theme.GAP, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def most_places(library: Library) -> int:
    """How many places of both feet an entry may hold."""
    guide = library.diary
    return guide.field("location").max_selected or len(guide.foot_map.regions)


def _with_place(now: Sites, region: str, foot: str, most: int) -> Sites:
    known = any((site.region, site.side) == (region, foot) for site in now)
    return now if known or len(now) >= most else (*now, Site(region=region, side=foot))


def _head(look: Look, carried: bool, shown: str, turn: Callable[[str], object]) -> ft.Control:
    feet = [("L", _("Left foot")), ("R", _("Right foot"))]
    parts: list[ft.Control] = [choice_row(look, feet, shown, turn)]  # type: ignore[arg-type]
    if carried:
        parts.insert(0, look.note(_("The same places as last time. Change them if it moved.")))
    return ft.Column(parts, spacing=4, tight=True)


def foot_pictures(
    look: Look,
    guide: FootMapGuide,
    drawings: FootMapDrawings,
    *,
    shown: str,
    sites: Sites,
    tap: Callable[[str, str], None],
    leg_first: bool = False,
) -> ft.Control:
    """The five views of one foot, the sole largest; `tap` gets the region and the foot.

    With `leg_first` the leg comes before the foot, all in one size.
    """
    chosen = {site.region: site for site in sites if site.side == shown}
    room = min(look.width, theme.COLUMN) - 4 * theme.EDGE
    order = (
        sorted(drawings.drawings, key=lambda drawing: drawing.view in FOOT_VIEWS)
        if leg_first
        else [*drawings.drawings]
    )
    largest = None if leg_first else order[0]
    pictures: list[ft.Control] = [
        foot_picture(
            look,
            guide,
            drawings,
            view=drawing.view,
            side=shown,
            chosen=chosen,
            width=min(WIDEST_FIRST, room) if drawing is largest else min(OTHERS, (room - theme.GAP) / 2),
            on_tap=lambda region: tap(region, shown),
        )
        for drawing in order
    ]
    return ft.Row(
        pictures,
        wrap=True,
        spacing=theme.GAP,
        run_spacing=theme.GAP,
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.END,
    )


def _chosen(
    look: Look,
    guide: FootMapGuide,
    sites: Sites,
    focus: tuple[str, str] | None,
    acts: tuple[Callable[[tuple[str, str]], None], Callable[[str, str], None], OnSites],
) -> list[ft.Control]:
    """Each chosen place with its score; the one tapped last shows the keys."""
    set_focus, drop, on_sites = acts

    def score(site: Site, pain: int | None) -> None:
        place = (site.region, site.side)
        on_sites(
            lambda now: tuple(
                replace(site, pain=pain) if (site.region, site.side) == place else site for site in now
            )
        )

    rows: list[ft.Control] = []
    for site in sites:
        place = (site.region, site.side)
        rows.append(_chosen_row(look, guide, site, partial(set_focus, place), partial(drop, *place)))
        if place == focus:
            rows.append(look.note(_("How much does it hurt here? You can leave this out.")))
            about = _("Pain at {place}").format(place=diary.place(guide, *place))
            rows.append(pain_keys(look, on_pick=partial(score, site), picked=site.pain, about=about))
            if site.pain is not None:
                rows.append(look.link(_("Clear the score"), partial(score, site, None)))
    return rows


def _chosen_row(
    look: Look, guide: FootMapGuide, site: Site, on_focus: Callable[[], None], on_drop: Callable[[], None]
) -> ft.Control:
    name = diary.place(guide, site.region, site.side)
    return ft.Row(
        [
            ft.Container(
                ft.Row([look.link(diary.place_with_pain(guide, site), on_focus)], wrap=True), expand=True
            ),
            look.icon_button(ft.Icons.CLOSE, _("Take away: {place}").format(place=name), on_drop),
        ],
        key=f"chosen-{site.region}-{site.side}",
        spacing=4,
    )


def _foot_list(
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
