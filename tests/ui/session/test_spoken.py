import asyncio
from dataclasses import replace
from pathlib import Path

from homecare.domain.library.dose import Dose
from homecare.domain.records.settings import Settings
from homecare.ui.session import control_acts
from homecare.ui.session.acts import begun
from homecare.ui.session.running import FineClock, Guided
from homecare.ui.state.care import CareState
from tests.domain.session.guided import planned
from tests.ui.session.guided_care import LIBRARY, SpokenTo, care_with_plan, wait

VOICE_ON = Settings(count_in="10", voice="on", voice_speed="slow", voice_name="Daniel")
CALF = LIBRARY.exercise("calf-stretch-straight")
RAISE = LIBRARY.exercise("heel-raise-double")


class Session:
    """A guided session with a voice, moved on second by second."""

    def __init__(self, care: CareState, *doses: tuple[str, Dose, tuple[str, ...]]) -> None:
        self.care = care
        self.ticks = 0.0
        routine = tuple(planned(dose, *turns, exercise=name) for name, dose, turns in doses)  # type: ignore[arg-type]
        self.guided = Guided(care, begun(care, routine, "evening"))
        self.guided._clock = FineClock(care.now, lambda: self.ticks)

    async def play(self) -> None:
        """Say "I'm ready" whenever that is waited for, until the session is over."""
        guided = self.guided
        while not guided.here().finished:
            watching = asyncio.create_task(guided.watch())
            await self._let_go()
            if guided.unready:
                await control_acts.toggle(guided)
                continue
            while guided.running and not watching.done():
                self.ticks += 1
                wait(self.care, 1)
                guided.look_back()
                await self._let_go()
            await watching

    async def _let_go(self) -> None:
        for _turn in range(6):
            await asyncio.sleep(0)


def spoken_session(
    folder: Path, *doses: tuple[str, Dose, tuple[str, ...]], settings: Settings = VOICE_ON
) -> SpokenTo:
    host = SpokenTo(folder)
    care = care_with_plan(folder, host=host, settings=settings)
    asyncio.run(Session(care, *doses).play())
    return host


def test_the_voice_says_a_whole_session_in_order(tmp_path: Path) -> None:
    host = spoken_session(
        tmp_path,
        (CALF.id, Dose(sets=2, reps=1, hold_s=10, rest_s=20), ("right", "left")),
        (RAISE.id, Dose(sets=1, reps=2), ("both",)),
    )
    hold = f"Hold. {CALF.cues[0]} 10 seconds."
    rest = "Rest. Let everything go loose. 20 seconds. Last set."
    count = ["3", "2", "1"]

    assert host.said == [
        f"{CALF.name}. Right leg · 2 sets. You need: wall. {' '.join(CALF.steps)}",
        f"Get ready. {CALF.steps[0]}",
        *count,
        hold,
        *count,
        rest,
        *count,
        hold,
        *count,
        "Change side. Left leg next. 10 seconds.",
        *count,
        hold,
        *count,
        rest,
        *count,
        hold,
        *count,
        f"{RAISE.name}. Both legs · 2 repeats. "
        f"You need: wall, worktop or chair back for balance. {' '.join(RAISE.steps)}",
        f"Get ready. {RAISE.steps[0]}",
        *count,
        "Repeat 1 of 2",
        "Repeat 2 of 2",
        "Done.",
    ]


def test_it_speaks_as_the_patient_chose(tmp_path: Path) -> None:
    host = spoken_session(tmp_path, (CALF.id, Dose(sets=1, reps=1, hold_s=10), ("right",)))

    assert {(details["voice"], details["rate"], details["lang"]) for details in host.details} == {
        ("Daniel", 0.8, "en-GB")
    }


def test_nothing_is_said_unless_it_was_switched_on(tmp_path: Path) -> None:
    quiet = replace(VOICE_ON, voice="unasked")
    host = spoken_session(tmp_path, (CALF.id, Dose(sets=1, reps=1, hold_s=10), ("right",)), settings=quiet)

    assert host.said == []


def test_the_session_s_sound_button_silences_the_voice_too(tmp_path: Path) -> None:
    host = SpokenTo(tmp_path)
    care = care_with_plan(tmp_path, host=host, settings=VOICE_ON)
    session = Session(care, (CALF.id, Dose(sets=1, reps=1, hold_s=10), ("right",)))

    async def muted() -> None:
        await control_acts.mute(session.guided, care.settings)
        await session.play()

    asyncio.run(muted())

    assert host.said == []


def test_leaving_the_screen_before_an_exercise_silences_what_is_being_said(tmp_path: Path) -> None:
    host = SpokenTo(tmp_path)
    care = care_with_plan(tmp_path, host=host, settings=VOICE_ON)
    session = Session(care, (CALF.id, Dose(sets=1, reps=1, hold_s=10), ("right",)))

    async def left() -> None:
        await session.guided.watch()
        await asyncio.sleep(0)
        assert session.guided.unready and len(host.said) == 1
        await session.guided.rest()

    asyncio.run(left())

    assert host.hushed == 1
