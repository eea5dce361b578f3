"""A session in the diary: opened, corrected, deleted, or added when it was done without the app."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from urllib.parse import parse_qs, urlparse

import flet as ft

from homecare.domain.records.diary import diary_day
from homecare.domain.records.entry_time import named_day
from homecare.domain.records.session import (
    SLOTS,
    ExerciseDone,
    Outcome,
    Session,
    SkipReason,
    Slot,
    asked_by_exercise,
    highest_pain,
)
from homecare.domain.today.routine import slot_at
from homecare.ui.kit import theme
from homecare.ui.kit.choices import choice_of
from homecare.ui.kit.fields import TypedField, read_time
from homecare.ui.kit.latest import use_latest
from homecare.ui.kit.look import Look, LookCtx
from homecare.ui.kit.pain_keys import pain_keys
from homecare.ui.kit.screen import empty_state, screen
from homecare.ui.kit.undo_bar import show_undo
from homecare.ui.session.acts import (
    add_session,
    change_session,
    delete_session,
    put_back,
    undo_change,
    without_app,
)
from homecare.ui.state.care import CareState, use_care
from homecare.ui.state.unsaved import Unsaved, use_unsaved
from homecare.wording import _, dates
from homecare.wording.faults import what_is_wrong
from homecare.wording.session import REASONS, skip_reason, slot_title


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDraft:
    """What is said about a session: each exercise by its place, the worst pain, and the part of the day.

    `pain` None means that no score is given, never a zero. Where exercises have scores of their own, the
    session's `score` is the highest of them. `clock` is the time as typed.
    """

    exercises: tuple[ExerciseDone, ...]
    pain: int | None
    slot: Slot
    clock: str

    @property
    def score(self) -> int | None:
        """The worst pain of the session."""
        highest = highest_pain(self.exercises)
        return self.pain if highest is None else highest

    @property
    def each(self) -> bool:
        """Whether pain is asked for each exercise."""
        return asked_by_exercise(self.exercises) or highest_pain(self.exercises) is not None

    def hurt(self, number: int, score: int | None) -> "SessionDraft":
        """The draft with the pain of one exercise."""
        return self.with_exercise(number, replace(self.exercises[number], pain=score))

    def told(self, number: int, outcome: Outcome, reason: SkipReason | None) -> "SessionDraft":
        """The draft with one exercise done as planned, or left out."""
        before = self.exercises[number]
        whole = outcome == "done"
        counted = before.reps_planned is not None
        after = replace(
            before,
            outcome=outcome,
            reason=reason,
            sets_done=before.sets_planned if whole else 0,
            reps_done=(before.reps_planned if whole else 0) if counted else None,
            seconds=before.seconds if whole else 0,
        )
        return self.with_exercise(number, after if after.tells else replace(after, pain=None))

    def with_exercise(self, number: int, exercise: ExerciseDone) -> "SessionDraft":
        """The draft with one exercise as given."""
        return replace(self, exercises=(*self.exercises[:number], exercise, *self.exercises[number + 1 :]))


@ft.component
def SessionRecord() -> ft.View:
    """The session that the address names, with what was done of each exercise and how much it hurt."""
    care = use_care()
    look = ft.use_context(LookCtx)
    params = ft.use_route_params()
    day, wanted = named_day(params.get("day", "")), params.get("id", "")
    session = care.store.session(wanted, day=day) if day is not None else None
    if session is None:
        unknown = empty_state(
            look, title=_("There is no such session"), text=_("The link may be old or mistyped.")
        )
        return screen(look, title=_("Session"), body=[unknown], back="/diary")
    title = _("{time} {session}").format(time=dates.clock(session.at), session=slot_title(session.slot))
    return screen(
        look,
        title=title,
        subtitle=dates.day_name(session.day),
        body=[SessionForm(session, key=session.id)],
        back=f"/diary/day/{session.day}",
    )


@ft.component
def NewSession() -> ft.View:
    """Exercises that were done without the app, today or on the day the address names."""
    care = use_care()
    look = ft.use_context(LookCtx)
    asked = parse_qs(urlparse(ft.context.page.route or "").query).get("day", [""])[0]
    day = named_day(asked) or care.today.day
    if not care.today.items:
        none = empty_state(look, title=_("No plan yet"), text=_("Choose what hurts, and add exercises then."))
        return screen(look, title=_("Done without the app"), body=[none], back="/diary")
    body: list[ft.Control] = [NewSessionForm(day, key=f"new {day}")]
    return screen(
        look,
        title=_("Done without the app"),
        subtitle=dates.day_name(day),
        body=body,
        back=f"/diary/day/{day}",
    )


@ft.component
def SessionForm(session: Session, *, key: str = "") -> ft.Control:
    """What is on record, to be corrected or deleted; both can be undone. Flet takes `key`."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    form = use_unsaved(care.unsaved, f"session {session.id}", lambda: _draft_of(session))
    saving, busy = use_latest(False)
    back = f"/diary/day/{session.day}"

    async def save() -> None:
        if busy.now:
            return
        busy.put(True)
        change = await change_session(care, session, form.now.exercises, form.now.score)
        if change is None:
            busy.put(False)
        else:
            form.discard()
            page.navigate(back)
            show_undo(page, look, _("Session corrected"), partial(undo_change, care, change))

    async def delete() -> None:
        if busy.now:
            return
        busy.put(True)
        entries = await delete_session(care, session)
        if entries is None:
            busy.put(False)
        else:
            form.discard()
            page.navigate(back)
            show_undo(page, look, _("Session deleted"), partial(put_back, care, session, entries))

    return _column(
        [
            *_questions(care, look, form),
            look.primary(_("Save"), save, icon=ft.Icons.CHECK, disabled=saving or not form.changed),
            look.link(_("Delete this session"), delete, icon=ft.Icons.DELETE_OUTLINE, color=ft.Colors.ERROR),
        ]
    )


