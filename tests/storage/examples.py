"""The smallest possible records to store."""

from datetime import datetime, timedelta, timezone
from uuid import uuid4

from homecare.domain.records.diary import DiaryEntry
from homecare.domain.records.needling import NeedledMuscle, Needling
from homecare.domain.records.plan import ConditionStarted
from homecare.domain.records.session import ExerciseDone, Session

CET = timezone(timedelta(hours=1))


def moment(day: int, hour: int = 8, *, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, tzinfo=CET)


def rated(pain: int, at: datetime, *, note: str = "", id_: str = "") -> DiaryEntry:
    return DiaryEntry(id=id_ or str(uuid4()), at=at, created_at=at, edited_at=at, pain_now=pain, notes=note)


def trained(at: datetime, *, pain: int | None = 2) -> Session:
    heel_raise = ExerciseDone(
        condition="achilles-tendinopathy",
        item="heel-raise",
        exercise="heel-raise",
        side="left",
        sets_planned=3,
        reps_planned=12,
        sets_done=2,
        reps_done=24,
        seconds=300,
        outcome="cut-short",
        reason="pain",
    )
    return Session(
        id=str(uuid4()),
        at=at,
        ended_at=at + timedelta(minutes=20),
        created_at=at,
        edited_at=at,
        slot="morning",
        exercises=(heel_raise,),
        pain_exercise=pain,
        ended_early=True,
    )


def needled(at: datetime) -> Needling:
    return Needling(
        id=str(uuid4()),
        at=at,
        created_at=at,
        edited_at=at,
        muscles=(NeedledMuscle(muscle="soleus", side="left"),),
        zone="Europe/Berlin",
    )


def started(at: datetime) -> ConditionStarted:
    return ConditionStarted(
        id=str(uuid4()),
        at=at,
        created_at=at,
        edited_at=at,
        condition="achilles-tendinopathy",
        side="left",
        phase="phase-1",
        pain_first_step=5,
    )
