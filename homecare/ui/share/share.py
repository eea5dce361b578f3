"""Share: choose a period, see what it says, save it as a file someone else can read."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import parse_qs, urlparse

import flet as ft

from homecare.exchange.handed_out import handed_out
from homecare.ui.kit.choices import tick_box
from homecare.ui.kit.file_card import file_heading, outcome
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.share.acts import Wish, send_button, use_can_share, use_saving
from homecare.ui.share.backup_cards import BackupRow, KeepingCard
from homecare.ui.share.share_period import Days, share_period
from homecare.ui.share.share_preview import preview_card, preview_of
from homecare.ui.state.care import CareState, use_care
from homecare.wording import _

START: int | None = 28


@ft.component
def Share() -> ft.View:
    """The period with its preview, then a card for each file; the backup first for those who came for it."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    wish, latest = use_latest(Wish(days=START))
    came, _never = ft.use_state(parse_qs(urlparse(page.route or "").query))
    known = [wish.days, wish.own, care.store.revision(), care.today.day]
    shown = ft.use_memo(partial(preview_of, care, wish), known)

    def wanted(**changes: Any) -> None:
        latest.change(lambda now: replace(now, **changes))

    def of_days(days: int | None, own: Days) -> None:
        wanted(days=days, own=own)

    period = look.card(
        look.heading(_("Period")),
        *share_period(care, look, wish, of_days),
        tick_box(
            look,
            _("Share my notes and medicines"),
            wish.notes,
            lambda yes: wanted(notes=yes),
            hint=_("In the report, the spreadsheet and the hospital format."),
        ),
        *_who(care, look, wish, lambda yes: wanted(nameless=yes)),
    )
    snomed = partial(
        tick_box,
        look,
        _("Leave out SNOMED CT codes"),
        not wish.snomed,
        lambda yes: wanted(snomed=not yes),
        hint=_("For a clinic without a SNOMED CT licence. It will tell you if it needs this."),
    )
    of_the_period = [period, preview_card(look, shown), *_of_the_period(lambda: latest.now, snomed)]
    backup: list[ft.Control] = [
        KeepingCard(with_link=False, key="keeping"),
        BackupRow(key="backup"),
        _restore(look, lambda: page.navigate("/share/restore")),
    ]
    body = [*backup, *of_the_period] if came.get("for") == ["backup"] else [*of_the_period, *backup]
    back = "/diary" if came.get("from") == ["/diary"] else "/"
    week = _week(look, lambda: page.navigate("/share/week"))
    neutral = wish.neutral if wish.neutral is not None else handed_out(care.store.calendar()).neutral
    choice = partial(
        tick_box,
        look,
        _("Call each one only “Reminder”"),
        neutral,
        lambda yes: wanted(neutral=yes),
        hint=_("For a calendar that others can see."),
    )
    reminders = _reminders(lambda: Wish(days=None, neutral=latest.now.neutral), choice)
    exercises = _exercises(lambda: Wish(days=None, nameless=latest.now.nameless))
    printed = [exercises] if care.plans else []
    return screen(look, title=_("Share"), body=[*body, week, *printed, reminders], back=back)


def _who(care: CareState, look: Look, wish: Wish, on_tick: Callable[[bool], None]) -> list[ft.Control]:
    """The way to leave out who the patient is, once they have said so."""
    if not care.store.patient():
        return []
    words = _("Leave out my name, date of birth and clinic number")
    return [tick_box(look, words, wish.nameless, on_tick)]


def _week(look: Look, on_week: Callable[[], object]) -> ft.Control:
    return look.card(
        look.heading(_("In the consultation")),
        look.note(_("Your last 7 days as a code on this screen, for your clinician to scan.")),
        ft.Row([look.link(_("Show my last 7 days"), on_week, icon=ft.Icons.QR_CODE_2)], wrap=True),
    )


def _restore(look: Look, on_restore: Callable[[], object]) -> ft.Control:
    return look.card(
        look.heading(_("Bring a backup back")),
        look.note(_("You see what it would change before anything is changed.")),
        ft.Row(
            [look.link(_("Restore a backup"), on_restore, icon=ft.Icons.SETTINGS_BACKUP_RESTORE)], wrap=True
        ),
    )


def _of_the_period(wish: Callable[[], Wish], snomed: Callable[[], ft.Control]) -> list[ft.Control]:
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
            choice=snomed,
            key="fhir",
        ),
    ]


def _exercises(wish: Callable[[], Wish]) -> ft.Control:
    return ShareRow(
        "handout",
        ft.Icons.PRINT_OUTLINED,
        _("Exercises to print (PDF)"),
        _("The exercises of your plan with pictures, steps and amounts in large type, three to a page."),
        action=_("Save the exercises"),
        wish=wish,
        key="handout",
    )


def _reminders(wish: Callable[[], Wish], choice: Callable[[], ft.Control]) -> ft.Control:
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
        wish=wish,
        choice=choice,
        key="ics",
    )


@ft.component
def ShareRow(
    kind: str,
    icon: ft.IconData,
    name: str,
    said: str,
    *,
    action: str,
    wish: Callable[[], Wish],
    first: bool = False,
    choice: Callable[[], ft.Control] | None = None,
    key: str = "",
) -> ft.Control:
    """A card for the format `kind`; `action` is what its button says, `first` the main one of the screen.

    `choice` makes the control for what can be chosen about the file. `wish` is asked what to save when the
    button is tapped, since the choice may be newer than the picture. Flet takes `key` to tell rows apart.
    """
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    saving = use_saving(care)
    can_share = use_can_share(care, kind)
    button = look.primary if first else look.secondary
    parts: list[ft.Control] = [
        file_heading(look, icon, name),
        look.body(said),
        *([choice()] if choice is not None else []),
        button(
            _("Preparing…") if saving.busy else action,
            lambda: page.run_task(saving.save, kind, wish()),
            icon=ft.Icons.DOWNLOAD,
            disabled=saving.busy,
        ),
        *send_button(look, saving, can_share, lambda: page.run_task(saving.send, kind, wish())),
    ]
    return look.card(*parts, *outcome(look, saving.told, saving.wrong))
