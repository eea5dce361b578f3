"""The routine due now: how long it takes, the light of each item, and the offers that go with it."""

from itertools import zip_longest

import flet as ft

from homecare.domain.progression.streaks import Offer
from homecare.domain.today.answer import ItemGuidance, RoutineDue
from homecare.ui.kit import theme
from homecare.ui.kit.light_badge import light_badge
from homecare.ui.kit.look import Look
from homecare.ui.kit.theme import Tone
from homecare.ui.plan.acts import answer_offer
from homecare.ui.plan.parts_of_today import parts_of_today
from homecare.ui.state.care import CareState
from homecare.wording import _, dates, ngettext
from homecare.wording.reasons import held_sentence, reason_sentence
from homecare.wording.session import equipment_needed, slot_title, weight_needed

LARGEST_FROM = 1.5
"""From this text size on the aftercare card alone fills most of a phone."""


def start_card(care: CareState, look: Look) -> list[ft.Control]:
    """The routine's name and Start alone, for the largest text after needling; else nothing."""
    routine = care.today.routine
    if not _starts_above(care, look) or routine is None or care.today.locked is not None:
        return []
    return [look.card(look.heading(slot_title(routine.slot)), _start(care, look), key="start")]


def _starts_above(care: CareState, look: Look) -> bool:
    return care.today.aftercare is not None and look.factor >= LARGEST_FROM


def routine_cards(care: CareState, look: Look) -> list[ft.Control]:
    """The routine due now with its Start button; then what is offered for items that are not due now."""
    routine = care.today.routine
    if care.today.locked is not None:
        return []
    cards: list[ft.Control] = []
    if routine is not None:
        cards.append(_routine(care, look, routine))
    elif care.today.items:
        cards.append(_nothing_due(care, look))
    shown = routine.items if routine is not None else ()
    later = [item for item in care.today.items if item.offer is not None and item not in shown]
    cards += [look.card(*_item(care, look, item, reason_sentence(item)), key=_key(item)) for item in later]
    return cards


def _start(care: CareState, look: Look) -> ft.Control:
    """Starts a session, or goes on with the one that was left; a new one waits for open questions."""
    page = ft.context.page
    if care.session_left:
        words, route = _("Go on where you stopped"), "/session"
    elif care.today.ask_first.unanswered:
        words, route = _("Answer a few questions first"), "/safety/ask-first"
    else:
        words, route = _("Start"), "/session"
    return look.primary(words, lambda: page.navigate(route), icon=ft.Icons.PLAY_ARROW)


def _routine(care: CareState, look: Look, routine: RoutineDue) -> ft.Control:
    page = ft.context.page
    count = ngettext("{n} exercise", "{n} exercises", len(routine.items)).format(n=len(routine.items))
    # After needling the aftercare card stands above: Start comes first, so that it stays in sight.
    crowded = care.today.aftercare is not None
    rows: list[ft.Control] = []
    below: list[ft.Control] = []
    for item, following in zip_longest(routine.items, routine.items[1:]):
        reason = reason_sentence(item)
        again = following is not None and reason_sentence(following) == reason
        waits = crowded and item.offer is None and not again
        rows += _item(care, look, item, "" if again or waits else reason)
        if waits:
            named = _("{name}: {reason}").format(
                name=care.library.exercise(item.exercise).name, reason=reason
            )
            below.append(look.note(named))
    parts_done = parts_of_today(care, look)
    start = [] if _starts_above(care, look) else [_start(care, look)]
    return look.card(
        ft.Row(
            [
                # Nothing may expand in a row that wraps: Flutter cannot lay it out.
                ft.Container(
                    look.heading(slot_title(routine.slot)), expand=True if look.factor <= 1 else None
                ),
                look.note(f"{count} · {dates.minutes(routine.minutes)}"),
            ],
            wrap=look.factor > 1,
        ),
        *(start if crowded else parts_done),
        *rows,
        *_needed(care, look, routine),
        *([] if crowded else start),
        *(parts_done if crowded else []),
        *below,
        look.link(_("I did them without the app"), lambda: page.navigate("/diary/session/new")),
    )


def _needed(care: CareState, look: Look, routine: RoutineDue) -> list[ft.Control]:
    """What to fetch before the start, for the whole routine."""
    exercises = [care.library.exercise(item.exercise) for item in routine.items]
    weighted = [care.library.exercise(item.exercise) for item in routine.items if item.load or item.rm]
    needed = " ".join(filter(None, (equipment_needed(exercises), weight_needed(weighted))))
    return [look.body(needed)] if needed else []


def _item(care: CareState, look: Look, item: ItemGuidance, reason: str) -> list[ft.Control]:
    """Light and name, what is offered, and why; the reason is "" where the next item says the same."""
    name = care.library.exercise(item.exercise).name
    rows: list[ft.Control] = [
        ft.Row(
            [look.text(name, weight=ft.FontWeight.W_600), *light_badge(look, item)],
            wrap=True,
            spacing=10,
            run_spacing=4,
            key=_key(item),
        )
    ]
    if item.offer is not None:
        rows.append(_offer(care, look, item, item.offer))
    if reason:
        rows.append(look.note(reason))
    return rows


def _key(item: ItemGuidance) -> str:
    return f"{item.condition}-{item.item}"


def _nothing_due(care: CareState, look: Look) -> ft.Control:
    week = care.today.week
    done = week is not None and bool(week.parts) and all(finished for _slot, finished in week.parts)
    title = _("Done for today") if done else _("No exercises due now")
    parts: list[ft.Control] = [look.heading(title), *parts_of_today(care, look)]
    if care.today.next_routine_at is not None:
        when = dates.when(care.today.next_routine_at, care.now())
        parts.append(look.body(_("Next: {when}.").format(when=when)))
    held = [item for item in care.today.items if item.held is not None]
    for item in held:
        parts += [look.body(care.library.exercise(item.exercise).name), look.note(held_sentence(item))]
    return look.card(*parts)


def _offer(care: CareState, look: Look, item: ItemGuidance, offer: Offer) -> ft.Control:
    page = ft.context.page

    def say(accepted: bool) -> None:
        page.run_task(answer_offer, care, item, accepted)

    easier = item.advice == "ease-off"
    tone: Tone = "amber" if easier else "green"
    title = _("Ease off?") if easier else _("Ready for the next step?")
    yes = _("Easier version") if easier else _("Take the step")
    text = offer.text or _("Back to the amount in your plan.")
    if offer.exercise is not None:
        text = _("{text} ({name})").format(text=text, name=care.library.exercise(offer.exercise).name)
    words = look.text(
        _("{question} {offer}").format(question=title, offer=text), color=theme.ink(tone, look.dark)
    )
    buttons = ft.Row(
        [look.secondary(yes, lambda: say(True)), look.link(_("Stay as it is"), lambda: say(False))], wrap=True
    )
    return ft.Container(
        ft.Column([words, buttons], spacing=8, tight=True),
        bgcolor=theme.container(tone, look.dark),
        border_radius=14,
        padding=12,
        key=f"offer-{_key(item)}",
    )
