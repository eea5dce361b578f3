"""What a new entry starts with: the questions of this time of day, places and exercises known already."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from homecare.domain.aftercare.soreness import LATEST, elapsed
from homecare.domain.evidence.evidence import FIRST_STEP
from homecare.domain.records.diary import Site, diary_day
from homecare.domain.records.needling import Needling
from homecare.domain.records.session import Session
from homecare.ui.diary.entry_draft import CLOCK, Draft
from homecare.ui.state.care import CareState

ONE_DAY = timedelta(days=1)
NEXT_MORNING = "pain_next_morning"
SWELLING = "swelling_up"


def new_draft(care: CareState, day: date | None = None) -> tuple[Draft, dict[str, str]]:
    """A draft for now, or for the evening of `day`; only what is already known is in it."""
    now = care.now()
    chosen = day if day is not None else diary_day(now)
    places = last_places(care, chosen)
    evening = slot_of(care, now, chosen) == "evening"
    done = exercises_from_sessions(care, chosen) if evening else None
    draft = Draft(at=now, day=chosen, location=places, carried=places, exercises_done=done)
    clock = f"{now:%H:%M}" if chosen == diary_day(now) else evening_time(care)
    return draft, {CLOCK: clock}


def evening_time(care: CareState) -> str:
    """The content's own time of the evening entry, for a day that is over."""
    times = [slot.default_time for slot in care.library.diary.entry_slots if slot.id == "evening"]
    return f"{times[0]:%H:%M}" if times and times[0] is not None else "19:30"


def slot_of(care: CareState, now: datetime, day: date) -> str | None:
    """Which questions fit: "morning", "evening" (a day that is over, too), None in between."""
    if day < diary_day(now):
        return "evening"
    slot = care.library.diary.slot_at(now)
    return slot.id if slot is not None else None


def last_places(care: CareState, day: date) -> tuple[Site, ...]:
    """The places of the latest entry of this day or the day before that has any; scores are never carried."""
    for entry in reversed(care.entries_between(day - ONE_DAY, day)):
        if entry.location:
            return tuple(Site(region=site.region, side=site.side) for site in entry.location)
    return ()


def exercises_from_sessions(care: CareState, day: date) -> str | None:
    """What the logged sessions of a day say for "exercises done"; None without a session."""
    sessions = [session for session in care.sessions_between(day, day) if not session.practice]
    if not sessions:
        return None
    done = {
        exercise.item for session in sessions for exercise in session.exercises if exercise.outcome == "done"
    }
    if day == care.today.day:
        wanted = {item.item for item in care.today.items if item.due_today and item.held is None}
    else:
        wanted = {exercise.item for session in sessions for exercise in session.exercises}
    return "all" if wanted <= done else "some" if done else None


def session_the_day_before(care: CareState, day: date) -> bool:
    """Whether a session was done the day before, so that the morning after is asked about."""
    sessions: Sequence[Session] = care.sessions_between(day - ONE_DAY, day - ONE_DAY)
    return any(not session.practice for session in sessions)


def asks_swelling(care: CareState, day: date) -> bool:
    """Whether a session of a plan that swelling decides about was done the day before."""
    library = care.library
    known = [library.condition(plan) for plan in care.plans if plan in library.condition_ids]
    judged = {
        condition.id
        for condition in known
        if SWELLING in library.diary.profile(condition.pain_profile).morning_signs
    }
    sessions = care.sessions_between(day - ONE_DAY, day - ONE_DAY) if judged else ()
    return any(exercise.condition in judged for session in sessions for exercise in session.exercises)


def first_step_is_key(care: CareState) -> bool:
    """Whether the plan's key item is first-step pain, which then answers for the morning after, too."""
    fields = {
        care.library.condition(plan).primary_field
        for plan in care.plans
        if plan in care.library.condition_ids
    }
    return FIRST_STEP in fields


def needling_to_ask_about(care: CareState, at: datetime) -> Needling | None:
    """The latest needling session whose soreness may still be asked about, None when there is none."""
    for needling in reversed(care.records.needlings):
        if not needling.cancelled and timedelta(0) <= elapsed(needling.at, at) < LATEST:
            return needling
    return None


def with_morning_after(care: CareState, draft: Draft, start: Draft) -> Draft:
    """The draft with first-step pain copied to the morning after where the content says not to ask twice.

    `start` is the draft as it was opened: a score taken away takes its copy with it.
    """
    touched = draft.pains.get(FIRST_STEP) != start.pains.get(FIRST_STEP)
    if touched and first_step_is_key(care) and session_the_day_before(care, draft.day):
        return draft.with_pain(NEXT_MORNING, draft.pains.get(FIRST_STEP))
    return draft


def moved_to(care: CareState, draft: Draft, day: date) -> tuple[Draft, str]:
    """The draft for another day, and the time to propose; answers the patient gave stay as they are."""
    start, typed = new_draft(care, day)
    untouched = draft.location == draft.carried
    counted = draft.exercises_done in (None, new_draft(care, draft.day)[0].exercises_done)
    return replace(
        draft,
        day=day,
        location=start.location if untouched else draft.location,
        carried=start.carried if untouched else draft.carried,
        exercises_done=start.exercises_done if counted else draft.exercises_done,
    ), typed[CLOCK]
