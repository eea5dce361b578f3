"""The hours after needling: the session, and a line from top to bottom with the patient's place on it."""

import flet as ft

from homecare.domain.aftercare.aftercare import AftercareNow
from homecare.domain.library.aftercare import Window
from homecare.domain.records.needling import Needling
from homecare.ui.kit.look import ICON, Look
from homecare.ui.kit.text_blocks import Collapsible, bullets
from homecare.ui.state.care import CareState
from homecare.wording import _, dates
from homecare.wording.aftercare import hours_since, muscles_text, stopped_sentence
from homecare.wording.placeholders import fill

MINUTES = 60


def window_hours(care: CareState) -> int:
    """How long the content's timeline is, in hours."""
    return care.library.aftercare.timeline[-1].to_min // MINUTES


def progress_bar(care: CareState, look: Look, now: AftercareNow) -> ft.Control:
    """How much of the window after needling has passed."""
    total = window_hours(care)
    passed = min(now.hours_since / total, 1.0)
    said = _("{passed}% of the {hours} hours after needling").format(passed=round(passed * 100), hours=total)
    return look.bar(passed, said)


def aftercare_head(care: CareState, look: Look, now: AftercareNow, needling: Needling) -> list[ft.Control]:
    """Ticked warning signs first, with what to do; then the session."""
    page = ft.context.page
    cards: list[ft.Control] = []
    signs = [
        warning_sign
        for warning_sign in care.library.aftercare.warning_signs
        if warning_sign.id in needling.warning_signs
    ]
    if signs:
        said: list[ft.Control] = [look.heading(_("You ticked a warning sign"))]
        for sign in reversed(signs):
            said += [
                look.body(fill(sign.text, care.settings)),
                look.text(fill(sign.say, care.settings), weight=ft.FontWeight.W_700),
            ]
        cards.append(look.card(*said, tone="red", gap=8))
    when = dates.when(now.ended_at, care.now())
    cards.append(
        look.card(
            ft.Row(
                [
                    ft.Icon(ft.Icons.HEALING, color=ft.Colors.PRIMARY, size=ICON * look.icon_factor),
                    ft.Container(look.heading(hours_since(now.hours_since)), expand=True),
                    look.icon_button(
                        ft.Icons.EDIT_OUTLINED,
                        _("Change this session"),
                        lambda: page.navigate(f"/aftercare/needling/{needling.id}"),
                    ),
                ]
            ),
            progress_bar(care, look, now),
            look.body(muscles_text(needling.muscles, care.library.aftercare)),
            look.body(_("Ended {when}").format(when=when)),
            tone="accent",
        )
    )
    return cards


LINE = 3
DOT = 18


def aftercare_timeline(care: CareState, look: Look, now: AftercareNow, needling: Needling) -> ft.Control:
    """Four windows; the current one is open and marked, the others open at a tap."""
    windows = care.library.aftercare.timeline
    here = next((n for n, window in enumerate(windows) if window.id == now.window), len(windows) - 1)
    rows = [
        _row(care, look, window, now, needling, place=n - here, last=n == len(windows) - 1)
        for n, window in enumerate(windows)
    ]
    return look.card(look.heading(_("Hour by hour")), ft.Column(rows, spacing=0, tight=True), key="timeline")


def _row(
    care: CareState,
    look: Look,
    window: Window,
    now: AftercareNow,
    needling: Needling,
    *,
    place: int,
    last: bool,
) -> ft.Control:
    """`place` is below 0 for a window that has passed, 0 for the current one, above 0 for one to come."""
    content: list[ft.Control] = []
    if place == 0:
        marker = _("Now: {hours}").format(hours=hours_since(now.hours_since).lower())
        content.append(ft.Row([look.badge(marker, "accent")], wrap=True))
    note = _("Passed") if place < 0 else ""
    content.append(
        Collapsible(
            window.title,
            _sections(care, look, window, now, needling),
            note=note,
            open_first=place == 0,
            key=f"{window.id}-{place == 0}",
        )
    )
    return ft.Row(
        [
            _rail(look, place, last=last),
            ft.Container(
                ft.Column(content, spacing=0, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
                expand=True,
            ),
        ],
        spacing=12,
        intrinsic_height=True,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        key=window.id,
    )


def _rail(look: Look, place: int, *, last: bool) -> ft.Control:
    """The line, with a full dot for what has passed, a ring around the current one, an empty one to come."""
    colour = ft.Colors.PRIMARY if place <= 0 else ft.Colors.OUTLINE
    icon = ft.Icons.CHECK if place < 0 else ft.Icons.MY_LOCATION if place == 0 else None
    dot = ft.Container(
        ft.Icon(icon, size=DOT - 5, color=ft.Colors.ON_PRIMARY) if icon is not None else None,
        width=DOT + (6 if place == 0 else 0),
        height=DOT + (6 if place == 0 else 0),
        border_radius=DOT,
        bgcolor=colour if place <= 0 else None,
        border=ft.Border.all(LINE, colour),
        alignment=ft.Alignment.CENTER,
    )
    line = ft.Container(
        width=LINE,
        bgcolor=ft.Colors.PRIMARY if place < 0 else ft.Colors.OUTLINE_VARIANT,
        expand=True,
    )
    stops: list[ft.Control] = [ft.Container(height=4 if place == 0 else 16), dot]
    if not last:
        stops.append(line)
    return ft.Container(
        ft.Column(stops, spacing=0, horizontal_alignment=ft.CrossAxisAlignment.CENTER), width=DOT + 8
    )


def _sections(
    care: CareState, look: Look, window: Window, now: AftercareNow, needling: Needling
) -> list[ft.Control]:
    parts: list[ft.Control] = []
    for title, icon, lines in (
        (_("You may notice"), ft.Icons.VISIBILITY_OUTLINED, window.expect),
        (_("Do"), ft.Icons.CHECK_CIRCLE_OUTLINE, () if now.stopped else window.do),
        (_("Avoid"), ft.Icons.DO_NOT_DISTURB_ON_OUTLINED, window.avoid),
    ):
        if not lines:
            continue
        head = ft.Row(
            [
                ft.Icon(icon, size=20 * look.icon_factor, color=look.muted),
                ft.Container(look.heading(title, level=3, size=16), expand=True),
            ],
            spacing=8,
        )
        parts += [head, *bullets(look, lines)]
    parts += [look.body(said) for said in _left_out(care, now, needling)]
    if window.customary:
        parts.append(customary_note(look))
    return parts


def _left_out(care: CareState, now: AftercareNow, needling: Needling) -> list[str]:
    """What the windows name but this patient should leave out after this session."""
    if now.stopped:
        return [stopped_sentence()]
    said = []
    if not now.stretches:
        said.append(_("Leave the stretch out after this session."))
    if not (needling.heat_allowed and care.settings.heat_allowed):
        said.append(_("Leave the warm pack out: nobody has said that heat is safe for you."))
    return said


def customary_note(look: Look) -> ft.Control:
    """Marks advice that rests on custom."""
    return ft.Row(
        [
            ft.Icon(ft.Icons.INFO_OUTLINE, size=18 * look.icon_factor, color=look.muted),
            look.text(_("Usual advice, not proven"), size=15, color=look.muted, expand=True),
        ],
        spacing=6,
    )
