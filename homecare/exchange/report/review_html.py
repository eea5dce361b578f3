"""Many patients as one HTML table that needs nothing else, a row at a time."""

from collections.abc import Sequence
from typing import Final

from homecare.domain.report.patient import PatientSummary
from homecare.exchange.drawing.sparkline import pain_line
from homecare.exchange.drawing.svg_text import svg_text
from homecare.exchange.report.html import html_page, safe
from homecare.wording import _, review
from homecare.wording.report_safety import need_text

LINE_MM: Final = (44.0, 11.0)
_HERE: Final = "<!--rows-->"
_UNREAD: Final = "<!--unread-->"


def page_parts() -> tuple[str, str, str]:
    """What comes before the first row, between the last and the unread files, and after them."""
    heads = "".join(f'<th scope="col">{safe(head)}</th>' for head in review.heads())
    title = review.title()
    body = (
        f"<article><h1>{safe(title)}</h1><div class='wide'><table><thead><tr>{heads}</tr></thead>"
        f"<tbody>\n{_HERE}</tbody></table></div>{_UNREAD}</article>\n"
    )
    before, _mark, rest = html_page(title, [body]).decode().partition(_HERE)
    table, _mark, after = rest.partition(_UNREAD)
    return before, table, after


def unread_part(faults: Sequence[str]) -> str:
    """The files that could not be read, and why; "" without any."""
    if not faults:
        return ""
    lines = "".join(f"<li><bdi>{safe(fault)}</bdi></li>" for fault in faults)
    return f"<h2>{safe(review.unread_title(len(faults)))}</h2><ul>{lines}</ul>\n"


def summary_row(found: PatientSummary, file: str) -> str:
    """One patient as a row of the table."""
    told = _("Pain, a bar for each day: {line}").format(line=review.line_text(found.line))
    base = found.tiles.primary.change.baseline
    line = svg_text(pain_line(found.line, base.value if base else None, *LINE_MM, told))
    alarms = "".join(f"<strong>{safe(warning)}</strong><br>" for warning in review.warnings(found))
    if review.other_need(found):
        alarms += f"<strong>{safe(need_text(found.need, found.period.last))}</strong><br>"
    who = f"<b><bdi>{safe(review.name_of(found, file))}</bdi></b><br>{safe(review.plans_text(found))}"
    cells = (
        f"{who}<br><small>{safe(file)}</small>",
        f'<div style="width:{LINE_MM[0] * 4:g}px">{line}</div>',
        safe(review.change_text(found)),
        safe(review.done_text(found)),
        alarms + safe(review.needled_text(found.last_needling)),
    )
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"
