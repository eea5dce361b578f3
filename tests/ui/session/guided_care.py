"""A guided session with a real store, a real plan and a clock to set, for the tests of the player."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from homecare.content.library import Library
from homecare.domain.records.plan import AskedFirst, ConditionStarted, Screened
from homecare.domain.records.settings import Settings
from homecare.host.page.asking import PATIENCE_S, Answer, Details
from homecare.storage.store import Store
from homecare.ui.session.acts import begun, planned_of
from homecare.ui.session.running import Guided
from homecare.ui.state.care import CareState, new_id, stamped
from tests.fixed_host import MONDAY_MORNING, FixedHost

LIBRARY = Library()
SOON_READY = Settings(count_in="5")


def care_with_plan(
    folder: Path,
    condition: str = "plantar-fasciitis",
    side: str = "right",
    *,
    host: FixedHost | None = None,
    settings: Settings = SOON_READY,
) -> CareState:
    """A patient whose plan started an hour ago, all safety questions answered no."""
    host = host or FixedHost(folder, at=MONDAY_MORNING)
    store = Store.open(folder)
    store.save_settings(settings)
    at = host.now() - timedelta(hours=1)
    first = LIBRARY.condition(condition).phases[0].id
    store.add_plan_events(
        AskedFirst(
            id=new_id(),
            at=at,
            no=tuple(
                question.id for question in LIBRARY.ask_first.questions_for([LIBRARY.condition(condition)])
            ),
            **stamped(at),
        ),
        Screened(id=new_id(), at=at, **stamped(at)),
        ConditionStarted(
            id=new_id(),
            at=at,
            condition=condition,
            side=side,  # type: ignore[arg-type]
            phase=first,
            pain_first_step=4,
            **stamped(at),
        ),
    )
    return CareState(host=host, store=store, library=LIBRARY)


def host_of(care: CareState) -> FixedHost:
    assert isinstance(care.host, FixedHost)
    return care.host


def guided_routine(care: CareState, *, in_position: bool = True) -> Guided:
    """The routine due now; a patient who is in position has said so for every exercise."""
    routine = care.today.routine
    assert routine is not None
    run = begun(care, planned_of(routine.items), routine.slot)
    ready = tuple(range(len(run.planned))) if in_position else ()
    return Guided(care, replace(run, progress=replace(run.progress, ready=ready)))


def wait(care: CareState, seconds: float) -> None:
    host_of(care).advance(timedelta(seconds=seconds))


class SlowDisk(FixedHost):
    """A host whose disk takes a moment, in which another tap may come."""

    async def settle(self) -> None:
        await asyncio.sleep(0)


class SpokenTo(FixedHost):
    """A host whose page has a voice; `said` is what it was asked to say, `hushed` how often to stop."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__(data_dir)
        self.said: list[str] = []
        self.details: list[Details] = []
        self.hushed = 0

    async def ask(
        self, name: str, details: Details | None = None, *, patience_s: float | None = PATIENCE_S
    ) -> Answer:
        match name:
            case "voices":
                return "Anna\nDaniel"
            case "say" if details is not None:
                self.said.append(str(details["text"]))
                self.details.append(details)
                return "said"
            case "hush":
                self.hushed += 1
                return "hushed"
        return ""
