"""Safety on Today: a plan that is stopped, questions that are due, and alerts from the diary."""

from datetime import timedelta

import flet as ft

from homecare.domain.library.diary import AlertId
from homecare.domain.safety.alert import Alert
from homecare.domain.today.asking import asking
from homecare.ui.kit.look import ICON, Look
from homecare.ui.kit.theme import Tone
from homecare.ui.safety.acts import answer_alert
from homecare.ui.state.care import CareState
from homecare.wording import _
from homecare.wording.ask_first import cleared_sentence, opened_sentence
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


def ask_first_card(care: CareState, look: Look) -> list[ft.Control]:
    """Questions on who should ask a clinician first, or a plan that waits for one; nothing when neither."""
    page = ft.context.page
    ask_first = care.today.ask_first
    if not ask_first.unanswered and not ask_first.waiting:
        return []
    if ask_first.unanswered:
        title = _("Before your next exercises")
        said = _("A few yes-or-no questions show whether you should ask a clinician first.")
        words = _("Answer the questions")
    else:
        title = _("Ask a clinician before you start")
        said = _("One of your answers means a clinician should say first whether these exercises suit you.")
        words = _("What to ask")
    return [
        look.card(
            look.heading(title),
            look.body(said),
            look.secondary(words, lambda: page.navigate("/safety/ask-first")),
            tone="amber",
            key="ask-first",
        )
    ]


KEPT_ON_TODAY = timedelta(days=7)


def cleared_notes(care: CareState, look: Look) -> list[ft.Control]:
    """Who said that the plan may start, while an answer asks for it; who opened what in the last week."""
    said = dict.fromkeys(cleared_sentence(clearance) for clearance in care.today.ask_first.cleared)
    since = care.today.day - KEPT_ON_TODAY
    start = care.library.ask_first.clearance
    lately = [
        event
        for event in care.records.plan
        if since < event.day <= care.today.day and getattr(event, "clearance", "") != start
    ]
    said |= dict.fromkeys(sentence for event in lately if (sentence := opened_sentence(event)))
    return [look.note(sentence) for sentence in said]


def alert_cards(care: CareState, look: Look) -> list[ft.Control]:
    """One card per alert, the most urgent first; it stays until the patient says what they did."""
    return [_card(care, look, alert) for alert in asking(care.today) if alert.id != AlertId.RED_FLAG]


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
