"""The pain chart on a screen: the report's own drawing, read by tapping a day, and what its marks mean."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import flet as ft

from homecare.domain.report.pain import PainChart, PainPoint
from homecare.exchange.drawing.pain import MM, WIDE_LETTER, PainSheet, pain_drawing
from homecare.ui.kit import theme
from homecare.ui.kit.drawing import INKS, drawn
from homecare.ui.kit.look import Look, LookCtx
from homecare.wording import _, ngettext
from homecare.wording.pain import field_name, mean_text, reading
from homecare.wording.report import near

SCALE = 5.0
"""Pixels to a millimetre at the normal text size."""
HEIGHT = 48.0
LETTERS_PX = 14
MOST_NAMED = 3
"""Marks named one by one in the legend; more are counted."""
NO_DAY: date | None = None


def scale_of(look: Look) -> float:
    """Pixels to a millimetre: charts grow with the text, but not as fast."""
    return SCALE * max(1.0, look.factor * 0.7)


def screen_sheet(look: Look, room: float) -> PainSheet:
    """A sheet as wide as `room` pixels, with numbers as large as the text and nothing to scroll."""
    scale = scale_of(look)
    letters = LETTERS_PX * look.factor / (scale * MM)
    return PainSheet(
        width=room / scale,
        height=HEIGHT,
        left=letters * MM * WIDE_LETTER * 2 + 2.6,
        letters=letters,
        weight=1.15,
        names=False,
        every=2,
        exercise=True,
    )


@ft.component
def PainChartView(
    chart: PainChart, room: float, on_day: Callable[[date], None] | None = None, *, key: str = ""
) -> ft.Control:
    """The chart in `room` pixels, and what it says of the day that was tapped; `on_day` opens that day.

    Flet takes `key` to tell charts of a list apart.
    """
    look = ft.use_context(LookCtx)
    day, pick = ft.use_state(NO_DAY)
    sheet = screen_sheet(look, room)
    axis = sheet.axis(chart)
    picked = axis.column_of(day) if day is not None and day in chart.period else None
    point = chart.points[picked] if picked is not None else None
    scale = scale_of(look)

    def tap(e: ft.TapEvent[ft.GestureDetector]) -> None:
        if e.local_position is not None:
            pick(chart.points[axis.column_at(e.local_position.x / scale)].last)

    picture = drawn(look, pain_drawing(chart, replace(sheet, picked=picked)), scale)
    return ft.Column(
        [
            ft.GestureDetector(picture, on_tap_up=tap, mouse_cursor=ft.MouseCursor.CLICK, key="pain-chart"),
            _reading(look, chart, point, on_day),
        ],
        spacing=4,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _reading(
    look: Look, chart: PainChart, point: PainPoint | None, on_day: Callable[[date], None] | None
) -> ft.Control:
    if point is None:
        said = _("Tap the chart to read a week.") if chart.weekly else _("Tap the chart to read a day.")
        return look.note(said)
    parts: list[ft.Control] = [look.text(reading(point, chart), expand=True)]
    if on_day is not None and not chart.weekly:
        parts.append(look.link(_("Open"), lambda: on_day(point.first)))
    return ft.Semantics(
        live_region=True, container=True, content=ft.Row(parts, spacing=8, key=f"read-{point.first}")
    )


def pain_legend(look: Look, chart: PainChart) -> ft.Control:
    """A line for each kind of line or mark that is in the chart, and what a gap means."""
    rows: list[ft.Control] = []
    if any(point.worst is not None for point in chart.points):
        rows.append(_row(look, _line(look, "main", 3), field_name(chart.field)))
        rows.append(_row(look, _line(look, "soft", 1.5), field_name("pain_worst")))
    if any(point.week_mean is not None for point in chart.points):
        rows.append(_row(look, _dashes(look, 5, 1), _("Mean of 7 days")))
    if chart.baseline is not None:
        said = _("First week: {n} on average").format(n=mean_text(chart.baseline))
        rows.append(_row(look, _dashes(look, 3, 2), said))
    if any(point.peak is not None and point.peak >= chart.severe for point in chart.points):
        rows.append(_row(look, _disc(look, hollow=False), _("Very high: {n} or more").format(n=chart.severe)))
    if chart.weekly:
        rows.append(
            _row(
                look,
                ft.Container(width=1.5, height=16, bgcolor=INKS["soft"][look.dark]),
                _("Highest score of the week"),
            )
        )
    elif any(score is not None for score in chart.ringed):
        rows.append(
            _row(look, _disc(look, hollow=True), _("Worst pain alone, or a higher score of another kind"))
        )
    rows += _marks(look, chart)
    if chart.exercise:
        said = _("Weeks with exercises") if chart.weekly else _("Days with exercises")
        rows.append(_row(look, ft.Container(width=3, height=10, bgcolor=INKS["soft"][look.dark]), said))
    gaps = _("Gaps are days without a score.")
    if chart.weekly:
        gaps = _("Each point is the mean of a week. Weeks with fewer than 4 scores are gaps.")
    return ft.Column([*rows, look.note(gaps)], spacing=6, tight=True)


def _marks(look: Look, chart: PainChart) -> list[ft.Control]:
    last = chart.period.last
    rows: list[ft.Control] = []
    if chart.needlings:
        days = ", ".join(near(day, last) for day in chart.needlings[-MOST_NAMED:])
        many = len(chart.needlings) > MOST_NAMED
        said = _("Needling: {n} sessions, latest {days}") if many else _("Needling {days}")
        rows.append(_row(look, _letter(look, _("N")), said.format(n=len(chart.needlings), days=days)))
        rows.append(_row(look, _block(look), _("3 days after needling, when soreness is normal")))
    if chart.phases:
        named = [
            _("{phase} from {day}").format(phase=mark.name, day=near(mark.day, last))
            for mark in chart.phases[-MOST_NAMED:]
        ]
        rows.append(_row(look, _letter(look, _("P")), _("Phase: {phases}").format(phases="; ".join(named))))
    if chart.flares:
        said = ngettext("Flare", "{n} flares", len(chart.flares)).format(n=len(chart.flares))
        rows.append(_row(look, _letter(look, _("F")), said))
    if chart.visits:
        days = ", ".join(near(day, last) for day in chart.visits[-MOST_NAMED:])
        rows.append(_row(look, _letter(look, _("V")), _("Clinic visit {days}").format(days=days)))
    return rows


def _row(look: Look, sample: ft.Control, words: str) -> ft.Control:
    return ft.Row(
        [
            ft.Container(sample, width=28, alignment=ft.Alignment.CENTER),
            look.text(words, size=15, color=look.muted, expand=True),
        ],
        spacing=8,
    )


def _line(look: Look, ink: str, width: float) -> ft.Control:
    return ft.Container(width=24, height=width, bgcolor=INKS[ink][look.dark], border_radius=2)  # type: ignore[index]


def _dashes(look: Look, count: int, thick: float) -> ft.Control:
    long = 12 / count
    dashes: list[ft.Control] = [
        ft.Container(width=long, height=thick, bgcolor=look.ink) for _n in range(count)
    ]
    return ft.Row(dashes, spacing=12 / count, tight=True)


def _block(look: Look) -> ft.Control:
    return ft.Container(width=20, height=16, bgcolor=INKS["band"][look.dark], border_radius=3)


def _disc(look: Look, *, hollow: bool) -> ft.Control:
    """The font has no such sign, so it is drawn."""
    return ft.Container(
        width=14,
        height=14,
        border_radius=7,
        bgcolor=None if hollow else look.ink,
        border=ft.Border.all(2, look.ink),
    )


def _letter(look: Look, letter: str) -> ft.Control:
    """The letter that stands in the chart; the words beside it say what it means."""
    return ft.Semantics(
        exclude_semantics=True,
        content=ft.Text(letter, size=15 * look.factor, weight=ft.FontWeight.W_700, color=look.ink),
    )


def room_of(look: Look) -> float:
    """Width inside a card of an ordinary screen, in pixels."""
    return min(look.width, theme.COLUMN) - 4 * theme.EDGE
