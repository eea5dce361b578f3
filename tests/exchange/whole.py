"""A backup with a value in every field, and histories of any size."""

from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from homecare.content.library import Library
from homecare.demo.history import demo_history
from homecare.domain.library.dose import Dose, Schedule, Tempo
from homecare.domain.records import plan
from homecare.domain.records.diary import DiaryEntry, Site, corrected
from homecare.domain.records.needling import ChecklistAnswer, NeedledMuscle, Needling, ReminderMark
from homecare.domain.records.prescription import (
    LightLimits,
    Orthotic,
    OwnExercise,
    PrescribedItem,
    Prescription,
)
from homecare.domain.records.questionnaire import ItemAnswer
from homecare.domain.records.records import Records
from homecare.domain.records.session import ExerciseDone, Session
from homecare.domain.records.settings import Settings
from homecare.exchange.backup.backup import Backup

BERLIN = ZoneInfo("Europe/Berlin")
MADE = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
CET = timezone(timedelta(hours=1))
AT = datetime(2026, 11, 2, 8, tzinfo=CET)
HOSTILE = "=cmd|'/c calc'!A1, \"quoted\"\r\nמימין לשמאל\t\x07 ; Grüße 🦶"


def id_of(number: int) -> str:
    return f"{number:08x}-0000-4000-8000-000000000000"


def stamp(number: int, days: int = 0) -> dict[str, Any]:
    at = AT + timedelta(days=days)
    return {"id": id_of(number), "at": at, "created_at": at, "edited_at": at}


def entry(number: int, days: int = 0, **answers: object) -> DiaryEntry:
    return DiaryEntry(**{**stamp(number, days), **answers})


def full_entry() -> DiaryEntry:
    first = entry(
        1,
        pain_now=0,
        pain_worst=10,
        pain_first_step=5,
        pain_exercise=3,
        pain_next_morning=2,
        needling_soreness=4,
        location=(Site(region="heel-under", side="L", pain=6), Site(region="arch", side="R")),
        carried_forward=True,
        quality=("aching", "sharp"),
        stiffness_min=15,
        steps=6000,
        standing_h=2.5,
        walk_min=30,
        run_min=7,
        cycle_min=25,
        swim_min=20,
        exercises_done="some",
        sleep_h=7.0,
        sleep_woken=False,
        swelling_up=True,
        medication="+1 paracetamol 500 mg",
        footwear="trainers",
        notes=HOSTILE,
        session=id_of(10),
        needling=id_of(20),
        late=True,
    )
    return corrected(first, replace(first, pain_now=2, notes="=1+1"), at=AT + timedelta(minutes=5))


def full_session() -> Session:
    done = ExerciseDone(
        condition="plantar-fasciitis",
        item="heel-raise-towel",
        exercise="heel-raise-towel",
        side="left",
        sets_planned=3,
        reps_planned=36,
        sets_done=2,
        reps_done=24,
        seconds=310,
        outcome="cut-short",
        reason="pain",
        pain=3,
    )
    return Session(
        **stamp(10),
        ended_at=AT + timedelta(minutes=9),
        slot="morning",
        exercises=(done,),
        pain_exercise=3,
        tingling_min=5,
        swelling_up=False,
        numb_spread=True,
        ended_early=True,
        practice=True,
        note="stairs",
    )


def full_needling() -> Needling:
    return Needling(
        **stamp(20, 3),
        muscles=(NeedledMuscle(muscle="soleus", side="left"), NeedledMuscle(muscle="soleus", side="right")),
        zone="Europe/Berlin",
        clinician="Dr Ruiz",
        needles_used_count=3,
        all_needles_out_checked=True,
        local_twitch=False,
        reaction_in_clinic="felt-faint",
        aftercare_given=True,
        heat_allowed=False,
        stretch_allowed=False,
        checklist=(ChecklistAnswer(item="fear", yes=False),),
        checklist_decision="went ahead",
        marks=(ReminderMark(reminder="rm-heat", status="snoozed", at=AT, until=AT + timedelta(hours=1)),),
        warning_signs=("fever",),
        cancelled=True,
        note="left side only",
    )


