"""The head of a patient's page: the four numbers, and the safety box beside them."""

import flet as ft

from homecare.domain.report.report import Report
from homecare.ui.kit import theme
from homecare.ui.kit.look import Look
from homecare.wording import _, ngettext
from homecare.wording.report import Line, gap_lines, thin_note
from homecare.wording.report_safety import safety_lines
from homecare.wording.report_tiles import TileText, tile_texts

MOST_LINES = 4
"""Lines of the safety box at the head; all of them are said further down."""
MOST_ROWS = 2


def numbers_card(look: Look, report: Report) -> list[ft.Control]:
    """The four headline numbers, or why there are none; without a chart its own card says so."""
    tiles = tile_texts(report)
    if not tiles:
        return [look.card(look.body(thin_note(report)))] if report.pain is not None else []
    spans = (4, 3, 3, 2) if look.wide else (12, 6, 6, 12)
    wide = look.wide and look.factor <= 1.0
    cells: list[ft.Control] = [
        ft.Container(_tile(look, tile, first=number == 0), col=span if wide or not look.wide else 6)
        for number, (tile, span) in enumerate(zip(tiles, spans, strict=True))
    ]
    if not look.wide and look.factor > 1.0:
        for cell in cells:
            cell.col = 12
    return [look.card(ft.ResponsiveRow(cells, spacing=16, run_spacing=12, columns=12))]


def _tile(look: Look, tile: TileText, *, first: bool) -> ft.Control:
    weight = ft.FontWeight.W_700 if first or tile.strong else None
    return ft.MergeSemantics(
        content=ft.Column(
            [
                look.text(tile.title, size=14, color=look.muted),
                look.text(tile.value, size=26, weight=ft.FontWeight.W_600),
                look.text(tile.meaning, size=16 if first else 15, weight=weight),
                look.text(tile.basis, size=13, color=look.muted),
            ],
            spacing=1,
            tight=True,
        )
    )


def safety_card(look: Look, report: Report, *, most: int | None = None) -> ft.Control:
    """The safety box; with `most` only its first lines, each on two rows. What is pressing is there whole.

    Days without an entry are not green: nobody knows whether all was well.
    """
    lines = safety_lines(report)
    strong = any(line.strong for line in lines) or bool(report.gaps)
    silent = report.extent == "empty"
    tone: theme.Tone = "amber" if strong else "grey" if silent else "green"
    ink = theme.ink(tone, look.dark)
    pressing = len(report.safety.pressing)
    shown = lines if most is None else lines[: max(most, pressing)]
    rows: list[ft.Control] = [
        _line(look, line, ink, cut=most is not None and number >= pressing)
        for number, line in enumerate(shown)
    ]
    if len(shown) < len(lines):
        n = len(lines) - len(shown)
        rows.append(
            look.text(ngettext("{n} more below", "{n} more below", n).format(n=n), size=15, color=ink)
        )
    rows += [_line(look, line, ink, cut=False) for line in gap_lines(report.gaps)]
    return look.card(look.heading(_("Safety"), size=17, color=ink), *rows, tone=tone, gap=4)


def _line(look: Look, line: Line, ink: str, *, cut: bool) -> ft.Control:
    words = look.text(line.text, size=15, color=ink, weight=ft.FontWeight.W_700 if line.strong else None)
    if cut:
        words.max_lines, words.overflow = MOST_ROWS, ft.TextOverflow.ELLIPSIS
    return words