@ft.component
def NewSessionForm(day: date, *, key: str = "") -> ft.Control:
    """Part of the day, time, each exercise and the worst pain. Flet takes `key`."""
    care = use_care()
    look = ft.use_context(LookCtx)
    page = ft.context.page
    form = use_unsaved(care.unsaved, f"session of {day}", lambda: _fresh(care, day))
    ft.use_memo(lambda: form.note(lambda kept: _resumed(kept, form.start, _fresh(care, day))), [day])
    saving, busy = use_latest(False)
    fault, set_fault = ft.use_state("")
    tries, set_tries = ft.use_state(0)

    async def save() -> None:
        if busy.now:
            return
        busy.put(True)
        said = form.now
        try:
            session, entry = without_app(
                care,
                day=day,
                clock=read_time(said.clock),
                slot=said.slot,
                exercises=said.exercises,
                pain=said.score,
            )
        except ValueError as wrong:
            set_fault(what_is_wrong(wrong))
            set_tries(lambda tried: tried + 1)
            busy.put(False)
            return
        if await add_session(care, session, entry) is None:
            busy.put(False)
            return
        form.discard()
        page.navigate(f"/diary/day/{session.day}")
        undo = partial(delete_session, care, session, [] if entry is None else [entry])
        show_undo(page, look, _("Session added"), undo)

    def at(clock: str) -> None:
        form.note(lambda now: replace(now, clock=clock))
        set_fault("")

    parts = tuple((slot, slot_title(slot)) for slot in SLOTS)
    some = any(exercise.outcome == "done" for exercise in form.now.exercises)
    return _column(
        [
            look.card(
                choice_of(look, _("Which routine?"), parts, form.now.slot, partial(_in_slot, form)),
                TypedField(
                    _("When you finished"),
                    form.now.clock,
                    at,
                    check=read_time,
                    fault=fault,
                    cursor=tries,
                    keyboard=ft.KeyboardType.DATETIME,
                    limit=5,
                    key="clock",
                ),
            ),
            *_questions(care, look, form),
            look.primary(_("Save"), save, icon=ft.Icons.CHECK, disabled=saving or not some),
        ]
    )


def _in_slot(form: Unsaved[SessionDraft], said: str) -> None:
    slot = next(slot for slot in SLOTS if slot == said)
    form.change(lambda now: replace(now, slot=slot))


def _questions(care: CareState, look: Look, form: Unsaved[SessionDraft]) -> list[ft.Control]:
    """A card for each exercise, then the score with a way to give none.

    One score for all of them is not asked where each has its own.
    """
    cards = [
        _exercise(care, look, form, number, exercise) for number, exercise in enumerate(form.now.exercises)
    ]
    if form.now.each and form.now.pain is None:
        return cards
    score: list[ft.Control] = [
        look.heading(care.library.diary.field("pain_exercise").wording),
        pain_keys(look, on_pick=partial(_rated, form), picked=form.now.pain),
    ]
    if form.now.pain is not None:
        score.append(look.link(_("No score"), partial(_rated, form, None)))
    return [*cards, look.card(*score)]


