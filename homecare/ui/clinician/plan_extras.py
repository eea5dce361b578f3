"""What a plan may carry besides its exercises: the clinic's name, lower limits of pain, a last day."""

from collections.abc import Callable
from datetime import timedelta

import flet as ft

from homecare.domain.records.prescription import LONGEST_CLINIC
from homecare.ui.clinician.plan_draft import PlanDraft, whole
from homecare.ui.kit.fields import TypedField, pick_day
from homecare.ui.kit.look import Look
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.report import day

FURTHEST = timedelta(days=2 * 366)
Change = Callable[..., None]


def plan_extras(care: CareState, look: Look, draft: PlanDraft, change: Change) -> ft.Control:
    """Everything here may be left out."""
    profile = care.library.diary.profile(care.library.condition(draft.condition).pain_profile)
    said = _(
        "Pain during exercise: green up to {green}, amber up to {amber}, red above. You may set lower limits."
    ).format(green=profile.green_max, amber=profile.amber_max)
    return look.card(
        look.heading(_("If you want")),
        TypedField(
            _("Your clinic's name"),
            draft.clinic,
            lambda text: change(clinic=text),
            limit=LONGEST_CLINIC,
            helper=_("The patient sees whose plan it is."),
            key="clinic",
        ),
        look.note(said),
        ft.Row(
            [
                _limit(look, _("Green up to"), draft.green_max, lambda text: change(green_max=text), "green"),
                _limit(look, _("Amber up to"), draft.amber_max, lambda text: change(amber_max=text), "amber"),
            ],
            wrap=True,
            spacing=12,
            run_spacing=12,
        ),
        _last_day(care, look, draft, change),
    )


def _limit(look: Look, label: str, value: str, on_text: Callable[[str], None], key: str) -> ft.Control:
    def check(text: str) -> None:
        if text.strip():
            whole(text)

    return ft.Container(
        TypedField(label, value, on_text, check=check, keyboard=ft.KeyboardType.NUMBER, key=key),
        width=160 * look.factor,
    )


def _last_day(care: CareState, look: Look, draft: PlanDraft, change: Change) -> ft.Control:
    today = care.today.day
    start = draft.expires or today + timedelta(days=28)
    words = _("No last day") if draft.expires is None else _("Last day: {day}").format(day=day(draft.expires))
    parts: list[ft.Control] = [
        look.text(words),
        look.link(
            _("Choose a last day"),
            lambda: pick_day(
                start,
                first=today,
                last=today + FURTHEST,
                zone=care.host.zone,
                on_day=lambda day: change(expires=day),
            ),
            icon=ft.Icons.CALENDAR_MONTH_OUTLINED,
        ),
    ]
    if draft.expires is not None:
        parts.append(look.link(_("No last day"), lambda: change(expires=None), icon=ft.Icons.CLOSE))
    return ft.Row(parts, wrap=True, spacing=8)
