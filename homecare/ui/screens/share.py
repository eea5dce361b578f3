"""Share: choose a period, see what it says, save it as a file someone else can read."""

from collections.abc import Callable
from functools import partial
from urllib.parse import parse_qs, urlparse

import flet as ft

from homecare.ui import theme
from homecare.ui.acts.share import Wish
from homecare.ui.look import Look, LookCtx
from homecare.ui.parts.backup_row import BackupRow
from homecare.ui.parts.share_preview import preview_card, preview_of
from homecare.ui.parts.share_row import ShareRow
from homecare.ui.parts.tick_box import tick_box
from homecare.ui.screen import screen
from homecare.ui.state import use_care
from homecare.wording import _

START: int | None = 28
PERIODS: tuple[int | None, ...] = (7, 28, 90, None)
"""The periods to choose from, in days; None is all of the diary."""


@ft.component
def Share() -> ft.View:
    """The period and its preview, then a card for each file; whoever came for a backup finds it first."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    days, set_days = ft.use_state(START)
    notes, set_notes = ft.use_state(False)
    came, _never = ft.use_state(parse_qs(urlparse(page.route or "").query))
    known = [days, care.store.revision(), care.today.day]
    shown = ft.use_memo(partial(preview_of, care, days), known)
    wish = Wish(days=days, notes=notes)
    period = look.card(
        look.heading(_("Period")),
        _periods(look, days, set_days),
        tick_box(
            look,
            _("Share my notes and medicines"),
            notes,
            set_notes,
            hint=_("In the report, the spreadsheet and the hospital format."),
        ),
    )
    of_the_period = [period, preview_card(look, shown), *_of_the_period(wish)]
    backup: list[ft.Control] = [
        BackupRow(key="backup"),
        _restore(look, lambda: page.navigate("/share/restore")),
    ]
    body = [*backup, *of_the_period] if came.get("for") == ["backup"] else [*of_the_period, *backup]
    back = "/diary" if came.get("from") == ["/diary"] else "/"
    return screen(look, title=_("Share"), body=[*body, _reminders()], back=back)


def _restore(look: Look, on_restore: Callable[[], object]) -> ft.Control:
    return look.card(
        look.heading(_("Bring a backup back")),
        look.note(_("You see what it would change before anything is changed.")),
        ft.Row(
            [look.link(_("Restore a backup"), on_restore, icon=ft.Icons.SETTINGS_BACKUP_RESTORE)], wrap=True
        ),
    )


def _periods(look: Look, days: int | None, on_days: Callable[[int | None], None]) -> ft.Control:
    names = {str(one): _("All") if one is None else _("{n} days").format(n=one) for one in PERIODS}

    def chosen(e: ft.Event[ft.SegmentedButton]) -> None:
        on_days(next(one for one in PERIODS if str(one) in e.control.selected))

    return ft.SegmentedButton(
        segments=[
            ft.Segment(value=value, label=ft.Text(name, size=15 * look.factor, no_wrap=True))
            for value, name in names.items()
        ],
        selected=[str(days)],
        show_selected_icon=False,
        style=ft.ButtonStyle(shape=ft.RoundedRectangleBorder(radius=theme.CARD_RADIUS)),
        direction=ft.Axis.VERTICAL if look.factor > 1.3 and not look.wide else ft.Axis.HORIZONTAL,
        on_change=chosen,
    )


def _of_the_period(wish: Wish) -> list[ft.Control]:
    report = _(
        "One page for your clinician with the pain, exercises, needling and warnings of this period; "
        "anyone who has the file can read it."
    )
    spreadsheet = _("A line for each diary entry of this period; anyone who has the file can read it.")
    hospital = _(
        "The records of this period for a hospital's computers (FHIR), without your name unless you gave it; "
        "anyone who has the file can read it."
    )
    return [
        ShareRow(
            "pdf",
            ft.Icons.DESCRIPTION_OUTLINED,
            _("One-page report (PDF)"),
            report,
            action=_("Save the report"),
            wish=wish,
            first=True,
            key="pdf",
        ),
        ShareRow(
            "csv",
            ft.Icons.TABLE_CHART_OUTLINED,
            _("Spreadsheet (CSV)"),
            spreadsheet,
            action=_("Save the spreadsheet"),
            wish=wish,
            key="csv",
        ),
        ShareRow(
            "fhir",
            ft.Icons.LOCAL_HOSPITAL_OUTLINED,
            _("Hospital format (FHIR)"),
            hospital,
            action=_("Save for a hospital"),
            wish=wish,
            key="fhir",
        ),
    ]


def _reminders() -> ft.Control:
    said = _(
        "The times of your exercises, your diary and your aftercare for your phone's own calendar; "
        "anyone who sees that calendar can read them."
    )
    return ShareRow(
        "ics",
        ft.Icons.EVENT_OUTLINED,
        _("Reminders for your calendar (ICS)"),
        said,
        action=_("Save the reminders"),
        wish=Wish(days=None),
        key="ics",
    )
