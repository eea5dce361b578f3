"""The routine due now: how long it takes, the light of each item, and the offers that go with it."""

import flet as ft

from homecare.domain.today import ItemGuidance, RoutineDue
from homecare.ui.acts.plan import answer_offer
from homecare.ui.look import Look
from homecare.ui.parts.light_badge import light_badge
from homecare.ui.state import CareState
from homecare.wording import _, dates, ngettext
from homecare.wording.reasons import reason_sentence


def slot_title(slot: str) -> str:
    """What the routine of a part of the day is called."""
    return {
        "morning": _("Morning routine"),
        "midday": _("Midday routine"),
        "afternoon": _("Afternoon routine"),
        "evening": _("Evening routine"),
    }[slot]


def routine_cards(care: CareState, look: Look) -> list[ft.Control]:
    """The routine due now with its Start button, then a card for each offer of another dose."""
    routine = care.today.routine
    cards: list[ft.Control] = []
    if routine is not None and care.today.locked is None:
        cards.append(_routine(care, look, routine))
    elif care.today.locked is None and care.today.items:
        cards.append(_nothing_due(care, look))
    cards += [_offer(care, look, item) for item in care.today.items if item.offer is not None]
    return cards


def _routine(care: CareState, look: Look, routine: RoutineDue) -> ft.Control:
    page = ft.context.page
    count = ngettext("{n} exercise", "{n} exercises", len(routine.items)).format(n=len(routine.items))
    rows: list[ft.Control] = [_item(care, look, item) for item in routine.items]
    resume = care.progress is not None
    return look.card(
        ft.Row(
            [
                ft.Container(look.heading(slot_title(routine.slot)), expand=True),
                look.note(f"{count} · {dates.minutes(routine.minutes)}"),
            ],
            wrap=look.factor > 1,
        ),
        *rows,
        look.primary(
            _("Go on where you stopped") if resume else _("Start"),
            lambda: page.navigate("/session"),
            icon=ft.Icons.PLAY_ARROW,
        ),
    )


def _item(care: CareState, look: Look, item: ItemGuidance) -> ft.Control:
    name = care.library.exercise(item.exercise).name
    return ft.Column(
        [
            ft.Row(
                [light_badge(look, item), look.text(name, weight=ft.FontWeight.W_600, expand=True)],
                spacing=10,
                vertical_alignment=ft.CrossAxisAlignment.START,
            ),
            look.note(reason_sentence(item)),
        ],
        spacing=4,
        tight=True,
        key=f"{item.condition}-{item.item}",
    )


def _nothing_due(care: CareState, look: Look) -> ft.Control:
    parts: list[ft.Control] = [look.heading(_("No exercises due now"))]
    if care.today.next_routine_at is not None:
        when = dates.when(care.today.next_routine_at, care.now())
        parts.append(look.body(_("Next: {when}.").format(when=when)))
    held = [item for item in care.today.items if item.held is not None]
    for item in held:
        parts += [look.body(care.library.exercise(item.exercise).name), look.note(reason_sentence(item))]
    return look.card(*parts)


def _offer(care: CareState, look: Look, item: ItemGuidance) -> ft.Control:
    page = ft.context.page

    def say(accepted: bool) -> None:
        page.run_task(answer_offer, care, item, accepted)

    easier = item.advice == "ease-off"
    title = _("Ease off?") if easier else _("Ready for the next step?")
    yes = _("Use the easier version") if easier else _("Take the step")
    offer = item.offer
    text = offer.text if offer is not None else ""
    if offer is not None and offer.exercise is not None:
        text = _("{text} ({name})").format(text=text, name=care.library.exercise(offer.exercise).name)
    return look.card(
        look.heading(title),
        look.text(care.library.exercise(item.exercise).name, weight=ft.FontWeight.W_600),
        look.body(text),
        look.note(reason_sentence(item)),
        ft.Row(
            [
                look.secondary(yes, lambda: say(True)),
                look.link(_("Stay as it is"), lambda: say(False)),
            ],
            wrap=True,
        ),
        tone="amber" if easier else "green",
        key=f"offer-{item.condition}-{item.item}",
    )