def every_event() -> tuple[plan.PlanEvent, ...]:
    """A decision of each kind, some at one instant, in the order they were taken."""
    foot: dict[str, Any] = {"condition": "plantar-fasciitis"}
    return (
        plan.Screened(**stamp(31), yes=("night-pain",)),
        plan.ConditionStarted(
            **stamp(30), **foot, side="left", variant="insertional", phase="pf-1", pain_first_step=5
        ),
        plan.RedFlagCleared(**stamp(32), flags=("night-pain",), by="Dr Ruiz"),
        plan.AskedFirst(**stamp(48), yes=("pregnant",), no=("under-16", "diabetes")),
        plan.ClearanceGiven(
            **stamp(33, 1), **foot, clearance="imaging", by="Dr Ruiz", given_on=date(2026, 11, 1)
        ),
        plan.PhaseEntered(**stamp(34, 1), **foot, phase="pf-2", reason="offered"),
        plan.DoseDecided(
            **stamp(35, 2),
            **foot,
            item="heel-raise-towel",
            advice="progress",
            accepted=True,
            level="harder",
            step=2,
            exercise="heel-raise-single",
            changes={"sets": 4, "reps": 10.0},
            reason="green-progress",
            entries=(id_of(1),),
            until=date(2026, 11, 9),
        ),
        plan.SelfChecked(**stamp(36, 2), **foot, check="hop", yes=True),
        plan.AlertShown(**stamp(37, 2), alert="al-severe", entries=(id_of(1),)),
        plan.AlertConfirmed(**stamp(38, 2), alert="al-severe", answer="will-call"),
        plan.QuestionnaireAnswered(
            **stamp(49, 2),
            questionnaire="my-activities",
            answers=(
                ItemAnswer(item=id_of(60), value=3, text="=stairs 🦶"),
                ItemAnswer(item=id_of(61), value=0, text="standing at work"),
            ),
        ),
        plan.QuestionnaireAnswered(
            **stamp(50, 2),
            questionnaire="overall-change",
            answers=(ItemAnswer(item="overall", value=2),),
        ),
        plan.ConditionStopped(**stamp(39, 3), **foot, reason="better"),
    )


PICTURE = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
) + bytes(5_000)
"""One pixel, as PNG, and as many bytes as a small photo has at least."""


def accepted() -> plan.PrescriptionAccepted:
    """A clinician's plan with a value in every field."""
    first = PrescribedItem(
        exercise="heel-raise-towel",
        dose=Dose(sets=3, reps=12, tempo=Tempo(up_s=3, hold_s=2, down_s=3), rest_s=60),
        schedule=Schedule(pattern="every_n_days", n=2),
        side="both",
        load_kg=12.5,
        note="Hold on to the worktop.",
    )
    own = OwnExercise(
        name="Marble pick-up",
        steps=("Sit with ten marbles in front of you.", "Put them into a cup with your toes."),
        kind="mobility",
        weight_bearing=False,
        after_needling=True,
        both_at_once=True,
        picture=b64encode(PICTURE).decode(),
    )
    third = PrescribedItem(
        exercise=own.id, own=own, dose=Dose(sets=2, reps=10), schedule=Schedule(pattern="daily"), band="red"
    )
    second = PrescribedItem(
        exercise="single-leg-balance",
        dose=Dose(sets=2, duration_s=30),
        schedule=Schedule(pattern="per_week", n=2, min_rest_days_between=1, times_per_day=2),
    )
    return plan.PrescriptionAccepted(
        **stamp(40, 3),
        prescription=Prescription(
            condition="plantar-fasciitis",
            side="left",
            phase="pf-2",
            items=(first, second, third),
            issued=date(2026, 11, 4),
            variant=None,
            limits=LightLimits(green_max=1, amber_max=4),
            expires=date(2027, 1, 31),
            clinic="Foot clinic, Dr Ruiz",
            review=date(2026, 12, 20),
            goals=("Walk the dog for half an hour",),
            footwear="Firm trainers, also indoors.",
            orthotic=Orthotic(what="Heel lift, both shoes", first_h=1, more_h=1, up_to_h=8),
            taping="Low-Dye, for 3 days.",
            activity="No running.",
        ),
    )


def whole() -> Backup:
    return Backup(
        records=Records(
            entries=(full_entry(), entry(2, 1, pain_now=0), entry(3, 2, notes="only words")),
            sessions=(full_session(),),
            needlings=(full_needling(),),
            plan=(*every_event(), accepted()),
            settings=Settings(
                exercise_times={"morning": time(6, 15)},
                theme="dark",
                reminders_off=("rm-walk", "exercise-midday"),
                reminders_later_min={"rm-hydrate": 30},
                clinic_phone="+44 20 7946 0000",
                last_backup_at=MADE,
            ),
        ),
        patient={"name": "Ada", "clinic_id": "A 17"},
        exported_at=MADE,
        app_version="0.1.0",
    )


@cache
def history(days: int, seed: int = 3) -> Backup:
    made = demo_history(days=days, seed=seed, until=date(2026, 11, 22), zone=BERLIN, library=Library())
    return Backup(
        records=Records(
            entries=made.entries,
            sessions=made.sessions,
            needlings=made.needlings,
            plan=made.plan_events,
            settings=made.settings,
        ),
        exported_at=MADE,
        app_version="0.1.0",
    )
