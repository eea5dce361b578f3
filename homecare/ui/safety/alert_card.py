"""Safety on Today: a plan that is stopped, questions that are due, and alerts from the diary."""

import flet as ft

from homecare.domain.safety.alert import Alert
from homecare.domain.today.asking import asking
from homecare.ui.kit.look import ICON, Look
from homecare.ui.kit.theme import Tone
from homecare.ui.safety.acts import answer_alert
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.placeholders import fill


def lock_card(care: CareState, look: Look) -> list[ft.Control]:
    """The card of a locked plan, or of safety questions that are due; nothing when all is clear."""
    page = ft.context.page
    locked = care.today.locked
    if locked is not None:
        title = {
            "emergency": _("Emergency: get help now"),
            "urgent": _("Get advice today"),
            "soon": _("Have this checked this week"),
        }[locked.urgency]
        return [
            look.card(
                ft.Row(
                    [
                        ft.Icon(ft.Icons.WARNING_AMBER, size=28 * look.icon_factor, color=ft.Colors.ERROR),
                        ft.Container(look.heading(title), expand=True),
                    ]
                ),
                look.body(fill(locked.say, care.settings)),
                look.secondary(_("See what you answered"), lambda: page.navigate("/safety")),
                tone="red",
            )
        ]
    if care.today.screening_due:
        return [
            look.card(
                look.heading(_("A few safety questions")),
                look.body(_("Please answer them before your next exercises.")),
                look.secondary(_("Answer the safety questions"), lambda: page.navigate("/safety")),
                tone="amber",
            )
        ]
    return []


TONES: dict[str, Tone] = {"emergency": "red", "urgent": "red", "call-today": "amber", "soon": "amber"}


def alert_cards(care: CareState, look: Look) -> list[ft.Control]:
    """One card per alert, the most urgent first; it stays until the patient says what they did."""
    return [_card(care, look, alert) for alert in asking(care.today) if alert.id != "al-redflag"]


def _card(care: CareState, look: Look, alert: Alert) -> ft.Control:
    page = ft.context.page
    ink = ft.Colors.ERROR
    later = look.link(_("I will call"), lambda: page.run_task(answer_alert, care, alert.id, "will-call"))
    return look.card(
        ft.Row(
            [
                ft.Icon(ft.Icons.NOTIFICATION_IMPORTANT_OUTLINED, color=ink, size=ICON * look.icon_factor),
                ft.Container(look.heading(_("Please check this")), expand=True),
            ]
        ),
        look.body(fill(alert.say, care.settings)),
        look.note(fill(care.library.diary.monitoring_notice, care.settings)),
        ft.Row(
            [
                look.secondary(
                    _("I have called"), lambda: page.run_task(answer_alert, care, alert.id, "have-called")
                ),
                *([later] if alert.answered is None else []),
            ],
            wrap=True,
        ),
        tone=TONES.get(alert.severity, "amber"),
        key=alert.id,
    )
