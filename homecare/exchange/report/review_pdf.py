"""Many patients on A4 sheets, a few lines each: for a meeting, or for the file."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from homecare.domain.report.patient import PatientSummary
from homecare.exchange.drawing.drawing import Shape, Stroke, Words, as_figure, moved
from homecare.exchange.drawing.pdf_sheet import HEIGHT, WIDTH, Sheet
from homecare.exchange.drawing.sparkline import pain_line
from homecare.exchange.drawing.text_width import lines_of
from homecare.exchange.report.blocks import text_block
from homecare.wording import _, review
from homecare.wording.report import Line
from homecare.wording.report_safety import need_text

MARGIN: Final = 12.0
LINE: Final = 4.0
GAP: Final = 3.0
LINE_MM: Final = (46.0, 11.0)


def review_pdf(patients: Iterable[tuple[PatientSummary, str]], unread: Sequence[str] = ()) -> bytes:
    """The patients one below the other, in their order; the same ones give the same bytes.

    `patients` are summaries with their file's name, `unread` sentences about files that could not be read.
    The sheets are dated by the newest file.
    """
    found = list(patients)
    newest = max(
        (summary.made for summary, _file in found), default=datetime.fromisoformat("2000-01-01T00:00Z")
    )
    sheet = Sheet(made=newest, title=review.title())
    sheet.draw([Words(x=0, y=6, text=review.title(), size=14, bold=True, role="title")], MARGIN, MARGIN)
    top = MARGIN + 11
    for summary, file in found:
        shapes, tall = _block(summary, file, sheet)
        if top + tall > HEIGHT - MARGIN:
            sheet.next_page()
            top = MARGIN
        sheet.draw(shapes, MARGIN, top)
        top += tall + GAP
    if unread:
        lines = [
            Line(text=review.unread_title(len(unread)), strong=True),
            *(Line(text=text) for text in unread),
        ]
        for line in lines:
            block = text_block([line], WIDTH - 2 * MARGIN, 8, sheet.measure)
            if top + block.height > HEIGHT - MARGIN:
                sheet.next_page()
                top = MARGIN
            sheet.draw(block.shapes, MARGIN, top)
            top += block.height
    return sheet.output()


def _block(found: PatientSummary, file: str, sheet: Sheet) -> tuple[list[Shape], float]:
    """The shapes of one patient, and how tall they are."""
    wide = WIDTH - 2 * MARGIN
    room = wide - LINE_MM[0] - 3
    lines = [
        (review.plans_text(found), False),
        *(
            (row, True)
            for alarm in review.warnings(found)
            for row in lines_of(f"! {alarm}", room, 8, sheet.measure, bold=True)
        ),
        *([(need_text(found.need, found.period.last), True)] if review.other_need(found) else []),
        (review.change_text(found), True),
        (f"{review.done_text(found)}, {review.needled_text(found.last_needling)}", False),
    ]
    # Whole, whatever the room it takes: two patients may share a name.
    who = lines_of(review.name_of(found, file), wide * 0.7, 9.5, sheet.measure, bold=True)
    shapes: list[Shape] = [Stroke(points=((0, 0), (wide, 0)), ink="faint")]
    shapes += [
        Words(x=0, y=LINE * n, text=row, size=9.5, bold=True, role="heading", goes_on=n > 1)
        for n, row in enumerate(who, 1)
    ]
    named = _fitted(file, 7, wide * 0.3 - 4, sheet)
    shapes.append(Words(x=wide, y=LINE, text=named, size=7, ink="soft", anchor="end"))
    for number, (text, bold) in enumerate(lines, len(who) + 1):
        shapes.append(Words(x=0, y=number * LINE, text=_fitted(text, 8, room, sheet), size=8, bold=bold))
    base = found.tiles.primary.change.baseline
    told = _("Pain, a bar for each day: {line}").format(line=review.line_text(found.line))
    drawn = pain_line(found.line, base.value if base else None, *LINE_MM, told)
    shapes += [moved(shape, wide - LINE_MM[0], LINE * len(who) + 1.2) for shape in as_figure(drawn).shapes]
    return shapes, (len(lines) + len(who)) * LINE + 1.5


def _fitted(text: str, size: float, room: float, sheet: Sheet) -> str:
    """The text, its end left out where it is too long for the line."""
    said = text
    while said and sheet.measure(f"{said}…" if said != text else said, size, True) > room:
        said = said[: -max(1, len(said) // 20)]
    return text if said == text else f"{said.rstrip()}…"
