"""Own activities: walking, running, cycling, swimming, standing, in minutes."""

from functools import partial

import flet as ft

from homecare.domain.diary.activity import ACTIVITIES, Activity, activity, with_more
from homecare.domain.records.diary import DiaryEntry
from homecare.ui.diary.acts import add_entry, delete_entry
from homecare.ui.kit.choices import choice_of
from homecare.ui.kit.fields import TypedField
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.screen import screen
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.plan.phases import run_walk_card
from homecare.ui.state.care import CareState, new_id, stamped, use_care
from homecare.wording import _, dates
from homecare.wording.exercises import activity_name
from homecare.wording.faults import what_is_wrong

OFFERED_MIN = (10, 20, 30, 45, 60)
UNCHOSEN = ""
SOUND = ""


@ft.component
def ActivityScreen() -> ft.View:
    """Which activity, how many minutes, Save; below, the week so far and what the plan says of running."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    kind, choose = ft.use_state(ACTIVITIES[0])
    typed, minutes = use_latest(UNCHOSEN)
    fault, set_fault = ft.use_state(SOUND)
    tries, set_tries = ft.use_state(0)
    fresh, set_fresh = ft.use_state(0)
    _saving, busy = use_latest(False)
    known = activity(kind, care.records.entries, care.today.day)

    def pick(chosen: str) -> None:
        choose(chosen)
        set_fault(SOUND)

    def write(text: str) -> None:
        minutes.put(text)
        set_fault(SOUND)

    def fill(count: str) -> None:
        write(count)
        set_fresh(lambda times: times + 1)

    async def save() -> None:
        if busy.now:
            return
        busy.put(True)
        try:
            entry = entry_with_more(care, kind, known.today_min, read_minutes(minutes.now))
        except ValueError as said:
            set_fault(what_is_wrong(said))
            set_tries(lambda tried: tried + 1)
            busy.put(False)
            return
        saved = await add_entry(care, entry)
        busy.put(False)
        if saved is not None:
            told = _("Saved: {activity}, {time}").format(
                activity=activity_name(kind), time=dates.minutes(read_minutes(minutes.now))
            )
            fill(UNCHOSEN)
            show_undo(page, look, told, lambda: delete_entry(care, saved))

    kinds = tuple((field, activity_name(field)) for field in ACTIVITIES)
    quick = [look.secondary(dates.minutes(offered), partial(fill, f"{offered}")) for offered in OFFERED_MIN]
    form = look.card(
        choice_of(look, _("What did you do?"), kinds, kind, pick, key="activity"),
        look.text(_("For how long?"), weight=ft.FontWeight.W_500),
        ft.Row(list(quick), wrap=True, spacing=8, run_spacing=8),
        TypedField(
            _("Minutes"),
            typed,
            write,
            fault=fault,
            cursor=tries,
            keyboard=ft.KeyboardType.NUMBER,
            limit=4,
            key=f"minutes-{fresh}",
        ),
        look.primary(_("Save"), save),
    )
    body = [form, _so_far(look, known), *_running(care, look)]
    return screen(look, title=_("My activity"), body=body, back="/exercises")


def read_minutes(text: str) -> int:
    """Whole minutes as they were typed; ValueError with a sentence for anything else."""
    digits = text.strip()
    if not (digits.isascii() and digits.isdigit()) or int(digits) < 1:
        raise ValueError(_("Type how many minutes, like 20."))
    return int(digits)


def entry_with_more(care: CareState, field: str, so_far_min: int, more_min: int) -> DiaryEntry:
    """The diary entry that adds minutes to the day's total; ValueError where a day cannot hold them."""
    at = care.now()
    total = with_more(field, so_far_min, more_min)
    return DiaryEntry(id=new_id(), at=at, **{field: total}, **stamped(at))  # type: ignore[arg-type]


def _so_far(look: Look, known: Activity) -> ft.Control:
    """The chosen activity today, this week and the week before."""
    rows: list[ft.Control] = [look.heading(activity_name(known.field))]
    for label, count in (
        (_("Today"), known.today_min),
        (_("Last 7 days"), known.week_min),
        (_("The 7 days before"), known.week_before_min),
    ):
        rows.append(look.body(_("{label}: {time}").format(label=label, time=dates.minutes(count))))
    return look.card(*rows, gap=4)


def _running(care: CareState, look: Look) -> list[ft.Control]:
    """The run-walk steps of the phase a plan is in: what counts as running there, and when to go on."""
    cards: list[ft.Control] = []
    for name, plan in care.plans.items():
        phase = care.library.condition(name).phase(plan.phase)
        if phase.activity_plan is not None and phase.activity_plan.run_walk_steps:
            title = _("What counts for {condition}").format(condition=care.library.condition_names[name])
            cards.append(look.card(look.heading(title), *run_walk_card(care, look, phase), key=phase.id))
    return cards
