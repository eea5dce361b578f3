"""The charts of a patient's page: pain with what happened beside it, and the load of each day beneath."""

import flet as ft

from homecare.domain.report.pain import PainChart
from homecare.domain.report.report import Report
from homecare.domain.report.strip import Strip
from homecare.exchange.drawing.load import load_drawing
from homecare.exchange.drawing.pain import pain_drawing
from homecare.ui.kit import theme
from homecare.ui.kit.drawing import drawn
from homecare.ui.kit.look import Look
from homecare.wording import _
from homecare.wording.report import field_name, thin_note
from homecare.wording.report_tables import chart_caption, profile_line, strip_title

SCALE = 5.0
"""Pixels to a millimetre at the normal text size: the smallest letters are 11 pixels high."""
HEIGHT = 46.0
LEAST_MM = 112.0
"""Narrower than this a day has no room for its letter; a phone scrolls sideways instead."""
SHARE = 0.62
WIDEST = 1248.0


def charts_card(look: Look, report: Report) -> ft.Control:
    """One card; both charts share their days, so that one stands under the other."""
    if report.pain is None:
        return look.card(look.heading(_("Pain over time")), look.body(thin_note(report)))
    title = _("{field} over time").format(field=field_name(report.pain.field))
    notes = [look.text(mark_words(report), size=14, color=look.muted)]
    if profile_line(report):
        notes.append(look.text(profile_line(report), size=14, color=look.muted))
    charts = pain_picture(look, report, report.pain, room_in_card(look), strip=report.strip)
    return look.card(look.heading(title, size=17), notes[0], charts, *notes[1:], gap=6)


def pain_picture(
    look: Look, report: Report, chart: PainChart, room: float, *, strip: Strip | None = None
) -> ft.Control:
    """The report's own pain chart in `room` pixels, above `strip` where it is wanted.

    Where days would be too narrow to be told apart it scrolls sideways and shows the latest first.
    """
    scale = SCALE * max(1.0, look.factor * 0.7)
    across = max(LEAST_MM, room / scale)
    charts: list[ft.Control] = [drawn(look, pain_drawing(report, chart, across, HEIGHT), scale)]
    if strip is not None:
        charts.append(look.text(strip_title(report), size=15, weight=ft.FontWeight.W_600))
        charts.append(drawn(look, load_drawing(strip, across), scale))
    column = ft.Column(charts, spacing=4, tight=True)
    if across * scale <= room + 1:
        return column
    return ft.Row([column], scroll=ft.ScrollMode.AUTO, auto_scroll=True)


def mark_words(report: Report) -> str:
    """What the lines and letters of the chart mean; the screen's font has no dot for the thick line."""
    return chart_caption(report).replace("● ", _("Thick line: "))


def room(look: Look) -> float:
    """Width inside a card of an ordinary screen, in pixels."""
    return min(look.width, theme.COLUMN) - 4 * theme.EDGE


def room_in_card(look: Look) -> float:
    """Width inside the card of the charts of a patient's page, in pixels."""
    if not look.wide:
        return room(look)
    inner = min(look.width, WIDEST) - 2 * theme.EDGE
    return (inner - theme.GAP) * SHARE - 2 * theme.EDGE