def _rated(form: Unsaved[SessionDraft], score: int | None) -> None:
    form.change(lambda now: replace(now, pain=score))


def _hurt(form: Unsaved[SessionDraft], number: int, score: int | None) -> None:
    form.change(lambda now: now.hurt(number, score))


def _exercise(
    care: CareState, look: Look, form: Unsaved[SessionDraft], number: int, done: ExerciseDone
) -> ft.Control:
    known = done.exercise in care.library.exercise_ids
    name = care.library.exercise(done.exercise).name if known else done.exercise
    outcomes = {"done": _("Done"), "skipped": _("Left out")}
    if "cut-short" in (done.outcome, form.start.exercises[number].outcome):
        outcomes = {"done": _("Done"), "cut-short": _("Part of it"), "skipped": _("Left out")}

    def choose(said: str) -> None:
        if said == "cut-short":
            form.change(lambda now: _as_it_was(now, form.start, number))
        else:
            outcome: Outcome = "done" if said == "done" else "skipped"
            form.change(lambda now: now.told(number, outcome, None))

    def why(said: str) -> None:
        reason = next(reason for reason in REASONS if reason == said)
        form.change(lambda now: now.told(number, "skipped", reason))

    parts: list[ft.Control] = [
        choice_of(look, name, tuple(outcomes.items()), done.outcome, choose, key=f"outcome-{number}")
    ]
    if done.outcome == "skipped" and (done.reason is not None or form.start.exercises[number] != done):
        reasons = tuple((reason, skip_reason(reason)) for reason in REASONS)
        parts.append(choice_of(look, _("Why?"), reasons, done.reason, why, key=f"why-{number}"))
    if form.now.each and done.tells:
        parts.append(look.body(_("How much did it hurt?")))
        parts.append(pain_keys(look, on_pick=partial(_hurt, form, number), picked=done.pain))
        if done.pain is not None:
            parts.append(look.link(_("No score"), partial(_hurt, form, number, None)))
    return look.card(*parts, gap=8, key=f"exercise-{number}")


def _as_it_was(now: SessionDraft, start: SessionDraft, number: int) -> SessionDraft:
    """One exercise as it is on record: how much of it was done is known there alone."""
    return now.with_exercise(number, start.exercises[number])


def _draft_of(session: Session) -> SessionDraft:
    one_score = highest_pain(session.exercises) is None
    return SessionDraft(
        exercises=session.exercises,
        pain=session.pain_exercise if one_score else None,
        slot=session.slot,
        clock=_clock(session.at),
    )


def _fresh(care: CareState, day: date) -> SessionDraft:
    """Every exercise of the plan, those due now as done; the time is now, or noon of a day before."""
    now = care.now()
    due = care.today.routine.items if care.today.routine is not None else ()
    done = tuple(
        ExerciseDone(
            condition=item.condition,
            item=item.item,
            exercise=item.exercise,
            side=item.side,
            sets_planned=item.dose.sets,
            reps_planned=item.dose.sets * item.dose.reps if item.dose.reps is not None else None,
            reps_done=0 if item.dose.reps is not None else None,
            outcome="skipped",
        )
        for item in care.today.items
    )
    drawn = SessionDraft(exercises=done, pain=None, slot=slot_at(now), clock=_clock(now))
    for number, item in enumerate(care.today.items):
        if item in due:
            drawn = drawn.told(number, "done", None)
    today = diary_day(now) == day
    return drawn if today else replace(drawn, clock="12:00")


def _resumed(kept: SessionDraft, start: SessionDraft, fresh: SessionDraft) -> SessionDraft:
    """A form that was left and is opened again: what the patient did not change is as it is now."""
    return replace(
        kept,
        clock=fresh.clock if kept.clock == start.clock else kept.clock,
        slot=fresh.slot if kept.slot == start.slot else kept.slot,
    )


def _clock(at: datetime) -> str:
    return f"{at:%H:%M}"


def _column(parts: list[ft.Control]) -> ft.Control:
    return ft.Column(parts, spacing=theme.GAP, tight=True, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
