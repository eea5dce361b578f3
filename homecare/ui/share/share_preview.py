"""What the report of a period says at its head: warnings, the four numbers, and how much there is."""

from dataclasses import dataclass

import flet as ft

from homecare.domain.report.report import Report
from homecare.handover.formats import report_of
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.ui.report.pain_chart import PainChartView, pain_legend, room_of
from homecare.ui.share.acts import Wish, asked_for
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.handover import counts_text
from homecare.wording.pain import field_name
from homecare.wording.report import thin_note
from homecare.wording.report_safety import safety_lines
from homecare.wording.report_tiles import TileText, tile_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The report of the period, and how many records of each kind the period has."""

    report: Report
    entries: int
    sessions: int
    needlings: int


def preview_of(care: CareState, wish: Wish) -> Preview:
    """What would be shared of the days that were chosen."""
    asked = asked_for(care, wish)
    records = asked.records
    return Preview(
        report=report_of(asked),
        entries=len(records.entries),
        sessions=len(records.sessions),
        needlings=sum(not needling.cancelled for needling in records.needlings),
    )


def preview_card(look: Look, shown: Preview) -> ft.Control:
    """A card with the head of the report."""
    parts: list[ft.Control] = [
        look.heading(_("What your report says")),
        look.note(counts_text(shown.entries, shown.sessions, shown.needlings)),
    ]
    lines = safety_lines(shown.report)
    warnings = [line.text for line in lines if line.strong]
    others = [line.text for line in lines if not line.strong]
    if warnings:
        parts.append(_safety(look, warnings, "amber", ft.Icons.WARNING_AMBER))
    if others:
        tone: theme.Tone = "grey" if warnings else "green"
        parts.append(_safety(look, others, tone, ft.Icons.VERIFIED_USER_OUTLINED))
    note = thin_note(shown.report)
    if note:
        parts.append(look.body(note))
    tiles = tile_texts(shown.report)
    if tiles:
        parts.append(_tiles(look, tiles))
    if shown.report.pain is not None:
        parts.append(look.text(field_name(shown.report.pain.field), weight=ft.FontWeight.W_600))
        parts.append(PainChartView(shown.report.pain, room_of(look), key="chart"))
        parts.append(pain_legend(look, shown.report.pain))
    return look.card(*parts)


def _safety(look: Look, lines: list[str], tone: theme.Tone, icon: ft.IconData) -> ft.Control:
    ink = theme.ink(tone, look.dark)
    return ft.Container(
        content=ft.Row(
            [
                ft.Icon(icon, color=ink),
                ft.Column([look.text(line, color=ink) for line in lines], spacing=6, tight=True, expand=True),
            ],
            spacing=10,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        bgcolor=theme.container(tone, look.dark),
        border_radius=12,
        padding=theme.GAP,
    )


def _tiles(look: Look, tiles: list[TileText]) -> ft.Control:
    """Two in a row where their words fit, else one."""
    each = 6 if look.factor <= 1.0 or look.wide else 12
    return ft.ResponsiveRow(
        [ft.Container(_tile(look, tile), col=each) for tile in tiles], spacing=16, run_spacing=16, columns=12
    )


def _tile(look: Look, tile: TileText) -> ft.Control:
    weight = ft.FontWeight.W_700 if tile.strong else None
    return ft.MergeSemantics(
        content=ft.Column(
            [
                look.note(tile.title),
                look.text(tile.value, size=26, weight=ft.FontWeight.W_600),
                look.text(tile.meaning, weight=weight),
                look.text(tile.basis, size=14, color=look.muted),
            ],
            spacing=2,
            tight=True,
        )
    )
